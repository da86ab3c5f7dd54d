"""What of a document a template leaves out, everywhere or in some branch of a condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.rules.template.coverage import LeftOut, left_out
from generator.rules.template.vocabulary import ITEM, Entry, Form, Vocabulary
from generator.vn.text import quoted
from generator.word.template_view import CORE_PROPERTIES, Branch, Guard, How, TemplateView, Use, length_of

_NOTHING = frozenset({""})
_PRINTING = (How.PRINTS, How.DERIVES)


class Omission(Struct, frozen=True):
    """What a template does not print: ``entry``, with all that it holds, or some names in it (``lost``).

    ``branch`` keeps it from being printed, None where there is no tag for it at all.  Of a block, ``entry`` is what
    tells the kinds of blocks apart, and ``kind`` the kind that is not printed.
    """

    entry: Entry
    lost: tuple[Entry, ...]
    branch: Branch | None = None
    kind: str = ""

    @property
    def when(self) -> str:
        """In which case, in Vietnamese, to go after what is not printed; empty for always."""
        if self.branch is None:
            return ""
        tag, holds = quoted(self.branch.tag.text), self.branch.holds
        if self.branch.tag.word == "for":
            return f" khi vòng lặp {tag} {'không đi qua phần tử nào' if holds else 'có phần tử'}"
        if self.branch.tag.word in ("if", "elif"):
            return f" khi điều kiện {tag} {'không đúng' if holds else 'đúng'}"
        return f" ngoài phần mà thẻ {tag} in"


class _Template:
    """A template held against what it may print."""

    def __init__(self, template: TemplateView, may: Vocabulary) -> None:
        self.may = may
        self.uses: dict[str, list[Use]] = {}
        self.forms: dict[str, list[str]] = {}
        for use in template.uses:
            if use.tag.place.part != CORE_PROPERTIES:
                self.uses.setdefault(use.path, []).append(use)
        for entry in may.entries.values():
            self.forms.setdefault(entry.form_of or entry.path, []).append(entry.path)

    def left_out(self, entry: Entry, sure: Sequence[Guard] = ()) -> LeftOut | None:
        """Whether some words are not printed while they are there."""
        forms = self.forms.get(entry.path, [entry.path])
        hows = (How.LOOPS,) if entry.form is Form.LIST else _PRINTING
        uses = [use for form in forms for use in self.uses.get(form, ()) if use.how in hows]
        return left_out(uses, [*(fact for form in forms for fact in _facts(form)), *_empty(entry), *sure])


def _facts(path: str) -> Iterator[Guard]:
    """What is sure where there is anything at a path: there is what holds it, too."""
    while path:
        yield Guard(path, _NOTHING, False)
        yield Guard(length_of(path), frozenset({"0"}), False)
        path = path.removesuffix(ITEM) if path.endswith(ITEM) else path.rpartition(".")[0]


def _empty(entry: Entry) -> Iterator[Guard]:
    if entry.unless:
        yield Guard(entry.unless, _NOTHING)


def omissions(template: TemplateView, may: Vocabulary) -> list[Omission]:
    """All that a template leaves out, but for the blocks of which only some kinds are left out."""
    held = _Template(template, may)
    due = [entry for entry in may.entries.values() if _is_due(entry, may)]
    found = {entry.path: miss for entry in due if (miss := held.left_out(entry))}
    nowhere = {path for path, miss in found.items() if miss.branch is None}
    told: dict[str, list[Entry]] = {}
    for entry in due:
        if entry.path in nowhere:
            told.setdefault(_topmost(entry, nowhere, due, may).path, []).append(entry)
    whole = [Omission(may.entries[path], tuple(lost)) for path, lost in told.items()]
    return [*whole, *_by_branch([(entry, found[entry.path]) for entry in due if entry.path in found.keys() - nowhere])]


def _by_branch(found: Sequence[tuple[Entry, LeftOut]]) -> Iterator[Omission]:
    """One for all names of a group that a branch leaves out."""
    groups: dict[tuple[int, bool, str], list[tuple[Entry, LeftOut]]] = {}
    for entry, miss in found:
        assert miss.branch is not None
        groups.setdefault((id(miss.branch.tag), miss.branch.holds, entry.parent), []).append((entry, miss))
    for group in groups.values():
        yield Omission(group[0][0], tuple(entry for entry, _ in group), group[0][1].branch)


def omitted_blocks(template: TemplateView, may: Vocabulary) -> Iterator[Omission]:
    """The kinds of blocks of which the loop over all blocks leaves something out."""
    held = _Template(template, may)
    for entry in may.entries.values():
        if not entry.kinds or entry.parent.removesuffix(ITEM) not in held.uses:
            continue
        for kind, specimen in entry.kinds.items():
            if specimen.part in may.lacking:
                continue
            sure = (Guard(entry.path, frozenset({kind})),)
            names = [may.entries[f"{entry.parent}.{name}"] for name in specimen.prints]
            missed = [(each, miss) for each in names if (miss := held.left_out(each, sure))]
            if missed:
                branch = next((miss.branch for _, miss in missed if miss.branch is None), missed[0][1].branch)
                yield Omission(entry, tuple(each for each, _ in missed), branch, kind)


def words_below(entry: Entry, may: Vocabulary) -> tuple[Entry, ...]:
    """The words that a list of blocks holds."""
    (kinds,) = (each for each in may.below(f"{entry.path}{ITEM}") if each.kinds)
    names = dict.fromkeys(name for specimen in kinds.kinds.values() for name in specimen.prints)
    return tuple(may.entries[f"{entry.path}{ITEM}.{name}"] for name in names)


def part_of(entry: Entry, may: Vocabulary) -> str:
    """The part of a document that an entry belongs to, or that what holds it belongs to; empty for none."""
    found: Entry | None = entry
    while found is not None and not found.part:
        found = may.get(found.parent)
    return found.part if found else ""


def _holds_blocks(path: str, may: Vocabulary) -> bool:
    return any(each.kinds for each in may.below(path))


def _is_due(entry: Entry, may: Vocabulary) -> bool:
    """Whether a template ought to print it; of blocks the list stands for them all."""
    if entry.form is Form.LIST:
        if not _holds_blocks(f"{entry.path}{ITEM}", may):
            return False
    elif not entry.is_words or entry.steers or entry.form_of:
        return False
    above: Entry | None = entry
    while above is not None:
        if above.part in may.lacking or (above.path.endswith(ITEM) and _holds_blocks(above.path, may)):
            return False
        above = may.get(above.parent)
    return True


def _topmost(entry: Entry, missing: set[str], due: Sequence[Entry], may: Vocabulary) -> Entry:
    """The whole that is missing with all that it holds: a list of which nothing is printed is told once."""
    top = entry
    above = may.get(entry.parent)
    while above is not None:
        if any(each.path not in missing for each in due if _is_within(each.path, above.path)):
            break
        top = above if above.form is not Form.GROUP or "." not in above.path else top
        above = may.get(above.parent)
    return may.entries[top.path.removesuffix(ITEM)] if top.path.endswith(ITEM) else top


def _is_within(path: str, outer: str) -> bool:
    return path.startswith((f"{outer}.", f"{outer}{ITEM}"))
