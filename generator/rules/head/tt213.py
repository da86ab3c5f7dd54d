"""TT213: the subject under a kind is a heading: no full stop, no «V/v» before it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.head import TRICH_YEU_OPEN_END
from generator.decree.wording import VE_VIEC
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import as_printed, left_open
from generator.vn.text import quoted, sentence_start
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["trich_yeu"]

RULE = FormatRule(
    "TT213",
    "Trích yếu dưới tên loại không có dấu chấm cuối, không mở đầu bằng «V/v»",
    "«V/v» là của công văn, nơi trích yếu nằm dưới số và ký hiệu.",
    VE_VIEC.source,
)


def check(doc: Recognised) -> Verdict:
    fragments = doc.of(_COMPONENT.id)
    return judged(_findings(doc)) if fragments else NOT_ASSESSED


def _findings(doc: Recognised) -> Iterator[Finding]:
    fragments = doc.of(_COMPONENT.id)
    text = " ".join(as_printed(fragment) for fragment in fragments)
    if text.casefold().startswith(VE_VIEC.casefold()):
        rest = sentence_start(text[len(VE_VIEC) :].lstrip(" .:"))
        yield RULE.finding(
            fragments[0].place,
            f"Trích yếu mở đầu bằng «{text[: len(VE_VIEC)]}»; chỉ trích yếu của công văn viết như vậy",
            f"Bỏ «{VE_VIEC}», viết {quoted(rest)}." if rest else f"Bỏ «{VE_VIEC}».",
            VE_VIEC.source,
        )
    if text.endswith(TRICH_YEU_OPEN_END) and not left_open(text):
        yield RULE.finding(
            fragments[-1].place,
            f"Cuối trích yếu có dấu «{TRICH_YEU_OPEN_END}», nên bỏ",
            "Xóa dấu chấm ở cuối trích yếu.",
            TRICH_YEU_OPEN_END.source,
        )
