"""Totals with their parts in running text: «426 tin bài, trong đó huyện 19, xã 396 và 11 …»."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, pairwise, product

from msgspec import Struct

from generator.patterns import regex
from generator.vn.counted import counted_at
from generator.vn.figures_in_text import Figure, figures, ratios

_FEWEST_PARTS, _MOST_PARTS = 2, 8
_MOST_FIGURES = 3
_MOST_NOUN = 60
_LONGEST_NOUN = 140
_MOST_BORDERS = 40
_INTRODUCES = regex(
    r"(?P<stop>[.;,]?)[ \u00a0*(]{0,3}+(?P<word>trong đó|bao gồm|gồm|chia ra|cụ thể(?: là)?|cụ thể như sau|:"
    r"|(?<=[(])(?=[^\W\d_]))"
    r"(?P<open>(?:[ \u00a0]{1,2}(?:có|gồm|là|số))?[ \u00a0*]{0,2}:?)[ \u00a0*]?",
    re.IGNORECASE,
)
_INTRODUCING = ("trong đó", "gồm", "chia ra", "cụ thể", ":", "(")
"""What introduces parts has one of these in it."""
_AMONG = regex(r"\btrong đó\b", re.IGNORECASE)
_END = regex(r"[.!?…](?=[ \u00a0\n])|\n")
_FARTHEST = 3
_BORDER = regex(
    r"[;,](?=[ \u00a0\n])|[ \u00a0](?:và|cùng|còn lại(?: là)?)[ \u00a0]|[.](?=[ \u00a0\n]|$)|\n|$", re.IGNORECASE
)
_LAST = regex(r"[ \u00a0*_](?:khác|còn lại)\b", re.IGNORECASE)
_ORDINALS = (
    *("mức", "mức độ", "cấp độ", "cấp", "loại", "hạng", "giai đoạn", "năm", "tháng", "quý", "ngày", "nhóm", "điểm"),
    *("khoản", "điều", "mục", "số", "lớp", "khối", "khu", "thứ", "lần", "từ", "của", "tại", "thuộc", "trên", "dưới"),
    *("hơn", "khoảng", "gần", "bảng", "phụ lục", "chỉ tiêu", "tiêu chí", "kỳ", "tuổi", "phần mềm", "tổ dân phố"),
    *("thôn", "đợt"),
)
_NO_ORDINALS = ("tổng số", "cao tuổi")
_MOST_BLANKS = 3
_NOT_A_COUNT_AFTER = regex(
    r"[ \u00a0]{0,2}(?:%|[a-z]{1,2}/|sao\b|tuổi\b|triệu|tỷ\b|nghìn|năm\b|tháng\b|ngày\b|lần\b|/)", re.IGNORECASE
)
_UNIT = regex(r"[ \u00a0*]{0,3}(?P<noun>[^\W\d_]++(?:[ \u00a0][^\W\d_]++){0,2})")
_EXHAUSTIVE = ("bao gồm", "gồm", "chia ra", ":", "")
_CONTEXT = 16
_LEVELS = regex(r"\b(?:cấp|huyện|xã|tỉnh|thị trấn|nam|nữ|trực tiếp|trực tuyến|toàn trình|một phần)\b", re.IGNORECASE)
_IN_TIME = regex(r"\b(?:đúng|trước) hạn\b", re.IGNORECASE)
_LATE = regex(r"\b(?:quá|trễ) hạn\b|\bchậm\b", re.IGNORECASE)
_NEGATIVE = regex(r"\b(?:không|chưa|đang|chờ) (?P<verb>[^\W\d_]++)", re.IGNORECASE)
_PEOPLE = (
    *("cán bộ", "công chức", "viên chức", "công nhân", "công dân", "nhân viên", "giáo viên", "học sinh", "sinh viên"),
    *("bác sĩ", "lao động", "đại biểu", "đảng viên", "đoàn viên", "hội viên", "thành viên", "học viên", "chiến sĩ"),
    *("đồng chí", "bệnh nhân", "nhân khẩu", "thanh niên", "trẻ", "người", "cbcc"),
)
_OF_PEOPLE = frozenset(("người", "đồng", "em", "cháu", "nam", "nữ"))
_KINDS = {
    "học": frozenset(("trẻ", "em", "cháu")),
    "văn": frozenset(("kế", "quyết", "công", "báo", "tờ", "nghị", "chỉ", "thông", "hướng", "giấy", "chương", "văn")),
}


class Sum(Struct, frozen=True):
    """A total, its parts as they stand, and what they may come to.

    ``sums`` are the possible sums, the likeliest first; ``complete`` whether the parts are given as all of them, and
    ``alike`` whether they count what the total counts.
    """

    total: Figure
    parts: tuple[Figure, ...]
    sums: tuple[int, ...]
    complete: bool
    alike: bool


def totals(text: str) -> Iterator[Sum]:
    """Every total of which at least two parts are counted right after it, in the sentence or in the next one."""
    found = figures(text)
    lower = text.lower() if len(found) > _FEWEST_PARTS else ""
    if not any(each in lower for each in _INTRODUCING):
        return
    fractions = {each.start for ratio in ratios(text) for each in (ratio.part, ratio.whole)}
    counted = [each for each in found if each.start not in fractions and _counts(text, each)]
    following = {each.start: after.start for each, after in pairwise(found)}
    scene, among = _Scene(text, counted), "trong đó" in lower
    for index, total in enumerate(counted):
        opening = _opening(text, total.end, following.get(total.start, len(text)))
        told = list(scene.sum_of(total, index + 1, opening)) if opening else []
        if any(each.complete or each.alike for each in told):
            yield from told
        elif among and index + 1 < len(counted):
            yield from scene.sum_across(index)


class _Scene(Struct, frozen=True, dict=True):
    """A text with its counts."""

    text: str
    counted: list[Figure]

    @cached_property
    def borders(self) -> list[tuple[int, int]]:
        """What stands between its parts."""
        return [each.span() for each in _BORDER.finditer(self.text)]

    def sum_of(self, total: Figure, first: int, opening: re.Match[str]) -> Iterator[Sum]:
        """The sum of the parts from the count numbered ``first`` on, which ``opening`` introduces."""
        parts = self._parts(first, opening)
        for told in self._told(parts):
            alike = _units_agree(self.text, total, told) or _tell_apart(self.text, told)
            yield _sum(total, told, _complete(self.text, total, opening, told), alike, parts)

    def sum_across(self, last: int) -> Iterator[Sum]:
        """The same where rates stand between: «642 ha, đạt 101% kế hoạch; trong đó lúa 510 ha, ngô 132 ha».

        ``last`` numbers the count before «trong đó».  The total is the nearest count of the sentence that counts what
        every part counts.
        """
        start, first = self.counted[last].end, self.counted[last + 1].start
        if first - start > _LONGEST_NOUN:
            return
        opening = _AMONG.search(self.text, start, first)
        parts = self._parts(last + 1, opening) if opening else []
        units = {_first_noun(self.text, part[0]) for part in parts}
        if opening is None or len(units) != 1 or any(len(part) > 1 for part in parts):
            return
        for total in reversed(self.counted[max(0, last - _FARTHEST) : last + 1]):
            if _END.search(self.text, total.end, opening.start()):
                return
            if units == {_first_noun(self.text, total)} and units != {""}:
                for told in self._told(parts):
                    yield _sum(total, told, False, True, parts)
                return

    def _told(self, parts: list[list[Figure]]) -> list[list[list[Figure]]]:
        """The parts that are surely told, once: where commas part them, a semicolon may begin another matter."""
        for index in range(1, len(parts)):
            between = self.text[parts[index - 1][-1].end : parts[index][0].start]
            if ";" not in between:
                continue
            return [parts[:index]] if index >= _FEWEST_PARTS else [parts]
        return [parts] if parts else []

    def _parts(self, first: int, opening: re.Match[str]) -> list[list[Figure]]:
        after = self.counted[first : first + 1 + _MOST_PARTS * _MOST_FIGURES]
        border = bisect_left(self.borders, (opening.end(), 0))
        parts = _parts(self.text, after, self.borders[border : border + _MOST_BORDERS])
        fit = _FEWEST_PARTS <= len(parts) <= _MOST_PARTS and all(len(each) <= _MOST_FIGURES for each in parts)
        return parts if fit else []


def _sum(total: Figure, parts: list[list[Figure]], complete: bool, alike: bool, all_parts: list[list[Figure]]) -> Sum:
    ways = chain(product(*parts), product(*all_parts))
    sums = dict.fromkeys(sum(each.whole or 0 for each in way) for way in ways)
    return Sum(total, tuple(each[0] for each in parts), tuple(sums), complete, alike)


def _first_noun(text: str, figure: Figure) -> str:
    counted = _UNIT.match(text, figure.end)
    return counted["noun"].lower().split()[0] if counted else ""


def _counts(text: str, figure: Figure) -> bool:
    if figure.percent or figure.whole is None or _NOT_A_COUNT_AFTER.match(text, figure.end):
        return False
    before = text[max(0, figure.start - _CONTEXT) : figure.start]
    return not _is_ordinal(before) and not before.endswith(("/", "-", "–", "("))


def _is_ordinal(before: str) -> bool:
    """Whether the words before a number make it a rank, a date, a bound or the number of something."""
    words = before.rstrip(" \u00a0*").lower()
    between = len(before) - len(words)
    return 0 < between <= _MOST_BLANKS and words.endswith(_ORDINALS) and not words.endswith(_NO_ORDINALS)


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
    noun = counted["noun"].lower()
    nouns = noun.split()
    alike = {*nouns, "và", "khác", *_KINDS.get(nouns[0], ())}
    if noun.startswith(_PEOPLE):
        alike |= _OF_PEOPLE
    units = (_UNIT.match(text, part[0].end) for part in parts)
    return all(own is None or own["noun"].lower().split()[0] in alike for own in units)


def _tell_apart(text: str, parts: list[list[Figure]]) -> bool:
    """Whether the parts name kinds of the total's things: «10 trường: 4 mầm non, 3 tiểu học, 2 trung học cơ sở»."""
    return len(parts) > _FEWEST_PARTS and not any(counted_at(text, part[0].end) for part in parts)
