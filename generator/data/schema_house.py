"""The fields of an office's own house style (``quy_cach.yaml``), declared: every range is the decree's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from generator.data import finding_ids as ids
from generator.data import schema_checks as checks
from generator.data.schema_fields import Fields, Rules, choice, group, value
from generator.decree.components import COMPONENTS
from generator.decree.facts import Range, Source
from generator.decree.page import BODY, MARGINS, MARGINS_SOURCE, Side
from generator.decree.uy_ban import DAY_DU, VIET_TAT
from generator.vn.numbers import format_number
from generator.vn.text import sentence_start

SIZES = {
    "quoc_hieu": "quoc_hieu",
    "tieu_ngu": "tieu_ngu",
    "dia_danh": "dia_danh_thoi_gian",
    "noi_dung": "noi_dung",
}
"""The keys of sizes, and the component that each is the size of."""
EDGES = {"tren": Side.TOP, "duoi": Side.BOTTOM, "trai": Side.LEFT, "phai": Side.RIGHT}
"""The keys of margins, and the side that each is of."""
INDENTS = {format_number(length / 10): length / 10 for length in BODY.first_line_indents}
"""The first-line indents as one types them, and their lengths in cm."""
IN_FULL, IN_SHORT = "day_du", "viet_tat"

_HALF = Decimal("0.5")
_MOST_SPACING = Decimal(1584)  # points; Word takes no more


def _resting_on(source: Source, field: Rules) -> Rules:
    """The field, whose messages name the article."""
    return {**field, "meta": {**field["meta"], "can_cu": source.article}}


def _number(allowed: Range, source: Source, mo_ta: str, example: Decimal | int) -> Rules:
    return _resting_on(source, value("so_do", mo_ta, format_number(example), min=allowed.low, max=allowed.high))


def _size_in_word(allowed: Range) -> Callable[[object], Iterator[checks.Clash]]:
    """A check of sizes that the decree allows: Word sets letters in halves of a point."""

    def check(size: object) -> Iterator[checks.Clash]:
        if isinstance(size, Decimal) and size in allowed and size % _HALF:
            below = size - size % _HALF
            near = " hoặc ".join(format_number(each) for each in (below, below + _HALF))
            problem = f"Word không đặt được cỡ chữ «{format_number(size)}»: chỉ có cỡ tròn và cỡ rưỡi."
            yield checks.Clash("", problem, f"viết {near}.", rule=ids.VALUE_NOT_ALLOWED)

    return check


def _spacing_in_word(spacing: object) -> Iterator[checks.Clash]:
    if isinstance(spacing, Decimal) and spacing > _MOST_SPACING:
        least, most = format_number(BODY.paragraph_spacing), format_number(_MOST_SPACING)
        problem = f"Word không đặt được khoảng cách «{format_number(spacing)}» pt: nhiều nhất là {most} pt."
        yield checks.Clash("", problem, f"viết số từ {least} đến {most}.", rule=ids.VALUE_NOT_ALLOWED)


def _size(key: str, example: int) -> Rules:
    component = COMPONENTS[SIZES[key]]
    field = _number(component.sizes, component.source_of("sizes"), f"Cỡ chữ của {component.name}, pt", example)
    return {**field, "check_with": checks.rule(_size_in_word(component.sizes))}


def _edge(key: str) -> Rules:
    side = EDGES[key]
    return _number(MARGINS[side], MARGINS_SOURCE, f"{sentence_start(side.value)}, mm", MARGINS[side].low)


QUY_CACH: Fields = {
    "co_chu": group(
        {
            "quoc_hieu": _size("quoc_hieu", 13),
            "tieu_ngu": _size("tieu_ngu", 14),
            "dia_danh": _size("dia_danh", 14),
            "noi_dung": _size("noi_dung", 14),
        },
        "Cỡ chữ; ba cỡ đầu tăng, giảm cùng nhau: 12, 13, 13 hoặc 13, 14, 14",
        "{quoc_hieu: 13, tieu_ngu: 14, dia_danh: 14, noi_dung: 14}",
    ),
    "le": group({key: _edge(key) for key in EDGES}, "Lề của trang dọc", "{tren: 20, duoi: 20, trai: 30, phai: 20}"),
    "thut_dau_dong": _resting_on(
        BODY.source,
        choice("chu", "Dòng đầu của đoạn lùi vào bao nhiêu cm", {text: f"{text} cm" for text in INDENTS}),
    ),
    "gian_doan": {
        **_resting_on(BODY.source, value("so_do", "Khoảng cách giữa hai đoạn, pt", "6", min=BODY.paragraph_spacing)),
        "check_with": checks.rule(_spacing_in_word),
    },
    "gian_dong": _number(BODY.line_spacing, BODY.source, "Khoảng cách giữa các dòng, bằng mấy dòng đơn", 1),
    "uy_ban": _resting_on(
        VIET_TAT.source,
        choice(
            "chu",
            "Tên cơ quan chủ quản ở đầu trang, tên cơ quan sau chữ «của» dưới tiêu đề phụ lục; để trống thì in như "
            "tệp dữ liệu",
            {IN_FULL: f"viết đủ «{DAY_DU}»", IN_SHORT: f"viết tắt «{VIET_TAT}»"},
        ),
    ),
}
"""Nothing is required: what is left out is as in the shipped template."""
