"""Where values stand in a text: what is between start and end is what YAML reads there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.data.spans import GroupSpan, ListSpan, Span, TextSpan, read_spans

INPUTS = sorted((Path(__file__).parents[3] / "inputs").glob("*.yaml"))
words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=20)
trees = st.recursive(
    words.map(str.strip).filter(bool),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words.map(str.strip).filter(bool), inner, max_size=4),
    max_leaves=20,
)


def texts(span: Span) -> Iterator[TextSpan]:
    if isinstance(span, TextSpan):
        yield span
        return
    below = span.items if isinstance(span, ListSpan) else [entry.value for entry in span.entries.values()]
    for each in below:
        yield from texts(each)


def as_data(span: Span) -> object:
    if isinstance(span, TextSpan):
        return span.value
    if isinstance(span, ListSpan):
        return [as_data(item) for item in span.items]
    return {key: as_data(entry.value) for key, entry in span.entries.items()}


def read_alone(text: str, span: Span) -> object:
    """What the words between start and end are by themselves."""
    lead = " " * (span.start - text.rfind("\n", 0, span.start) - 1)
    return yaml.load(f"{lead}{text[span.start : span.end]}\n", yaml.BaseLoader)


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_every_text_of_a_real_report_stands_where_its_span_says(path: Path) -> None:
    text = path.read_text("utf-8")
    for span in texts(read_spans(text)):
        if span.is_block:
            assert "".join(text[span.start + 1 : span.end].split()) == "".join(span.value.split())
        elif span.value:
            assert read_alone(text, span) == span.value


@given(st.dictionaries(words.map(str.strip).filter(bool), trees, min_size=1, max_size=5), st.booleans())
def test_every_value_reads_the_same_when_it_is_cut_out(data: dict[str, object], in_flow: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=in_flow, sort_keys=False, width=10_000)
    root = read_spans(text)
    assert as_data(root) == data
    for span in texts(root):
        assert read_alone(text, span) == span.value


def test_a_block_ends_at_its_last_value_not_at_the_comment_below() -> None:
    text = "a:\n  b: 1\n  # ghi chú\n\nc: 2\n"
    group = read_spans(text).entries["a"].value
    assert isinstance(group, GroupSpan)
    assert text[group.start : group.end] == "b: 1"


def test_a_list_is_no_root() -> None:
    with pytest.raises(ValueError, match="no group"):
        read_spans("- a\n")
