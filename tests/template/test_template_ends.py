"""A missing end: whose it is, and between which tags it belongs."""

from __future__ import annotations

import pytest
from template_edits import TEXT, Found, replaced, tags, with_document

from generator.data.model_kind import MoTa
from generator.findings import DocxPlace, Finding
from generator.jobs.view.vocabulary import vocabulary_of
from generator.rules.template import mb203
from generator.word.template_reading import read_template

MAY = vocabulary_of(MoTa())
STATEMENTS = [tag for tag in tags() if tag.text.startswith("{%")]


def pairs() -> list[tuple[Found, Found]]:
    """Each loop and condition of the shipped template, by counting."""
    stack: list[Found] = []
    found = []
    for tag in STATEMENTS:
        word = tag.text.split()[1]
        if word in ("for", "if"):
            stack.append(tag)
        elif word.startswith("end"):
            found.append((stack.pop(), tag))
    return found


PAIRS = pairs()


def unended(text: str) -> list[Finding]:
    return list(mb203.check(read_template(with_document(text), "mau.docx"), MAY))


def paragraph(finding: Finding) -> int:
    assert isinstance(finding.place, DocxPlace)
    return finding.place.paragraph


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0].text} đoạn {pair[0].paragraph}")
def test_of_every_loop_and_condition_the_missing_end_is_told_at_its_own_beginning(pair: tuple[Found, Found]) -> None:
    opening, closing = pair
    (finding,) = unended(replaced(closing, ""))
    assert paragraph(finding) == opening.paragraph
    assert f"«{closing.text}»" in finding.fix


def body(*lines: str) -> str:
    """The shipped document with these paragraphs for a body."""
    start, end = TEXT.index("<w:body>") + len("<w:body>"), TEXT.rindex("<w:sectPr")
    return TEXT[:start] + "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines) + TEXT[end:]


ANNEXES, BLOCKS, END = "{%p for pl in phu_luc %}", "{%p for khoi in pl.noi_dung %}", "{%p endfor %}"
TITLE, WORDS = "{{r pl.tieu_de }}", "{{r khoi.chu }}"


def test_a_loop_that_goes_on_with_the_items_of_the_outer_one_has_lost_its_own_end() -> None:
    (finding,) = unended(body(ANNEXES, BLOCKS, WORDS, TITLE, END))
    assert paragraph(finding) == 2
    assert finding.fix == (
        "Thêm «{%p endfor %}» ở một đoạn riêng, sau «{{r khoi.chu }}» ở đoạn 3, trước «{{r pl.tieu_de }}» ở đoạn 4."
    )


def test_a_loop_whose_items_are_printed_after_the_last_end_has_lost_its_own() -> None:
    (finding,) = unended(body(ANNEXES, BLOCKS, WORDS, END, TITLE))
    assert (paragraph(finding), finding.related) == (1, ())
    assert finding.fix == "Thêm «{%p endfor %}» ở một đoạn riêng, sau «{{r pl.tieu_de }}» ở đoạn 5."


def test_where_nothing_tells_which_end_is_missing_it_is_said_which_was_taken_for_granted() -> None:
    (finding,) = unended(body(ANNEXES, TITLE, BLOCKS, WORDS, END))
    assert paragraph(finding) == 1
    assert [place.paragraph for place in finding.related if isinstance(place, DocxPlace)] == [3]
    assert finding.fix.endswith(
        "Máy coi «{%p endfor %}» ở đoạn 5 là của «{%p for khoi in pl.noi_dung %}» ở đoạn 3; "
        "không phải thế thì thêm thẻ đóng cho thẻ ấy."
    )


def test_the_same_name_in_a_later_loop_is_not_that_of_the_first() -> None:
    first = ("{%p for khoi in noi_dung %}", WORDS)
    (finding,) = unended(body(*first, "Chữ", "{%p for pl in phu_luc %}", BLOCKS, WORDS, END, TITLE, END))
    assert (paragraph(finding), finding.related) == (1, ())
    assert "sau «{{r khoi.chu }}» ở đoạn 2." in finding.fix


def test_a_condition_ends_after_what_it_asks_for_and_before_the_end_about_it() -> None:
    lines = ("{%p for noi in noi_nhan %}", "{%p if noi.gom %}", "{{ noi.gom[0].ten }}", "{{ noi.ten }}", END)
    (finding,) = unended(body(*lines))
    assert paragraph(finding) == 2
    assert "sau «{{ noi.gom[0].ten }}» ở đoạn 3, trước «{%p endfor %}» ở đoạn 5." in finding.fix


def test_words_in_quotes_and_filters_are_no_names() -> None:
    lines = ("{%p if kinh_gui|length == 1 and ket_thuc != 'van_ban' %}", "{{ van_ban.so_ky_hieu|length }}")
    (finding,) = unended(body(*lines))
    assert "sau phần cuối cùng thuộc về nó" in finding.fix


@pytest.mark.parametrize("tag", ["{%p if a %}", "{%p for a in b %}", "{%p set %}{%p for %}"])
def test_a_thousand_missing_ends_take_no_time_to_tell(tag: str) -> None:
    assert len(unended(body(*[tag] * 2000))) == 2000
