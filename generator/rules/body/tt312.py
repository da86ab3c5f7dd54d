"""The marks at the ends of căn cứ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.decree.wording import CAN_CU, CAN_CU_MARKS
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.body.grounds import grounds
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.marks import list_mark
from generator.vn.text import quoted, squeeze
from generator.word.recognised import Fragment, Recognised

_WORDS = r"\s+".join(CAN_CU.split())
_ANOTHER = regex(rf"[;,.]\s*{_WORDS}(?!\w)", re.IGNORECASE)

RULE = FormatRule(
    "TT312",
    "Mỗi căn cứ một dòng, cuối dòng có dấu chấm phẩy, dòng cuối cùng kết thúc bằng dấu chấm",
    "Các căn cứ là một danh sách: dấu chấm phẩy nối các dòng, dấu chấm cho biết danh sách đã hết.",
    CAN_CU_MARKS.source,
)


def check(doc: Recognised) -> Verdict:
    found = grounds(doc)
    return judged(_findings(found)) if found else NOT_ASSESSED


def _findings(found: list[Fragment]) -> Iterator[Finding]:
    for number, fragment in enumerate(found, start=1):
        is_last = number == len(found)
        wanted = CAN_CU_MARKS.after_last if is_last else CAN_CU_MARKS.after
        text = squeeze(fragment.text)
        dash = list_mark(text)[:1]
        if dash:
            yield RULE.finding(
                fragment.place,
                f"Đầu dòng căn cứ có {quoted(dash)}; mỗi căn cứ một dòng, đầu dòng không có gạch",
                f"Xóa {quoted(dash)} ở đầu dòng.",
                CAN_CU.source,
            )
        if _ANOTHER.search(text):
            yield RULE.finding(
                fragment.place,
                f"Dòng {quoted(text)} ghi {1 + len(_ANOTHER.findall(text))} căn cứ, sau mỗi căn cứ phải xuống dòng",
                "Đặt con trỏ trước chữ «căn cứ» thứ hai, bấm Enter; cuối mỗi dòng có dấu chấm phẩy (;).",
            )
        if text.endswith(wanted):
            continue
        name = "dấu chấm (.)" if is_last else "dấu chấm phẩy (;)"
        which = "Căn cứ cuối cùng" if is_last else "Căn cứ"
        yield RULE.finding(
            fragment.place,
            f"{which} kết thúc bằng {quoted(text[-12:])}, phải kết thúc bằng {name}",
            f"Sửa cuối dòng thành {name}.",
        )
