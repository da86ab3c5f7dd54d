"""TT332: an invitation tells when and where."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.kind_parts import LINES
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import nfc, quoted
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT332",
    "Giấy mời ghi thời gian và địa điểm",
    "Người được mời tìm hai dòng này trước tiên; thiếu một dòng thì phải gọi điện hỏi.",
    LINES["Giấy mời"].source,
)


def check(doc: Recognised) -> Verdict:
    if doc.kind not in LINES or not doc.of("ten_loai") or not doc.content:
        return NOT_ASSESSED
    return judged(_findings(doc))


def _findings(doc: Recognised) -> Iterator[Finding]:
    said = "\n".join(nfc(para.text) for para in (*doc.content, *doc.tables)).casefold()
    for words in LINES[doc.kind].value:
        if words.casefold() not in said:
            yield RULE.finding(
                (doc.of("trich_yeu") or doc.of("ten_loai"))[-1].place,
                f"{doc.kind} không có dòng {quoted(words)}",
                f"Thêm một đoạn «{words}: …».",
            )
