"""The titles of Mục, Tiểu mục."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.body.parts import title_verdict
from generator.rules.format_rule import FormatRule, Verdict
from generator.rules.looks import bounds
from generator.word.recognised import Recognised

_ID = "tieu_de_muc_tieu_muc"

RULE = FormatRule(
    "TT318",
    f"Tiêu đề của mục, tiểu mục: in hoa, cỡ chữ {bounds(COMPONENTS[_ID].sizes)}, chữ đứng, đậm, canh giữa",
    "Mục, tiểu mục phải có tiêu đề, trình bày ngay dưới từ “Mục”, “Tiểu mục”.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    return title_verdict(RULE, _ID, doc)
