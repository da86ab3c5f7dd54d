"""TT607: «Ủy ban nhân dân» spelled out or shortened, as the office has chosen, where both are allowed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.house import QuyCach
from generator.decree.uy_ban import has_full, has_short, in_full, in_short
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.house.house_rule import chosen
from generator.rules.looks import as_printed
from generator.vn.text import quoted
from generator.word.recognised import Fragment, Recognised

RULE = FormatRule(
    "TT607",
    "Ủy ban nhân dân viết đủ hay viết tắt theo cơ quan chọn",
    "Tên cơ quan chủ quản được viết tắt cụm từ thông dụng, tên cơ quan ban hành thì không: chỉ xét cơ quan chủ quản ở "
    "đầu trang và cơ quan sau chữ «của» dưới tiêu đề phụ lục.",
    chosen("uy_ban"),
)

_OF = " của "


def check(doc: Recognised, style: QuyCach) -> Verdict:
    in_annexes = (fragment for annex in doc.annexes for fragment in annex.attached)
    fragments = [*doc.of("co_quan_chu_quan"), *in_annexes]
    naming = [each for each in fragments if has_full(_name(each.text)) or has_short(_name(each.text))]
    if style.uy_ban_day_du is None or not naming:
        return NOT_ASSESSED
    return judged(_findings(naming, style.uy_ban_day_du))


def _name(text: str) -> str:
    """The name of the body, which stands behind «của» where it does not stand alone."""
    return text.partition(_OF)[2].rstrip(") ") or text


def _findings(fragments: list[Fragment], full: bool) -> Iterator[Finding]:
    for fragment in fragments:
        text = _name(as_printed(fragment))
        if has_short(text) if full else has_full(text):
            right = in_full(text) if full else in_short(text)
            yield RULE.finding(
                fragment.place,
                f"Ủy ban nhân dân viết {'tắt' if full else 'đủ'} trong {quoted(text)}, "
                f"cơ quan chọn viết {'đủ' if full else 'tắt'}",
                f"Gõ lại {quoted(right)}.",
            )
