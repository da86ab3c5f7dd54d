"""DL706: no word written twice by mistake."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice, pairwise

from generator.findings import Finding, Severity
from generator.rules.said import Passage, Said
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.spots import around, composed
from generator.vn.text import quoted
from generator.vn.word_spans import WordSpan, words

RULE = SaidRule(
    "DL706",
    Severity.WARNING,
    "Không có chữ lặp hai lần liền nhau",
    "«triển khai các các phương án» là gõ lặp; người đọc thấy ngay là văn bản chưa được đọc lại.",
)
# Words that bind others and neither end nor begin a longer word, so that twice is always once too often.
_BINDING = frozenset(
    {
        "các",
        "những",
        "của",
        "và",
        "với",
        "để",
        "được",
        "cho",
        "trong",
        "tại",
        "đã",
        "đang",
        "sẽ",
        "thì",
        "mà",
        "nhưng",
        "hoặc",
        "bị",
        "nhằm",
        "rằng",
        "cũng",
        "vẫn",
        "theo",
        "trên",
        "dưới",
        "này",
    }
)
# «UBND huyện Huyện Hoàng Hóa»; «cấp huyện Huyện ủy» is another matter.
_UNITS = frozenset({"huyện", "xã", "tỉnh", "phường", "thôn"})
_LEVEL = "cấp"
_TWICE_ON_PURPOSE = frozenset({("từng", "bước"), ("từng", "ngày"), ("từng", "giờ"), ("ngày", "càng")})
_ENOUGH = 20  # in one passage; whoever mends these sees the others

Before = dict[tuple[str, str], set[str]]


def check(said: Said) -> Iterator[Finding]:
    before = functools.cache(lambda: _before(said))  # few documents have a word twice for which it is asked
    for passage, text in composed(said):
        yield from islice(_in_passage(passage, text, before), _ENOUGH)


def _in_passage(passage: Passage, text: str, before: Callable[[], Before]) -> Iterator[Finding]:
    spans = words(text)
    for at in range(1, len(spans)):
        one, other = spans[at - 1], spans[at]
        if not (_is_slip(spans, at, text, before) and _beside(text, one, other)):
            if not _pair_twice(text, spans, at):
                continue
            one = spans[at - 3]
        shown = text[one.start : other.end]
        yield RULE.finding(
            passage.place_at(one.start),
            f"{quoted(shown)} lặp chữ, trong {around(text, one.start, other.end)}.",
            f"Bỏ một lần, còn «{shown[: len(shown) // 2].strip()}».",
        )


def _before(said: Said) -> Before:
    """For each two neighbouring words: which words stand right before them; doubled words give no evidence."""
    before: Before = defaultdict(set)
    for _, text in composed(said):
        spans = words(text)
        lower = [span.text.lower() for span in spans]
        beside = [False, *(_beside(text, one, other) for one, other in pairwise(spans))]
        for at in range(len(spans) - 1):
            first = lower[at - 1] if beside[at] else ""
            if beside[at + 1] and first != lower[at]:
                before[lower[at], lower[at + 1]].add(first)
    return before


def _beside(text: str, one: WordSpan, other: WordSpan) -> bool:
    between = text[one.end : other.start]
    return between == " " or (between != "" and between.strip(" \u00a0\t") == "")


def _is_slip(spans: tuple[WordSpan, ...], at: int, text: str, before: Callable[[], Before]) -> bool:
    one, other = spans[at - 1], spans[at]
    if len(one.text) != len(other.text) or len(one.text) < 2:
        return False
    word = one.text.lower()
    if word != other.text.lower():
        return False
    if word in _BINDING:
        return True
    first = spans[at - 2].text if at > 1 and _beside(text, spans[at - 2], one) else ""
    if word in _UNITS:
        named = at + 1 < len(spans) and _beside(text, other, spans[at + 1]) and spans[at + 1].text[0].isupper()
        return first != "" and first.lower() != _LEVEL and named and not other.text.isupper()
    # «báo cáo cáo kết quả»: elsewhere «cáo kết» only follows «báo», so here too «cáo» begins no word of its own, as
    # «quan» does in «cơ quan quan tâm».
    following = spans[at + 1] if at + 1 < len(spans) and _beside(text, other, spans[at + 1]) else None
    return bool(first) and following is not None and before()[word, following.text.lower()] == {first.lower()}


def _pair_twice(text: str, spans: tuple[WordSpan, ...], at: int) -> bool:
    if at < 3:
        return False
    four = spans[at - 3 : at + 1]
    pair = (four[0].text, four[1].text)
    same = pair == (four[2].text, four[3].text) and pair[0] != pair[1] and all(len(word) > 1 for word in pair)
    return same and pair not in _TWICE_ON_PURPOSE and all(_beside(text, one, other) for one, other in pairwise(four))
