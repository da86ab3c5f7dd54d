"""The last recipient: Lưu: VT, and the unit that drafted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.decree.facts import custom, specimen
from generator.decree.wording import KEPT_IN_FILE, KEPT_IN_FILE_AS, LUU, NOI_NHAN_MARKS, VAN_THU
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.close.recipients import Recipient, recipients
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import quoted
from generator.word.recognised import Recognised

_FORM = regex(rf"(?P<word>{LUU})\s*(?P<colon>:?)\s*(?P<rest>.*)", re.IGNORECASE)
_VAN_THU = regex(rf"(?<![^\W_]){VAN_THU}(?![^\W_])")
_ALONE = regex(rf"{VAN_THU}\s*[.,;]*")
# One of the decree's own specimens has no unit.
_UNIT = custom(f"{VAN_THU.source.article} ghi cả đơn vị soạn thảo; mẫu 1.8 của Phụ lục III thì không")
_EXAMPLE = f"{NOI_NHAN_MARKS.before}{LUU}: {VAN_THU}, tên viết tắt đơn vị soạn thảo."

RULE = FormatRule(
    "TT409",
    f"Nơi nhận cuối cùng là «{LUU}: {VAN_THU}, đơn vị soạn thảo.»",
    "Bản gốc lưu tại Văn thư cơ quan; dòng này cho biết lưu ở đâu, ai soạn thảo.",
    LUU.source,
)


def check(doc: Recognised) -> Verdict:
    items = recipients(doc)
    return judged(_findings(items, doc.kind)) if items else NOT_ASSESSED


def _findings(items: list[Recipient], kind: str) -> Iterator[Finding]:
    stored = [item for item in items if item.is_stored]
    if not stored:
        yield RULE.finding(
            items[-1].last.place,
            f"Nơi nhận cuối cùng là {quoted(items[-1].text)}, không có dòng «{LUU}»",
            f"Thêm dòng cuối «{_EXAMPLE}»",
        )
        return
    item = stored[-1]
    below = [other for other in items[items.index(item) + 1 :] if other.column == item.column and not other.braced]
    if below:
        yield RULE.finding(
            item.first.place,
            f"Sau dòng {quoted(item.text)} còn {quoted(below[0].text)}; «{LUU}» phải là dòng cuối cùng",
            f"Chuyển dòng «{LUU}» xuống cuối danh sách.",
        )
    yield from _form(item, kind)


def _form(item: Recipient, kind: str) -> Iterator[Finding]:
    found = _FORM.fullmatch(item.text)
    if found is None:
        return
    if found["word"] != LUU:
        yield RULE.finding(
            item.first.place,
            f"Dòng {quoted(item.text)} viết {quoted(found['word'])}, phải là «{LUU}»",
            f"Viết «{LUU}».",
        )
    if not found["colon"]:
        yield RULE.finding(
            item.first.place, f"Dòng {quoted(item.text)} không có dấu hai chấm sau «{LUU}»", f"Viết «{_EXAMPLE}»"
        )
    place = _VAN_THU.search(found["rest"])
    if place is None and kind in KEPT_IN_FILE.value and found["rest"].casefold().startswith(KEPT_IN_FILE_AS):
        return
    if place is None:
        yield RULE.finding(
            item.first.place, f"Dòng {quoted(item.text)} không có «{VAN_THU}» (Văn thư)", f"Viết «{_EXAMPLE}»"
        )
    elif _ALONE.fullmatch(found["rest"]):
        yield RULE.finding(
            item.first.place,
            f"Dòng {quoted(item.text)} không có tên viết tắt của đơn vị soạn thảo",
            f"Viết «{_EXAMPLE}»; cơ quan không có đơn vị trực thuộc thì bỏ qua.",
            _UNIT,
        )
    elif place.start() > 0:
        yield RULE.finding(
            item.first.place,
            f"Dòng {quoted(item.text)} không bắt đầu bằng «{VAN_THU}»",
            f"Viết «{_EXAMPLE}»",
            specimen(VAN_THU.source.article),
        )
