"""Finds in a text the names that have lapsed by a date, and tells what has taken their place."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.data.schema_successions import TEN, TINH
from generator.data.successions import BangThayDoi, ThayDoi
from generator.patterns import regex
from generator.rules.successions.forms import Form, Match, forms_of, matches_at, name_before, split_phrases
from generator.rules.successions.history import Day, History, last_day
from generator.rules.successions.tokens import Token, all_capitals, keys, tokens
from generator.vn.dates import VnDate
from generator.vn.text import nfc, upper_first

_EXPRESSION = regex(r"\{\{[^{}]{0,300}\}\}")
_MARKS = " ,-–"


class Setting(Struct, frozen=True):
    """Where a text stands: one of the five places, in a document of which body (its name) and province, if known.

    At the head of a document nothing is told of the past, so ``cap_tren`` knows no citations.
    """

    where: str = "loi_van"
    don_vi: str = ""
    tinh: str = ""


class Lapsed(Struct, frozen=True):
    """A name that has lapsed: where it stands, its words, and the words to put, None where a person must decide.

    ``new`` is empty where the old falls out; the span then holds the comma or dash before it.  ``certain`` says that
    ``new`` may be put without asking in that place.
    """

    start: int
    end: int
    old: str
    new: str | None
    entry: ThayDoi
    certain: bool = False


def lapsed(text: str, date: VnDate, table: BangThayDoi, setting: Setting | None = None) -> tuple[Lapsed, ...]:
    """The names in the text that have lapsed by the date, in order, none within another.

    Of a date with an open day or month the last day counts.  Citations of documents from before the lapse, and what a
    clause tells of a time before it, are left alone.
    """
    today = last_day(date)
    if not any(entry.tu.key() <= today for entry in table.thay_doi):
        return ()
    composed = _Composed(text)
    search = _Search(composed.text, today, table, setting or Setting())
    return tuple(composed.placed(each) for each in search.found())


class _Composed:
    """A text in NFC, and for its offsets those of the text as it was."""

    def __init__(self, text: str) -> None:
        self.text = nfc(text)
        self._places: list[int] | None = None
        if self.text != text:
            starts = [at for at in range(len(text)) if not at or not _joins(text[at - 1], text[at])]
            pieces = [(at, nfc(text[at:end])) for at, end in zip(starts, [*starts[1:], len(text)], strict=True)]
            self._places = [at for at, piece in pieces for _ in piece] + [len(text)]
            self.text = "".join(piece for _, piece in pieces)

    def placed(self, found: Lapsed) -> Lapsed:
        if self._places is None:
            return found
        start, end = self._places[found.start], self._places[found.end]
        return Lapsed(start, end, found.old, found.new, found.entry, found.certain)


def _joins(before: str, character: str) -> bool:
    """Whether the character becomes one with those before it."""
    return unicodedata.combining(character) > 0 or nfc(before + character) != before + character


class _Search:
    def __init__(self, text: str, today: Day, table: BangThayDoi, setting: Setting) -> None:
        self._text, self._today, self._table, self._setting = text, today, table, setting
        self._words = tokens(text)
        self._unit = keys(setting.don_vi)
        self._history: History | None = None
        self._expressions = [found.span() for found in _EXPRESSION.finditer(text)] if "{{" in text else []

    def found(self) -> Iterator[Lapsed]:
        root, at = forms_of(self._table), 0
        while at < len(self._words):
            known = self._words[at].key in root.following
            match = next(self._valid(matches_at(self._words, at, root)), None) if known else None
            if match is None:
                at += 1
                continue
            at = match.after
            each = self._lapsed(match)
            if not self._is_spared(each):
                yield each

    def _valid(self, matches: Sequence[Match]) -> Iterator[Match]:
        """The matches with their forms that have lapsed and whose conditions are met."""
        for match in matches:
            forms = [form for form in match.forms if self._holds(form.entry, match)]
            if forms:
                yield Match(match.first, match.after, forms, match.name)

    def _holds(self, entry: ThayDoi, match: Match) -> bool:
        if entry.tu.key() > self._today:
            return False
        name = tuple(word.key for word in self._words[slice(*match.name)])
        if any(name[: len(spared)] == spared for spared in map(keys, entry.tru)):
            return False
        return not entry.dung_sau or name_before(self._words, match.first, [keys(each) for each in entry.dung_sau])

    def _lapsed(self, match: Match) -> Lapsed:
        """What stands there, by the last reform that touched it; the first entry that serves this place, if any."""
        latest = max(form.entry.tu.key() for form in match.forms)
        forms = [form for form in match.forms if form.entry.tu.key() == latest]
        form = next(filter(self._serves, forms), None)
        shown = form or next((each for each in forms if not each.entry.ap_dung), forms[0])
        words = self._words[match.first : match.after]
        start, end = words[0].start, words[-1].end
        old = self._text[start:end].strip(_MARKS)
        new = self._new(shown, match, words) if form or not shown.entry.ap_dung else None
        if new == "":
            start = len(self._text[:start].rstrip(" \u00a0"))
        else:
            start = end - len(self._text[start:end].lstrip(_MARKS))
        return Lapsed(start, end, old, new, shown.entry, form is not None and new is not None)

    def _serves(self, form: Form) -> bool:
        entry = form.entry
        if self._setting.where not in entry.ap_dung or (entry.moi is None and not entry.bo):
            return False
        return not entry.khi_don_vi or any(self._is_unit(beginning) for beginning in entry.khi_don_vi)

    def _is_unit(self, beginning: str) -> bool:
        return any(
            self._unit[: len(words)] == words
            for spelling in _all_spellings(beginning, self._table.viet_tat)
            if (words := keys(spelling))
        )

    def _new(self, form: Form, match: Match, words: Sequence[Token]) -> str | None:
        """The words to put, as long or as short as those of old; None where something is not known."""
        if form.entry.bo:
            return ""
        new = form.entry.moi
        if new is None or (TINH in new and not self._setting.tinh):
            return None
        new = "".join(
            _as_long(piece, index, form, self._table) for piece, index in split_phrases(new, self._table.viet_tat)
        )
        first, after = match.name
        name = self._text[self._words[first].start : self._words[after - 1].end] if after else ""
        new = new.replace(TINH, self._setting.tinh).replace(TEN, name)
        if len(words) > 1 and all_capitals(words):
            return new.upper()
        return upper_first(new) if words[0].text[0].isupper() else new

    def _is_spared(self, found: Lapsed) -> bool:
        index = bisect_right(self._expressions, (found.start, len(self._text))) - 1
        if index >= 0 and self._expressions[index][1] > found.start:
            return True
        if self._setting.where == "cap_tren":
            return False
        self._history = self._history or History(self._text)
        end = found.end
        return self._history.is_past(end - len(self._text[found.start : end].lstrip(_MARKS)), end, found.entry.tu.key())


def _all_spellings(text: str, phrases: Sequence[Sequence[str]]) -> list[str]:
    spelled = [""]
    for piece, index in split_phrases(text, phrases):
        spelled = [before + each for before in spelled for each in ([piece] if index is None else phrases[index])]
    return spelled


def _as_long(piece: str, index: int | None, form: Form, table: BangThayDoi) -> str:
    """A phrase of the new words spelled as in the old, or short where some phrase of the old is short."""
    if index is None or not form.spelled:
        return piece
    if index in form.spelled:
        return form.spelled[index]
    full, *others = table.viet_tat[index]
    short = any(map(_is_short, form.spelled.values()))
    return next(filter(_is_short, others), full) if short else full


def _is_short(spelling: str) -> bool:
    return any(token.is_upper for token in tokens(spelling))
