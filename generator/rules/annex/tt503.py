"""The title of an annex."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.decree.facts import custom
from generator.findings import Finding
from generator.rules.annex.heading import parts_of
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, look_findings
from generator.vn.text import quoted
from generator.word.recognised import Annex, Recognised

_ID = "phu_luc_tieu_de"
_IF_ANY = custom("Phụ lục I, phần I, mục III.1.b: tên phụ lục, nếu có")

RULE = FormatRule(
    "TT503",
    f"Tên phụ lục: in hoa, cỡ chữ {bounds(COMPONENTS[_ID].sizes)}, chữ đứng, đậm, canh giữa",
    "Tên phụ lục (nếu có) đứng ngay dưới từ “Phụ lục”.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    fragments = parts_of(doc, "title")
    untitled = [annex for annex in doc.annexes if annex.heading and annex.attached and not annex.title]
    if not (fragments or untitled):
        return NOT_ASSESSED
    return judged([*gathered(look_findings(RULE, _ID, doc, fragments)), *map(_missing, untitled)])


def _missing(annex: Annex) -> Finding:
    return RULE.finding(
        annex.heading[0].place,
        f"Dưới {quoted(annex.heading[0].text)} không có tên phụ lục",
        "Nếu phụ lục có tên thì ghi ở dòng ngay dưới, canh giữa, in hoa, đậm.",
        _IF_ANY,
    )
