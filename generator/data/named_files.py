"""Which other files a data file names: read from its tree alone, whatever else is wrong with it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from generator.data.decoding import MOST_BYTES
from generator.data.inherit import BaseNotFound, with_bases
from generator.data.located import read_yaml
from generator.data.nodes import Mapping, Node, Scalar
from generator.data.shapes import full_forms
from generator.data.text_types import SLUG
from generator.findings import Finding


class NamedFiles(Struct, frozen=True):
    """What a data file names, as it names it; bases stand beside or below it, whether they are there or not.

    ``bases`` are all, those that bases name among them; ``earlier`` is the file of the period before, which may
    stand elsewhere in the office.
    """

    bases: tuple[str, ...] = ()
    kind: str | None = None
    catalogues: tuple[str, ...] = ()
    earlier: str | None = None


def named_files(path: Path) -> NamedFiles:
    """The files that the data file at ``path`` names; none where it cannot be read."""
    bases: list[str] = []

    def read(name: str) -> tuple[Mapping | None, list[Finding]]:
        bases.append(name)
        try:
            return read_yaml(_head(path.parent / name), name)
        except (OSError, ValueError) as error:
            raise BaseNotFound(name, name) from error

    try:
        tree, _ = read_yaml(_head(path), path.name)
    except (OSError, ValueError):
        return NamedFiles()
    if tree is None:
        return NamedFiles()
    merged = full_forms(with_bases(tree, path.name, read)[0])
    parts = getattr(_at(merged, "chi_tieu"), "items", ())
    catalogues = (_text(_at(part, "bo")) for part in parts if isinstance(part, Mapping))
    return NamedFiles(
        tuple(bases),
        _slug(_text(_at(merged, "mau"))),
        tuple(name for name in map(_slug, catalogues) if name),
        _text(_at(_at(_at(merged, "ky"), "truoc"), "tep")),
    )


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _at(node: Node | None, key: str) -> Node | None:
    item = node.items.get(key) if isinstance(node, Mapping) else None
    return item.node if item else None


def _text(node: Node | None) -> str | None:
    return node.text.strip() or None if isinstance(node, Scalar) else None


def _slug(name: str | None) -> str | None:
    return name if name and SLUG.fullmatch(name) else None
