"""Finds the documents that a text names: "Quyết định số 43/QĐ-UBND ngày 13/5/2022 của UBND xã về việc …".

Every expression is bounded and each look ends where the next citation starts, so the time is linear in the length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from generator.decree.symbols import SoKyHieu, SymbolError, mended_symbol, parse_symbol
from generator.patterns import regex
from generator.rules.said import Passage
from generator.rules.said_citations.bodies import BODY
from generator.rules.said_citations.mention import Mention, body_of, without_lead
from generator.vn.dates import DateError, VnDate, parse_date
from generator.vn.text import nfc, squeeze

_PART = r"[A-ZĐ]{2,12}(?:[.&][A-ZĐ]{1,8})?[a-zđ]{0,2}[0-9]{0,4}(?!\w)"
_KIND_PART = r"(?:QyĐ|QĐi|CTr|TTr|TrS|L)"
# The digit comes first, so that the search skips to one; the lookbehind looks at what stands before it.
_SYMBOL = regex(
    r"[0-9](?<![\w/.,-].)(?:"
    rf"[0-9]{{0,5}}[a-zđ]?(?:/(?:19|20)[0-9]{{2}})?\s{{0,3}}/\s{{0,3}}(?:{_PART}|{_KIND_PART}(?=\s{{0,3}}-))"
    rf"(?:\s{{0,3}}-\s{{0,3}}{_PART}){{0,3}}"
    rf"|[0-9]{{0,3}}[a-zđ]?\s{{0,2}}-\s{{0,2}}(?:[A-ZĐ]{{2,4}}|{_KIND_PART})\s{{0,2}}/\s{{0,2}}[A-ZĐ]{{2,8}}(?!\w)"
    r")"
)
_KIND_WITH_D = regex(r"/\s{0,3}[A-Z]{0,3}D[A-Z]{0,3}\s{0,3}-")
_MENDED = (("\u00d0", "Đ"), ("\u0189", "Đ"), ("\u01a2", "Ư"), ("\u01a3", "ư"))
"""Letters that scanning and old converters put for others, and those; another rule speaks of them."""
_JOINED = tuple(
    f"{kind}{body}"
    for kind in ("QĐ", "KH", "BC", "TT", "NQ", "CT", "TB", "NĐ", "TTr", "CTr")
    for body in ("UBND", "HĐND", "BCĐ", "BTTTT", "TTg", "CP", "STTTT")
)
KIND = (
    r"Thông tư liên tịch|Quyết định|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Kế hoạch|Công văn|Báo cáo|Tờ trình|Hướng dẫn"
    r"|Thông báo|Chương trình|Kết luận|Công điện|Giấy mời|Quy định|Quy chế|Đề án|Phương án|Pháp lệnh|Luật|QĐ|CV"
)
_BEFORE = regex(
    rf"(?:^|[^\w])(?P<kind>{KIND})(?:\s{{1,3}}(?:hành động|phối hợp|liên tịch))?"
    r"(?:\s{1,3}số)?\s{0,3}:?\s{0,3}$",
    re.IGNORECASE,
)
_SO_BEFORE = regex(r"(?:^|[^\w])số\s{0,3}:?\s{0,3}$", re.IGNORECASE)
_DAY = (
    r"[0-9]{1,2}\s{0,2}[/.-]\s{0,2}[0-9]{1,2}\s{0,2}[/.-]\s{0,2}[0-9]{4}(?![0-9])"
    r"|[0-9]{1,2}\s{1,3}tháng\s{1,3}[0-9]{1,2}\s{1,3}năm\s{1,3}[0-9]{4}(?![0-9])"
)
_DATE = regex(
    rf"\s{{0,3}}[,(]?\s{{0,3}}(?:ngày\s{{0,3}}(?P<day>{_DAY})"
    r"|(?P<month>tháng\s{1,3}[0-9]{1,2}(?:/|\s{1,3}năm\s{1,3})[0-9]{4})(?![0-9])|(?P<open>ngày\s{0,8}(?=[.…/]|tháng)))",
    re.IGNORECASE,
)
_DATE_BEFORE = regex(rf"ngày\s{{1,3}}(?P<day>{_DAY})\s{{0,3}},\s[^.;:\n]{{3,90}}$", re.IGNORECASE)
_OF = regex(r"\s{0,3},?\s{0,3}(?:do|của)\s{1,3}")
_SUBJECT = regex(r"\s{0,3}[,:]?\s{0,3}[“\"(]?(?P<lead>về\s{1,3}việc|về|v/v|vv)(?!\w)\s{0,3}:?\s{0,3}", re.IGNORECASE)
_VERB = regex(
    r"\s{1,3}(?=(?:phê duyệt|ban hành|quy định|giao|thành lập|kiện toàn|công bố|triển khai|báo cáo|hướng dẫn)\s)",
    re.IGNORECASE,
)
_QUOTED = regex(r"[“\"](?P<words>[^”\"]{1,600})[”\"]")
_SUBJECT_END = regex(r"[;\n)(]|[.…](?:\s|$|[.])|: |, (?:cụ thể|với nội dung|đồng thời|trong đó)|\bđồng thời\b")
_SENTENCE = regex(r"[.!?]\s")
_BULLET = regex(r"[\s\-–+*•]{0,8}(?:[0-9]{1,3}[.)]\s{0,3})?")
_LOOK_BACK = 120
_SUBJECT_LENGTH = 600
_KIND_LENGTH = 60


class _After(Struct, frozen=True):
    """What follows a symbol; ``end`` counts from the end of the symbol."""

    date: VnDate | None = None
    date_words: str = ""
    body_words: str = ""
    end: int = 0


def mentions(passage: Passage) -> Iterator[Mention]:
    """The documents that the passage names, in order."""
    if "/" not in passage.text:
        return
    text = nfc(passage.text)
    for wrong, right in _MENDED:
        text = text.replace(wrong, right)
    found = [each for each in _SYMBOL.finditer(text) if _is_cited(text, each)]
    told: list[tuple[int, Mention]] = []
    for index, each in enumerate(found):
        stop = found[index + 1].start() if index + 1 < len(found) else len(text)
        start = found[index - 1].end() if index else 0
        mention = _mention(text, each, (max(start, each.start() - _LOOK_BACK), stop), passage)
        if mention is not None:
            listed = index == 0 and mention.date is not None and _opens(text, each)
            told.append((each.start(), replace(mention, listed=True) if listed else mention))
    near = _after_body(text, [start for start, mention in told if not mention.body_words])
    for start, mention in told:
        yield replace(mention, body_near=True) if start in near else mention


def _after_body(text: str, starts: list[int]) -> frozenset[int]:
    """Those of the places before which their sentence names a body."""
    if not starts:
        return frozenset()
    bodies = [each.start() for each in BODY.finditer(text, 0, starts[-1])]
    sentences = [0, *(each.end() for each in _SENTENCE.finditer(text, 0, starts[-1]))]

    def names_body(start: int) -> bool:
        sentence = sentences[bisect_right(sentences, start) - 1]
        return bisect_left(bodies, start) > bisect_left(bodies, sentence)

    return frozenset(filter(names_body, starts))


class Misspelled(Struct, frozen=True):
    """A symbol in a text whose kind has lost its mark, "77/QD-UBND": as written, where, and what was meant."""

    words: str
    start: int
    meant: SoKyHieu


def misspelled(passage: Passage) -> Iterator[Misspelled]:
    """The symbols of the passage that are none because their kind has D for Đ."""
    text = nfc(passage.text) if _KIND_WITH_D.search(passage.text) else ""
    for found in _SYMBOL.finditer(text):
        words = squeeze(found.group())
        meant = _meant(words)
        if meant is not None and _is_cited(text, found):
            yield Misspelled(words, found.start(), meant)


@lru_cache(maxsize=1024)
def _meant(words: str) -> SoKyHieu | None:
    """The symbol that the words are but for a D in its kind that should be Đ; None for others."""
    try:
        parse_symbol(words)
    except SymbolError:
        meant = mended_symbol(words)
        plain = words.replace(" ", "")
        if meant and meant.loai and meant.loai not in plain and str(meant).replace("Đ", "D") == plain.replace("Đ", "D"):
            return meant
    return None


def _opens(text: str, found: re.Match[str]) -> bool:
    """Whether the text begins with that document: an item of a list."""
    before = text[: found.start()] if found.start() < _KIND_LENGTH else "…"
    return _BULLET.fullmatch(_before_kind(before)) is not None


def _before_kind(text: str) -> str:
    kind = _BEFORE.search(text)
    return text[: kind.start("kind")] if kind else text


def _is_cited(text: str, found: re.Match[str]) -> bool:
    """Whether a figure with letters is a symbol: it has a hyphen, or "số" or the kind before it."""
    before = text[max(0, found.start() - 40) : found.start()]
    return "-" in found.group() or bool(_SO_BEFORE.search(before) or _BEFORE.search(before))


def _mention(text: str, found: re.Match[str], look: tuple[int, int], passage: Passage) -> Mention | None:
    symbol = _symbol(found.group())
    if symbol is None:
        return None
    before, after = text[look[0] : found.start()], text[found.end() : look[1]]
    kind = _BEFORE.search(before[-_KIND_LENGTH:])
    rest = _after(after, before)
    subject, told, length = _subject(after[rest.end : rest.end + _SUBJECT_LENGTH], cut=look[1] < len(text))
    line = text.count("\n", 0, found.start())
    return Mention(
        symbol,
        passage.lines[line] if line < len(passage.lines) else passage.place,
        kind["kind"] if kind else "",
        rest.date,
        rest.date_words,
        rest.body_words,
        subject,
        told,
        heading=passage.heading,
        running=True,
        body=body_of(rest.body_words),
        span=(
            found.start() - len(before[-_KIND_LENGTH:]) + kind.start("kind") if kind else found.start(),
            found.end() + rest.end + length,
        ),
    )


@lru_cache(maxsize=1024)
def _symbol(words: str) -> SoKyHieu | None:
    """The symbol; None where it cannot be read, or has lost its hyphen ("1829/QĐUBND"), which is another fault."""
    try:
        symbol = parse_symbol(words)
    except SymbolError:
        return None
    return None if symbol.loai is None and symbol.co_quan.startswith(_JOINED) else symbol


def _after(after: str, before: str) -> _After:
    """The date and the body behind a symbol, in either order; else the date before it ("Ngày …, Sở … có …")."""
    dated = _DATE.match(after)
    end = dated.end() if dated else 0
    body, end = _body(after, end)
    if dated is None and body:
        dated = _DATE.match(after, end)
        end = dated.end() if dated else end
    if dated is None and "ngày" in before.lower():
        dated = _DATE_BEFORE.search(before)
    if dated is None:
        return _After(body_words=body, end=end)
    parts = dated.groupdict()
    words = parts.get("day") or parts.get("month") or ""
    return _After(_date(words), words or squeeze(dated.group()), body, end)


def _body(after: str, start: int) -> tuple[str, int]:
    of = _OF.match(after, start)
    body = BODY.match(after, of.end()) if of else None
    return (squeeze(body.group()), body.end()) if body else ("", start)


def _date(words: str) -> VnDate | None:
    try:
        return parse_date(squeeze(words).replace(" /", "/").replace("/ ", "/").replace("-", "/").replace(".", "/"))
    except DateError:
        return None


def _subject(after: str, cut: bool) -> tuple[str, bool, int]:
    """The words of the subject at the start of ``after``, whether "về" or the like leads them, and where they end."""
    lead = _SUBJECT.match(after)
    start = lead or _VERB.match(after)
    if start is None:
        return "", False, 0
    quoted = _QUOTED.match(after, start.end())
    if quoted:
        return without_lead(quoted["words"]), lead is not None, quoted.end()
    end = _SUBJECT_END.search(after, start.end())
    words = after[start.end() : end.start() if end else len(after)]
    if end is None and cut:
        tail = _BEFORE.search(words[-_KIND_LENGTH:])
        words = words[: len(words) - len(words[-_KIND_LENGTH:]) + tail.start("kind")] if tail else words
    return without_lead(words), lead is not None, start.end() + len(words)
