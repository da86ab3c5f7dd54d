"""DL709: no placeholder left where something was to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.decree.symbols import SoKyHieu
from generator.findings import Finding, Severity
from generator.patterns import regex
from generator.rules.said import Passage, Said
from generator.rules.said_citations.bodies import Body, read_body, type_of_symbol
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.spots import around, vocabulary
from generator.vn.word_spans import without_addresses

RULE = SaidRule(
    "DL709",
    Severity.WARNING,
    "Không còn chỗ trống chưa điền: ……, XX, ...",
    "Chỗ trống là số liệu chưa có hoặc quên điền; cấp trên không tổng hợp được.",
)
_DOTS = regex(r"(?:\.{3,}+|[…])[.…]*+")
_UNDERLINE = regex(r"_{3,}+")
_CROSSES = regex(r"(?<![^\W_])(?:[xX]{2,6}|20[0-9]?[xX]{1,2})(?![^\W_])")
_QUESTIONS = regex(r"\?{2,}+")
_TO_DO = regex(r"\[(?:điền|nhập|ghi|bổ sung)[^\]\n]{0,60}\]|#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!)|\b(?:TODO|TBD)\b", re.I)
_CUT = '“"«([‘'  # after these, dots say that a quotation is cut
_LISTED = ",;"
_MANY_DOTS = 5
_ROMAN_AFTER = regex(
    r"(?:thế kỷ|thế kỉ|khóa|khoá|thứ|đại hội|chương|mục|phần|phụ lục|biểu|kỳ|hội nghị|điều|đợt|bảng)\s{0,3}(?:số )?$",
    re.IGNORECASE,
)
_BEFORE = 24
_NO_NUMBER = regex(r"\bsố:?[ \u00a0]{2,20}+/(?P<symbol>[A-ZĐ]{2,10}(?:-[A-ZĐ]{2,10})?)", re.IGNORECASE)
# What none of the others can do without: one of these marks, or one of these words.
_SUSPECT = regex(r"[.…_?\[#/](?:(?<![._?/])|(?<=\.)\.\.|(?<=_)_|(?<=\?)\?|(?<=[ \u00a0]{2}/))")
_TO_DO_WORDS = ("todo", "tbd")


def check(said: Said) -> Iterator[Finding]:
    known = vocabulary(said)
    held = set(known.holding([word for word, lower in known.lower.items() if _is_suspect(lower)]))
    for number, (passage, text) in enumerate(known.texts):
        if passage.part == "dau" or not (number in held or _SUSPECT.search(text)):
            continue  # number and date are left open until the document is issued
        for start, end in _in_text(without_addresses(text), held=number in held):
            yield _finding(passage, text, start, end)
        if said.body and "  /" in text.replace("\u00a0", " "):
            yield from _without_number(passage, text, read_body(said.body))


def _is_suspect(word: str) -> bool:
    return word in _TO_DO_WORDS or not word.strip("x")


def _without_number(passage: Passage, text: str, own: Body) -> Iterator[Finding]:
    """A document of another body whose number is left blank; the document's own is open until it is issued."""
    for found in _NO_NUMBER.finditer(text):
        issuer = type_of_symbol(SoKyHieu("1", None, found["symbol"]))
        if issuer and own.type and issuer != own.type:
            yield _finding(passage, text, found.start(), found.end())


def _finding(passage: Passage, text: str, start: int, end: int) -> Finding:
    return RULE.finding(
        passage.place_at(start),
        f"{around(text, start, end)} còn chỗ chưa điền «{text[start : min(end, start + 12)]}».",
        "Điền số liệu hoặc chữ còn thiếu, hoặc bỏ cả ý này.",
    )


def _in_text(text: str, *, held: bool) -> Iterator[tuple[int, int]]:
    """What is left open in a text; ``held`` tells that it has a word that stands for something else."""
    end = -1
    for found in _DOTS.finditer(text):
        # «/…/…/2024» is one blank, not three.
        if found.start() - end > 1 and _is_blank(text, found.start(), found.end()):
            yield found.span()
        end = found.end()
    if "_" in text:
        yield from (found.span() for found in _UNDERLINE.finditer(text))
    if "?" in text:
        yield from (found.span() for found in _QUESTIONS.finditer(text))
    if held or "[" in text or "#" in text:
        yield from (found.span() for found in _TO_DO.finditer(text))
    for found in _CROSSES.finditer(text) if held else ():
        if _stands_for_figure(text, found):
            yield found.span()


def _is_blank(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "/" or after == "/":
        return after != "/" or text[end : end + 2] not in ("/", "/ ", "/.")
    if (after or " ") in " \u00a0\n" and not text[end : end + 4].strip():
        # Nothing follows: the end of a list, unless the line is nothing but a label and dots.
        return end - start >= _MANY_DOTS and before.isspace()
    if after == "%" or (after in " \u00a0" and text[end + 1 : end + 2] == "%"):
        return True
    if not before or before in _CUT:
        return False
    if before in " \u00a0\t":
        last = text[max(0, start - 4) : start].rstrip()[-1:]
        following = text[end:].lstrip(" \u00a0")[:1] if after in " \u00a0" else after
        return bool(last) and last not in _LISTED + _CUT and (following.islower() or following.isdigit())
    return before not in _LISTED and end - start > _MANY_DOTS and text[end : end + 2].strip()[:1].islower()


def _stands_for_figure(text: str, found: re.Match[str]) -> bool:
    written = found.group()
    if not written.isupper() or written[0].isdigit():
        return True
    if _ROMAN_AFTER.search(text[max(0, found.start() - _BEFORE) : found.start()]):
        return False
    before, after = text[: found.start()].rstrip()[-1:], text[found.end() : found.end() + 12].lstrip()[:1]
    if before == "/" or (after and after in "/%"):
        return True
    # «Đã cấp XX máy»: a Roman numeral would follow its noun and end there.
    return before.islower() and after.islower()
