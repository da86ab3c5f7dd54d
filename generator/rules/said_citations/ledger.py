"""The ledger: every document that a report names, in text, lists and tables, each mention with what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from generator.decree.symbols import SymbolError, parse_symbol
from generator.findings import Place
from generator.patterns import regex
from generator.rules.said import Cited, Passage, Row, Said
from generator.rules.said_citations.bodies import Body, is_one_body, read_body, type_of_symbol
from generator.rules.said_citations.mention import Mention, body_of, without_lead
from generator.rules.said_citations.scan import mentions
from generator.vn.dates import DateError, VnDate, parse_date, short_date
from generator.vn.text import nfc, squeeze

_ONLY_SYMBOL = regex(r"(?:số\s{0,3}:?\s{0,3})?[0-9]{1,6}[a-zđ]?\s{0,3}[/-][^,;()]{2,40}", re.IGNORECASE)
_ENTRY_LENGTH = 160


class Document(Struct, frozen=True):
    """A document: its mentions under one symbol and one date, in reading order; ``office`` is who issued it.

    ``office`` is a key for comparing ("" where nobody tells): documents with one key come from one office.
    """

    mentions: tuple[Mention, ...]
    office: str = ""

    @property
    def first(self) -> Mention:
        return self.mentions[0]

    @property
    def date(self) -> VnDate | None:
        return self.first.date

    @property
    def body(self) -> Body | None:
        return next((each.body for each in self.mentions if each.body is not None), None)

    @property
    def subject(self) -> str:
        return next((each.subject for each in self.mentions if each.subject), "")

    @property
    def name(self) -> str:
        return str(self.first.symbol)

    @property
    def dated(self) -> str:
        """The symbol with its date, as messages name it."""
        date = self.date
        return f"«{self.name}» ngày {short_date(date)}" if date and date.day else f"«{self.name}»"


class Ledger(Struct, frozen=True):
    """All mentions in reading order, the documents they name, and the lists of documents with their entries."""

    mentions: tuple[Mention, ...]
    documents: tuple[Document, ...]
    lists: tuple[tuple[Mention, ...], ...]


def same_date(one: VnDate | None, other: VnDate | None) -> bool:
    """Whether both can be one date: no part that both tell differs; an unknown date fits any."""
    if one is None or other is None:
        return True
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(left is None or right is None or left == right for left, right in pairs)


@lru_cache(maxsize=2)
def ledger(said: Said) -> Ledger:
    """The ledger of what is said; kept, since each of the rules asks for it."""
    passages = [tuple(mentions(passage)) for passage in said.passages]
    tables = [[_row(row) for row in table.rows] for table in said.tables]
    everything = [each for group in passages for each in group]
    everything += [each for table in tables for row in table if row for each in row]
    everything += _listed(said.listed, everything)
    own = [each for each in everything if not _is_own(each, said)]
    lists = (*_of_passages(passages), *_of_tables(said, tables))
    return Ledger(tuple(own), tuple(_documents(own, said)), tuple(group for group in lists if len(group) > 1))


def place_of_number(said: Said, mention: Mention) -> Place:
    """Where the number and the date of a mention stand: for a document of the data, its entry."""
    return _entries(said).get(mention.place, mention.place)


@lru_cache(maxsize=2)
def _entries(said: Said) -> dict[Place, Place]:
    return {each.place: each.entry for each in said.listed if each.entry is not None}


def _is_own(mention: Mention, said: Said) -> bool:
    """Whether the mention is of the report itself."""
    try:
        own = parse_symbol(said.symbol) if said.symbol else None
    except SymbolError:
        return False
    return own is not None and str(own).lstrip("0") == mention.key and same_date(mention.date, said.date)


def _listed(listed: tuple[Cited, ...], found: list[Mention]) -> list[Mention]:
    """The documents of the data that are printed nowhere, and what the data tells more of those that are."""
    known = {(each.key, each.date, each.place) for each in found}
    result = list[Mention]()
    for each in listed:
        try:
            symbol = parse_symbol(each.so)
        except SymbolError:
            continue
        body = body_of(each.co_quan)
        subject, told = without_lead(each.trich_yeu), bool(each.trich_yeu.strip())
        mention = Mention(
            symbol, each.place, each.loai, each.ngay, "", each.co_quan, subject, told, listed=True, body=body
        )
        if (mention.key, mention.date, mention.place) not in known:
            result.append(mention)
    return result


def _row(row: Row) -> tuple[Mention, ...] | None:
    """The documents that a row names; first the one that the row is about, marked so.  None for a group's heading."""
    if row.group:
        return None
    if not any("/" in cell.text for cell in row.cells):
        return ()
    scanned = [tuple(mentions(cell)) for cell in row.cells]
    for index, cell in enumerate(row.cells):
        if "/" not in cell.text and "-" not in cell.text:
            continue
        entry = _entry(row, index, cell, scanned[index])
        if entry is not None:
            rest = tuple(_aside(each) for at, cells in enumerate(scanned) if at != index for each in cells)
            return (entry, *rest)
    return tuple(_aside(each) for cells in scanned for each in cells)


def row_document(row: Row) -> Mention | None:
    """The document that a row of a table is about; None where it is about none."""
    found = _row(row)
    return found[0] if found and found[0].listed else None


