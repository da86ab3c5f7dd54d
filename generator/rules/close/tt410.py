"""Whether the signature block can be left alone on a page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.facts import custom
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import quoted
from generator.word.recognised import Recognised
from generator.word.view import Para

RULE = FormatRule(
    "TT410",
    "Khối chữ ký không đứng một mình trên một trang",
    "Trang chỉ có chữ ký và dấu thì không biết ký cho nội dung nào. Tệp Word không cho biết trang ngắt ở đâu khi in, "
    "nên chỉ xét những gì giữ hoặc tách hai phần này.",
    custom("không để riêng chữ ký trên một trang không có nội dung"),
)
_KEEP = "Đoạn văn > Ngắt dòng và trang > Giữ với đoạn tiếp theo (Paragraph > Line and Page Breaks > Keep with next)"


def check(doc: Recognised) -> Verdict:
    signed = min((part.para.number for part in doc.of("quyen_han_chuc_vu")), default=0)
    content = [para for para in doc.content if para.number < signed]
    if not content:
        return NOT_ASSESSED
    last = max(content, key=lambda para: para.number)
    opening = min([signed, *(part.para.number for part in doc.of("noi_nhan_tu") if part.para.number > last.number)])
    between = [para for para in doc.view.body if last.number < para.number <= opening and not para.boxed]
    return judged(_findings(last, between))


def _findings(last: Para, between: list[Para]) -> Iterator[Finding]:
    broken = [para for para in between if para.breaks_page or para.look.page_break_before]
    if broken:
        yield RULE.finding(
            broken[0].place,
            f"Sau đoạn cuối của nội dung {quoted(last.text[-30:])} có ngắt trang, chữ ký đứng riêng một trang",
            "Xóa ngắt trang trước khối chữ ký; nếu hết trang thì chuyển ít nhất hai dòng nội dung sang cùng.",
        )
    elif not last.look.keep_next or any(para.is_blank and not para.look.keep_next for para in between[:-1]):
        yield RULE.finding(
            last.place,
            "Đoạn cuối của nội dung không được giữ cùng khối chữ ký, khi in chữ ký có thể sang một mình ở trang sau",
            f"Đặt con trỏ vào đoạn cuối (và các đoạn trống dưới nó), chọn {_KEEP}.",
        )
