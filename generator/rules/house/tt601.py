"""TT601: the sizes that the office has chosen for Quốc hiệu, Tiêu ngữ and the line of place and date."""

from __future__ import annotations

from generator.data.house import QuyCach
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.house.house_rule import chosen, size_findings
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT601",
    "Quốc hiệu, Tiêu ngữ, địa danh theo cỡ chữ cơ quan chọn",
    "Nghị định cho chọn 12, 13, 13 hoặc 13, 14, 14; văn bản của một cơ quan nên cùng một bộ cỡ chữ.",
    chosen("co_chu"),
)


def check(doc: Recognised, style: QuyCach) -> Verdict:
    sizes = {
        "quoc_hieu": style.co_chu.quoc_hieu,
        "tieu_ngu": style.co_chu.tieu_ngu,
        "dia_danh_thoi_gian": style.co_chu.dia_danh,
    }
    if not any(map(doc.of, sizes)):
        return NOT_ASSESSED
    return judged(
        finding
        for component, size in sizes.items()
        for finding in size_findings(RULE, component, size, doc.of(component))
    )
