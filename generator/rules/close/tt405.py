"""The words "Nơi nhận:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.wording import NOI_NHAN
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, look_findings
from generator.vn.text import quoted, squeeze
from generator.word.recognised import Recognised

_ID = "noi_nhan_tu"
_WORDS = regex(r"\s+".join(NOI_NHAN.split()), re.IGNORECASE)

RULE = FormatRule(
    "TT405",
    f"Từ «{NOI_NHAN}:» cỡ chữ {bounds(COMPONENTS[_ID].sizes)}, nghiêng, đậm, một dòng riêng sát lề trái, "
    "sau có dấu hai chấm",
    "Từ này mở danh sách nơi nhận, ngang hàng với quyền hạn, chức vụ của người ký.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    return judged(_findings(doc)) if doc.of(_ID) else NOT_ASSESSED


def _findings(doc: Recognised) -> Iterator[Finding]:
    fragments = doc.of(_ID)
    yield from look_findings(RULE, _ID, doc, fragments)
    for fragment in fragments:
        text = squeeze(fragment.text)
        found = _WORDS.match(text)
        if text.rstrip(" :.;") != NOI_NHAN and not text.isupper():
            yield RULE.finding(fragment.place, f"Từ «{NOI_NHAN}» viết {quoted(text)}", f"Viết «{NOI_NHAN}:».")
        if found and not text[found.end() :].lstrip().startswith(":"):
            yield RULE.finding(
                fragment.place, f"Sau {quoted(found.group())} không có dấu hai chấm (:)", f"Viết «{NOI_NHAN}:»."
            )
    listed = doc.of("noi_nhan_danh_sach")
    on_line = [
        part
        for part in listed
        if any(
            part.para is word.para and "\n" not in _between(word.end, part.start, part.para.text) for word in fragments
        )
    ]
    for part in on_line[:1]:
        first = squeeze(part.text.split("\n")[0])
        if first.startswith("("):
            continue
        yield RULE.finding(
            part.place,
            f"Nơi nhận {quoted(first)} nằm cùng dòng với từ «{NOI_NHAN}:»",
            f"Đặt con trỏ sau «{NOI_NHAN}:», nhấn Enter để danh sách xuống dòng.",
        )


def _between(start: int, end: int, text: str) -> str:
    # The break may lie at the end of the words themselves.
    return text[max(0, start - 1) : end]
