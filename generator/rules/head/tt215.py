"""TT215: the subject of a công văn, its look and the «V/v» before it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.decree.components import COMPONENTS, GAP_ABOVE_TRICH_YEU_CONG_VAN
from generator.decree.head import TRICH_YEU_OPEN_END, VE_VIEC_BARE
from generator.decree.wording import VE_VIEC
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.head.spacing import blanks_between, gap
from generator.rules.looks import as_printed, left_open, look_findings
from generator.vn.numbers import format_number
from generator.vn.text import quoted
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["trich_yeu_cong_van"]

RULE = FormatRule(
    "TT215",
    "Trích yếu công văn: sau chữ «V/v», đứng, không đậm, canh giữa, cách số và ký hiệu 6 pt",
    "Trích yếu công văn nhỏ hơn trích yếu của văn bản có tên loại và không có đường kẻ.",
    _COMPONENT.source,
)

_MARKS = (":", ".", ",", ";", "-")
_POINT = 20  # twips
_TOLERANCE = 1  # pt


def check(doc: Recognised) -> Verdict:
    fragments = doc.of(_COMPONENT.id)
    if not fragments:
        return NOT_ASSESSED
    return judged([*look_findings(RULE, _COMPONENT.id, doc, fragments), *_words(doc), *_gap(doc)])


def _words(doc: Recognised) -> Iterator[Finding]:
    first = doc.of(_COMPONENT.id)[0]
    text = as_printed(first)
    if not text.startswith((VE_VIEC, VE_VIEC.upper())):
        yield RULE.finding(
            first.place,
            f"Trích yếu công văn mở đầu bằng {quoted(' '.join(text.split()[:2]))}, phải là «{VE_VIEC}»",
            f"Viết «{VE_VIEC}» rồi đến nội dung, ví dụ «{VE_VIEC} báo cáo kết quả chuyển đổi số».",
            VE_VIEC.source,
        )
    behind = text[len(VE_VIEC) :].lstrip()[:1]
    if behind in _MARKS and text.startswith((VE_VIEC, VE_VIEC.upper())):
        yield RULE.finding(
            first.place,
            f"Sau «{VE_VIEC}» có dấu «{behind}»",
            f"Viết «{VE_VIEC}» rồi đến nội dung, không có dấu ở giữa.",
            VE_VIEC_BARE,
        )
    last = doc.of(_COMPONENT.id)[-1]
    if as_printed(last).endswith(TRICH_YEU_OPEN_END) and not left_open(last.text):
        yield RULE.finding(
            last.place,
            f"Cuối trích yếu công văn có dấu «{TRICH_YEU_OPEN_END}», nên bỏ",
            "Xóa dấu chấm ở cuối trích yếu.",
            TRICH_YEU_OPEN_END.source,
        )


def _gap(doc: Recognised) -> Iterator[Finding]:
    number, subject = doc.of("so_ky_hieu"), doc.of(_COMPONENT.id)
    # A form to be filled in keeps its lines wherever there is room.
    if not number or left_open(subject[0].text):
        return
    upper, lower = number[-1].para, subject[0].para
    blanks, room = blanks_between(upper, lower, doc), gap(upper, lower, doc)
    wanted = GAP_ABOVE_TRICH_YEU_CONG_VAN
    if blanks:
        found = f"{blanks} dòng trống"
    elif room is not None and abs(Decimal(room) / _POINT - wanted.value) > _TOLERANCE:
        found = f"{format_number(Decimal(room) / _POINT, 1)} pt"
    else:
        return
    yield RULE.finding(
        subject[0].place,
        f"Trích yếu công văn cách số, ký hiệu «{found}», phải cách {format_number(wanted.value)} pt",
        "Đặt con trỏ vào dòng trích yếu, xóa dòng trống phía trên nếu có, chọn Bố trí > Giãn cách > Trước "
        f"(Layout > Spacing > Before) và đặt {format_number(wanted.value)} pt.",
        wanted.source,
    )
