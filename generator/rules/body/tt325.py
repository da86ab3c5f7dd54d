"""What a căn cứ tells of the document that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.decree.wording import CAN_CU, CAN_CU_PARTS, CITED_BY_NAME, CITED_BY_NUMBER
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import left_open
from generator.vn.marks import list_mark
from generator.vn.text import nfc, quoted, squeeze
from generator.word.recognised import Fragment, Recognised

_WORDS = r"\s+".join(CAN_CU.split())


def _named(kinds: tuple[str, ...]) -> re.Pattern[str]:
    return regex(rf"{_WORDS}\s+(?P<kind>{'|'.join(kinds)})(?!\w)(?P<rest>.*)", re.IGNORECASE)


_BY_NAME = _named(tuple(sorted(CITED_BY_NAME.value)))
_BY_NUMBER = _named(CITED_BY_NUMBER.value)
# "Luật ... số 77/2015/QH13"; the decree's own "một số điều" is no number.
_NUMBER = regex(r"(?<!\w)số:?\s*[0-9]+(?:\s*[/-]\s*[^\s,;]+)*|(?<!\w)[0-9]+\s*[/-]\s*[0-9]{4}\s*/\s*\w+", re.IGNORECASE)
_SIGN = regex(r"(?<!\w)[0-9]+\s*[/-]\s*[^\s,;]*[^\W\d_]")
_DATE = regex(
    r"ngày\s+[0-9]{1,2}(?:\s+tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4}|\s*[/.-]\s*[0-9]{1,2}\s*[/.-]\s*[0-9]{4})",
    re.IGNORECASE,
)
# A body is named after "của", or by the word with which the names of bodies begin.
_BODY = regex(
    r"(?<!\w)(?:của\s+[^\W\d_a-zà-ỹđ]|Chính phủ|Thủ tướng|Quốc hội|Bộ|Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Ban|Sở|Chủ tịch|"
    r"Tỉnh ủy|Huyện ủy|Thành ủy|Đảng ủy|Giám đốc)(?!\w)|(?<!\w)của\s+(?:ủy ban|uỷ ban|hội đồng|chủ tịch|bộ|sở)"
)
# What a document is about is told by a verb, or by "về": one of those with which subjects begin.
_ABOUT = regex(
    r"(?<!\w)(?:về|v/v|quy định|quy chế|ban hành|hướng dẫn|phê duyệt|sửa đổi|bổ sung|thành lập|kiện toàn|giao|"
    r"thông qua|công bố|công nhận|triển khai|thực hiện|bổ nhiệm|điều động|phân công|phân cấp|phân bổ|điều chỉnh|"
    r"tổ chức|tăng cường|đẩy mạnh|kết luận|yêu cầu|đề nghị|báo cáo|bãi bỏ|thay thế|xây dựng|"
    r"chuyển đổi|một số|việc)(?!\w)",
    re.IGNORECASE,
)
_MAKER = regex(r"(?<!\w)của\s+(?:Quốc hội|Ủy ban Thường vụ Quốc hội|Uỷ ban Thường vụ Quốc hội)(?!\w)", re.IGNORECASE)

RULE = FormatRule(
    "TT325",
    "Căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan, ngày tháng năm, trích yếu; Luật, Pháp lệnh không ghi số và cơ quan",
    "Người đọc tìm văn bản được viện dẫn bằng số và ngày của nó; Luật, Pháp lệnh thì tên đã đủ.",
    CAN_CU_PARTS.source,
)


def check(doc: Recognised) -> Verdict:
    fragments = doc.of("can_cu")
    return judged(gathered(_findings(fragments))) if fragments else NOT_ASSESSED


def _findings(fragments: tuple[Fragment, ...]) -> Iterator[Finding]:
    for fragment in fragments:
        text = nfc(squeeze(fragment.text))
        text = text[len(list_mark(text)) :]
        # Several documents in one line cannot be told apart; dots are left for later.
        if left_open(text):
            continue
        by_name, by_number = _BY_NAME.match(text), _BY_NUMBER.match(text)
        if by_name:
            yield from _too_much(fragment, by_name)
        elif by_number:
            yield from _too_little(fragment, by_number)


def _too_much(fragment: Fragment, named: re.Match[str]) -> Iterator[Finding]:
    kind, rest = named["kind"], named["rest"]
    for what, found in (("số, ký hiệu", _NUMBER.search(rest)), ("cơ quan ban hành", _MAKER.search(rest))):
        if found:
            yield RULE.finding(
                fragment.place,
                f"Căn cứ ghi {what} của {kind} {quoted(found.group())}; {kind} chỉ ghi tên, không ghi {what}",
                f"Xóa {quoted(found.group())}.",
            )


def _too_little(fragment: Fragment, named: re.Match[str]) -> Iterator[Finding]:
    kind, rest = named["kind"], named["rest"]
    parts = (("số, ký hiệu", _SIGN), ("ngày tháng năm ban hành", _DATE), ("cơ quan ban hành", _BODY))
    lacking = [what for what, pattern in (*parts, ("trích yếu nội dung", _ABOUT)) if not pattern.search(rest)]
    if lacking:
        yield RULE.finding(
            fragment.place,
            f"Căn cứ {quoted(f'{kind}{rest}')} không có {', '.join(lacking)}",
            f"Ghi đủ, ví dụ «{CAN_CU} {kind} số …/… ngày … tháng … năm … của … về …».",
        )
