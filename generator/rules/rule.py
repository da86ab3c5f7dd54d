"""What a rule is: an id, what it asks and why, and a function that finds where it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.findings import Finding
from generator.rules.graded_rule import GradedRule
from generator.vn.text import squeeze

_LONGEST_SHOWN = 60


class DataRule(GradedRule, frozen=True):
    """A rule over the data."""


def in_short(words: str) -> str:
    """Words of the data as messages show them: on one line, cut where they are long."""
    line = squeeze(words)
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1].rstrip()}…"


DataCheck = Callable[[BaoCao, tuple[NhomDanhGia, ...]], Iterator[Finding]]
