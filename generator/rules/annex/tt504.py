"""The words on what an annex is attached to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.facts import specimen
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.annex.heading import parts_of
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, look_findings
from generator.vn.text import nfc, quoted, squeeze
from generator.word.recognised import Annex, Recognised

_ID = "phu_luc_kem_theo"
_IN_BRACKETS = specimen("Phụ lục III, mẫu 2.1: «(Kèm theo …)»")

# The decree's own short form has no body; a blank place is enough in an electronic document.
_PARTS_OF_LINE = (
    ("số, ký hiệu", regex(r"(?<!\w)số(?!\w)|/\s*[^\W\d_]", re.IGNORECASE)),
    ("thời gian ban hành", regex(r"(?<!\w)(?:ngày|tháng|năm)(?!\w)|[0-9]/[0-9]{4}", re.IGNORECASE)),
)

RULE = FormatRule(
    "TT504",
    f"Dòng “(Kèm theo …)”: in thường, cỡ chữ {bounds(COMPONENTS[_ID].sizes)}, chữ nghiêng, canh giữa dưới tên phụ lục",
    "Dòng này nối phụ lục với văn bản mà nó kèm theo khi hai phần rời nhau.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    headed = [annex for annex in doc.annexes if annex.heading]
    fragments = parts_of(doc, "attached")
    if not (headed or fragments):
        return NOT_ASSESSED
    return judged(
        [
            *gathered(look_findings(RULE, _ID, doc, fragments)),
            *_missing(headed),
            *_above_title(headed),
            *_incomplete(doc),
            *_bracketed(doc),
        ]
    )


def _missing(headed: list[Annex]) -> Iterator[Finding]:
    for annex in headed:
        if not annex.attached:
            last = [*annex.heading, *annex.title][-1]
            yield RULE.finding(
                last.place,
                f"Dưới {quoted(annex.heading[0].text)} không có dòng ghi phụ lục kèm theo văn bản nào",
                "Thêm dòng «(Kèm theo … số …/…-… ngày … tháng … năm … của …)» dưới tên phụ lục, canh giữa, nghiêng.",
            )


def _above_title(headed: list[Annex]) -> Iterator[Finding]:
    for annex in headed:
        if annex.attached and annex.title and annex.attached[0].para.number < annex.title[-1].para.number:
            yield RULE.finding(
                annex.attached[0].place,
                f"Dòng {quoted(annex.attached[0].text)} đứng trên tên phụ lục, phải đứng dưới",
                "Cắt dòng này (Ctrl+X), dán xuống ngay dưới tên phụ lục.",
            )


def _incomplete(doc: Recognised) -> Iterator[Finding]:
    for annex in doc.annexes:
        text = nfc(squeeze(" ".join(fragment.text for fragment in annex.attached)))
        lacking = [what for what, pattern in _PARTS_OF_LINE if text and not pattern.search(text)]
        if lacking:
            yield RULE.finding(
                annex.attached[0].place,
                f"Dòng {quoted(text)} không ghi {', '.join(lacking)} của văn bản",
                "Viết «(Kèm theo … số …/…-… ngày … tháng … năm … của …)»; chỗ chưa biết thì để trống.",
            )


def _bracketed(doc: Recognised) -> Iterator[Finding]:
    for annex in doc.annexes:
        text = squeeze(" ".join(fragment.text for fragment in annex.attached))
        if text and not text.startswith("("):
            yield RULE.finding(
                annex.attached[0].place,
                f"Dòng {quoted(text)} không đặt trong ngoặc đơn",
                "Thêm dấu ngoặc ở đầu và cuối: «(Kèm theo …)».",
                _IN_BRACKETS,
            )
