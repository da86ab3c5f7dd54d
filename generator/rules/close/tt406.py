"""The look of the list of recipients."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, look_findings
from generator.word.recognised import Recognised

_ID = "noi_nhan_danh_sach"

RULE = FormatRule(
    "TT406",
    f"Danh sách nơi nhận: in thường, cỡ chữ {bounds(COMPONENTS[_ID].sizes)}, chữ đứng, sát lề trái",
    "Danh sách để văn thư gửi, nhỏ hơn lời văn.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    fragments = doc.of(_ID)
    # What stands beside a brace is set in the middle of its own cell.
    plain = [part for part in fragments if part.para.cell is None or part.para.cell.depth == 1]
    letters = frozenset(("sizes", "bold", "italic", "case"))
    beside = [part for part in fragments if part not in plain]
    return (
        judged(gathered([*look_findings(RULE, _ID, doc, plain), *look_findings(RULE, _ID, doc, beside, letters)]))
        if fragments
        else NOT_ASSESSED
    )
