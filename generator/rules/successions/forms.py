"""The old forms of a table of successions, ready to be looked up word by word."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct, field

from generator.data.schema_successions import TEN
from generator.data.successions import BangThayDoi, ThayDoi
from generator.rules.successions.tokens import Token, all_capitals, keys, tokens
from generator.vn.text import nfc

_NAME_MARK = "\ue000"  # stands for {ten} among the words of a form
_LONGEST_NAME = 4
_NUMBERED = frozenset({"quận", "phường"})
_DIGITS = 2
_LEVELS = frozenset(
    {("tỉnh",), ("huyện",), ("xã",), ("phường",), ("quận",), ("thành", "phố"), ("thị", "xã"), ("thị", "trấn")}
)
_NO_NAME = frozenset({"về", "v", "trên", "dưới"})  # capitals that begin what follows a name


class Form(Struct, frozen=True):
    """One way of writing an old name; ``spelled`` has, for each phrase of several spellings, the one in this form."""

    entry: ThayDoi
    spelled: Mapping[int, str]


class Node(Struct):
    """Where the words so far lead: on by a word, on by a name, or to the forms that end here."""

    following: dict[str, Node] = field(default_factory=dict)
    name: Node | None = None
    forms: list[Form] = field(default_factory=list)


class Match(Struct, frozen=True):
    """Old forms that stand from token ``first`` to before ``after``; ``name`` is what stands for ``{ten}``."""

    first: int
    after: int
    forms: Sequence[Form]
    name: tuple[int, int] = (0, 0)


@functools.lru_cache(maxsize=8)
def forms_of(table: BangThayDoi) -> Node:
    """All forms of a table by their words, each spelling of their phrases written out."""
    root = Node()
    for entry in table.thay_doi:
        for old in entry.cu:
            for words, spelled in _spellings(nfc(old), table.viet_tat):
                _add(root, words, Form(entry, spelled))
    return root


def _add(root: Node, words: Sequence[str], form: Form) -> None:
    node = root
    for word in words:
        if word == _NAME_MARK:
            node.name = node.name or Node()
            node = node.name
        else:
            node = node.following.setdefault(word, Node())
    if all(form.entry is not known.entry for known in node.forms):
        node.forms.append(form)


def _spellings(old: str, phrases: Sequence[Sequence[str]]) -> Iterator[tuple[tuple[str, ...], dict[int, str]]]:
    """The words of a form in every spelling of its phrases, with the spelling of each."""
    pieces = list(split_phrases(old.replace(TEN, _NAME_MARK), phrases))
    choices = [
        [(piece, index)] if index is None else [(each, index) for each in phrases[index]] for piece, index in pieces
    ]
    for chosen in product(*choices):
        words = tuple(word for piece, _ in chosen for word in keys(piece))
        yield words, {index: piece for piece, index in chosen if index is not None}


def split_phrases(text: str, phrases: Sequence[Sequence[str]]) -> Iterator[tuple[str, int | None]]:
    """The text in pieces: what stands between phrases of several spellings, and the phrases with their numbers."""
    spelled = _first_words(tuple(map(tuple, phrases)))
    words, at, end = tokens(text), 0, 0
    while at < len(words):
        found = next(
            (
                (len(each), index)
                for each, index in spelled.get(words[at].key, ())
                if tuple(token.key for token in words[at : at + len(each)]) == each
            ),
            None,
        )
        if found is None:
            at += 1
            continue
        length, index = found
        yield text[end : words[at].start], None
        end = words[at + length - 1].end
        yield text[words[at].start : end], index
        at += length
    yield text[end:], None


@functools.lru_cache(maxsize=8)
def _first_words(phrases: tuple[tuple[str, ...], ...]) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """The spellings with the number of their phrase by their first word, long ones first."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for index, spellings in enumerate(phrases):
        for spelling in spellings:
            words = keys(spelling)
            found.setdefault(words[0], []).append((words, index))
    for each in found.values():
        each.sort(key=lambda pair: -len(pair[0]))
    return found


def matches_at(words: Sequence[Token], at: int, root: Node) -> list[Match]:
    """The forms that begin at a token, the longest first."""
    found = list[Match]()
    stack: list[tuple[Node, int, tuple[int, int]]] = [(root, at, (0, 0))]
    while stack:
        node, here, name = stack.pop()
        if node.forms:
            found.append(Match(at, here, node.forms, name))
        if here >= len(words) or (here > at and not words[here].joined):
            continue
        following = node.following.get(words[here].key)
        if following is not None:
            stack.append((following, here + 1, name))
        if node.name is not None:
            end = name_end(words, here, upper=all_capitals(words[at:here]))
            if end > here:
                stack.append((node.name, end, (here, end)))
    return sorted(found, key=lambda match: -match.after)


def name_end(words: Sequence[Token], at: int, *, upper: bool) -> int:
    """The token after the proper name that begins at ``at``; ``at`` where none does.

    Among capitals (``upper``) a name is all capitals; it never holds the word for a level: «HUYỆN A TỈNH B».
    """
    end, count = at, 0
    if words[at].text.isdigit():  # «Quận 1»
        return at + 1 if at and words[at - 1].key in _NUMBERED and len(words[at].text) <= _DIGITS else at
    while end < len(words) and count < _LONGEST_NAME and (end == at or words[end].joined):
        if not is_name_word(words[end], upper=upper) or level_at(words, end) or words[end].key in _NO_NAME:
            break
        count, end = count + 1, end + 1
        if end + 1 < len(words) and words[end].text in "'’" and words[end].start == words[end - 1].end:
            end += 2  # «M'Drắk»
    return min(end, len(words))


def is_name_word(word: Token, *, upper: bool) -> bool:
    """Whether the word may be one of a proper name."""
    return word.text[0].isupper() and word.text.isalpha() and (upper or not word.is_upper)


def level_at(words: Sequence[Token], at: int) -> tuple[str, ...]:
    """The word for a level of places that stands at a token; empty for none."""
    for length in (2, 1):
        key = tuple(word.key for word in words[at : at + length])
        if key in _LEVELS:
            return key
    return ()


def name_before(words: Sequence[Token], at: int, levels: Sequence[tuple[str, ...]]) -> bool:
    """Whether a name led by one of the words for levels stands right before a token: «xã A» before «, huyện B»."""
    for count in range(1, _LONGEST_NAME + 1):
        first = at - count
        if (
            first < 0
            or not words[first].text[0].isupper()
            or not words[first + 1 : first + 2]
            or not _follows(words, first)
        ):
            return False
        for level in levels:
            start = first - len(level)
            if start >= 0 and tuple(word.key for word in words[start:first]) == level:
                return True
    return False


def _follows(words: Sequence[Token], first: int) -> bool:
    return words[first].is_word and words[first].joined and words[first + 1].joined
