"""TT216: the sizes of Quốc hiệu, Tiêu ngữ and the line of place and date go together."""

from __future__ import annotations

from decimal import Decimal

from generator.decree.components import COMPONENTS
from generator.decree.sizes import SIZE_SETS, SIZES_AGREE, discord
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.head.places import strayed
from generator.rules.looks import speaks
from generator.vn.numbers import format_number
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT216",
    "Cỡ chữ của Quốc hiệu, Tiêu ngữ, địa danh tăng giảm thống nhất",
    "Quốc hiệu to bằng hoặc to hơn Tiêu ngữ thì hai dòng lệch nhau, Quốc hiệu tràn khỏi cột.",
    SIZES_AGREE,
)

_PARTS = ("quoc_hieu", "tieu_ngu", "dia_danh_thoi_gian")
_SETS = tuple((sizes.quoc_hieu, sizes.tieu_ngu, sizes.dia_danh) for sizes in SIZE_SETS)
_NAMES = "Quốc hiệu, Tiêu ngữ, địa danh"


def check(doc: Recognised) -> Verdict:
    sizes = [_size(part, doc) for part in _PARTS]
    found = tuple(size for size in sizes if size is not None)
    # A size that is not allowed at all is told of by the rule of its component.
    allowed = all(size in COMPONENTS[part].sizes for part, size in zip(_PARTS, found, strict=False))
    if len(found) < len(_PARTS) or not allowed or strayed(doc, "dia_danh_thoi_gian"):
        return NOT_ASSESSED
    ground = discord(*found)
    if ground is None:
        return judged(())
    written, sets = _in_words(found), " hoặc ".join(_in_words(one) for one in _SETS)
    return judged(
        [
            RULE.finding(
                doc.of(_PARTS[0])[0].place,
                f"Cỡ chữ của {_NAMES} là «{written}», phải tăng giảm cùng nhau: {sets}",
                f"Đặt lại cỡ chữ của {_NAMES} thành {sets} ở Trang đầu > Phông chữ (Home > Font Size).",
                ground,
                tuple(doc.of(part)[0].place for part in _PARTS[1:]),
            )
        ]
    )


def _size(component: str, doc: Recognised) -> Decimal | None:
    """The one size of a component; None where it is not there or has several."""
    found = {s.look.size for fragment in doc.of(component) for s in fragment.stretches if speaks(s)}
    return found.pop() if len(found) == 1 else None


def _in_words(sizes: tuple[Decimal, ...]) -> str:
    return "/".join(format_number(size) for size in sizes)
