"""Counts that are written out in running text: «mười hai công chức», «hơn một nghìn», «gấp đôi».

A digit's word alone counts only before what offices count, for most of them have other meanings: «một cửa», «hai bên»,
«không», «năm».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.patterns import regex
from generator.vn.counted import COUNTED

_DIGIT = r"(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)"
_UNIT = r"(?:một|mốt|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín)"
_TENS = rf"(?:mười(?: {_UNIT})?|{_DIGIT} (?:mươi|chục)(?: {_UNIT})?)"
_HUNDREDS = rf"(?:(?:{_DIGIT}|không) trăm(?: (?:(?:linh|lẻ) {_DIGIT}|{_TENS}))?)"
_SCALE = r"(?:nghìn|ngàn|vạn|triệu|t[ỷỉ](?! (?:lệ|trọng|số|giá|suất|mỉ)\b))"
_GROUP = rf"(?:{_HUNDREDS}|{_TENS}|{_DIGIT})"
_LONG = rf"{_GROUP}(?: {_SCALE}(?: {_GROUP})?)+|{_HUNDREDS}|(?!mười\b(?! {_UNIT}\b)){_TENS}"
_PART = r"một nửa|(?:quá|hơn|gần|phân) nửa|gấp (?:rưỡi|đôi|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_FRACTION = rf"{_DIGIT} phần (?!trăm\b)(?:hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)"
_COUNTED = rf"(?: (?i:phần trăm)\b| {COUNTED}(?!\w))"
_SOME = r"(?i:hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười)"
# «một» is an article and «năm» a year, but for where something is said to be there.
_STATED = r"(?i:có|thêm|còn|được|cử|giao|lắp|mở|đủ|cả|là) (?i:một|năm)"
_COUNT = regex(
    rf"(?<!\w)(?:(?P<long>(?i:{_FRACTION}|{_PART}|{_LONG})(?!\w))"
    rf"|(?P<short>{_SOME})(?={_COUNTED})|(?P<lead>{_STATED})(?={_COUNTED}))"
)
# Words that make a name, a date or a rank of what follows.
_NAMED = regex(
    r"\b(?:điều|khoản|mục|chương|ngày|tháng|quý|thứ|khóa|khoá|lớp|đường|phố|mỗi \w+(?: có)?|từng \w+(?: có)?) $",
    re.IGNORECASE,
)
_SET_PHRASE = regex(
    r"\b(?:bảo mật|xác thực|bảo vệ|mô hình)(?: (?:theo|gồm))? (?:hai|ba|bốn) lớp|\b(?:hợp tác|liên kết)(?: \w+)? "
    r"(?:ba|bốn|năm|sáu) nhà\b",
    re.IGNORECASE,
)
_MONTH_AFTER = regex(r" tháng\b", re.IGNORECASE)
_LOOK_BACK = 24


def counts_in_words(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the counts that are written out."""
    text = text.replace("\u00a0", " ")
    held = [found.span() for found in _SET_PHRASE.finditer(text)]
    for found in _COUNT.finditer(text):
        start, end = found.span()
        if found["lead"]:
            start += found["lead"].index(" ") + 1
        named = _NAMED.search(text, max(0, start - _LOOK_BACK), start) or _MONTH_AFTER.match(text, end)
        if not named and not any(first <= start < last for first, last in held):
            yield start, end
