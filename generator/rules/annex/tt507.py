"""The size of running text in annexes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.decree.components import COMPONENTS
from generator.decree.facts import custom
from generator.findings import Finding
from generator.rules.body.prose import gathered, is_form_line, stands_aside, stands_free
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, speaks
from generator.vn.numbers import format_number
from generator.word.recognised import Recognised
from generator.word.view import Para

_SIZES = COMPONENTS["noi_dung"].sizes

RULE = FormatRule(
    "TT507",
    f"Lời văn trong phụ lục cỡ chữ {bounds(_SIZES)} như nội dung văn bản",
    "Nghị định chỉ quy định dòng đầu của phụ lục. Lời văn của nó là nội dung văn bản, nên cùng cỡ; bảng không xét.",
    custom(
        "Nghị định không nói riêng về lời văn của phụ lục; theo cỡ chữ của nội dung (Phụ lục I, phần I, mục II.6.e)"
    ),
)


def check(doc: Recognised) -> Verdict:
    paragraphs = [
        para
        for annex in doc.annexes
        for para in annex.content
        if stands_free(para) and not (is_form_line(para.text) or stands_aside(para.text))
    ]
    return judged(gathered(_findings(paragraphs))) if paragraphs else NOT_ASSESSED


def _findings(paragraphs: list[Para]) -> Iterator[Finding]:
    for para in paragraphs:
        spoken = [part.look for part in para.stretches if speaks(part) and not part.look.lowered]
        wrong = dict.fromkeys(look.size for look in spoken if look.size not in _SIZES)
        if wrong:
            yield RULE.finding(para.place, f"Lời văn trong phụ lục có cỡ chữ {_shown(wrong)}", _FIX)


def _shown(sizes: dict[Decimal, None]) -> str:
    return ", ".join(f"«{format_number(size)}»" for size in sizes)


_FIX = f"Bôi đen đoạn này, đặt cỡ chữ {bounds(_SIZES)} ở Trang đầu > Phông chữ (Home > Font Size)."
