"""What stands in the place of the page number, where it begins, and where it lies."""

from __future__ import annotations

import pytest
from documents import HEADER, page_number, para, recognised, section, twips, view

from generator.findings import Severity
from generator.rules.page import tt106
from generator.word.recognised import Annex, Fragment, Recognised


def found(*sections, paragraph=None, formats=()):
    seen = view(
        para("Chữ"),
        sections=sections or (section(),),
        margins={HEADER: (paragraph or page_number(),)},
        formats={(HEADER, 1): formats},
    )
    return [(each.severity, each.problem) for each in tt106.check(recognised(seen=seen)).findings]


@pytest.mark.parametrize("start", [None, 1])
def test_numbers_begin_with_one(start):
    assert found(section(start=start)) == []


@pytest.mark.parametrize("start", [0, 2, 5])
def test_numbers_that_begin_elsewhere(start):
    ((severity, problem),) = found(section(start=start))
    assert f"bắt đầu từ «{start}»" in problem
    assert severity is Severity.ERROR


def test_only_the_first_section_begins_the_document():
    assert found(section(0), section(1, start=5)) == []


def test_a_document_that_is_an_annex_is_judged_by_the_rule_of_annexes():
    seen = view(para("Phụ lục I"), sections=(section(start=5),))
    heading = (Fragment.whole(seen.body[0]),)
    doc = Recognised(seen, {}, annexes=(Annex(heading, (), (), ()),))
    assert tt106.check(doc).findings == ()


@pytest.mark.parametrize("name", ["MERGEFORMAT", "Arabic", "charformat"])
def test_switches_that_ask_for_plain_figures(name):
    assert found(formats=(name,)) == []


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("roman", Severity.ERROR),
        ("ALPHABETIC", Severity.ERROR),
        ("CardText", Severity.ERROR),
        ("ArabicDash", Severity.HINT),
    ],
)
def test_switches_that_ask_for_something_else(name, severity):
    ((found_severity, problem),) = found(formats=(name, "MERGEFORMAT"))
    assert f"kiểu «{name}»" in problem
    assert found_severity is severity


@pytest.mark.parametrize("text", ["2", " 12 ", "II", "iv", ""])
def test_a_number_alone(text):
    assert found(paragraph=page_number(text)) == []


@pytest.mark.parametrize("text", ["Trang 2", "- 2 -", "Báo cáo chuyển đổi số 2", "2/10"])
def test_words_beside_the_number_are_a_hint(text):
    ((severity, problem),) = found(paragraph=page_number(text))
    assert f"«{text}»" in problem
    assert severity is Severity.HINT


@pytest.mark.parametrize(("header", "count"), [(10, 0), (19, 0), (25, 1)])
def test_the_number_stands_in_the_top_margin(header, count):
    assert len(found(section(top=twips(20), header=twips(header)))) == count


@pytest.mark.parametrize(("look", "count"), [({"left": 1134}, 1), ({"first_line": 567}, 1), ({"left": 100}, 0)])
def test_indents_push_the_number_aside(look, count):
    assert len(found(paragraph=page_number(**look))) == count
