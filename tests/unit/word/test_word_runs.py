from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from word_documents import W, text_of

from generator.word.builder.xml import NAMESPACES
from generator.word.runs import Runs, Span, text_content

WORDS = st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")
    | st.sampled_from("&<>\"'{}%#\n\t 😀ữ"),
    max_size=60,
)
SPANS = st.lists(st.builds(Span, WORDS, st.booleans(), st.booleans()), max_size=5).map(tuple)


def parsed(markup: str) -> ET.Element:
    return ET.fromstring(f"<w:p {NAMESPACES}>{markup}</w:p>")


@given(WORDS)
@example("A & B <c> \"d\" 'e' {{ y }} {% if %} ]]>")
@example("\n\n\t\n")
def test_any_words_come_out_of_a_document_as_they_went_in(text: str) -> None:
    assert text_of(parsed(str(Runs.plain(text).xml()))) == text


@given(WORDS)
def test_any_words_inside_a_text_element_come_out_as_they_went_in(text: str) -> None:
    assert text_of(parsed(f'<w:r><w:t xml:space="preserve">{text_content(text)}</w:t></w:r>')) == text


@given(SPANS)
def test_spans_print_their_words_in_order(spans: tuple[Span, ...]) -> None:
    runs = Runs(spans)
    assert text_of(parsed(str(runs.xml()))) == str(runs) == "".join(span.text for span in spans)


@given(SPANS)
def test_runs_are_true_when_they_have_words(spans: tuple[Span, ...]) -> None:
    assert bool(Runs(spans)) is bool(str(Runs(spans)))


@pytest.mark.parametrize(
    ("span", "marks"),
    [
        (Span("chữ"), []),
        (Span("chữ", bold=True), ["b", "bCs"]),
        (Span("chữ", italic=True), ["i", "iCs"]),
        (Span("chữ", bold=True, italic=True), ["b", "bCs", "i", "iCs"]),
    ],
)
def test_a_span_carries_its_weight_and_slant_and_nothing_else(span: Span, marks: list[str]) -> None:
    (run,) = parsed(span.xml())
    properties = run.find(f"{W}rPr")
    assert [each.tag.removeprefix(W) for each in (properties if properties is not None else ())] == marks


def test_a_span_without_words_leaves_no_run() -> None:
    assert Runs((Span(""), Span("a"), Span("", bold=True))).xml() == Runs.plain("a").xml()
