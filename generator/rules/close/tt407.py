"""The marks of the list of recipients."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.facts import specimen
from generator.decree.wording import NOI_NHAN_MARKS
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.body.prose import gathered
from generator.rules.close.recipients import Recipient, recipients
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import quoted
from generator.word.recognised import Recognised

_DASH = NOI_NHAN_MARKS.before.strip()
# What stands behind a semicolon, outside brackets, is another recipient.
_BRACKETS = regex(r"\([^()]*\)")
_OTHERS = regex(r";\s*(?=[^\s;.,])")
_NAMES = {";": "dấu chấm phẩy (;)", ".": "dấu chấm (.)"}
_OTHER_DASH = specimen("Phụ lục I, phần I, mục V, số thứ tự 8.b")

RULE = FormatRule(
    "TT407",
    "Nơi nhận: mỗi dòng gạch đầu dòng (-), cuối dòng dấu chấm phẩy (;), dòng cuối cùng dấu chấm (.)",
    "Mỗi nơi nhận một dòng để văn thư gửi không sót; dấu chấm cho biết danh sách đã hết.",
    NOI_NHAN_MARKS.source,
)


def check(doc: Recognised) -> Verdict:
    items = recipients(doc)
    return judged(gathered(_findings(items))) if items else NOT_ASSESSED


def _findings(items: list[Recipient]) -> Iterator[Finding]:
    ends = _ends(items)
    for index, item in enumerate(items):
        if not item.dash:
            yield RULE.finding(
                item.first.place,
                f"Đầu dòng {quoted(item.text)} không có gạch đầu dòng (-)",
                f"Thêm «{NOI_NHAN_MARKS.before}» vào đầu dòng.",
            )
        elif item.dash != _DASH:
            yield RULE.finding(
                item.first.place,
                f"Đầu dòng có «{item.dash}», phải là gạch ngắn «{_DASH}»",
                f"Thay bằng «{NOI_NHAN_MARKS.before}»; tắt tự sửa gạch ngang của Word nếu có (AutoFormat As You Type).",
                _OTHER_DASH,
            )
        others = [] if item.is_stored else _OTHERS.findall(_BRACKETS.sub("", item.text))
        if others:
            yield RULE.finding(
                item.first.place,
                f"Dòng {quoted(item.text)} ghi {len(others) + 1} nơi nhận, mỗi nơi phải ở một dòng riêng",
                "Đặt con trỏ sau dấu chấm phẩy, bấm Enter; thêm gạch đầu dòng (-) cho dòng mới.",
            )
        if item.braced:
            continue
        wanted = ends[index]
        if not item.text.endswith(wanted):
            names = " hoặc ".join(_NAMES[mark] for mark in wanted)
            which = "dòng cuối cùng" if index == len(items) - 1 else "dòng"
            yield RULE.finding(
                item.last.place,
                f"Cuối {which} {quoted(item.text)} phải có {names}",
                f"Sửa cuối dòng thành {names}.",
            )


def _ends(items: list[Recipient]) -> list[tuple[str, ...]]:
    """The marks that each item may end with: where lists stand side by side, the end of each may be closed."""
    lasts = {item.column: index for index, item in enumerate(items) if not item.braced}
    stored = any(item.is_stored for item in items)
    allowed: list[tuple[str, ...]] = []
    for index, item in enumerate(items):
        closes = item.is_stored or (index == len(items) - 1 and not stored)
        if index == len(items) - 1 and not closes and lasts.get(item.column) == index and len(lasts) == 1:
            closes = True
        if closes:
            allowed.append((NOI_NHAN_MARKS.after_last,))
        elif lasts.get(item.column) == index:
            allowed.append((NOI_NHAN_MARKS.after, NOI_NHAN_MARKS.after_last))
        else:
            allowed.append((NOI_NHAN_MARKS.after,))
    return allowed
