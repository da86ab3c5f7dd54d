"""Differences in the documents that are listed and in the sentences."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.data.model import BaoCao
from generator.data.model_documents import VanBanBanHanh
from generator.data.names import citation
from generator.data.sentences import Sentence, sentences_of
from generator.jobs.differences.difference import DOCUMENTS, WORDS, Difference, Side, Told, changed

_ALIKE = 0.6  # of their words: two sentences are one that was changed
_MOST_TRIED = 12  # sentences near by that may be what another has become


def documents(old: Side, new: Side) -> Iterator[Difference]:
    """The documents that only one of the reports lists, and those that it lists in other words."""
    before, now = _listed(old.report), _listed(new.report)
    for key in dict.fromkeys((*before, *now)):
        was, is_ = before.get(key), now.get(key)
        document = is_ or was
        assert document is not None
        yield from changed(DOCUMENTS, f"{document.loai} số {document.so}", "van_ban_ban_hanh", _told(was), _told(is_))


def _listed(report: BaoCao) -> Mapping[tuple[str, int, int], VanBanBanHanh]:
    """The documents by number and year; the third of two of that number and year is told apart by its place."""
    found = dict[tuple[str, int, int], VanBanBanHanh]()
    seen = Counter[tuple[str, int]]()
    for document in report.van_ban_ban_hanh:
        key = str(document.so), document.ngay.year
        found[(*key, seen[key])] = document
        seen[key] += 1
    return found


def _told(document: VanBanBanHanh | None) -> Told | None:
    if document is None:
        return None
    further = "".join(f" [{each}]" for each in (document.ma, document.nhom, *document.cot_them.values()) if each)
    return Told(f"{citation(document)}{further}", document.place)


def words(old: Side, new: Side) -> Iterator[Difference]:
    """The sentences that only one of the reports has; one that follows the same sentence and is much alike is changed.

    A sentence that has moved is not told.
    """
    before, now = list(sentences_of(old.report)), list(sentences_of(new.report))
    kept = Counter(each.text for each in before) & Counter(each.text for each in now)
    gone, come = _gaps(before, kept), _gaps(now, kept)
    for anchor in dict.fromkeys((*gone, *come)):
        yield from _in_gap(gone.get(anchor, ()), come.get(anchor, ()))


def _gaps(sentences: Sequence[Sentence], kept: Mapping[str, int]) -> Mapping[tuple[str, int], list[Sentence]]:
    """The sentences that are not ``kept``, by the kept one that they follow and how often that has stood before."""
    left, gaps = Counter(kept), dict[tuple[str, int], list[Sentence]]()
    anchor = ("", 0)
    for sentence in sentences:
        if left[sentence.text]:
            anchor = (sentence.text, left[sentence.text])
            left[sentence.text] -= 1
        else:
            gaps.setdefault(anchor, []).append(sentence)
    return gaps


def _in_gap(gone: Sequence[Sentence], come: Sequence[Sentence]) -> Iterator[Difference]:
    """Each sentence that is gone with what it has become, in order; then what is new."""
    first = 0
    for was in gone:
        tried = range(first, min(first + _MOST_TRIED, len(come)))
        partner = next((index for index in tried if _is_alike(was.text, come[index].text)), None)
        if partner is None:
            yield _difference(was, None)
            continue
        for index in range(first, partner):
            yield _difference(None, come[index])
        yield _difference(was, come[partner])
        first = partner + 1
    for index in range(first, len(come)):
        yield _difference(None, come[index])


def _is_alike(one: str, other: str) -> bool:
    matcher = difflib.SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _difference(was: Sentence | None, is_: Sentence | None) -> Difference:
    sentence = is_ or was
    assert sentence is not None
    old, new = (Told(each.text, each.place) if each else None for each in (was, is_))
    return Difference(WORDS, "Câu", sentence.place.path, old, new)
