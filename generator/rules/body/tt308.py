"""Khoản, with a title and without."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.wording import AFTER_KHOAN_NUMBER
from generator.findings import Finding
from generator.rules.body.divisions import Level, read_division
from generator.rules.body.prose import gathered, prose_findings
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import look_findings
from generator.vn.text import quoted
from generator.word.recognised import Fragment, Recognised

_TITLED = frozenset(("sizes", "bold", "italic", "case"))

RULE = FormatRule(
    "TT308",
    "Khoản: số Ả Rập có dấu chấm, chữ đứng bằng cỡ lời văn; có tiêu đề thì số và tiêu đề đậm",
    "Số thứ tự và tiêu đề của khoản được trình bày trên một dòng riêng, chữ đậm; khoản không có tiêu đề trình bày như "
    "lời văn.",
    COMPONENTS["khoan"].source,
)


def check(doc: Recognised) -> Verdict:
    plain, titled = doc.of("khoan"), doc.of("khoan_co_tieu_de")
    if not (plain or titled):
        return NOT_ASSESSED
    return judged(gathered(_findings(doc, plain, titled)))


def _findings(doc: Recognised, plain: tuple[Fragment, ...], titled: tuple[Fragment, ...]) -> Iterator[Finding]:
    yield from prose_findings(RULE, "khoan", doc, plain)
    yield from look_findings(RULE, "khoan_co_tieu_de", doc, titled, _TITLED)
    for fragment in (*plain, *titled):
        division = read_division(fragment.para, "khoan") if fragment.start == 0 else None
        # 1.1. is not of the decree, and people write it with a stop behind and without.
        if division is None or division.level != Level.KHOAN or division.mark == AFTER_KHOAN_NUMBER:
            continue
        yield RULE.finding(
            fragment.place,
            f"Sau số {quoted(division.shown)} của khoản là {quoted(division.mark or ' ')}, phải là dấu chấm",
            f"Gõ lại «{division.shown}{AFTER_KHOAN_NUMBER} {division.rest[:30]}».",
        )