def _aside(mention: Mention) -> Mention:
    """A mention in a cell that is not what the row is about."""
    return replace(mention, listed=False, running=False)


def _entry(row: Row, index: int, cell: Passage, found: tuple[Mention, ...]) -> Mention | None:
    """What the row is about, where the cell is all number and symbol, with or without date and body."""
    words = squeeze(nfc(cell.text))
    cited = found[0] if len(found) == 1 and found[0].listed and len(words) < _ENTRY_LENGTH else None
    if cited is None and not _ONLY_SYMBOL.fullmatch(words):
        return None
    others = [each for at, each in enumerate(row.cells) if at != index]
    longest = max(others, key=lambda each: len(each.text), default=None)
    subject = without_lead(longest.text) if longest is not None else ""
    if cited is not None:
        own = cited.subject
        return replace(cited, subject=own or subject, told=bool(own or subject), running=False)
    try:
        symbol = parse_symbol(words)
    except SymbolError:
        return None
    date = next((date for other in others if (date := _date_of(other.text)) is not None), None)
    if date is None:
        return None
    words = next((nfc(other.text) for other in others if other is not longest and _is_body(other.text)), "")
    return Mention(symbol, cell.place, "", date, "", words, subject, bool(subject), listed=True, body=body_of(words))


def _date_of(text: str) -> VnDate | None:
    if len(text) > 40:
        return None
    try:
        date = parse_date(text.strip())
    except DateError:
        return None
    return date if date.day is not None else None


def _is_body(text: str) -> bool:
    return len(text) < 80 and bool(read_body(text).type)


def _of_passages(found: list[tuple[Mention, ...]]) -> Iterator[tuple[Mention, ...]]:
    """Runs of items that each open with a document."""
    run = list[Mention]()
    for group in found:
        if group and group[0].listed:
            run.append(group[0])
            continue
        yield tuple(run)
        run = []
    yield tuple(run)


def _of_tables(said: Said, tables: list[list[tuple[Mention, ...] | None]]) -> Iterator[tuple[Mention, ...]]:
    """The entries of each table, a heading of a group starting a new list."""
    for rows in tables:
        run = list[Mention]()
        for row in rows:
            if row is None:
                yield tuple(run)
                run = []
            elif row and row[0].listed:
                run.append(row[0])
        yield tuple(run)


def _documents(found: list[Mention], said: Said) -> Iterator[Document]:
    """The mentions by symbol and date; those without a date belong to the first document of the symbol."""
    groups = dict[tuple[str, VnDate | None], list[Mention]]()
    first = dict[str, VnDate | None]()
    for each in found:
        if each.date is not None:
            first.setdefault(each.key, each.date)
    for each in found:
        groups.setdefault((each.key, each.date or first.get(each.key)), []).append(each)
    offices = _Offices(found, said)
    for members in groups.values():
        members.sort(key=lambda each: each.date is None)
        document = Document(tuple(members))
        yield replace(document, office=offices.of(document))


class _Offices:
    """Who issued which: by the body told, else by the symbol, else by the other entries of the lists."""

    def __init__(self, found: list[Mention], said: Said) -> None:
        self._own = read_body(said.body) if said.body else None
        self._names = dict[tuple[str, int | None], set[str]]()
        self._shortest = dict[tuple[str, int | None], set[str]]()
        self._in_lists = dict[str, set[tuple[str, int | None]]]()
        for each in found:
            body = each.body
            if body is None or not body.type:
                continue
            self._names.setdefault((body.type, body.level), set()).add(body.name)
            if each.listed:
                self._in_lists.setdefault(each.symbol.co_quan.split("-")[0], set()).add((body.type, body.level))
        if self._own and self._own.type:
            self._names.setdefault((self._own.type, self._own.level), set()).add(self._own.name)

    def of(self, document: Document) -> str:
        """The key of the office; empty where it cannot be told."""
        symbol, body = document.first.symbol, document.body
        if is_one_body(symbol):
            return f"{type_of_symbol(symbol)} {symbol.co_quan.split('-')[0]}"
        if body is not None and body.type and body.level is not None:
            return self._key(body)
        if not any(each.listed for each in document.mentions) or body is not None:
            return ""
        kind = type_of_symbol(symbol)
        if self._own and kind == self._own.type:
            return self._key(self._own)
        organ = symbol.co_quan.split("-")[0]
        told = {each for each in self._in_lists.get(organ, set()) if self._own is None or each[1] == self._own.level}
        if len(told) == 1:
            own_type, level = next(iter(told))
            return self._key(Body(own_type, level, ""))
        return f"danh sách {organ}"

    def _key(self, body: Body) -> str:
        """One key for "UBND huyện" and "UBND huyện Yên Định" unless two districts are named."""
        kind = (body.type, body.level)
        if kind not in self._shortest:
            names = {name for name in self._names.get(kind, set()) if name}
            self._shortest[kind] = {name for name in names if not any(each in names for each in _starts(name))}
        shortest = self._shortest[kind]
        if len(shortest) <= 1:
            return f"{body.type} {body.level}"
        name = next((each for each in (*_starts(body.name), body.name) if each in shortest), body.name)
        return f"{body.type} {body.level} {name}"


def _starts(name: str) -> list[str]:
    """The names that are the first words of this one."""
    words = name.split()
    return [" ".join(words[:count]) for count in range(1, len(words))]
