"""What a report has word for word from the file of the period before, which ``ky.truoc.tep`` names."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from generator.data.decoding import MOST_BYTES
from generator.data.located import read_yaml
from generator.data.model import BaoCao
from generator.data.sentences import Copied, sentences_in, sentences_of
from generator.findings import DataPlace
from generator.patterns import regex

_ABSOLUTE = regex(r"/|[A-Za-z]:")


class Earlier(Struct, frozen=True):
    """The sentences that stand in the file of the period before; ``lost`` names such a file that could not be read."""

    copied: tuple[Copied, ...] = ()
    lost: str | None = None


def earlier_path(name: str, folder: Path, within: Path) -> Path | None:
    """The file of that name, there or not, by its way from ``folder``; None for one that is not ``within`` a folder."""
    typed = name.strip().replace("\\", "/")
    try:
        path = Path(os.path.normpath(folder / typed))
        inside = not _ABSOLUTE.match(typed) and path.resolve().is_relative_to(within.resolve())
    except (OSError, RuntimeError, ValueError):
        # Python 3.11 and 3.12 raise RuntimeError where links go round in a circle.
        return None
    return path if inside else None


def against_earlier(report: BaoCao, folder: Path, within: Path | None = None) -> Earlier:
    """The sentences of a report, its expressions not expanded, held against the file of the period before.

    ``folder`` is that of the report's file, ``within`` the one that no file may lie outside of, by default the same.
    It is no fault that the other file is gone or cannot be read: it may be older than the program.  Sentences of bases
    are not looked at, for both reports may share them.
    """
    name = report.ky.truoc.tep if report.ky.truoc else None
    if not name:
        return Earlier()
    known = _sentences_of_file(earlier_path(name, folder, within or folder), name)
    if known is None:
        return Earlier(lost=name)
    own = (sentence for sentence in sentences_of(report) if sentence.place.file == report.file)
    return Earlier(tuple(Copied(sentence, known[sentence.text]) for sentence in own if sentence.text in known))


def _sentences_of_file(path: Path | None, name: str) -> Mapping[str, DataPlace] | None:
    """Where each sentence of a file first stands; None where it cannot be read."""
    try:
        if path is None or not path.is_file():
            return None
        with path.open("rb") as file:
            tree, _ = read_yaml(file.read(MOST_BYTES + 1), name)
    except (OSError, RuntimeError, ValueError):
        return None
    if tree is None:
        return None
    found: dict[str, DataPlace] = {}
    for sentence in sentences_in(tree):
        found.setdefault(sentence.text, sentence.place)
    return found
