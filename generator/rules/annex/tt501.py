"""The words Phụ lục and their number."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.facts import specimen
from generator.findings import Finding
from generator.rules.annex.heading import parts_of
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, left_open, look_findings
from generator.vn.text import quoted, squeeze
from generator.word.recognised import Fragment, Recognised

_ID = "phu_luc_tu"
_MARKS = (".", ":", ",", ";")
_BARE = specimen("Phụ lục III, mẫu 2.1: sau số của phụ lục không có dấu câu")

RULE = FormatRule(
    "TT501",
    "Từ “Phụ lục” và số thứ tự: một dòng riêng, canh giữa, in thường, chữ đứng, đậm, "
    f"cỡ chữ {bounds(COMPONENTS[_ID].sizes)}",
    "Dòng này cho biết phụ lục bắt đầu; nó in thường để phân biệt với tên phụ lục in hoa ở dưới.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    fragments = parts_of(doc, "heading")
    if not fragments:
        return NOT_ASSESSED
    return judged(gathered([*look_findings(RULE, _ID, doc, fragments), *_on_one_line(doc), *_marked(fragments)]))


def _marked(fragments: list[Fragment]) -> Iterator[Finding]:
    for fragment in fragments:
        text = squeeze(fragment.text)
        if text[-1:] in _MARKS and not left_open(text):
            bare = text.rstrip("".join(_MARKS) + " ")
            yield RULE.finding(
                fragment.place, f"Sau {quoted(bare)} có dấu «{text[-1]}»", f"Chỉ viết {quoted(bare)}.", _BARE
            )


def _on_one_line(doc: Recognised) -> Iterator[Finding]:
    for annex in doc.annexes:
        for heading, title in zip(annex.heading[:1], annex.title[:1], strict=False):
            if heading.para is title.para and "\n" not in heading.para.text[heading.end : title.start]:
                yield RULE.finding(
                    heading.place,
                    f"Tên phụ lục {quoted(title.text)} đứng cùng dòng với {quoted(heading.text)}",
                    f"Xóa dấu sau {quoted(heading.text)}, đặt con trỏ trước tên phụ lục, bấm Enter.",
                )
