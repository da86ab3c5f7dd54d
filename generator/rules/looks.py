"""Whether what was recognised as a component looks as the decree has it: size, weight, slant, letters, place.

Every attribute rests on a source of its own (``Component.source_of``) and is judged by itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from msgspec import Struct

from generator.decree.components import COMPONENTS, Component
from generator.decree.facts import Align, Case, Range, Source
from generator.decree.head import BARE_LETTERS, NO_GROUND, SPREAD_ALLOWED, WIDTHS_ALLOWED
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.numbers import format_number
from generator.vn.text import quoted, sentence_start
from generator.word.metrics import text_width
from generator.word.recognised import Fragment, Recognised
from generator.word.view import Para, Stretch

ATTRIBUTES = frozenset(("sizes", "bold", "italic", "case", "align", "marks"))
"""The attributes of ``Component`` that can be judged, and ``marks``: strokes through or under letters, their width.

Of these "small caps" and "strokes" can be asked alone: running text may have words underlined, for stress.
"""

_MM_PER_TWIP = Decimal("25.4") / 1440
_NEARLY = Decimal("1.03")  # a line this much too long by our measure may still fit by Word's
# Dots that stand for words: a long run, or a short one apart from the words before it.  "báo, đài..." ends in dots.
OPEN = r"[.…]{4,}|…{2,}|_{2,}|(?<=[^\s,;])[ /-](?:…|\.{2,3})|(?<=\d)…|^\s*(?:…|\.{2,3})"
_OPEN = regex(OPEN)
# Grave, acute, tilde, hook above, dot below.
_WORD = regex(r"[^\W\d_]+")
_SYLLABLE = regex(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

_SIDE_BLOCKS = frozenset(("1", "2", "3", "4", "5b", "7a", "7b", "9b"))  # of the decree's diagram
_UNSEEN = 170  # twips: three millimetres off the middle are hardly seen
_TWIPS_PER_POINT = 20
_LONGEST_LINE = 300  # letters; no page is wide enough for more, whatever they are
_NATURAL = 100  # per cent of their width
_NO_SHADE = ("", "auto", "FFFFFF")

_ALIGN_FIXES = {
    Align.LEFT: "Căn trái (Align Left, Ctrl+L)",
    Align.CENTRE: "Căn giữa (Center, Ctrl+E)",
    Align.RIGHT: "Căn phải (Align Right, Ctrl+R)",
    Align.JUSTIFIED: "Căn đều (Justify, Ctrl+J)",
}
# What looks the same on paper as what is asked for; a justified line still starts at the left edge.
_ALIGN_ALLOWED = {Align.LEFT: (Align.LEFT, Align.JUSTIFIED)}


class _Fault(Struct, frozen=True):
    problem: str
    fix: str
    source: Source | None = None


def mm(twips: int) -> Decimal:
    """The length in millimetres."""
    return twips * _MM_PER_TWIP


def bounds(allowed: Range, unit: str = "") -> str:
    """The range in words: "từ 13 đến 14", or "13" where it is one value; with the unit behind."""
    low, high = format_number(allowed.low), format_number(allowed.high)
    return f"{low}{unit}" if low == high else f"từ {low} đến {high}{unit}"


def left_open(text: str) -> bool:
    """Whether the text has dots or lines where words are still to be filled in."""
    return may_have_gap(text) and _OPEN.search(text) is not None


def may_have_gap(text: str) -> bool:
    """A quick look that finds nothing in nearly every text: whether ``OPEN`` can match at all."""
    return "…" in text or ".." in text or "__" in text


def as_printed(fragment: Fragment) -> str:
    """The words on one line, in capitals where the look makes them so, without marks of notes."""
    return fragment.printed


def look_verdict(rule: FormatRule, component: str, doc: Recognised) -> Verdict:
    """The verdict of a rule that judges the look of a component and nothing else."""
    fragments = doc.of(component)
    return judged(look_findings(rule, component, doc, fragments)) if fragments else NOT_ASSESSED


def look_findings(
    rule: FormatRule,
    component_id: str,
    doc: Recognised,
    fragments: Iterable[Fragment],
    attributes: frozenset[str] = ATTRIBUTES,
) -> Iterator[Finding]:
    """What is wrong with the look of the fragments: for each of them at most one finding per attribute.

    Letters that are hidden, blanks, stops and marks of notes are not judged; nor is an alignment that the file does
    not tell.
    """
    component = COMPONENTS[component_id]
    judges = [(attribute, judge) for attribute, judge in _LETTER_JUDGES.items() if attribute in attributes]
    for fragment in fragments:
        for attribute, judge in judges:
            fault = judge(component, fragment)
            if fault:
                yield rule.finding(fragment.place, fault.problem, fault.fix, component.source_of(attribute))
        for mark in _marks(component, fragment, doc, attributes):
            yield rule.finding(fragment.place, mark.problem, mark.fix, mark.source)
        fault = _align(component, fragment, doc) if "align" in attributes else None
        if fault:
            yield rule.finding(fragment.place, fault.problem, fault.fix, component.source_of("align"))


def speaks(stretch: Stretch) -> bool:
    """Whether a stretch has letters or figures that are printed and are no mark of a note."""
    return stretch.speaks


def _subject(component: Component, fragment: Fragment, wrong: Callable[[Stretch], bool]) -> str | None:
    """Who the fault is said of: the component, or the words of it that are wrong; None where none are."""
    spoken = fragment.spoken
    if not any(map(wrong, spoken)):
        return None
    runs = ["".join(stretch.text for stretch in run) for is_wrong, run in groupby(spoken, wrong) if is_wrong]
    if all(wrong(stretch) for stretch in spoken):
        return sentence_start(component.name)
    others = f" và {len(runs) - 1} chỗ khác" if len(runs) > 1 else ""
    return f"{sentence_start(component.name)}, ở chữ {quoted(runs[0])}{others},"


def _sizes(component: Component, fragment: Fragment) -> _Fault | None:
    def wrong(stretch: Stretch) -> bool:
        return stretch.look.size not in component.sizes and not stretch.look.lowered

    subject = _subject(component, fragment, wrong)
    if subject is None:
        return None
    found = dict.fromkeys(s.look.size for s in fragment.spoken if wrong(s))
    sizes = ", ".join(f"«{format_number(size)}»" for size in found)
    allowed = bounds(component.sizes)
    is_one = component.sizes.low == component.sizes.high
    return _Fault(
        f"{subject} có cỡ chữ {sizes}, phải {'là ' if is_one else ''}{allowed}",
        f"Bôi đen phần chữ này, đặt cỡ chữ {allowed} ở Trang đầu > Phông chữ (Home > Font Size).",
    )


def _bold(component: Component, fragment: Fragment) -> _Fault | None:
    subject = _subject(component, fragment, lambda stretch: stretch.look.bold is not component.bold)
    if subject is None:
        return None
    if component.bold:
        return _Fault(
            f"{subject} đang là chữ «không đậm», phải đậm",
            "Bôi đen phần chữ này, bấm nút Đậm ở Trang đầu > Phông chữ (Home > Bold, Ctrl+B).",
        )
    return _Fault(
        f"{subject} đang là chữ «đậm», phải không đậm",
        "Bôi đen phần chữ này, bỏ nút Đậm ở Trang đầu > Phông chữ (Home > Bold, Ctrl+B).",
    )


def _italic(component: Component, fragment: Fragment) -> _Fault | None:
    subject = _subject(component, fragment, lambda stretch: stretch.look.italic is not component.italic)
    if subject is None:
        return None
    if component.italic:
        return _Fault(
            f"{subject} đang là chữ «đứng», phải nghiêng",
            "Bôi đen phần chữ này, bấm nút Nghiêng ở Trang đầu > Phông chữ (Home > Italic, Ctrl+I).",
        )
    return _Fault(
        f"{subject} đang là chữ «nghiêng», phải đứng",
        "Bôi đen phần chữ này, bỏ nút Nghiêng ở Trang đầu > Phông chữ (Home > Italic, Ctrl+I).",
    )


def _case(component: Component, fragment: Fragment) -> _Fault | None:
    printed = as_printed(fragment)
    if component.case is not Case.CAPS and (small := _small_capitals(component, fragment)):
        return small
    if component.case is Case.CAPS:
        if not any(ch.islower() for stretch in fragment.spoken for ch in stretch.printed):
            return None
        return _Fault(
            f"{sentence_start(component.name)} viết {quoted(printed)}, phải viết in hoa",
            "Bôi đen phần chữ này, chọn Trang đầu > Đổi chữ hoa/thường > CHỮ HOA (Home > Change Case > UPPERCASE).",
        )
    if component.case is Case.TITLE and not _is_title(printed):
        return _Fault(
            f"{sentence_start(component.name)} viết {quoted(printed)}, "
            "phải viết hoa chữ cái đầu mỗi âm tiết, các chữ sau viết thường",
            f"Gõ lại {quoted(_titled(printed))}.",
        )
    if component.case is Case.SENTENCE and _all_capitals(printed):
        return _Fault(
            f"{sentence_start(component.name)} viết {quoted(printed)}, phải viết in thường",
            small_letters(fragment),
        )
    return None


def _small_capitals(component: Component, fragment: Fragment) -> _Fault | None:
    subject = _subject(component, fragment, lambda part: part.look.small_caps and part.printed != part.text.upper())
    if subject is None:
        return None
    return _Fault(
        f"{subject} đang là chữ «hoa nhỏ» (Small caps), phải {component.case.value}",
        "Bôi đen phần chữ này, mở hộp Phông chữ (Ctrl+D), bỏ chọn Chữ hoa nhỏ (Small caps).",
    )


def small_letters(fragment: Fragment) -> str:
    """How words in capitals come to be in small letters: they were typed so, or are only shown so."""
    if any(stretch.look.caps for stretch in fragment.stretches):
        return "Bôi đen phần chữ này, mở hộp Phông chữ (Ctrl+D), bỏ chọn Toàn chữ hoa (All caps; Ctrl+Shift+A)."
    return (
        "Bôi đen phần chữ này, chọn Trang đầu > Đổi chữ hoa/thường > Viết hoa đầu câu "
        "(Home > Change Case > Sentence case) rồi viết hoa lại tên riêng."
    )


def _all_capitals(text: str) -> bool:
    """Whether words, not just abbreviations (- HĐND, UBND; - VPTƯ), stand in capitals: words have tones, or several
    of them the shape of syllables (NHƯ TRÊN)."""
    if any(ch.islower() for ch in text):
        return False
    words = _WORD.findall(text)
    are_syllables = len(words) > 1 and all(_SYLLABLE.fullmatch(word) for word in words)
    return bool(_TONES & set(_decomposed(text))) or are_syllables


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _is_title(text: str) -> bool:
    words = [word for word in text.split() if any(ch.isalpha() for ch in word)]
    return all(next(ch for ch in word if ch.isalpha()).isupper() for word in words) and not any(
        word.isupper() and sum(ch.isalpha() for ch in word) > 1 for word in words
    )


def _titled(text: str) -> str:
    return " ".join(sentence_start(word.lower()) for word in text.split())


def _marks(component: Component, fragment: Fragment, doc: Recognised, attributes: frozenset[str]) -> Iterator[_Fault]:
    """Strokes under or through the letters, letters pressed or spread."""
    if "small caps" in attributes:
        small = _small_capitals(component, fragment)
        if small:
            yield small
    if "marks" in attributes:
        yield from _underline(component, fragment, doc)
    if attributes & {"marks", "strokes"}:
        yield from _strokes(component, fragment)


def _underline(component: Component, fragment: Fragment, doc: Recognised) -> Iterator[_Fault]:
    line = doc.rules.get(component.id)
    # Where the underline stands in for the rule it is told of there.
    if line is None or line.kind != "underline":
        subject = _subject(component, fragment, lambda stretch: stretch.look.underline)
        if subject:
            yield _Fault(
                f"{subject} có «gạch chân», phải không gạch chân",
                "Bôi đen phần chữ này, bỏ nút Gạch chân ở Trang đầu > Phông chữ (Home > Underline, Ctrl+U).",
                BARE_LETTERS,
            )


def _strokes(component: Component, fragment: Fragment) -> Iterator[_Fault]:
    if all(map(_is_bare, fragment.spoken)):
        return
    subject = _subject(component, fragment, lambda stretch: stretch.look.strike)
    if subject:
        yield _Fault(
            f"{subject} có «gạch ngang» giữa chữ, phải không gạch ngang",
            "Bôi đen phần chữ này, bỏ nút Gạch ngang ở Trang đầu > Phông chữ (Home > Strikethrough).",
            BARE_LETTERS,
        )
    subject = _subject(component, fragment, lambda stretch: stretch.look.shade not in _NO_SHADE)
    if subject:
        yield _Fault(
            f"{subject} có «nền màu», nên để trống",
            "Bôi đen phần chữ này, chọn Trang đầu > Màu tô sáng > Không màu (Home > Text Highlight Color > No Color).",
            NO_GROUND,
        )
    subject = _subject(component, fragment, lambda stretch: bool(_unnatural(stretch)))
    if subject:
        found = next(filter(None, map(_unnatural, fragment.stretches)))
        yield _Fault(
            f"{subject} có chữ «{found}»",
            "Bôi đen phần chữ này, mở hộp Phông chữ (Ctrl+D) > Nâng cao (Advanced), đặt Tỷ lệ (Scale) 100% và "
            "Giãn cách (Spacing) Bình thường (Normal).",
            WIDTHS_ALLOWED.source,
        )


def _is_bare(stretch: Stretch) -> bool:
    look = stretch.look
    return not (look.strike or look.spread) and look.width == _NATURAL and look.shade in _NO_SHADE


def _unnatural(stretch: Stretch) -> str:
    """How letters are pressed or spread, "" where it is not seen."""
    width, spread = stretch.look.width, Decimal(stretch.look.spread) / _TWIPS_PER_POINT
    if width not in WIDTHS_ALLOWED.value:
        return f"rộng {width}%"
    if spread not in SPREAD_ALLOWED.value:
        return f"{'giãn' if spread > 0 else 'ép'} {format_number(abs(spread))} pt"
    return ""


_LETTER_JUDGES: dict[str, Callable[[Component, Fragment], _Fault | None]] = {
    "sizes": _sizes,
    "bold": _bold,
    "italic": _italic,
    "case": _case,
}


def _align(component: Component, fragment: Fragment, doc: Recognised) -> _Fault | None:
    found = doc.alignment(fragment)
    if found is None or not fragment.spoken:
        return None
    wanted = component.align
    if found is wanted is Align.CENTRE:
        return _pushed_aside(component, fragment.para)
    if found in _ALIGN_ALLOWED.get(wanted, (wanted,)):
        return None
    if wanted is Align.JUSTIFIED and found is Align.LEFT and fits_one_line(fragment.para):
        return None
    return _Fault(
        f"{sentence_start(component.name)} đang «{found.value}», phải {wanted.value}",
        f"Đặt con trỏ vào đoạn này, chọn Trang đầu > Đoạn văn > {_ALIGN_FIXES[wanted]}.",
    )


def _pushed_aside(component: Component, para: Para) -> _Fault | None:
    aside = off_centre(component.id, para)
    if aside is None:
        return None
    return _Fault(
        f"{sentence_start(component.name)} canh giữa nhưng bị thụt lề nên «lệch {format_number(mm(abs(aside)), 0)} mm» "
        f"sang {'phải' if aside > 0 else 'trái'}, phải {Align.CENTRE.value}",
        "Đặt con trỏ vào đoạn này, mở Trang đầu > Đoạn văn (Home > Paragraph), đặt Thụt lề Trái, Phải (Left, Right) "
        "về 0 và Đặc biệt (Special) là Không (None).",
    )


def off_centre(component: str, para: Para) -> int | None:
    """How far indents push a centred paragraph to the right (negative: left), in twips; None where it is not seen.

    Indents of a block beside another, where no table parts them, make its column; the first line's never does.
    """
    look = para.look
    makes_column = para.cell is None and not para.boxed and COMPONENTS[component].box in _SIDE_BLOCKS
    sides = 0 if makes_column else look.left - look.right
    shifts = [(sides + look.first_line) // 2]
    if not fits_one_line(para):
        shifts.append(sides // 2)
    aside = max(shifts, key=abs)
    return aside if abs(aside) > _UNSEEN else None


def fits_one_line(para: Para) -> bool:
    """Whether a paragraph takes a single line, so that justified and left look alike; True where unknown."""
    room = para.room - para.look.left - para.look.right - para.look.first_line
    if para.room > 0 and len(para.text) > _LONGEST_LINE and "\n" not in para.text:
        return False
    return para.room <= 0 or all(length <= room * _NEARLY for length in _lengths(para.stretches))


def _lengths(stretches: Sequence[Stretch]) -> list[int]:
    """The lengths of the lines, as far as line breaks make them."""
    lengths = [0]
    for stretch in stretches:
        for number, piece in enumerate(stretch.printed.split("\n")):
            if number:
                lengths.append(0)
            lengths[-1] += text_width(piece, stretch.look.size, bold=stretch.look.bold)
    return lengths
