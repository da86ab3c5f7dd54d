"""Edits of a text: what they name changes, all else stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.data.edits import Edit, edited, indentation, own_line


@given(st.text(max_size=60), st.data())
def test_what_no_edit_names_stays(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    edits = [Edit(start, end, data.draw(st.text(max_size=5))) for start, end in spans]
    kept = [text[end:start] for (_, end), (start, _) in zip([(0, 0), *spans], [*spans, (len(text), 0)], strict=True)]
    expected = "".join(part for pair in zip(kept, [*(e.new for e in edits), ""], strict=True) for part in pair)
    assert edited(text, data.draw(st.permutations(edits))[:]) == expected or _touching(spans)


def _touching(spans: list[tuple[int, int]]) -> bool:
    """Whether two insertions share a place: their order is that in which they were given."""
    return len({start for start, _ in spans}) < len(spans)


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        edited("abcdef", [Edit(0, 3, "x"), Edit(2, 4, "y")])


def test_a_line_of_its_own_is_set_in_like_the_one_below() -> None:
    text = "a:\n    b: 1\n"
    assert edited(text, [own_line(text, text.index("1"), "# nhớ")]) == "a:\n    # nhớ\n    b: 1\n"
    assert indentation(text, text.index("1")) == "    "
