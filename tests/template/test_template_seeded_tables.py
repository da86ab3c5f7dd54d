"""Faults seeded into blocks and rows as a hand in Word makes them: each is told at the paragraph that is wrong."""

from __future__ import annotations

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree
from secretary_edits import Edit, Office, at, edited, number_of, place_of

from generator.findings import DocxPlace, Finding, Severity

OPENING, ENDING = "{%tr for hang in", "{%tr endfor %}"
GROUP, OTHER, CLOSING = "{%tr if hang.nhom %}", "{%tr else %}", "{%tr endif %}"
HEADING, CELLS = "{%tc for cot in", "{%tc for o in hang.o %}"
LOOPS = ("{%p for khoi in noi_dung %}", "{%p for khoi in pl.noi_dung %}")


def row(opened: Document, words: str, nth: int = 0) -> etree._Element:
    return next(at(opened, words, nth).iterancestors(qn("w:tr")))


def above(words: str, other: str) -> Edit:
    """Moves the row with some words above another row."""
    return lambda opened: row(opened, other).addprevious(row(opened, words))


def below(words: str, other: str) -> Edit:
    return lambda opened: row(opened, other).addnext(row(opened, words))


def within(words: str, other: str, nth: int = 0) -> Edit:
    """Moves a tag into a row that has tags already, and its own row away."""

    def edit(opened: Document) -> None:
        tag, left = at(opened, words), row(opened, words)
        at(opened, other, nth).addprevious(tag)
        left.getparent().remove(left)

    return edit


def errors(office: Office, data: bytes) -> list[Finding]:
    return [each for each in office.told(data) if each.severity is Severity.ERROR and isinstance(each.place, DocxPlace)]


@pytest.mark.parametrize(
    ("tag", "edit", "rule"),
    [
        pytest.param(OPENING, above(OPENING, HEADING), "MB207", id="begins above the heading"),
        pytest.param(OPENING, within(OPENING, HEADING), "MB208", id="begins in the heading"),
        pytest.param(OPENING, within(OPENING, CELLS), "MB208", id="begins in the row of a group"),
        pytest.param(OPENING, below(OPENING, CELLS), "MB203", id="begins below the row of a group"),
        pytest.param(OPENING, below(OPENING, GROUP), "MB203", id="begins inside the condition"),
        pytest.param(OPENING, above(OPENING, "{{ van_ban.so_ky_hieu }}"), "MB203", id="begins in another table"),
        pytest.param(ENDING, within(ENDING, CELLS, 1), "MB208", id="ends in the row of data"),
        pytest.param(ENDING, above(ENDING, HEADING), "MB203", id="ends above the heading"),
    ],
)
def test_a_loop_of_rows_on_the_wrong_row_is_told_there(office: Office, tag: str, edit: Edit, rule: str) -> None:
    data = edited(edit)
    told = {(each.rule, place_of(each)[1]) for each in errors(office, data)}
    assert (rule, number_of(data, tag)) in told


def test_a_loop_that_repeats_the_heading_is_to_begin_below_it(office: Office) -> None:
    (told,) = errors(office, edited(above(OPENING, HEADING)))
    assert "«noi_dung[].bang.cot[].tieu_de»" in told.fix
    assert "hàng tiêu đề đứng trên" in told.fix


@pytest.mark.parametrize(
    "edit",
    [above(ENDING, OTHER), above(ENDING, CLOSING), below(ENDING, GROUP)],
    ids=["above the other branch", "above its end", "below its beginning"],
)
def test_a_loop_of_rows_that_ends_inside_its_condition_leaves_that_open(office: Office, edit: Edit) -> None:
    data = edited(edit)
    assert ("MB203", number_of(data, GROUP)) in {(each.rule, place_of(each)[1]) for each in errors(office, data)}


@pytest.mark.parametrize("nth", [0, 1], ids=["body", "annex"])
@pytest.mark.parametrize("kind", ["chi_tieu", "danh_so", "muc", "khoan", "diem", "bang", "bieu_do"])
def test_a_kind_of_block_whose_specimen_is_cut_out_is_told_at_its_loop(office: Office, kind: str, nth: int) -> None:
    def cut_out(opened: Document) -> None:
        start = at(opened, f"kieu == '{kind}'", nth)
        while True:
            following = start.getnext()
            start.getparent().remove(start)
            start = following
            if "".join(start.itertext()).startswith(("{%p elif kieu", "{%p else")):
                return

    data = edited(cut_out)
    (told,) = (each for each in errors(office, data) if each.rule == "MB207")
    assert place_of(told)[1] == number_of(data, LOOPS[nth])
    assert f"«{kind}»" in told.problem
    assert f"«{{%p elif kieu == '{kind}' %}}»" in told.fix


@pytest.mark.parametrize("kind", ["yeu_cau", "ket_qua", "danh_gia", "cong", "gach"])
def test_a_kind_that_would_be_printed_as_plain_words_is_told_at_its_loop(office: Office, kind: str) -> None:
    def renamed(opened: Document) -> None:
        for text in at(opened, f"kieu == '{kind}'").iter(qn("w:t")):
            text.text = text.text.replace(f"'{kind}'", "'khac'")

    data = edited(renamed)
    (told,) = (each for each in office.told(data) if each.rule == "MB207")
    assert told.severity is Severity.WARNING
    assert place_of(told)[1] == number_of(data, LOOPS[0])
    assert f"«{kind}»" in told.problem


@pytest.mark.parametrize(
    ("kind", "tag", "name"),
    [
        ("gach", "{{r khoi.chu }}", "noi_dung[].chu"),
        ("chi_tieu", "{{ khoi.so }}", "noi_dung[].so"),
        ("bang", "{{ cot.tieu_de }}", "noi_dung[].bang.cot[].tieu_de"),
        ("bieu_do", "{{r khoi.bieu_do }}", "noi_dung[].bieu_do"),
    ],
)
def test_a_branch_that_is_there_is_to_be_filled_and_not_added_again(
    office: Office, kind: str, tag: str, name: str
) -> None:
    def rub_out(opened: Document) -> None:
        for text in at(opened, tag).iter(qn("w:t")):
            text.text = text.text.replace(tag, "")

    data = edited(rub_out)
    (told,) = (each for each in errors(office, data) if each.rule == "MB207")
    word = "if" if kind == "gach" else "elif"
    branch = f"{{%p {word} kieu == '{kind}' %}}"
    assert place_of(told)[1] == number_of(data, branch)
    assert told.fix.startswith(f"Thêm thẻ in «{name}» vào nhánh «{branch}»")
