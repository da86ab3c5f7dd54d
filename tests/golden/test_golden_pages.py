"""The report of xã Hoàng Kim as printed by LibreOffice: nothing lost, pages numbered and turned as the decree says."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Any

FEWEST_WORDS = 8
HEADINGS = ("heading 1", "heading 2", "heading 3", "heading 4", "Chỉ tiêu: tên")
ANNEX = "Phụ lục"


def bare(text: str) -> str:
    """Letters only, without blanks, breaks and case: how lines are broken and capitals are made is the style's."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def unnumbered(page: Any) -> str:
    """The page without the number at its head."""
    lines = page.lines
    return bare("".join(lines[1:] if lines[0].isdigit() else lines))


def body_pages(pages: list[Any]) -> list[Any]:
    return [page for page in pages if not page.is_landscape]


def annex_pages(pages: list[Any]) -> list[Any]:
    return [page for page in pages if page.is_landscape]


def test_no_paragraph_of_the_body_is_lost_on_paper(hoangkim_paragraphs: list[Any], hoangkim_pages: list[Any]) -> None:
    paper = "".join(unnumbered(page) for page in body_pages(hoangkim_pages))
    paragraphs = [paragraph for paragraph in hoangkim_paragraphs if not paragraph.in_table and paragraph.text.strip()]
    first_of_annex = next(index for index, paragraph in enumerate(paragraphs) if paragraph.text.startswith(ANNEX))
    assert first_of_annex > 200
    lost = [paragraph.text for paragraph in paragraphs[:first_of_annex] if bare(paragraph.text) not in paper]
    assert lost == []


def test_no_letter_of_the_tables_is_lost_on_paper(hoangkim_paragraphs: list[Any], hoangkim_pages: list[Any]) -> None:
    typed = Counter(bare("".join(paragraph.text for paragraph in hoangkim_paragraphs)))
    paper = Counter("".join(bare(page.text) for page in hoangkim_pages))
    assert typed - paper == Counter()


def test_the_first_page_bears_no_number_and_the_next_ones_do(hoangkim_pages: list[Any]) -> None:
    first, *others = body_pages(hoangkim_pages)
    assert not any(line.isdigit() for line in first.lines)
    assert [page.lines[0] for page in others] == [str(number) for number in range(2, len(others) + 2)]


def test_the_annex_is_across_and_numbered_afresh(hoangkim_pages: list[Any]) -> None:
    first, *others = annex_pages(hoangkim_pages)
    assert [page.number for page in (first, *others)] == list(range(first.number, len(hoangkim_pages) + 1))
    assert first.lines[0] == ANNEX
    assert [page.lines[0] for page in others] == [str(number) for number in range(2, len(others) + 2)]


def test_every_page_is_a4(hoangkim_pages: list[Any]) -> None:
    assert {tuple(sorted((round(page.width), round(page.height)))) for page in hoangkim_pages} == {(595, 842)}


def test_the_head_of_the_table_stands_on_every_page_of_the_annex(hoangkim_pages: list[Any]) -> None:
    for page in annex_pages(hoangkim_pages):
        assert "tênchỉtiêu" in bare(page.text)


def test_the_signer_stands_on_the_page_of_the_closing_words(hoangkim_pages: list[Any]) -> None:
    closing = [page.number for page in hoangkim_pages if "./." in bare(page.text)]
    signing = [page.number for page in hoangkim_pages if "lêquangthành" in bare(page.text)]
    assert closing == signing
    assert len(signing) == 1


def test_no_page_is_nearly_empty(hoangkim_pages: list[Any]) -> None:
    assert [page.number for page in hoangkim_pages if len(page.text.split()) < FEWEST_WORDS] == []


def test_no_heading_is_left_at_the_foot_of_a_page(hoangkim_paragraphs: list[Any], hoangkim_pages: list[Any]) -> None:
    headings = [bare(paragraph.text) for paragraph in hoangkim_paragraphs if paragraph.style in HEADINGS]
    assert len(headings) > 40
    left = [
        (page.number, heading) for page in hoangkim_pages for heading in headings if bare(page.text).endswith(heading)
    ]
    assert left == []
