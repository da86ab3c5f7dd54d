"""Totals with their parts in running text: «426 tin bài, trong đó huyện 19, xã 396 và 11 …»."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from generator.vn.figures_in_text import Figure, figures, ratios

_MOST_PARTS = 8
_MOST_FIGURES = 3
_MOST_NOUN = 60
_LONGEST_NOUN = 140
_MOST_BORDERS = 40
_INTRODUCES = re.compile(
    r"(?P<stop>[.;,]?)[ \u00a0*(]{0,3}+(?P<word>trong đó|bao gồm|gồm|chia ra|cụ thể(?: là)?|cụ thể như sau|:"
    r"|(?<=[(])(?=[^\W\d_]))"
    r"(?P<open>(?:[ \u00a0]{1,2}(?:có|gồm|là|số))?[ \u00a0*]{0,2}:?)[ \u00a0*]?",
    re.IGNORECASE,
)
_BORDER = re.compile(
    r"[;,](?=[ \u00a0\n])|[ \u00a0](?:và|cùng|còn lại(?: là)?)[ \u00a0]|[.](?=[ \u00a0\n]|$)|\n|$", re.IGNORECASE
)
_LAST = re.compile(r"[ \u00a0*_](?:khác|còn lại)\b", re.IGNORECASE)
_ORDINAL_BEFORE = re.compile(
    r"(?:mức(?: độ)?|cấp độ|cấp|loại|hạng|giai đoạn|năm|tháng|quý|ngày|nhóm|điểm|khoản|điều|mục|(?<!tổng )số"
    r"|lớp|khối|khu|thứ|lần"
    r"|từ|của|tại|cho|thuộc|trên|dưới|hơn|khoảng|gần|bảng|phụ lục|chỉ tiêu|tiêu chí|kỳ"
    r"|tuổi|phần mềm|tổ dân phố|thôn|đợt)[ \u00a0*]{1,3}$",
    re.IGNORECASE,
)
_NOT_A_COUNT_AFTER = re.compile(
    r"[ \u00a0]{0,2}(?:%|[a-z]{1,2}/|sao\b|tuổi\b|triệu|tỷ\b|nghìn|năm\b|tháng\b|ngày\b|lần\b|/)", re.IGNORECASE
)
_UNIT = re.compile(r"[ \u00a0*]{0,3}(?P<noun>[^\W\d_]++(?:[ \u00a0][^\W\d_]++){0,2})")
_EXHAUSTIVE = ("bao gồm", "gồm", "chia ra", ":", "")
_CONTEXT = 16
_LEVELS = re.compile(
    r"\b(?:cấp|huyện|xã|tỉnh|thị trấn|nam|nữ|trực tiếp|trực tuyến|toàn trình|một phần)\b", re.IGNORECASE
)
_IN_TIME = re.compile(r"\b(?:đúng|trước) hạn\b", re.IGNORECASE)
_LATE = re.compile(r"\b(?:quá|trễ) hạn\b|\bchậm\b", re.IGNORECASE)
_NEGATIVE = re.compile(r"\b(?:không|chưa) (?P<verb>[^\W\d_]++)", re.IGNORECASE)
_KINDS = {
    "văn": frozenset(("kế", "quyết", "công", "báo", "tờ", "nghị", "chỉ", "thông", "hướng", "giấy", "chương", "văn")),
}


@dataclass(frozen=True)
class Sum:
    """A total, its parts as they stand, and what they may come to.

    ``sums`` are the possible sums, the likeliest first; ``complete`` whether the parts are given as all of them.
    """

    total: Figure
    parts: tuple[Figure, ...]
    sums: tuple[int, ...]
    complete: bool


def totals(text: str) -> Iterator[Sum]:
    """Every total of which at least two parts are counted right after it, in the sentence or in the next one."""
    found = figures(text)
    fractions = {each.start for ratio in ratios(text) for each in (ratio.part, ratio.whole)}
    counted = [each for each in found if each.start not in fractions and _counts(text, each)]
    borders = [(each.start(), each.end()) for each in _BORDER.finditer(text)]
    following = {each.start: after.start for each, after in pairwise(found)}
    for index, total in enumerate(counted):
        opening = _opening(text, total.end, following.get(total.start, len(text)))
        if opening is None:
            continue
        after = counted[index + 1 : index + 2 + _MOST_PARTS * _MOST_FIGURES]
        first_border = bisect_left(borders, (opening.end(), 0))
        parts = _parts(text, after, borders[first_border : first_border + _MOST_BORDERS])
        if 2 <= len(parts) <= _MOST_PARTS and all(len(each) <= _MOST_FIGURES for each in parts):
            sums = dict.fromkeys(sum(each.whole or 0 for each in way) for way in product(*parts))
            complete = _complete(text, total, opening, parts)
            yield Sum(total, tuple(each[0] for each in parts), tuple(sums), complete)


def _counts(text: str, figure: Figure) -> bool:
    if figure.percent or figure.whole is None or _NOT_A_COUNT_AFTER.match(text, figure.end):
        return False
    before = text[max(0, figure.start - _CONTEXT) : figure.start]
    return not _ORDINAL_BEFORE.search(before) and not before.endswith(("/", "-", "–", "("))


def _opening(text: str, start: int, limit: int) -> re.Match[str] | None:
    """Where the parts begin: «trong đó» and the like, behind the noun that the total counts."""
    found = _INTRODUCES.search(text, start, min(limit, start + _LONGEST_NOUN))
    if found is None:
        return None
    noun = text[start : found.start()]
    within = found["word"].lower() == "trong đó"
    if len(noun) > (_LONGEST_NOUN if within else _MOST_NOUN) or re.search(r"[.;:!?\n]", noun):
        return None
    if not noun.strip(" \u00a0*_,(") or (not within and ("," in noun or found["stop"] == ".")):
        return None
    return found


def _parts(text: str, counted: list[Figure], borders: list[tuple[int, int]]) -> list[list[Figure]]:
    """The counts of each part: parts end at a comma, a semicolon, «và»; the end of the sentence ends them all."""
    parts: list[list[Figure]] = []
    index = 0
    for start, end in borders:
        part = []
        while index < len(counted) and counted[index].start < start:
            part.append(counted[index])
            index += 1
        if part:
            parts.append(part)
        if text[start:end] in (".", "\n", "") or len(parts) > _MOST_PARTS or len(part) > _MOST_FIGURES:
            break
    return parts


def _complete(text: str, total: Figure, opening: re.Match[str], parts: list[list[Figure]]) -> bool:
    """Whether the parts claim to be all: «gồm …», «a: x; b: y», «… khác», levels («huyện 19, xã 396»), yes and no."""
    end = parts[-1][-1].end
    told = text[opening.end() : end] + re.split(r"[.;\n]", text[end : end + _MOST_NOUN])[0]
    if _LAST.search(told):
        return True
    if not _units_agree(text, total, parts[:-1] if len(parts) > 2 else parts):
        return _LEVELS.search(told) is not None and all(len(part) == 1 and _bare(text, part) for part in parts[:-1])
    if opening["word"].lower() in _EXHAUSTIVE:
        return True
    return len(set(_LEVELS.findall(told.lower()))) > 1 or _opposed(text, opening.end(), parts)


def _bare(text: str, part: list[Figure]) -> bool:
    return re.match(r"[ \u00a0*]{0,2}(?:[,;]|và\b)", text[part[-1].end : part[-1].end + _CONTEXT]) is not None


def _opposed(text: str, start: int, parts: list[list[Figure]]) -> bool:
    """Whether the parts are two and the one denies the other: «đúng hạn 80 hồ sơ, quá hạn 20 hồ sơ»."""
    if len(parts) != 2:
        return False
    first, second = text[start : parts[0][-1].end], text[parts[0][-1].end : parts[1][-1].end]
    if _IN_TIME.search(first) and _LATE.search(second):
        return True
    denied = _NEGATIVE.search(second)
    return denied is not None and re.search(rf"\b{re.escape(denied['verb'])}\b", first) is not None


def _units_agree(text: str, total: Figure, parts: list[list[Figure]]) -> bool:
    """Whether the parts count what the total counts, or name no unit of their own."""
    counted = _UNIT.match(text, total.end)
    if counted is None:
        return False
    noun = counted["noun"].lower().split()[0]
    alike = {noun, "và", "khác", *_KINDS.get(noun, ())}
    units = (_UNIT.match(text, part[0].end) for part in parts)
    return all(own is None or own["noun"].lower().split()[0] in alike for own in units)
