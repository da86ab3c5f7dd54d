"""TT105: all words are black."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.head import NEARLY_BLACK, STAMPS
from generator.decree.page import FONT
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.page.letters import stains
from generator.vn.text import nfc, squeeze
from generator.word.recognised import Recognised
from generator.word.view import Stretch

RULE = FormatRule(
    "TT105",
    "Chữ màu đen",
    "Đường liên kết, chữ chép từ trang mạng thường có màu xanh; in đen trắng thì mờ.",
    FONT.source,
)

_AUTOMATIC = "auto"
_HEX = regex("#[0-9A-Fa-f]{6}")
_DARK = 0x20  # of 0xFF in each colour: not told from black by eye


def check(doc: Recognised) -> Verdict:
    if not any(stretch.text.strip() for para in doc.view.body for stretch in para.stretches):
        return NOT_ASSESSED
    return judged(_findings(doc))


def _findings(doc: Recognised) -> Iterator[Finding]:
    for stain in stains(doc, _other_colour):
        yield RULE.finding(
            stain.place,
            f"Chữ {stain.where} có màu «{stain.found}», phải màu đen",
            "Bôi đen phần chữ này, chọn Trang đầu > Màu phông > Tự động (Home > Font Color > Automatic).",
            NEARLY_BLACK if _is_dark(stain.found) else None,
            stain.related,
        )


def _other_colour(stretch: Stretch) -> str | None:
    colour = stretch.look.colour
    if colour in (_AUTOMATIC, "", FONT.colour) or squeeze(nfc(stretch.text)).upper() in STAMPS.value:
        return None
    return f"#{colour}"


def _is_dark(colour: str) -> bool:
    """Whether a colour, "#0D0D0D", passes for black by eye."""
    return _HEX.fullmatch(colour) is not None and all(int(colour[at : at + 2], 16) <= _DARK for at in (1, 3, 5))
