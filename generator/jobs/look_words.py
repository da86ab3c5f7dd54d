"""How two looks of a paragraph and its letters differ, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.vn.numbers import format_number
from generator.word.looks import ParagraphLook, RunLook

Look = tuple[ParagraphLook, RunLook]
_TWIPS_PER_MM = 1440 / 25.4
_ALIGN = {"left": "canh trái", "right": "canh phải", "center": "canh giữa", "both": "canh đều hai bên"}


def millimetres(twips: int) -> str:
    """A length as people read it: "20 mm", "12,7 mm"."""
    return f"{_short(twips / _TWIPS_PER_MM)} mm"


def look_changes(before: Look, after: Look) -> list[str]:
    """What differs, thing by thing; empty where nothing does that people see."""
    told = [
        f"{words} {shown(getattr(before[side], name))} → {shown(getattr(after[side], name))}"
        for side, name, words, shown in _SHOWN
        if shown(getattr(before[side], name)) != shown(getattr(after[side], name))
    ]
    told += [
        f"{'thêm' if getattr(after[1], name) else 'bỏ'} {words}"
        for name, words in _SWITCHED
        if getattr(before[1], name) != getattr(after[1], name)
    ]
    if _line(before[0]) != _line(after[0]):
        told.append(f"giãn dòng {_line(before[0])} → {_line(after[0])}")
    return told


def _short(number: float) -> str:
    return f"{round(number, 1):g}".replace(".", ",")


def _points(twips: int) -> str:
    return f"{_short(twips / 20)} pt"


def _line(look: ParagraphLook) -> str:
    if look.line_rule == "auto":
        return f"{f'{look.line / 240:.2f}'.rstrip('0').rstrip('.').replace('.', ',')} dòng"
    return f"{'đúng' if look.line_rule == 'exact' else 'ít nhất'} {_points(look.line)}"


def _align(value: str) -> str:
    return _ALIGN.get(value, value)


_SHOWN: tuple[tuple[int, str, str, Callable[[Any], str]], ...] = (
    (1, "font", "phông", str),
    (1, "size", "cỡ chữ", format_number),
    (1, "colour", "màu chữ", str),
    (0, "align", "lề", _align),
    (0, "left", "thụt trái", millimetres),
    (0, "right", "thụt phải", millimetres),
    (0, "first_line", "thụt dòng đầu", millimetres),
    (0, "before", "cách đoạn trên", _points),
    (0, "after", "cách đoạn dưới", _points),
)
_SWITCHED = (("bold", "in đậm"), ("italic", "in nghiêng"), ("caps", "chữ in hoa"), ("underline", "gạch chân"))
