"""The reports as printed by LibreOffice: nothing lost, pages numbered and turned as the decree says, tables headed."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from golden_documents import Paragraph, Table, bare, pieces, sections, words_of
from golden_pages import Page, equations_left_out

FEWEST_WORDS = 8
HEADINGS = ("heading 1", "heading 2", "heading 3", "heading 4", "Chỉ tiêu: tên")
ANNEX = "phụ lục"
# A link in a narrow cell is broken inside a word; nothing shorter than this is.
BROKEN_FROM = 30


def parts_of_pages(pages: list[Page]) -> list[list[Page]]:
    """The pages of the report itself and those of each annex: the first of each shows no number."""
    starts = [page.number for page in pages if not page.shown]
    return [[page for page in pages if max(s for s in starts if s <= page.number) == start] for start in starts]


@pytest.fixture(scope="module")
def parts(pages: list[Page]) -> list[list[Page]]:
    return parts_of_pages(pages)


@pytest.fixture(scope="module")
def tables(document: Path, parts: list[list[Page]]) -> list[tuple[Table, list[Page]]]:
    """Every table with a head, and the pages on which it stands: it is the last thing in its part."""
    found = []
    for section, pages in zip(sections(document), parts, strict=True):
        assert len(section.tables) <= 1
        for table in section.tables:
            started = [page.number for page in pages if top_of_table(page, table)]
            found.append((table, [page for page in pages if page.number >= started[0]]))
    return found


def top_of_table(page: Page, table: Table) -> bool:
    """Whether the table's head is printed on the page in one piece."""
    size = table.head.total()
    return any(Counter(page.pieces[at : at + size]) == table.head for at in range(len(page.pieces) - size + 1))


def words_on(pages: list[Page]) -> Counter[str]:
    return Counter(chain.from_iterable(page.pieces for page in pages))


def broken_words(paragraphs: list[Paragraph]) -> set[str]:
    """What stands between the marks of links that are long enough to be broken in a cell."""
    links = [word for paragraph in paragraphs for word in paragraph.text.split() if len(word) >= BROKEN_FROM]
    return {piece for link in links for piece in pieces(link)}


def mended(lost: Counter[str], added: Counter[str], breakable: set[str]) -> tuple[Counter[str], Counter[str]]:
    """The difference without the words of links that were broken in two, letter for letter."""
    for word in [word for word in lost if word in breakable]:
        for cut in range(1, len(word)):
            halves = Counter([word[:cut], word[cut:]])
            if halves <= added:
                lost, added = lost - Counter([word]), added - halves
                break
    return lost, added


def test_all_words_are_on_paper_and_only_heads_of_tables_are_there_again(
    paragraphs: list[Paragraph], pages: list[Page], tables: list[tuple[Table, list[Page]]]
) -> None:
    """Every word of the file as often as it stands there; none is tolerated to be lost.

    What is printed besides are the heads of tables, once more for every further page.  Page numbers are in the header.
    """
    typed, paper = words_of(paragraphs), words_on(pages)
    lost, added = mended(typed - paper, paper - typed, broken_words(paragraphs))
    assert lost == Counter()
    repeated = Counter[str]()
    for table, on in tables:
        for _ in on[1:]:
            repeated += table.head
    assert added == repeated


def test_every_paragraph_outside_tables_is_printed_whole_and_in_its_place(
    paragraphs: list[Paragraph], pages: list[Page]
) -> None:
    paper = bare("".join(word.text for page in pages for word in page.words))
    typed = [paragraph.text for paragraph in paragraphs if not paragraph.in_table and paragraph.text.strip()]
    assert len(typed) > 50
    at = 0
    for text in typed:
        found = paper.find(bare(text), at)
        assert found >= 0, text
        at = found + len(bare(text))


def test_the_first_page_of_every_part_bears_no_number_and_the_next_ones_count_from_two(
    parts: list[list[Page]],
) -> None:
    for pages in parts:
        assert [page.shown for page in pages] == ["", *map(str, range(2, len(pages) + 1))]


