"""The titles of Phần and Chương."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.body.parts import title_verdict
from generator.rules.format_rule import FormatRule, Verdict
from generator.rules.looks import bounds
from generator.word.recognised import Recognised

_ID = "tieu_de_phan_chuong"

RULE = FormatRule(
    "TT306",
    f"Tiêu đề của phần, chương: in hoa, cỡ chữ {bounds(COMPONENTS[_ID].sizes)}, chữ đứng, đậm, canh giữa",
    "Phần, chương phải có tiêu đề, trình bày ngay dưới từ “Phần”, “Chương”; chữ hoa để thấy được các phần lớn nhất của "
    "văn bản.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    return title_verdict(RULE, _ID, doc)
