"""Printed lines of paragraphs, and what their words and letters tell before anyone knows what they are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from generator.decree.head import STAMPS
from generator.patterns import regex
from generator.word.recognised import Fragment
from generator.word.view import Para

_STROKES = frozenset("_-–—―─‐*=¯")
_RINGS = frozenset("oO0")
_RULE_SIGNS = _STROKES | _RINGS
_MOST_RINGS = 3
_SOLID = frozenset("_—―─¯")
_WIDE_GAP = regex(r" {6,}")
_MOST_LINES = 60
_FEWEST_STROKES = 3
_CAPITALS_SHARE = 0.9  # an abbreviation with a small letter in a line of capitals is no small-letter line


class _Plain(dict[int, str]):
    """Each character as one small letter without accents, worked out when first met."""

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFD", chr(code))[0].lower()[:1]
        self[code] = {"đ": "d", "ð": "d"}.get(bare, bare or " ")
        return self[code]


_PLAIN = _Plain()


def plain(text: str) -> str:
    """The text in small letters without accents, letter for letter, so that places in it are places in the text."""
    return text.translate(_PLAIN)


class PrintedLine(Struct, frozen=True):
    """A line of a paragraph: ``index`` is the paragraph's place in the sequence that was searched."""

    index: int
    fragment: Fragment

    @property
    def para(self) -> Para:
        return self.fragment.para

    @property
    def words(self) -> str:
        return words(self.fragment)


def cut(para: Para, start: int, end: int) -> Fragment | None:
    """The letters from start to end without the blanks around them; None where nothing is left."""
    text = para.text[start:end]
    kept = text.strip()
    if not kept:
        return None
    begin = start + text.index(kept)
    if not para.text[:begin].strip() and not para.text[begin + len(kept) :].strip():
        return Fragment.whole(para)
    return Fragment(para, begin, begin + len(kept))


def lines_of(para: Para) -> Iterator[Fragment]:
    """The lines that line breaks make of a paragraph; blank ones are left out.

    Only the first of very many: no component has so many lines, and each costs a look at the whole paragraph.
    """
    start = 0
    for text in para.text.split("\n", _MOST_LINES)[:_MOST_LINES]:
        line = cut(para, start, start + len(text))
        if line is not None:
            yield line
        start += len(text) + 1


def printed_lines(paras: Sequence[Para], start: int, end: int) -> Iterator[PrintedLine]:
    """The lines of a run of paragraphs."""
    for index in range(start, min(end, len(paras))):
        for fragment in lines_of(paras[index]):
            yield PrintedLine(index, fragment)


def words(fragment: Fragment) -> str:
    """The words of a fragment on one line, marks of notes left out."""
    return fragment.words


def joined(fragments: Iterable[Fragment]) -> tuple[Fragment, ...]:
    """Fragments in order, neighbours in one paragraph as one; the whole paragraph where nothing else stands in it."""
    found: list[Fragment] = []
    for fragment in fragments:
        last = found[-1] if found else None
        if last is not None and last.para is fragment.para and last.start <= fragment.start:
            found.pop()
            whole = cut(fragment.para, last.start, fragment.end)
            found.append(whole or fragment)
        else:
            found.append(fragment)
    return tuple(found)


def is_bold(fragment: Fragment) -> bool:
    """Whether all its letters are bold (dots, blanks and marks of notes do not count)."""
    lettered = [each for each in _stretches(fragment) if any(ch.isalnum() for ch in each[0])] or _stretches(fragment)
    return bool(lettered) and all(bold for _, bold, _ in lettered)


def has_bold(fragment: Fragment) -> bool:
    """Whether any of its letters are bold."""
    return any(bold for text, bold, _ in _stretches(fragment) if any(ch.isalnum() for ch in text))


def has_italic(fragment: Fragment) -> bool:
    """Whether any of its letters are italic."""
    return any(italic for text, _, italic in _stretches(fragment) if any(ch.isalnum() for ch in text))


def _stretches(fragment: Fragment) -> list[tuple[str, bool, bool]]:
    return [
        (each.text, each.look.bold, each.look.italic)
        for each in fragment.stretches
        if not each.look.raised and each.text.strip()
    ]


def is_caps(fragment: Fragment) -> bool:
    """Whether it comes out in capitals, typed so or made so by its look."""
    letters = capitals = 0
    for stretch in fragment.stretches:
        for ch in stretch.text:
            if ch.isalpha():
                letters += 1
                capitals += stretch.look.caps or stretch.look.small_caps or ch.isupper()
    return letters > 0 and capitals >= letters * _CAPITALS_SHARE


def is_centred(para: Para) -> bool:
    return para.look.align == "center"


def tables_around(paras: Iterable[Para]) -> dict[int, tuple[int, ...]]:
    """For each table, itself and the tables that it lies in, outermost first.

    Tables are numbered as they begin, so one lies in the last that began before it and is one level higher.
    """
    depths = {para.cell.table: para.cell.depth for para in paras if para.cell is not None}
    found: dict[int, tuple[int, ...]] = {}
    open_tables: list[int] = []
    for table, depth in sorted(depths.items()):
        open_tables = [*open_tables[: depth - 1], table]
        found[table] = tuple(open_tables)
    return found


def stops_before(fragment: Fragment) -> int:
    """How many tab stops a piece of a line stands behind; a wide gap of blanks counts as one."""
    text = fragment.para.text
    start = fragment.start + len(fragment.text) - len(fragment.text.lstrip())
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return before.count("\t") or len(_WIDE_GAP.findall(before))


def is_rule_text(text: str) -> bool:
    """Whether a line is a rule made of characters: "____", "-----", "---o0o---"."""
    bare = text.strip()
    if bare[:1] not in _RULE_SIGNS or bare[-1:] not in _RULE_SIGNS:
        return False
    signs = "".join(bare.split())
    rings = [sign for sign in signs if sign not in _STROKES]
    return len(signs) - len(rings) >= _FEWEST_STROKES and len(rings) <= _MOST_RINGS and _RINGS.issuperset(rings)


def is_stamp(text: str) -> bool:
    """Whether a line is what is stamped on a document: «KHẨN», «MẬT»."""
    return " ".join(text.split()).upper() in STAMPS.value


def is_solid_rule(text: str) -> bool:
    """Whether the characters of a rule join into one stroke."""
    return all(ch in _SOLID for ch in text if not ch.isspace())
