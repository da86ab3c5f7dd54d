"""Words that differ by one letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

_LONGEST = 80  # a longer word is not a name; the forms without one letter would take too much room


def one_edit_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or other, or two neighbours swapped, make one word the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    if len(rest) != len(other_rest):
        longer, shorter = (rest, other_rest) if len(rest) > len(other_rest) else (other_rest, rest)
        return longer[1:] == shorter
    return rest[1:] == other_rest[1:] or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])


def near_pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of distinct words that are one edit apart, each once, in order; long words are passed over."""
    known = sorted({word for word in words if len(word) <= _LONGEST})
    by_form: dict[str, list[str]] = defaultdict(list)
    for word in known:
        for form in {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}:
            by_form[form].append(word)
    pairs = {
        (one, other)
        for group in by_form.values()
        for index, one in enumerate(group)
        for other in group[index + 1 :]
        if one_edit_apart(one, other)
    }
    yield from sorted(pairs)
