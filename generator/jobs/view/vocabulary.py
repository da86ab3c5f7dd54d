"""What templates may print, read from the types behind the tags (``Context`` and all that it leads to)."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import replace

from generator.data.model_kind import MoTa
from generator.jobs.view.context import Context
from generator.jobs.view.told import Told, Untold
from generator.rules.template.vocabulary import ITEM, Entry, Form, Vocabulary
from generator.vn.text import lower_first
from generator.word.charts import DrawnChart
from generator.word.drawings import DrawnBrace, DrawnLine
from generator.word.pieces import Piece

_DRAWN = (DrawnLine, DrawnBrace, DrawnChart)
_LISTS = (list, tuple)


@functools.cache
def vocabulary() -> Vocabulary:
    """Every path, with its meaning."""
    return Vocabulary(MappingProxyType({entry.path: entry for entry in _members(Context, "", ())}))


def vocabulary_of(kind: MoTa) -> Vocabulary:
    """Every path, for a template of that kind."""
    return replace(vocabulary(), lacking=kind.lacking)


def undeclared() -> list[str]:
    """Public names of the printed types that are neither told nor marked as untold: "KhoiIn.so"."""
    seen: set[type] = set()
    waiting: list[Any] = [Context]
    found = []
    while waiting:
        kind = waiting.pop()
        if kind in seen:
            continue
        seen.add(kind)
        for name, hint in _hints(kind).items():
            if _mark(hint) is None:
                found.append(f"{kind.__name__}.{name}")
            waiting += [inner for inner in _inner(hint) if _is_group(inner)] if isinstance(_mark(hint), Told) else []
    return sorted(found)


def _hints(kind: Any) -> dict[str, Any]:
    """The public names of a type with what they are; properties too, after the fields."""
    hints = get_type_hints(kind, include_extras=True)
    for name, value in vars(kind).items():
        if isinstance(value, property) and value.fget is not None:
            hints[name] = get_type_hints(value.fget, include_extras=True)["return"]
    return {name: hint for name, hint in hints.items() if not name.startswith("_")}


def _mark(hint: Any) -> Told | type[Untold] | None:
    for each in getattr(hint, "__metadata__", ()):
        if isinstance(each, Told) or each is Untold:
            return each
    return None


def _bare(hint: Any) -> Any:
    """The type itself, without marks and without None."""
    if get_origin(hint) is Annotated:
        return _bare(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        (kind,) = (each for each in get_args(hint) if each is not type(None))
        return _bare(kind)
    return hint


def _inner(hint: Any) -> Iterator[Any]:
    bare = _bare(hint)
    yield _bare(get_args(bare)[0]) if get_origin(bare) in _LISTS else bare


def _is_group(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct) and not issubclass(kind, Piece)


def _members(kind: Any, path: str, above: tuple[Any, ...], without: tuple[str, ...] = ()) -> Iterator[Entry]:
    """What stands in a group, and all below; a type that holds itself is gone into once more only."""
    for name, hint in _hints(kind).items():
        told = _mark(hint)
        if isinstance(told, Told) and name not in without and above.count(kind) < 2:
            yield from _entries(_bare(hint), f"{path}.{name}" if path else name, told, (*above, kind))


def _entries(kind: Any, path: str, told: Told, above: tuple[Any, ...]) -> Iterator[Entry]:
    if get_origin(kind) in _LISTS:
        item = _bare(get_args(kind)[0])
        if above.count(item) >= 2:
            return
        grouped = _is_group(item)
        yield Entry(path, Form.LIST, told.meaning, part=told.part)
        meaning = f"Một phần tử: {lower_first(told.meaning)}"
        yield Entry(f"{path}{ITEM}", _form(item), meaning, told.example, part=told.part)
        if grouped:
            yield from _members(item, f"{path}{ITEM}", above, told.without)
        return
    beside, unless = _beside(path, told.form_of), _beside(path, told.unless)
    yield Entry(path, _form(kind), told.meaning, told.example, beside, told.steers, told.kinds, told.part, unless)
    if _is_group(kind):
        yield from _members(kind, path, above, told.without)


def _beside(path: str, name: str) -> str:
    """The path of a name that stands in the same group; a name with a dot is a path already."""
    return f"{path.rpartition('.')[0]}.{name}".lstrip(".") if name and "." not in name else name


def _form(kind: Any) -> Form:
    if _is_group(kind):
        return Form.GROUP
    if isinstance(kind, type) and issubclass(kind, _DRAWN):
        return Form.DRAWN
    return Form.RICH if isinstance(kind, type) and issubclass(kind, Piece) else Form.TEXT
