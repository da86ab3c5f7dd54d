"""Hand-made documents for the tests of the rules over figures."""

from __future__ import annotations

from generator.findings import DocxPlace, Finding
from generator.rules.said import Indicator, Passage, Row, Said, Table
from generator.rules.said_figures import RULES

_CHECKS = {module.RULE.id: module.check for module in RULES}


def place(number: int) -> DocxPlace:
    return DocxPlace("tệp.docx", "nội dung", number)


def text(*paragraphs: str) -> Said:
    """A document of paragraphs; one that begins with «# » is a heading."""
    passages = tuple(
        Passage(each.removeprefix("# "), place(number), heading=each.startswith("# "))
        for number, each in enumerate(paragraphs, start=1)
    )
    return Said("tệp.docx", passages)


def cell(words: str) -> Said:
    """A document with one table of one cell."""
    return Said("tệp.docx", (), (Table(("Kết quả",), (Row((Passage(words, place(1)),)),), place(1)),))


def indicator(id_: str, name: str = "Thôn có mạng", **more: str) -> Indicator:
    """An indicator; ``more`` are its group, unit, target, result and verdict, empty where not given."""
    parts = {key: more.get(key, "") for key in ("group", "unit", "target", "result", "verdict")}
    return Indicator(id_, name, place=place(100), **parts)


def table(*indicators: Indicator, told: tuple[str, ...] = ()) -> Said:
    """A document with indicators, and paragraphs of text before them."""
    return Said("tệp.docx", text(*told).passages, indicators=indicators)


def found(rule: str, said: Said) -> list[Finding]:
    return list(_CHECKS[rule](said))


def problems(rule: str, said: Said) -> list[str]:
    return [finding.problem for finding in found(rule, said)]


def rules_that_find(said: Said) -> set[str]:
    return {finding.rule for check in _CHECKS.values() for finding in check(said)}
