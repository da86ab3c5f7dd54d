"""DL713: no two annexes bear one number."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import AnnexHeading, Said
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.annex_numbers import annex_key
from generator.vn.text import quoted

RULE = SaidRule(
    "DL713",
    Severity.WARNING,
    "Mỗi phụ lục một số",
    "Hai phụ lục cùng số thì lời dẫn «Phụ lục II» không biết chỉ phụ lục nào.",
)


def check(said: Said) -> Iterator[Finding]:
    first: dict[str, AnnexHeading] = {}
    for annex in said.annexes:
        key = annex_key(annex.number)
        if not key:
            continue
        if key in first:
            yield RULE.finding(
                annex.place,
                f"{quoted('Phụ lục ' + annex.number)} trùng số với phụ lục {quoted(first[key].title)}.",
                "Đánh số lại các phụ lục theo thứ tự I, II, III.",
                (first[key].place,),
            )
        else:
            first[key] = annex
