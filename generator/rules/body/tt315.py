"""Empty paragraphs that stand for spacing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.decree.facts import custom
from generator.findings import Finding
from generator.rules.body.prose import gathered, stands_free
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.word.recognised import Recognised
from generator.word.view import Para

RULE = FormatRule(
    "TT315",
    "Không dùng đoạn trống để tạo khoảng cách",
    "Đoạn trống làm khoảng cách mỗi chỗ một khác và trôi sang đầu trang khi sửa chữ; khoảng cách đặt ở giãn cách đoạn.",
    custom("khoảng cách giữa các đoạn đặt bằng giãn cách đoạn (Phụ lục I, phần I, mục II.6.e)"),
)


def check(doc: Recognised) -> Verdict:
    spoken = {para.number for para in doc.content if not para.is_blank}
    if not spoken:
        return NOT_ASSESSED
    first, last = min(spoken), max(spoken)
    inner = [para for para in doc.view.body if first <= para.number <= last and not para.boxed]
    return judged(gathered(_findings(inner, spoken)))


def _findings(inner: list[Para], spoken: set[int]) -> Iterator[Finding]:
    groups = [(empty, list(group)) for empty, group in groupby(inner, _is_empty)]
    for index, (empty, group) in enumerate(groups):
        if not empty:
            continue
        # Beside a table Word needs a paragraph, and a lone one there may hold a picture.
        upper, lower = groups[index - 1][1][-1], groups[index + 1][1][0]
        if {upper.number, lower.number} <= spoken:
            yield RULE.finding(
                group[0].place if group[0].place.excerpt else upper.place,
                f"Dưới đoạn này có «{len(group)} đoạn trống» làm khoảng cách",
                "Xóa các đoạn trống, đặt khoảng cách ở Bố trí > Giãn cách (Layout > Spacing).",
            )


def _is_empty(para: Para) -> bool:
    return para.is_blank and stands_free(para) and not (para.lines or para.pictured or para.breaks_page)
