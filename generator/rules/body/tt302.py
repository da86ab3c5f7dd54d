"""Where the first line of a paragraph begins."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from generator.decree.facts import custom, specimen
from generator.decree.page import BODY
from generator.findings import Finding
from generator.rules.body.prose import INDENTED, fragments_of, gathered, is_quoted, typed_indent
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import mm
from generator.vn.numbers import format_number
from generator.word.recognised import Fragment, Recognised

_TOLERANCE = Decimal("0.5")  # mm, for how Word rounds lengths
_AS_SPECIMEN = specimen(BODY.source.article)
_DEEPER = custom("cả đoạn lùi vào có thể là danh sách cấp dưới; Nghị định chỉ quy định chữ đầu dòng")
_ALLOWED = " hoặc ".join(f"{format_number(length / 10)} cm" for length in BODY.first_line_indents)
_FIX = (
    "Bôi đen các đoạn này, chọn Trang đầu > Đoạn văn > Đặc biệt: Dòng đầu tiên "
    f"(Home > Paragraph > Special: First line), gõ {_ALLOWED}"
)

RULE = FormatRule(
    "TT302",
    f"Chữ đầu dòng của mỗi đoạn lùi vào {_ALLOWED}",
    "Khi xuống dòng, chữ đầu dòng lùi vào một trong hai giá trị này, không phải một khoảng. Thụt bằng phím Tab hay "
    "dấu cách thì mỗi máy hiện một khác.",
    BODY.source,
)


def check(doc: Recognised) -> Verdict:
    # Where a quotation begins on its line the decree does not say.
    parts = (part for part in fragments_of(doc, INDENTED) if not is_quoted(part.para.text))
    fragments = [part for part in parts if part.para.look.align in ("left", "both")]
    return judged(gathered(_findings(fragments))) if fragments else NOT_ASSESSED


@lru_cache(maxsize=256)  # a document has few indents
def _is_allowed(twips: int) -> bool:
    return any(abs(mm(twips) - allowed) <= _TOLERANCE for allowed in BODY.first_line_indents)


def _findings(fragments: list[Fragment]) -> Iterator[Finding]:
    for fragment in fragments:
        look = fragment.para.look
        # Where a number hangs, its own place is the start of the line.
        if _is_allowed(look.left + look.first_line):
            continue
        start = mm(look.left + look.first_line)
        shown = f"«{format_number(start / 10)} cm»"
        if abs(start) <= _TOLERANCE and typed_indent(fragment.para):
            yield RULE.finding(
                fragment.place,
                f"Chữ đầu dòng được đẩy vào bằng phím Tab hoặc dấu cách, độ lùi là {shown}, phải là {_ALLOWED}",
                f"{_FIX}, rồi xóa Tab và dấu cách ở đầu đoạn.",
                _AS_SPECIMEN,
            )
        else:
            # A paragraph set in as a whole may be a deeper list, of which the decree says nothing.
            is_block = look.left > 0 and start > max(BODY.first_line_indents)
            yield RULE.finding(
                fragment.place,
                f"Chữ đầu dòng lùi vào {shown}, phải là {_ALLOWED}",
                f"{_FIX}.",
                _DEEPER if is_block else None,
            )
