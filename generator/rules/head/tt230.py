"""TT230: a document has the name of its kind or «V/v», never both."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.kind_parts import NO_KIND_LINE, SUBJECT_UNDER_KIND
from generator.decree.kinds import CONG_VAN
from generator.decree.wording import VE_VIEC
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import as_printed
from generator.vn.text import quoted
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT230",
    "Công văn có «V/v» dưới số, ký hiệu và không có dòng tên loại; văn bản có tên loại thì ngược lại",
    "Chép công văn từ một văn bản khác hay còn dòng tên loại, chép ngược lại hay còn «V/v» dưới số.",
    SUBJECT_UNDER_KIND,
)


def check(doc: Recognised) -> Verdict:
    if not doc.of("ten_loai") and not doc.of("trich_yeu_cong_van"):
        return NOT_ASSESSED
    return judged(_findings(doc))


def _findings(doc: Recognised) -> Iterator[Finding]:
    named, subject = doc.of("ten_loai"), doc.of("trich_yeu_cong_van")
    if named and doc.kind == CONG_VAN.ten:
        yield RULE.finding(
            named[0].place,
            f"Công văn có dòng tên loại {quoted(as_printed(named[0]))}",
            f"Xóa dòng này; trích yếu ghi sau «{VE_VIEC}» ở dưới số, ký hiệu.",
            NO_KIND_LINE,
        )
    elif named and subject:
        yield RULE.finding(
            subject[0].place,
            f"Văn bản có tên loại {quoted(as_printed(named[0]))} mà dưới số, ký hiệu còn trích yếu như công văn",
            "Xóa dòng này; trích yếu đứng dưới tên loại.",
        )
