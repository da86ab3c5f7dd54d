"""What Phần, Chương and Mục, Tiểu mục have in common: a line of their own with a number, the title below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.decree.facts import law
from generator.findings import Finding
from generator.rules.body.divisions import Division, read_division
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import left_open, look_findings
from generator.vn.numerals import roman
from generator.vn.text import quoted
from generator.word.recognised import Fragment, Recognised

_MOST_ROMAN = 100
_NEAR = 4  # paragraphs below the last number in which its title is looked for
_TITLED = law("Phụ lục I, phần I, mục II.6.d")


def part_findings(
    rule: FormatRule, component: str, doc: Recognised, fragments: tuple[Fragment, ...], *, roman_numbers: bool
) -> Iterator[Finding]:
    """What is wrong with the word and the number: their look, the kind of figures, a title on the same line."""
    yield from look_findings(rule, component, doc, fragments)
    for fragment in fragments:
        division = read_division(fragment.para, component)
        if division is None:
            continue
        name = "phần, chương" if roman_numbers else "mục, tiểu mục"
        if division.shown.isdecimal() is roman_numbers or not division.last:
            figures = "La Mã" if roman_numbers else "Ả Rập"
            yield rule.finding(
                fragment.place,
                f"Số thứ tự của {name} là {quoted(division.shown)}, phải là chữ số {figures}",
                f"Gõ lại số này, ví dụ «{_example(division, roman_numbers)}».",
            )
        if division.rest and "\n" not in fragment.para.text:
            yield rule.finding(
                fragment.place,
                f"Tiêu đề {quoted(division.rest)} đứng cùng dòng với số thứ tự của {name}",
                "Đặt con trỏ trước tiêu đề, bấm Enter để tiêu đề xuống dòng riêng, canh giữa.",
            )


def _example(division: Division, roman_numbers: bool) -> str:
    number = division.last if 0 < division.last < _MOST_ROMAN else 1
    return roman(number) if roman_numbers else str(number)


def title_verdict(rule: FormatRule, component: str, doc: Recognised) -> Verdict:
    """What is wrong with the titles below such numbers, and where one is missing."""
    numbers, titles = doc.of(component.removeprefix("tieu_de_")), doc.of(component)
    if not (numbers or titles):
        return NOT_ASSESSED
    return judged([*look_findings(rule, component, doc, titles), *_untitled(rule, numbers, titles)])


def _untitled(rule: FormatRule, numbers: Sequence[Fragment], titles: Sequence[Fragment]) -> Iterator[Finding]:
    places = {title.para.number for title in titles}
    for number, following in zip_longest(numbers, numbers[1:]):
        here = number.para.number
        end = following.para.number if following else here + _NEAR
        # Dots and blanks of a form leave the title for later.
        if places.intersection(range(here, max(end, here + 1))) or left_open(number.para.text):
            continue
        yield rule.finding(
            number.place,
            f"Dưới {quoted(number.text)} không có tiêu đề",
            "Ghi tiêu đề ở dòng ngay dưới, in hoa, đậm, canh giữa.",
            _TITLED,
        )
