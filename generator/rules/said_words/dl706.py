"""DL706: no word written twice by mistake."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, pairwise
from operator import eq

from msgspec import Struct

from generator.findings import Finding, Severity
from generator.rules.said import Passage, Said
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.spots import Vocabulary, around, vocabulary
from generator.vn.text import quoted

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
# The same but for words that end so: «tự do do Đảng lãnh đạo».
_BINDING_BUT_AFTER = {"do": {"tự", "lý", "lí"}, "vì": set[str](), "nếu": set[str](), "rất": set[str]()}
# «UBND huyện Huyện Hoàng Hóa»; «cấp huyện Huyện ủy» is another matter.
_UNITS = frozenset({"huyện", "xã", "tỉnh", "phường", "thôn"})
_LEVEL = "cấp"
_TOLD_BY_THEMSELVES = _BINDING | _BINDING_BUT_AFTER.keys() | _UNITS
_TWICE_ON_PURPOSE = frozenset({("từng", "bước"), ("từng", "ngày"), ("từng", "giờ"), ("ngày", "càng")})
_ENOUGH = 20  # in one passage; whoever mends these sees the others
_BULLET = " \u00a0\t*+-–•"

Pair = tuple[str, str]
Before = dict[Pair, set[str]]


class _Text(Struct, frozen=True):
    """A passage with its words, where they start, and the words in lower case."""

    passage: Passage
    text: str
    words: list[str]
    starts: list[int]
    lower: list[str]

    def end(self, at: int) -> int:
        """Where the word ends."""
        return self.starts[at] + len(self.words[at])

    def beside(self, at: int) -> bool:
        """Whether only blanks stand between the word and the one before it."""
        between = self.text[self.end(at - 1) : self.starts[at]]
        return between == " " or (between != "" and between.strip(" \u00a0\t") == "")


def check(said: Said) -> Iterator[Finding]:
    known = vocabulary(said)
    texts = [_text(known, number) for number, lower in enumerate(known.lower_lists) if _has_twice(lower)]
    before = _before(known, {pair for text in texts for pair in _in_doubt(text)})
    for text in texts:
        yield from islice(_in_passage(text, before), _ENOUGH)


def _text(known: Vocabulary, number: int) -> _Text:
    return _Text(*known.texts[number], known.lists[number], known.starts(number), known.lower_lists[number])


def _has_twice(words: list[str]) -> bool:
    """Whether a word, or a pair of words, stands twice running."""
    if len(set(words)) == len(words):
        return False
    if any(map(eq, words, islice(words, 1, None))):
        return True
    return any(map(eq, words, islice(words, 2, None))) and _has_pair_twice(list(pairwise(words)))


def _has_pair_twice(pairs: list[Pair]) -> bool:
    return any(map(eq, pairs, islice(pairs, 2, None)))


def _doubled(text: _Text) -> Iterator[int]:
    """Where a word is the one before it."""
    for at in range(1, len(text.lower)):
        word = text.lower[at]
        if word == text.lower[at - 1] and len(word) > 1 and text.beside(at):
            yield at


def _in_doubt(text: _Text) -> Iterator[Pair]:
    """Doubled words with what follows them, where the words themselves do not say whether that is a slip."""
    for at in _doubled(text):
        if at + 1 < len(text.lower) and text.lower[at] not in _TOLD_BY_THEMSELVES:
            yield text.lower[at], text.lower[at + 1]


def _in_passage(text: _Text, before: Before) -> Iterator[Finding]:
    slips = {at for at in _doubled(text) if _is_slip(text, at, before)}
    for at in range(1, len(text.words)):
        if at in slips:
            start = text.starts[at - 1]
        elif _pair_twice(text, at):
            start = text.starts[at - 3]
        else:
            continue
        end = text.end(at)
        shown = text.text[start:end]
        yield RULE.finding(
            text.passage.place_at(start),
            f"{quoted(shown)} lặp chữ, trong {around(text.text, start, end)}.",
            f"Bỏ một lần, còn «{shown[: len(shown) // 2].strip()}».",
        )


def _before(known: Vocabulary, asked: set[Pair]) -> Before:
    """For each of these neighbouring words: which words stand right before them; doubled words give no evidence."""
    before: Before = defaultdict(set)
    for number, lower in enumerate(known.lower_lists) if asked else ():
        pairs = list(pairwise(lower))
        if asked.isdisjoint(pairs):
            continue
        text = _text(known, number)
        for at, pair in enumerate(pairs):
            if pair in asked and text.beside(at + 1):
                first = lower[at - 1] if at and text.beside(at) else ""
                if first != pair[0]:
                    before[pair].add(first)
    return before


def _is_slip(text: _Text, at: int, before: Before) -> bool:
    lower = text.lower
    if lower[at] in _BINDING:
        return True
    first = lower[at - 2] if at > 1 and text.beside(at - 1) else ""
    if lower[at] in _BINDING_BUT_AFTER:
        return first not in _BINDING_BUT_AFTER[lower[at]]
    following = text.words[at + 1] if at + 1 < len(lower) and text.beside(at + 1) else ""
    if lower[at] in _UNITS:
        return first not in ("", _LEVEL) and following[:1].isupper() and not text.words[at].isupper()
    # «báo cáo cáo kết quả»: elsewhere «cáo kết» only follows «báo», so here too «cáo» begins no word of its own, as
    # «quan» does in «cơ quan quan tâm».
    return bool(first and following) and before[lower[at], lower[at + 1]] == {first}


def _pair_twice(text: _Text, at: int) -> bool:
    if at < 3 or text.lower[at] != text.lower[at - 2] or text.lower[at - 1] != text.lower[at - 3]:
        return False
    four = text.words[at - 3 : at + 1]
    pair = (four[0], four[1])
    # At the head of a sentence the first has a capital: «Đơn vị đơn vị phối hợp».
    heads = four[2].islower() and _opens(text, text.starts[at - 3])
    same = (
        (four[0].lower() if heads else four[0], four[1]) == (four[2], four[3])
        and pair[0] != pair[1]
        and all(len(word) > 1 for word in pair)
    )
    return (
        same
        and (pair[0].lower(), pair[1]) not in _TWICE_ON_PURPOSE
        and all(text.beside(each) for each in range(at - 2, at + 1))
    )


def _opens(text: _Text, start: int) -> bool:
    """Whether a sentence begins there."""
    before = text.text[max(0, start - _ENOUGH) : start].rstrip(_BULLET)
    return before[-1:] in ("", ".", "!", "?", ":", ";", "\n")
