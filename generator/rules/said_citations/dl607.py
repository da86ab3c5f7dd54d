"""DL607: the first mention of a document in the text is complete."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Place, Severity
from generator.patterns import regex
from generator.rules.said import Passage, Said
from generator.rules.said_citations.ledger import Document, ledger
from generator.rules.said_rule import SaidRule
from generator.vn.text import nfc, quoted, squeeze

RULE = SaidRule(
    "DL607",
    Severity.HINT,
    "Lần đầu dẫn một văn bản thì ghi đủ số, ký hiệu, ngày, cơ quan ban hành và trích yếu",
    "Người đọc chưa biết văn bản ấy; những lần sau mới ghi gọn.",
)
_NO_SYMBOL = regex(
    r"(?<!\w)(?P<kind>Quyết định|Nghị quyết|Kế hoạch|Công văn|Chỉ thị|Báo cáo|Hướng dẫn|Tờ trình|Thông báo)"
    r"\s{1,3}số\s{0,2}:?\s{0,2}(?P<so>[0-9]{1,6})(?=\s{1,3}(?:ngày\s|của\s))",
    re.IGNORECASE,
)
# What a number without a symbol cannot do without.
_NUMBER_ALONE = regex(r"[0-9]\s{1,3}(?:ngày|của|nga\u0300y|cu\u0309a)\s", re.IGNORECASE)


def check(said: Said) -> Iterator[Finding]:
    for document in ledger(said).documents:
        missing = _missing(document, said)
        if missing:
            yield RULE.finding(
                _first_running(document),
                f"«{document.name}» được dẫn lần đầu mà thiếu {' và '.join(missing)}.",
                "Ghi đủ ở lần dẫn đầu tiên; trong tệp dữ liệu thì khai ở van_ban_ban_hanh rồi gọi "
                "{{ vb('" + document.name + "') }}.",
            )
    for passage in said.passages:
        if passage.part != "dau" and _NUMBER_ALONE.search(passage.text):
            yield from _without_symbol(passage)


def _first_running(document: Document) -> Place:
    return next(each.place for each in document.mentions if each.running)


def _missing(document: Document, said: Said) -> list[str]:
    """What no mention of the document tells; a document of the lists, or of the law, is told enough."""
    if (
        not any(each.running for each in document.mentions)
        or document.first.symbol.nam is not None
        or any(each.listed for each in document.mentions)
    ):
        return []
    result = []
    if not any(each.date or each.date_words for each in document.mentions):
        result.append("ngày")
    if not any(each.body_words or each.body_near for each in document.mentions):
        result.append("cơ quan ban hành")
    if not any(each.subject for each in document.mentions):
        result.append("trích yếu")
    return result


def _without_symbol(passage: Passage) -> Iterator[Finding]:
    """A number without a symbol: "Quyết định số 06 ngày 06/01/2022"."""
    text = nfc(passage.text)
    for found in _NO_SYMBOL.finditer(text):
        line = text.count("\n", 0, found.start())
        yield RULE.finding(
            passage.lines[line] if line < len(passage.lines) else passage.place,
            f"{quoted(squeeze(found.group()))} thiếu ký hiệu.",
            f"Ghi cả ký hiệu sau số, theo dạng «{found['so']}/QĐ-TTg».",
        )
