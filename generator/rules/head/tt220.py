"""TT220: only some kinds of documents are addressed with «Kính gửi»."""

from __future__ import annotations

from generator.decree.kinds import by_name
from generator.decree.wording import KINH_GUI, KINH_GUI_KINDS
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT220",
    "«Kính gửi» chỉ có trong tờ trình, báo cáo gửi cấp trên và công văn",
    "Văn bản khác ghi nơi nhận một lần, ở cuối.",
    KINH_GUI_KINDS.source,
)


def check(doc: Recognised) -> Verdict:
    kind, fragments = by_name(doc.kind) if doc.kind else None, doc.of("kinh_gui")
    if kind is None:
        return NOT_ASSESSED
    if not fragments or kind.ten in KINH_GUI_KINDS.value:
        return judged(())
    allowed = ", ".join(sorted(name.lower() for name in KINH_GUI_KINDS.value))
    return judged(
        [
            RULE.finding(
                fragments[0].place,
                f"Văn bản loại «{kind.ten}» có phần «{KINH_GUI}», chỉ các loại sau có: {allowed}",
                "Bỏ phần này, ghi các nơi ấy vào «Nơi nhận» ở cuối văn bản.",
            )
        ]
    )
