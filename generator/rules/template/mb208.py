"""MB208: what a tag takes away with itself (paragraph, cell, row) is there, and nothing else stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.findings import Finding, Severity
from generator.rules.rule import DataRule, in_short
from generator.rules.template.vocabulary import Vocabulary
from generator.vn.text import quoted
from generator.word.template_view import Level, Span, Tag, TemplateView

RULE = DataRule(
    "MB208",
    Severity.ERROR,
    "Thẻ của đoạn, hàng, ô đứng riêng một đoạn, một hàng, một ô",
    "Máy bỏ cả đoạn, hàng, ô chứa thẻ ấy: chữ viết cùng chỗ sẽ mất; đặt nhầm hàng thì bảng lặp sai hoặc hỏng tệp.",
)

_NAMES = {Level.PARAGRAPH: "đoạn", Level.ROW: "hàng", Level.CELL: "ô", Level.RUN: "mạch chữ", Level.TEXT: "câu"}

_UNITS: Mapping[Level, Callable[[Tag], int]] = {
    Level.PARAGRAPH: lambda tag: tag.place.paragraph,
    Level.CELL: lambda tag: tag.cell,
    Level.ROW: lambda tag: tag.row,
}
_MOST_SHOWN = 3


def check(template: TemplateView, may: Vocabulary) -> Iterator[Finding]:
    for tag in template.tags:
        yield from _alone(tag)
    yield from _crowded(template)
    for span in template.spans:
        yield from _whole(span)


def _alone(tag: Tag) -> Iterator[Finding]:
    name = _NAMES[tag.level]
    if (tag.level is Level.ROW and not tag.row) or (tag.level is Level.CELL and not tag.cell):
        fix = f"Chuyển thẻ vào một {name} riêng của bảng, hoặc viết «{{%p» nếu muốn lặp một đoạn."
        yield RULE.finding(tag.place, f"{quoted(tag.text)} là thẻ của {name} mà không đứng trong bảng.", fix)
    elif tag.beside and not (tag.prints and tag.level is Level.RUN):
        problem = f"Cùng {name} với {quoted(tag.text)} còn chữ {quoted(in_short(tag.beside))}, sẽ không in ra."
        yield RULE.finding(tag.place, problem, f"Đặt thẻ vào một {name} riêng, chuyển chữ ấy sang {name} khác.")


def _crowded(template: TemplateView) -> Iterator[Finding]:
    """Tags that stand in a paragraph, a cell, a row that another tag takes away: they go with it."""
    for level, unit_of in _UNITS.items():
        units: dict[tuple[str, int], list[Tag]] = {}
        for tag in template.tags:
            if unit := unit_of(tag):
                units.setdefault((tag.place.part, unit), []).append(tag)
        for tags in units.values():
            taking = next((tag for tag in tags if tag.level is level), None)
            others = [tag for tag in tags if tag is not taking]
            if taking is not None and others:
                name = _NAMES[level]
                listed = ", ".join(quoted(tag.text) for tag in others[:_MOST_SHOWN])
                more = f" và {len(others) - _MOST_SHOWN} thẻ nữa" if len(others) > _MOST_SHOWN else ""
                problem = f"Cùng {name} với {quoted(taking.text)} còn thẻ {listed}{more}; máy chỉ giữ được một thẻ."
                fix = f"Đặt {quoted(taking.text)} vào một {name} riêng."
                related = tuple(tag.place for tag in others if tag.place != taking.place)
                yield RULE.finding(taking.place, problem, fix, tuple(dict.fromkeys(related)))


def _whole(span: Span) -> Iterator[Finding]:
    """The tags of a loop or condition are of one level, and stand where that level asks."""
    opening = span.opening
    for other in (*span.between, *((span.closing,) if span.closing else ())):
        pair = f"{quoted(opening.text)} và {quoted(other.text)}"
        related = (opening.place,)
        if other.level is not opening.level:
            fix = f"Viết hai thẻ cùng một kiểu: «{{%{opening.level.value} …»."
            problem = f"{pair} không cùng kiểu: một thẻ của {_NAMES[opening.level]}, một thẻ của {_NAMES[other.level]}."
            yield RULE.finding(other.place, problem, fix, related)
        elif opening.level is Level.ROW and other.row == opening.row:
            fix = "Đặt mỗi thẻ ở một hàng riêng; những hàng cần lặp nằm giữa hai hàng ấy."
            yield RULE.finding(other.place, f"{pair} đứng cùng một hàng nên không còn hàng nào để lặp.", fix, related)
        elif opening.level is Level.ROW and other.table != opening.table:
            fix = "Đặt cả hai thẻ vào cùng một bảng."
            yield RULE.finding(other.place, f"{pair} đứng ở hai bảng khác nhau.", fix, related)
        elif opening.level is Level.CELL and (other.row != opening.row or other.cell == opening.cell):
            fix = "Đặt hai thẻ ở hai ô riêng của cùng một hàng; ô cần lặp nằm giữa."
            yield RULE.finding(other.place, f"{pair} không đứng ở hai ô của cùng một hàng.", fix, related)
        elif opening.level is Level.PARAGRAPH and other.cell != opening.cell:
            fix = "Lặp đoạn thì hai thẻ ở cùng một ô, hoặc cùng ngoài bảng; lặp hàng thì dùng «{%tr … %}»."
            yield RULE.finding(other.place, f"{pair} đứng ở hai ô khác nhau của bảng.", fix, related)
        elif opening.level in (Level.TEXT, Level.RUN) and other.place.paragraph != opening.place.paragraph:
            fix = "Lặp cả đoạn thì đặt mỗi thẻ ở một đoạn riêng và viết «{%p … %}»."
            yield RULE.finding(
                other.place, f"{pair} đứng ở hai đoạn khác nhau mà không phải thẻ của đoạn.", fix, related
            )
