"""Whether a template prints something in every case: the conditions about its tags, taken together.

What stands at a path may be any of the words that conditions compare it with, something else, or not be there.  A case
gives each path one of these; tags print where all conditions about one of them hold.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from msgspec import Struct

from generator.word.template_view import Branch, Condition, Guard, Use

_NOTHING, _ELSE = "", "\0"
_MOST_ASKED = 20_000  # conditions looked at for one path; what is not decided by then counts as left out

Case = Mapping[str, frozenset[str]]
"""What may stand at each path."""


class LeftOut(Struct, frozen=True):
    """Something is not printed in some case: ``branch`` keeps a tag from being reached, None where there is no tag."""

    branch: Branch | None = None


def left_out(uses: Sequence[Use], facts: Sequence[Guard]) -> LeftOut | None:
    """In which case none of some tags is reached, None where one always is; ``facts`` hold in every case."""
    ways = [tuple(_all(use)) for use in uses]
    case = _possible(ways, facts)
    search = _Search()
    with suppress(RecursionError):
        if not all(search.holds(way, case) is False for way in ways):
            found = search.uncovered(ways, case)
            return None if found is None else LeftOut(_nearest(uses, found))
    return LeftOut()


def is_reached(use: Use, facts: Sequence[Guard]) -> bool:
    """Whether there is a case in which a tag may be reached."""
    way = tuple(_all(use))
    return _Search().holds(way, _possible([way], facts)) is not False


def _all(use: Use) -> Iterator[Condition]:
    return (condition for branch in use.branches for condition in branch.conditions)


def guards_of(use: Use) -> Iterator[Guard]:
    """The single comparisons that the conditions about a tag are made of."""
    return _guards(_all(use))


def _guards(conditions: Iterable[Condition]) -> Iterator[Guard]:
    waiting = list(conditions)
    while waiting:
        condition = waiting.pop()
        if isinstance(condition, Guard):
            yield condition
        else:
            waiting += [each for way in condition.ways for each in way]


def _possible(ways: Sequence[tuple[Condition, ...]], facts: Sequence[Guard]) -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for guard in _guards([*facts, *itertools.chain.from_iterable(ways)]):
        words.setdefault(guard.path, {_NOTHING, _ELSE}).update(guard.values)
    for fact in facts:
        words[fact.path] = {each for each in words[fact.path] if (each in fact.values) is fact.holds}
    return {path: frozenset(each) for path, each in words.items()}


class _Search:
    """Looks for a case that no way covers, by taking cases apart."""

    def __init__(self) -> None:
        self._asked = 0

    def uncovered(self, ways: Sequence[tuple[Condition, ...]], case: Case) -> Case | None:
        """A case within ``case`` in which no way is open."""
        left = []
        for way in ways:
            holds = self.holds(way, case)
            if holds:
                return None
            if holds is None:
                left.append(way)
        if not left or self._asked > _MOST_ASKED:
            return case
        path = next(_undecided(left[0], case))
        for word in sorted(case[path]):
            found = self.uncovered(left, {**case, path: frozenset({word})})
            if found is not None:
                return found
        return None

    def holds(self, conditions: Sequence[Condition], case: Case) -> bool | None:
        """Whether all conditions hold; None where the case does not tell."""
        sure = True
        for condition in conditions:
            self._asked += 1
            found = self._holds(condition, case)
            if found is False:
                return False
            sure = sure and found is True
        return True if sure else None

    def _holds(self, condition: Condition, case: Case) -> bool | None:
        if isinstance(condition, Guard):
            return _decided(condition, case)
        found = [self.holds(way, case) for way in condition.ways]
        return True if True in found else None if None in found else False


def _decided(guard: Guard, case: Case) -> bool | None:
    found = {(word in guard.values) is guard.holds for word in case[guard.path]}
    return found.pop() if len(found) == 1 else None


def _undecided(conditions: Sequence[Condition], case: Case) -> Iterator[str]:
    """The paths that it depends on whether the conditions hold."""
    for condition in conditions:
        if isinstance(condition, Guard):
            if _decided(condition, case) is None:
                yield condition.path
        else:
            for way in condition.ways:
                yield from _undecided(way, case)


def _nearest(uses: Sequence[Use], case: Case) -> Branch:
    """What keeps the tag from being reached that comes nearest to it."""
    search = _Search()
    missed = []
    for use in uses:
        depth = next((at for at, each in enumerate(use.branches) if search.holds(each.conditions, case) is not True), 0)
        missed.append((depth, use.branches[depth]))
    return max(missed, key=lambda each: each[0])[1]