def test_every_annex_starts_a_page_of_its_own_and_lies_as_the_data_says(
    document: Path, parts: list[list[Page]]
) -> None:
    layout = sections(document)
    assert len(parts) == len(layout) > 1
    assert [[page.is_across for page in pages] for pages in parts] == [
        [section.across] * len(pages) for section, pages in zip(layout, parts, strict=True)
    ]
    names = [pages[0].lines[0].casefold() for pages in parts[1:]]
    assert all(name.startswith(ANNEX) for name in names)
    assert len(set(names)) == len(names)


def test_every_page_is_a4(pages: list[Page]) -> None:
    assert {tuple(sorted((round(page.width), round(page.height)))) for page in pages} == {(595, 842)}


def test_the_head_of_a_table_stands_at_the_top_of_all_its_pages(tables: list[tuple[Table, list[Page]]]) -> None:
    assert any(len(pages) > 1 for _, pages in tables)
    for table, pages in tables:
        for page in pages[1:]:
            assert Counter(page.pieces[: table.head.total()]) == table.head, page.number


def test_no_heading_of_a_group_is_left_at_the_foot_of_a_page(tables: list[tuple[Table, list[Page]]]) -> None:
    assert any(table.group_rows for table, _ in tables)
    for table, pages in tables:
        groups = [bare("".join(table.rows[number])) for number in table.group_rows]
        assert [(page.number, group) for page in pages for group in groups if foot(page).endswith(group)] == []


def foot(page: Page) -> str:
    return bare("".join(word.text for word in page.words))


def test_no_heading_is_left_at_the_foot_of_a_page(paragraphs: list[Paragraph], pages: list[Page]) -> None:
    headings = [bare(paragraph.text) for paragraph in paragraphs if paragraph.style in HEADINGS]
    assert len(headings) > 5
    assert [(page.number, heading) for page in pages for heading in headings if foot(page).endswith(heading)] == []


def test_the_signer_stands_on_the_page_of_the_closing_words(paragraphs: list[Paragraph], pages: list[Page]) -> None:
    (signer,) = [bare(paragraph.text) for paragraph in paragraphs if paragraph.style.startswith("Họ tên")]
    (closing,) = [paragraph.text for paragraph in paragraphs if paragraph.style == "Kết thúc"]
    signing = [page.number for page in pages if signer in foot(page) and bare("Nơi nhận:") in foot(page)]
    assert len(signing) == 1
    # Annexes that end with words are closed likewise, on later pages.
    assert [page.number for page in pages if foot(page).find("./.") >= 0][:1] == signing
    assert bare(closing)[-40:] in foot(pages[signing[0] - 1])


def test_no_page_is_blank_or_nearly_so(pages: list[Page]) -> None:
    assert [page.number for page in pages if len(page.words) < FEWEST_WORDS] == []


# --- the tests themselves -----------------------------------------------------------------------------------------


def test_a_word_that_is_not_on_paper_would_be_noticed() -> None:
    typed = Counter(pieces("một hai ba"))
    assert mended(typed - Counter(pieces("một ba")), Counter(), set()) == (Counter(["hai"]), Counter())


def test_a_link_broken_in_two_is_whole_again_and_other_words_are_not() -> None:
    lost, added = Counter(["index", "hai"]), Counter(["in", "dex", "h", "ai"])
    assert mended(lost, added, {"index"}) == (Counter(["hai"]), Counter(["h", "ai"]))


def test_equations_that_are_left_out_are_told_from_other_losses() -> None:
    equations = Counter(pieces("Tỷ lệ = số hộ × 100%"))
    words = equations + Counter(pieces("Kết quả"))
    assert equations_left_out(words, equations, Counter(pieces("Kết quả số")))
    assert not equations_left_out(words, equations, words)
    assert not equations_left_out(words, equations, Counter(pieces("Kết")))
    assert not equations_left_out(words, equations, words - Counter(["hộ"]))
