"""DL710: an address on the web does not differ from another by a slip of one letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import accumulate

from generator.findings import Finding, Severity
from generator.rules.said import Said
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.spots import Spot, composed, first_and_others, times, vocabulary
from generator.vn.near import near_pairs
from generator.vn.text import fold, quoted
from generator.vn.word_spans import addresses, host_of

RULE = SaidRule(
    "DL710",
    Severity.WARNING,
    "Địa chỉ mạng không lệch một chữ so với địa chỉ khác",
    "Sai một chữ thì không vào được trang, hoặc vào trang của người khác.",
)
_WORDS_IN_LABEL = 3
_MOST_HOSTS = 1000  # more than that is a directory, in which names alike are no sign of a slip


def check(said: Said) -> Iterator[Finding]:
    spots: dict[str, list[Spot]] = defaultdict(list)
    for passage, text in composed(said):
        for address in addresses(text):
            host = host_of(address.text)
            if host:
                spots[host].append(Spot(passage, address.start, host))
    if len(spots) > _MOST_HOSTS:
        return
    pairs = [pair for pair in near_pairs(spots) if not _differ_in_figures(*pair)]
    if not pairs:
        return
    said_words = _run_together(said, {label for pair in pairs for label in _labels(*pair)})
    told: set[str] = set()
    for one, other in pairs:
        known = tuple(label in said_words for label in _labels(one, other))
        if all(known):
            continue  # two places with names alike
        wrong, right = (one, other) if _less_likely(known, len(spots[one]), len(spots[other])) else (other, one)
        if wrong in told:
            continue
        told.add(wrong)
        place, others = first_and_others(spots[wrong])
        yield RULE.finding(
            place,
            f"{quoted(wrong)}{times(len(spots[wrong]))} chỉ khác một chữ với {quoted(right)}"
            f"{times(len(spots[right]))}.",
            f"Nếu cùng một trang thì viết {quoted(right)}.",
            tuple(dict.fromkeys((*others, spots[right][0].place))),
        )


def _less_likely(known: tuple[bool, ...], first: int, second: int) -> bool:
    """Whether the first of the pair is the wrong one: its words are not in the text, or it is rarer."""
    return not known[0] if known[0] != known[1] else first <= second


def _differ_in_figures(one: str, other: str) -> bool:
    return "".join(ch for ch in one if not ch.isdigit()) == "".join(ch for ch in other if not ch.isdigit())


def _labels(one: str, other: str) -> tuple[str, str]:
    """The parts in which two hosts differ first."""
    return next(((a, b) for a, b in zip(one.split("."), other.split("."), strict=False) if a != b), (one, other))


def _run_together(said: Said, labels: Collection[str]) -> frozenset[str]:
    """The labels that are words of the text without accents, up to three run together: «thanhhoa» of «Thanh Hóa»."""
    known = vocabulary(said)
    beginnings = {label[:length] for label in labels for length in range(1, len(label) + 1)}
    starts = {word for word in known.where if fold(word[0]) in beginnings and fold(word) in beginnings}
    found: set[str] = set()
    for number in known.holding(starts):
        run = known.lists[number]
        for at in [at for at, word in enumerate(run) if word in starts]:
            joined = accumulate(map(fold, run[at : at + _WORDS_IN_LABEL]))
            found.update(together for together in joined if together in labels)
    return frozenset(found)
