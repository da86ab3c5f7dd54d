"""Short names with several spellings: abbreviations with Đ or D (BCĐ, BCD) and brands (TDOffice, TDoffice)."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from generator.findings import Severity
from generator.patterns import regex
from generator.rules.said import Said
from generator.rules.said_words.name_forms import Clash, Forms, by_key, clash, is_capitals
from generator.rules.said_words.spots import Spot, composed, gathered, vocabulary
from generator.vn.near import near_pairs
from generator.vn.vowels import split_tones
from generator.vn.word_spans import without_addresses

# Two letters stand for too many things: DA and ĐA, DV and ĐV, HD and HĐ are different words.
_SHORTEST_ABBREVIATION = 3
_SHORTEST_BRAND = 4
_SHORTEST_NEAR_BRAND = 6
_SHORTEST_SPOKEN = 6
_VOWEL = regex("[AEIOUY]")
# Of all hyphens few stand between letters, with a blank beside them or none: most open the lines of lists.
_BETWEEN_LETTERS = regex(r"-(?:(?<=[^\W\d_]-)|(?<=[^\W\d_] -)) ?[^\W\d_]")
# A word of plain Latin letters, with those that hyphens join to it.
_LATIN = regex(r"[A-Za-z](?<![^\W\d_].)[A-Za-z]*+(?![^\W\d_])(?:-[A-Za-z]++(?![^\W\d_]))*+")
_HYPHENED_APART = regex(r"(?<![^\W\d_-])(?P<one>[A-Za-z]++)(?: - ?| ?- )(?P<other>[A-Za-z]++)(?![^\W\d_-])")
_COMPOUND = regex(r"(?<![\w/&-])[A-ZĐ]{2,8}(?:[&-][A-ZĐ]{2,8}){2,4}(?![\w/&-])")
_PARTING = regex("[&-]")
_MOST_COMPOUNDS = 100
_MOST_BRANDS = 1000  # more than that is a directory, in which names alike are no sign of a slip
_NUMBERED_NAME = regex(r"[“\"](?P<whole>(?P<number>0?[1-9]) (?P<name>[^\W\d_]++(?: [^\W\d_]++){0,5}))[”\"]")
_MIXED = regex("[a-z][A-Z]|[A-Z]{2}[a-z]")


def abbreviations(said: Said) -> Iterator[Clash]:
    """Abbreviations that differ in Đ and D alone, both in this document."""
    known = vocabulary(said)
    keys: dict[str, list[str]] = defaultdict(list)
    for word in filter(_is_abbreviation, known.where):
        keys[_without_bar(word)].append(word)
    several = {word for alike in keys.values() if len(alike) > 1 for word in alike}
    spots = (
        (_without_bar(spot.text), spot)
        for spot in known.spots(several)
        if not is_capitals(spot.passage.text, spot.start)
    )
    for forms in by_key(spots).values():
        if len(forms) > 1:
            yield clash(forms, Severity.WARNING, better=max(forms, key=lambda form: form.count("Đ")))


def brands(said: Said) -> Iterator[Clash]:
    """Names with capitals inside that are written in several ways, a lost letter included."""
    known = vocabulary(said)
    joined = _joined_words(said)
    written = {word for word in (*known.where, *joined) if _may_be_brand(word)}
    keys_of_mixed = {_brand_key(word) for word in written if _MIXED.search(word)}
    wanted = {word for word in written if _brand_key(word) in keys_of_mixed}
    held_in = {*known.holding(wanted), *(number for word in wanted for number, _ in joined.get(word, ()))}
    mixed = by_key(
        (_brand_key(found[0]), Spot(passage, found.start(), found[0]))
        for passage, text in map(known.texts.__getitem__, sorted(held_in))
        for found in _LATIN.finditer(without_addresses(text))
        if found[0] in wanted and not is_capitals(text, found.start())
    )
    for keys in _near(list(mixed)):
        forms: Forms = {form: spots for key in keys for form, spots in mixed[key].items()}
        if len(forms) > 1:
            yield clash(forms, Severity.WARNING, better=max(forms, key=_fullness))


def spoken(said: Said) -> Iterator[Clash]:
    """Long abbreviations that are read as words, letters swapped or lost in one: TABMIS and TAMBIS."""
    known = vocabulary(said)
    near = [pair for pair in near_pairs(filter(_is_spoken, known.where)) if not _is_other_letter(*pair)]
    spots = gathered(
        spot
        for spot in known.spots({word for pair in near for word in pair})
        if not is_capitals(spot.passage.text, spot.start)
    )
    for one, other in near:
        if one in spots and other in spots:
            yield clash({one: spots[one], other: spots[other]}, Severity.WARNING, better=max(one, other, key=len))


def compounds(said: Said) -> Iterator[Clash]:
    """Abbreviations of several parts of which one part is longer here than there: VH-TT&DL and VHTT-TT&DL."""
    forms: Forms = defaultdict(list)
    joined = _hyphened(said).joined
    for number, (passage, text) in enumerate(composed(said)):
        for found in _COMPOUND.finditer(text) if joined[number] + text.count("&") > 1 else ():
            if not is_capitals(text, found.start()):
                forms[found.group()].append(Spot(passage, found.start(), found.group()))
    for one, other in combinations(list(forms)[:_MOST_COMPOUNDS], 2):
        if _is_longer_in_one_part(one, other):
            yield clash({one: forms[one], other: forms[other]}, Severity.HINT)


class _Hyphened(Struct, frozen=True):
    """The passages with hyphens between letters, and how many: that join them, that have a blank beside them."""

    joined: Counter[int]
    apart: Counter[int]


@functools.lru_cache(2)
def _hyphened(said: Said) -> _Hyphened:
    joined, apart = Counter[int](), Counter[int]()
    for number, (_, text) in enumerate(composed(said)):
        for found in _BETWEEN_LETTERS.finditer(text):
            blank = " " in (text[found.start() - 1], found[0][1])
            (apart if blank else joined)[number] += 1
    return _Hyphened(joined, apart)


@functools.lru_cache(2)
def _joined_words(said: Said) -> Mapping[str, Sequence[tuple[int, Spot]]]:
    """The words of plain letters that hyphens join, each with the numbers of the passages and where it stands there."""
    joined: dict[str, list[tuple[int, Spot]]] = defaultdict(list)
    for number in _hyphened(said).joined:
        passage, text = composed(said)[number]
        for found in _LATIN.finditer(text):
            if "-" in found[0]:
                joined[found[0]].append((number, Spot(passage, found.start(), found[0])))
    return dict(joined)


def _is_longer_in_one_part(one: str, other: str) -> bool:
    left, right = _PARTING.split(one), _PARTING.split(other)
    apart = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    if len(left) != len(right) or len(apart) != 1:
        return False
    short, long = sorted(apart[0], key=len)
    return len(short) > 1 and long.startswith(short)


def hyphens(said: Said) -> Iterator[Clash]:
    """A word with blanks about its hyphen that elsewhere has none: «QR - code» and «QR-code»."""
    joined = _joined_words(said)
    apart: Forms = defaultdict(list)
    for number in _hyphened(said).apart if joined else ():
        passage, text = composed(said)[number]
        for found in _HYPHENED_APART.finditer(text):
            one = f"{found['one']}-{found['other']}"
            if one in joined:
                apart[one].append(Spot(passage, found.start(), found.group()))
    for one, spots in apart.items():
        yield Clash(one, tuple(spot for _, spot in joined[one]), tuple(spots), Severity.HINT)


def numbered_names(said: Said) -> Iterator[Clash]:
    """Names in quotation marks that begin with a number, with and without a zero: “3 Không” and “03 Không”."""
    spots = [
        (f"{found['number'].lstrip('0')} {found['name'].casefold()}", Spot(passage, found.start(), found["whole"]))
        for passage, text in composed(said)
        for found in (_NUMBERED_NAME.finditer(text) if "“" in text or '"' in text else ())
    ]
    for forms in by_key(spots).values():
        if len({form.startswith("0") for form in forms}) > 1:
            yield clash(forms, Severity.HINT)


def _near(keys: list[str]) -> Iterable[list[str]]:
    """The keys in groups of those that a lost letter apart makes one name."""
    names = {key: key for key in keys}

    def name_of(key: str) -> str:
        while names[key] != key:
            names[key] = key = names[names[key]]
        return key

    long = [key for key in keys if len(key) >= _SHORTEST_NEAR_BRAND]
    for one, other in near_pairs(long) if len(long) <= _MOST_BRANDS else ():
        names[name_of(other)] = name_of(one)
    groups: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        groups[name_of(key)].append(key)
    return groups.values()


def _without_bar(word: str) -> str:
    return word.replace("Đ", "D")


def _is_spoken(word: str) -> bool:
    return len(word) >= _SHORTEST_SPOKEN and word.isascii() and word.isupper() and len(_VOWEL.findall(word)) > 1


def _is_other_letter(one: str, other: str) -> bool:
    """Whether they differ by a letter put for another: then they may be two names."""
    return len(one) == len(other) and sorted(one) != sorted(other)


def _brand_key(word: str) -> str:
    return word.replace("-", "").casefold()


def _fullness(form: str) -> tuple[int, int, int]:
    """Of equally common forms: the one with no letter lost, then with more capitals, then without a hyphen."""
    return len(form.replace("-", "")), sum(ch.isupper() for ch in form), -form.count("-")


def _is_abbreviation(word: str) -> bool:
    return len(word) >= _SHORTEST_ABBREVIATION and word.isupper() and not split_tones(word)[1]


def _may_be_brand(word: str) -> bool:
    return word.isascii() and len(word) >= _SHORTEST_BRAND
