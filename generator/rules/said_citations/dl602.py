"""DL602: a document has one subject and one issuing body wherever it is named."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from generator.findings import Finding, Severity
from generator.rules.said import Said
from generator.rules.said_citations.ledger import ledger
from generator.rules.said_citations.mention import Mention, subject_words
from generator.rules.said_rule import SaidRule
from generator.vn.text import quoted

RULE = SaidRule(
    "DL602",
    Severity.WARNING,
    "Một văn bản chỉ có một trích yếu và một cơ quan ban hành, dẫn ở đâu cũng vậy",
    "Hai trích yếu hay hai cơ quan cho một số thì người đọc không biết đang nói tới văn bản nào.",
)
_NEAR = 0.6
_SHORTEST = 4
_COMPARED = 60


def check(said: Said) -> Iterator[Finding]:
    for document in ledger(said).documents:
        if document.date is None:
            continue
        yield from _two_bodies(document.mentions)
        yield from _two_subjects(document.mentions)


def _two_bodies(mentions: tuple[Mention, ...]) -> Iterator[Finding]:
    told = [each for each in mentions if each.body is not None and each.body.type]
    seen = set[str]()
    for each in told[1:]:
        first, body = told[0].body, each.body
        if first is None or body is None or each.body_words in seen:
            continue
        seen.add(each.body_words)
        fix = "Xem lại bản gốc rồi ghi một cơ quan ở mọi chỗ."
        problem = (
            f"«{each.symbol}» ở đây là của {quoted(each.body_words)}, chỗ khác là của {quoted(told[0].body_words)}."
        )
        if not first.may_be(body):
            if _wide_apart(subject_words(told[0].subject), subject_words(each.subject)):
                continue  # two offices may give one number on one day
            yield RULE.finding(each.place, problem, fix, related=(told[0].place,))
        elif first.chair != body.chair and first.type in ("ubnd", "hdnd"):
            yield RULE.finding(each.place, problem, fix, related=(told[0].place,), severity=Severity.HINT)


def _two_subjects(mentions: tuple[Mention, ...]) -> Iterator[Finding]:
    having = [each for each in mentions if each.subject]
    one, seen = _words(having[0]) if len(having) > 1 else [], set[str]()
    for each in having[1:]:
        if each.subject in seen:
            continue
        seen.add(each.subject)
        other = _words(each)
        apart = having[0].told and each.told and _wide_apart(one, other)
        if not apart and not _near(one, other):
            continue
        yield RULE.finding(
            each.place,
            f"«{each.symbol}» có hai trích yếu: ở đây là {_shown(each, having[0])}, "
            f"chỗ khác là {_shown(having[0], each)}.",
            "Chép trích yếu từ bản gốc, ở mọi chỗ như nhau.",
            related=(having[0].place,),
            severity=None if apart else Severity.HINT,
        )


def _words(mention: Mention) -> list[str]:
    """The words to compare; a list's column may begin with the kind, which the text has before the number."""
    words = subject_words(mention.subject)[:_COMPARED]
    kind = mention.kind.casefold().split() or ["quyết", "định"]
    return words[len(kind) :] if not mention.running and words[: len(kind)] == kind else words


def _wide_apart(one: list[str], other: list[str]) -> bool:
    """Whether two subjects have hardly a word in common."""
    short = min(len(one), len(other))
    return short >= _SHORTEST and one[0] != other[0] and len(set(one) & set(other)) * 4 < short


def _ends(one: list[str], other: list[str]) -> tuple[int, int]:
    """How many words both begin and both end with."""
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    rest = zip(reversed(one[start:]), reversed(other[start:]), strict=False)
    return start, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], rest))


def _near(one: list[str], other: list[str]) -> bool:
    """Whether two subjects are one but for a few words within: what follows is the same again."""
    start, end = _ends(one, other)
    if start in (len(one), len(other)):
        return False  # one is the other cut short
    return min(len(one), len(other)) >= _SHORTEST and end >= 2 and start + end >= _NEAR * max(len(one), len(other))


def _shown(mention: Mention, other: Mention) -> str:
    """The words about the first difference, as written."""
    words, against = mention.subject.split(), other.subject.split()
    start = _ends([each.casefold() for each in words], [each.casefold() for each in against])[0]
    return quoted(" ".join(words[max(0, start - 3) : start + 7]))
