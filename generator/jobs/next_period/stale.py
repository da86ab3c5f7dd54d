"""Words of a sentence that told of the last period: its times, those that were still to come, and typed figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.data.periods import Period
from generator.findings import FilePlace
from generator.patterns import regex
from generator.rules.said import Passage
from generator.rules.said_citations.scan import mentions
from generator.vn.counts_in_words import counts_in_words
from generator.vn.figures_in_text import Figure, figures
from generator.vn.text import squeeze

_YEAR = r"(?:19|20)[0-9]{2}"
_EXPRESSION = regex(r"\{\{.*?\}\}", re.DOTALL)
_ADDRESS = regex(r"(?:https?://|www\.)\S+")
_LIST_MARK = regex(r"^[ \t]*(?:[-+–•*]\s+|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s+)", re.MULTILINE)
# Where the subject of a cited document is over and the sentence goes on.
_GOES_ON = regex(
    r",\s+(?=(?:trong|tính đến|đến|từ đầu) (?:năm|tháng|quý|ngày)\b|(?:năm|quý)\b|\d"
    r"|(?:đã|có|đến nay|hiện|xã|huyện|tỉnh|UBND)\b|toàn (?:xã|huyện|tỉnh)\b)",
    re.IGNORECASE,
)
_SPAN = regex(rf"(?:giai đoạn |nhiệm kỳ )?\b{_YEAR} ?[-–] ?(?P<year>{_YEAR})\b(?P<of>)", re.IGNORECASE)
_PART = regex(
    rf"(?:\b[0-9]{{1,2}}|\b(?:ba|sáu|chín)) tháng (?:đầu|cuối)(?: năm)?(?:[ /](?P<year>{_YEAR}))?\b"
    rf"|\bquý (?:[IVX]{{1,3}}|[1-4])\b(?:(?:/| năm |, năm )(?P<of>{_YEAR}))?",
    re.IGNORECASE,
)
_DATE = regex(
    rf"(?:\b(?:ngày|tháng) )?\b[0-9]{{1,2}}[/.-](?:[0-9]{{1,2}}[/.-])?(?P<year>{_YEAR})\b"
    rf"|(?:\bngày )?(?:\b[0-9]{{1,2}} )?\btháng [0-9]{{1,2}} năm (?P<of>{_YEAR})\b",
    re.IGNORECASE,
)
_COMPARED = regex(r"\bso với(?: cùng kỳ)?(?: năm)? $", re.IGNORECASE)
# Figures that name and do not count.  «chuyển đổi số 12 đơn vị», «tổng số 12», «đã cấp 12 máy» count.
_NAMED = regex(
    r"(?:\b(?:điều|khoản|mục|phụ lục|biểu|mẫu|bước|thế hệ|phiên bản|khóa|đề án|nghị quyết|quyết định|nghị định|chỉ thị"
    r"|thông tư)(?: số)?|\b(?:kế hoạch|công văn|văn bản|hướng dẫn|thông báo|chương trình|kết luận|luật|điện thoại"
    r"|tổng đài|hotline) số)[ \u00a0](?:\d{1,2}(?:\.\d{1,2})*(?:, ?| và ))*$",
    re.IGNORECASE,
)
_LEVEL = regex(r"(?<!đã )(?<!được )\b(?:mức|mức độ|cấp độ|hạng|(?P<given>cấp))[ \u00a0]$", re.IGNORECASE)
_REACHED = regex(r"\b(?:đạt|xếp|lên|được)(?: (?:ở|là|lên))? $", re.IGNORECASE)
_LEVELS = regex(r"0?[1-5](?:[,.][1-5])*")
_ITEM = regex(r"\b(?:chỉ tiêu|tiêu chí|nội dung)(?: số)?[ \u00a0]$", re.IGNORECASE)
_UNIT = regex(r"[ \u00a0][^\W\d_]")
_WISHED = regex(r"\b(?:đảm bảo|bảo đảm|mục tiêu|mục tiêu là|phấn đấu|phấn đấu đạt)[ \u00a0]$", re.IGNORECASE)
_SET_PHRASE = regex(r"\b24/(?:24|7)\b|\b(?:công nghiệp|thời đại|cách mạng) 4\.0\b|\b\d{1,2} (?:tuổi|sao)\b", re.I)
_YEARS = range(1900, 2101)
_ALL = 100
_LOOK_BACK = 40
_LEAD = regex(r"(?:năm|tháng|ngày)[ \u00a0]$", re.IGNORECASE)
_OVER = regex(r" ?/ {5,}")
_WORDS_AFTER = regex(r"(?:[ \u00a0][^\W\d_]+){0,2}")
_MOST_SHOWN = 4


class _Times(Struct, frozen=True):
    """What is out of date when a report of one period is made into that of another."""

    old: Period
    new: Period

    @property
    def same_part(self) -> bool:
        return (self.old.kind, self.old.so) == (self.new.kind, self.new.so)

    def day(self, year: str) -> bool:
        """Whether a day of that year was told of, or was still to come, and has gone by."""
        return self.old.nam <= int(year) <= self.new.nam

    def year(self, year: int) -> bool:
        """The same of a whole year: half a year and the year after it name one year."""
        return self.old.nam != self.new.nam and self.old.nam <= year <= self.new.nam

    def part(self, year: str | None) -> bool:
        """The same of a part of a year, such as its first half."""
        return not self.same_part or (year is not None and self.year(int(year)))

    def ended(self, last: str) -> bool:
        """Whether a span of years ran in the old period and runs no more."""
        return self.old.nam <= int(last) < self.new.nam


def stale_words(text: str, old: Period, new: Period, *, counted: bool = True) -> tuple[str, ...]:
    """What a text says of the old period and of times that have come since, and its typed figures with what they count.

    Where figures are not ``counted``, as in names, only times are told.  Citations of documents, addresses, expressions
    and times before the old period are standing words.
    """
    plain = _uncited(_blanked(text, _LIST_MARK, _EXPRESSION, _ADDRESS, _SET_PHRASE))
    times = _Times(old, new)
    found: dict[int, str] = {}
    for pattern, is_stale in ((_SPAN, times.ended), (_PART, times.part), (_DATE, times.day)):
        for each in pattern.finditer(plain):
            if is_stale(each["year"] or each["of"]):
                found[each.start()] = squeeze(each.group())
        plain = _blanked(plain, pattern)
    spans = [(each.start, each.end) for each in figures(plain) if _is_stale(plain, each, times, counted=counted)]
    found |= {start: _shown(plain, start, end) for start, end in _joined(plain, spans)}
    found |= {start: _shown(plain, start, end) for start, end in counts_in_words(plain)} if counted else {}
    return tuple(dict.fromkeys(found[start] for start in sorted(found)))


def remark(words: tuple[str, ...]) -> str:
    """What the remark above a sentence says."""
    shown = ", ".join(f"«{word}»" for word in words[:_MOST_SHOWN])
    more = len(words) - _MOST_SHOWN
    return f"còn {shown}{f' và {more} chỗ nữa' if more > 0 else ''}"


def _uncited(text: str) -> str:
    """The text with blanks for the documents that it cites."""
    for mention in mentions(Passage(text, FilePlace("-"))):
        start, end = mention.span
        on = _GOES_ON.search(text, start, end)
        end = on.start() if on else end
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_stale(text: str, figure: Figure, times: _Times, *, counted: bool) -> bool:
    before, number = text[max(0, figure.start - _LOOK_BACK) : figure.start], figure.whole
    if number is not None and number in _YEARS and len(figure.text) == len(str(times.old.nam)):
        return times.year(number) or bool(_COMPARED.search(before))
    if not counted:
        return False
    if figure.percent:
        return number != _ALL or not _WISHED.search(before)
    if _NAMED.search(before):
        return False
    counts = bool(_UNIT.match(text, figure.end))
    level = _LEVEL.search(before)
    if level:
        reached = _REACHED.search(before, 0, level.start()) and not _WISHED.search(before, 0, level.start())
        return bool(reached) or not _LEVELS.fullmatch(figure.text) or (level["given"] is not None and counts)
    return not _ITEM.search(before) or ("." not in figure.text and counts)


def _joined(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Figures that only a stroke parts, such as a fraction, as one."""
    at = 0
    while at < len(spans):
        start, end = spans[at]
        while at + 1 < len(spans) and text[end : spans[at + 1][0]].strip() == "/":
            at += 1
            end = spans[at][1]
        yield start, end
        at += 1


def _shown(text: str, start: int, end: int) -> str:
    """A figure with the words behind it; a year with the one before it; "17/…" for a part of a computed whole."""
    before = _LEAD.search(text, max(0, start - _LOOK_BACK), start)
    if before:
        return squeeze(text[before.start() : end])
    if _OVER.match(text, end):
        return f"{text[start:end]}/…"
    behind = _WORDS_AFTER.match(text, end)
    return squeeze(text[start : behind.end() if behind else end])


def _blanked(text: str, *patterns: re.Pattern[str]) -> str:
    for pattern in patterns:
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text
