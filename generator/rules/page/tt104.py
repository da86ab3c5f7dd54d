"""TT104: all words are set in the one font."""

from __future__ import annotations

from functools import lru_cache

from generator.decree.page import FONT
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import left_open
from generator.rules.page.letters import stains
from generator.word.recognised import Recognised
from generator.word.view import Stretch

RULE = FormatRule(
    "TT104",
    f"Phông chữ {FONT.name} trong toàn văn bản",
    "Chữ chép từ trang mạng, bảng tính mang theo phông lạ; phông TCVN3, VNI không đọc được trên máy khác.",
    FONT.source,
)

# Fonts of signs (ticks, arrows, formulas): the decree rules the font of Vietnamese words.
_OF_SIGNS = ("symbol", "wingdings", "webdings", "cambria math", "mt extra", "segoe ui symbol", "segoe ui emoji")


def check(doc: Recognised) -> Verdict:
    if not any(stretch.text.strip() for para in doc.view.body for stretch in para.stretches):
        return NOT_ASSESSED
    return judged(
        RULE.finding(
            stain.place,
            f"Chữ {stain.where} dùng phông «{stain.found}», phải là {FONT.name}",
            f"Bôi đen phần chữ này, chọn phông {FONT.name} ở Trang đầu > Phông chữ (Home > Font). "
            "Nếu chữ thành sai dấu thì phông cũ là TCVN3 hoặc VNI: chuyển mã sang Unicode trước.",
            related=stain.related,
        )
        for stain in stains(doc, _other_font)
    )


def _other_font(stretch: Stretch) -> str | None:
    font = stretch.look.font
    if _is_right(font):
        return None
    # Dots to be filled in are those of a form, and go when words come.
    is_word = any(ch.isalnum() for ch in stretch.text) and not left_open(stretch.text)
    return font if is_word else None


@lru_cache(maxsize=64)
def _is_right(font: str) -> bool:
    return not font or font.casefold() == FONT.name.casefold() or font.casefold().startswith(_OF_SIGNS)
