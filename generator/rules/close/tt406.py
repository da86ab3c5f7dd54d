"""The look of the list of recipients."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.decree.components import COMPONENTS
from generator.findings import Finding
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, look_findings, mm
from generator.vn.marks import list_mark
from generator.vn.numbers import format_number
from generator.word.recognised import Fragment, Recognised

_ID = "noi_nhan_danh_sach"
_TOLERANCE = Decimal(2)  # mm, less than anyone sets in by intention

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
    letters = frozenset(("sizes", "bold", "italic", "case", "marks"))
    beside = [part for part in fragments if part not in plain]
    if not fragments:
        return NOT_ASSESSED
    looks = [*look_findings(RULE, _ID, doc, plain), *look_findings(RULE, _ID, doc, beside, letters)]
    return judged(gathered([*looks, *_set_in(doc, plain)]))


def _set_in(doc: Recognised, fragments: list[Fragment]) -> Iterator[Finding]:
    """Items whose dash does not stand at the left edge, which is where «Nơi nhận:» stands."""
    edge = min((_start(word) for word in doc.of("noi_nhan_tu") if word.start == 0), default=Decimal(0))
    for fragment in fragments:
        # What was pushed in by tabs or hangs in a list of Word's is not measured.
        if fragment.start or fragment.para.marker or not list_mark(fragment.text):
            continue
        start = _start(fragment)
        if start - max(edge, Decimal(0)) > _TOLERANCE:
            yield RULE.finding(
                fragment.place,
                f"Gạch đầu dòng lùi vào «{format_number((start / 10).quantize(Decimal('0.1')))} cm», phải sát lề trái",
                "Bôi đen dòng này, chọn Trang đầu > Đoạn văn > Thụt lề: Trái (Paragraph > Indentation: Left), gõ 0.",
            )


def _start(fragment: Fragment) -> Decimal:
    return mm(fragment.para.look.left + fragment.para.look.first_line)
