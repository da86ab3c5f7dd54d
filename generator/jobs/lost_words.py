"""What of a report's words a template would lose: MB105.

A template's holes (``word.prepare.Hole``) tell which words it may leave out in some case.  Whether it does so with this
report is tried: each of those words is given a mark, and what is printed must hold every mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.data.model import BaoCao
from generator.findings import DataPlace, DocxPlace, FilePlace, Finding, Place, Severity
from generator.patterns import regex
from generator.rules.rule import in_short
from generator.rules.template.vocabulary import ITEM
from generator.vn.text import quoted
from generator.word.package import CORE_PROPERTIES
from generator.word.pieces import Piece
from generator.word.prepare import Hole, PreparedTemplate
from generator.word.render import CompiledTemplate, TemplateFault, render_parts
from generator.word.runs import plain_run

NO_PLACE = "MB105"

_OPEN, _CLOSE = "\ue0d5", "\ue0d6"  # private characters, which no filter of a template's changes
_MARK = regex(f"{_OPEN}([0-9]+){_CLOSE}")
_SHOWN = 3
_MOST_PLACES = 10
_DRAWING = "hình vẽ"
_FIX = "Chép phần ấy từ mẫu gốc: chạy «cds-gen template new mau-goc.docx» rồi mở hai mẫu bằng Word."


class _Marked(Struct, Piece, frozen=True):
    """A piece with a mark after it."""

    piece: Piece
    mark: str

    def __str__(self) -> str:
        return f"{self.piece}{self.mark}"

    def __bool__(self) -> bool:
        return bool(self.piece)

    def xml(self) -> str:
        return f"{self.piece.xml()}{plain_run(self.mark)}"


class _Words(Struct, frozen=True):
    """Words at a path, ``at`` those numbers in its lists; in which kind of block, and where in the data they stand."""

    path: str = ""
    at: tuple[int, ...] = ()
    kind: str = ""
    places: tuple[Place, ...] = ()
    words: str = ""


class _Marks:
    """Marks the words of a context that the holes of a template may swallow."""

    def __init__(self, holes: Iterable[Hole]) -> None:
        self.found: list[_Words] = []
        self._numbers: dict[tuple[str, tuple[int, ...]], int] = {}
        self._same = {form: forms[0] for hole in holes for forms in hole.words for form in forms}
        self._due = {(forms[0], hole.kind[1]) for hole in holes for forms in hole.words}
        self._kinds = dict(hole.kind[0].rsplit(".", 1) for hole in holes if hole.kind[0])
        self._inside: dict[str, dict[str, str]] = {}
        for path in self._same:
            while path:
                above, name = _parted(path)
                self._inside.setdefault(above, {})[name] = path
                path = above

    def put(self, context: Mapping[str, Any]) -> dict[str, Any]:
        """The context with a mark after each of those words."""
        return {name: self._inner(value, name, _Words()) for name, value in context.items()}

    def _inner(self, value: Any, name: str, above: _Words) -> Any:
        path = self._inside.get(above.path, {}).get(name)
        return value if path is None else self._marked(value, replace(above, path=path))

    def _marked(self, value: Any, here: _Words) -> Any:
        if isinstance(value, str | Piece):
            return self._with_mark(value, here)
        if isinstance(value, list | tuple):
            return [self._inner(each, ITEM, replace(here, at=(*here.at, at))) for at, each in enumerate(value)]
        if not isinstance(value, Struct):
            return value
        if here.path in self._kinds:
            here = replace(here, kind=getattr(value, self._kinds[here.path]))
        if known := getattr(value, "cho", None):
            here = replace(here, places=known if isinstance(known, tuple) else (known,))
        names = [name for name in value.__struct_fields__ if name in self._inside.get(here.path, {})]
        return replace(value, **{name: self._inner(getattr(value, name), name, here) for name in names})

    def _with_mark(self, value: str | Piece, here: _Words) -> str | Piece:
        words, first = str(value), self._same.get(here.path, "")
        is_due = {(first, ""), (first, here.kind)} & self._due
        if not is_due or not value or (isinstance(value, str) and not words.strip()):
            return value
        number = self._numbers.setdefault((first, here.at), len(self.found))
        if number == len(self.found):
            places = here.places[here.at[-1] :][:1] if len(here.places) > 1 else here.places
            self.found.append(replace(here, path=first, places=places, words=words or _DRAWING))
        mark = f"{_OPEN}{number}{_CLOSE}"
        return _Marked(value, mark) if isinstance(value, Piece) else f"{words}{mark}"


def _parted(path: str) -> tuple[str, str]:
    """What holds a path, and its name there."""
    if path.endswith(ITEM):
        return path[: -len(ITEM)], ITEM
    above, _, name = path.rpartition(".")
    return above, name


class Typed(Struct, frozen=True):
    """A report and the bytes of its data file."""

    report: BaoCao
    data: bytes


def lost_words(
    template: CompiledTemplate, holes: Sequence[Hole], printed: Mapping[str, Any], typed: Typed
) -> list[Finding]:
    """What of a report falls through some holes of its template: errors, but a warning for mere punctuation."""
    marks = _Marks(holes)
    marked = marks.put(printed)
    if not marks.found:
        return []
    shown = _shown(template, marked)
    lost = [words for number, words in enumerate(marks.found) if number not in shown]
    return list(_told(template.prepared, holes, lost, typed))


def _shown(template: CompiledTemplate, marked: Mapping[str, Any]) -> set[int]:
    """The numbers of the marks that are printed in the text."""
    try:
        parts = render_parts(template, marked)
    except TemplateFault:
        return set()  # a tag that makes something else of the words
    texts = (xml.decode() for name, xml in parts if name != CORE_PROPERTIES)
    return {int(number) for text in texts for number in _MARK.findall(text)}


def _places(words: _Words, typed: Typed) -> tuple[Place, ...]:
    """Where some words stand in the data, as near as can be told."""
    if words.places:
        return words.places
    if (known := typed.report.places.get(words.path)) is not None:
        return (known,)
    file, lines = typed.report.file, typed.data.decode("utf-8-sig", "replace").splitlines()
    for number, line in enumerate(lines, start=1):
        if words.words in line:
            return (DataPlace(file, number, line.index(words.words) + 1),)
    top = f"{re.split(r'[.[]', words.path)[0]}:"
    return tuple(DataPlace(file, number, 1) for number, line in enumerate(lines, start=1) if line.startswith(top))[:1]


def _told(template: PreparedTemplate, holes: Iterable[Hole], lost: Sequence[_Words], typed: Typed) -> Iterator[Finding]:
    left = list(lost)
    for hole in holes:
        paths = {forms[0] for forms in hole.words}
        swallowed = [words for words in left if words.path in paths and hole.kind[1] in ("", words.kind)]
        left = [words for words in left if words not in swallowed]
        if swallowed:
            yield _finding(template, hole, swallowed, typed)


def _finding(template: PreparedTemplate, hole: Hole, lost: Sequence[_Words], typed: Typed) -> Finding:
    place: Place = DocxPlace(template.name, *hole.paragraph) if hole.paragraph[0] else FilePlace(template.name)
    first = [quoted(in_short(each)) for each in dict.fromkeys(words.words for words in lost)]
    others = f" và {len(first) - _SHOWN} chỗ nữa" if len(first) > _SHOWN else ""
    names = ", ".join(map(quoted, hole.names))
    grave = any(letter.isalnum() for words in lost for letter in words.words)
    return Finding(
        NO_PLACE,
        Severity.ERROR if grave else Severity.WARNING,
        place,
        f"Mẫu không in {names} ({hole.meaning}){hole.when}: {', '.join(first[:_SHOWN])}{others} sẽ mất.",
        _FIX,
        related=tuple(dict.fromkeys(each for words in lost for each in _places(words, typed)))[:_MOST_PLACES],
    )
