"""What a Word file says, whoever made it: its paragraphs, its tables, and the indicators that its tables tell of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.data.successions import BangThayDoi
from generator.decree.symbols import SymbolError, parse_symbol, ten_loai
from generator.jobs.said_of_tables import read_indicators, read_tables
from generator.jobs.successions import shipped_successions
from generator.patterns import regex
from generator.rules.said import AnnexHeading, Cited, Indicator, Passage, Said, Table
from generator.rules.said_citations.ledger import ledger
from generator.rules.said_citations.mention import Mention
from generator.vn.dates import VnDate
from generator.vn.text import fold, squeeze
from generator.word.recognise_body import data_tables
from generator.word.recognised import Annex, Fragment, Recognised
from generator.word.view import Para

_HEAD, _BODY, _CLOSE, _ANNEX = "dau", "noi_dung", "cuoi", "phu_luc"
_LETTERHEAD = ("co_quan_chu_quan", "co_quan_ban_hanh", "so_ky_hieu")
_IN_HEAD = ("trich_yeu", "trich_yeu_cong_van", "kinh_gui")
_IN_CLOSE = ("noi_nhan_danh_sach", "quyen_han_chuc_vu", "chuc_vu_khac", "ho_ten")
_HEADINGS = ("phan_chuong", "tieu_de_phan_chuong", "muc", "khoan_co_tieu_de")
_SHOWN_MARKER = regex(r"[-+]|\(?(?:\w{1,4}[.)])*\w{1,4}[.)]?")
_DAY = regex(
    r"(?:ngày\s{0,9}(?P<day>\d{1,2}))?\s{0,9}tháng\s{0,9}(?P<month>\d{1,2})\s{0,9}năm\s{0,9}(?P<year>\d{4})", re.I
)
_NUMBERED = regex(r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})\.?\s{1,3}")
_DEMAND = regex(r"[-+\s]{0,4}yêu\s+cầu\s*:", re.IGNORECASE)
_VERDICT = regex(r"[-+*\s]{0,4}đánh\s+giá\s+chỉ\s+tiêu\b", re.IGNORECASE)
_NAME_START = 25  # letters by which a heading is known for the name of an indicator
_ANNEX_NUMBER = regex(r"phụ\s+lục(?:\s+số)?\s*(?P<number>[^\s.:–-]*)", re.IGNORECASE)


def said_of_document(recognised: Recognised, successions: BangThayDoi | None = None) -> Said:
    """What a recognised document says; ``successions`` tells which names have lapsed, by default the shipped table."""
    passages = _written(recognised)
    passages += _fragments(recognised, _IN_CLOSE, _CLOSE)
    tables = list(read_tables(_in_tables(recognised), _BODY))
    for annex in recognised.annexes:
        told, shown = _annex(annex)
        passages += told
        tables += shown
    for document in recognised.issued:
        passages += (replace(each, part=_ANNEX) for each in _written(document))
        tables += read_tables(_in_tables(document), _ANNEX)
    said = Said(
        recognised.view.file,
        tuple(passages),
        tuple(tables),
        tuple(_told(passages, list(read_indicators(tables)))),
        annexes=tuple(map(_heading, recognised.annexes)),
        date=_date(recognised),
        body=squeeze(" ".join(fragment.text for fragment in recognised.of("co_quan_ban_hanh"))),
        symbol=_symbol(recognised),
        letterhead=tuple(_letterhead(recognised)),
        loose=tuple(Passage(" ".join(para.loose), para.place) for para in recognised.view.body if para.loose),
        successions=successions or shipped_successions(),
    )
    return _with_listed(said)


def _written(recognised: Recognised) -> list[Passage]:
    """The words of a document but for its letterhead, its close and its tables."""
    return [*_fragments(recognised, _IN_HEAD, _HEAD), *_content(recognised)]


def _fragments(recognised: Recognised, components: Sequence[str], part: str) -> list[Passage]:
    """The pieces of some components, in the order of the file; those in one paragraph as they stand."""
    found = [fragment for component in components for fragment in recognised.of(component)]
    found.sort(key=lambda fragment: (fragment.para.number, fragment.start))
    return [_passage(fragment, part, heading=False) for fragment in found if fragment.text.strip()]


def _letterhead(recognised: Recognised) -> Iterator[Passage]:
    """The lines at the top, each component in one piece however many lines it takes."""
    for component in _LETTERHEAD:
        fragments = recognised.of(component)
        words = squeeze(" ".join(fragment.text for fragment in fragments))
        if words:
            yield Passage(words, fragments[0].place, _HEAD)


def _passage(fragment: Fragment, part: str, *, heading: bool) -> Passage:
    text = fragment.text.strip()
    marker = fragment.para.marker.strip() if fragment.is_whole else ""
    if marker and _SHOWN_MARKER.fullmatch(marker):
        text = f"{marker} {text}"
    elif marker:
        text = f"- {text}"
    return Passage(text, fragment.place, part, heading=heading)


def _content(recognised: Recognised) -> Iterator[Passage]:
    headings = {fragment.para.number for component in _HEADINGS for fragment in recognised.of(component)}
    closing = {fragment.para.number for fragment in recognised.of("ket_thuc")}
    for para in recognised.content:
        part = _CLOSE if para.number in closing else _BODY
        yield _passage(Fragment.whole(para), part, heading=para.number in headings)


def _in_tables(recognised: Recognised) -> Iterator[Para]:
    """Every paragraph of the tables of data in the body: its blank cells tell a row of few words from a heading."""
    data = {para.cell.table for para in recognised.tables if para.cell is not None}
    return (para for para in recognised.view.body if para.cell is not None and para.cell.table in data)


def _annex(annex: Annex) -> tuple[list[Passage], list[Table]]:
    data = data_tables(annex.content)
    title = " ".join(squeeze(fragment.text) for fragment in annex.title)
    inside: list[Para] = []
    passages = [_passage(fragment, _ANNEX, heading=True) for fragment in annex.title]
    for para in annex.content:
        if para.is_blank and para.cell is None:
            continue
        if para.cell is not None and para.cell.table in data:
            inside.append(para)
        elif not para.is_blank and not para.boxed:
            passages.append(_passage(Fragment.whole(para), _ANNEX, heading=para.look.outline is not None))
    return passages, list(read_tables(inside, _ANNEX, title))


def _heading(annex: Annex) -> AnnexHeading:
    found = _ANNEX_NUMBER.match(squeeze(annex.heading[0].text))
    title = " ".join(squeeze(fragment.text) for fragment in annex.title)
    return AnnexHeading(found["number"].strip(".…_") if found else "", title, annex.heading[0].place)


def _date(recognised: Recognised) -> VnDate | None:
    for fragment in recognised.of("dia_danh_thoi_gian"):
        found = _DAY.search(fragment.text)
        if found:
            parts = {name: int(words) for name, words in found.groupdict().items() if words}
            try:
                return VnDate(parts["year"], parts["month"], parts.get("day"), squeeze(found.group()))
            except ValueError:
                return None
    return None


def _symbol(recognised: Recognised) -> str:
    for fragment in recognised.of("so_ky_hieu"):
        try:
            return str(parse_symbol(fragment.text))
        except SymbolError:
            continue
    return ""


def _told(passages: Sequence[Passage], indicators: Sequence[Indicator]) -> Iterator[Indicator]:
    """The indicators with the passages under the heading that bears their number."""
    told = _below(passages, {indicator.id: fold(indicator.name)[:_NAME_START] for indicator in indicators})
    for indicator in indicators:
        yield replace(indicator, told=tuple(told.get(indicator.id, ())))


def _below(passages: Sequence[Passage], names: Mapping[str, str]) -> dict[str, list[Passage]]:
    """What stands below each heading that names an indicator ("1.6. Chỉ tiêu, nội dung 1.6:"), by its number."""
    found: dict[str, list[Passage]] = {}
    below: list[Passage] | None = None
    for passage in passages:
        if passage.part != _BODY:
            below = None
            continue
        numbered = _NUMBERED.match(passage.text)
        number = numbered["number"] if numbered else ""
        words = fold(passage.text[numbered.end() : numbered.end() + 2 * _NAME_START]) if numbered else ""
        if number in names and words.startswith(("chi tieu", names[number])):
            below = found.setdefault(number, [])
        elif passage.heading or _VERDICT.match(passage.text):
            below = None
        elif below is not None and not _DEMAND.match(passage.text):
            below.append(passage)
    return found


def _with_listed(said: Said) -> Said:
    """The same with the documents that its lists and tables name, as the rules over citations find them."""
    entries = dict.fromkeys(entry for group in ledger(said).lists for entry in group)
    return replace(said, listed=tuple(_cited(entry) for entry in entries))


def _cited(entry: Mention) -> Cited:
    if entry.date is None:
        raise ValueError(f"an entry of a list has a date: {entry!r}")
    kind = entry.kind or ten_loai(entry.symbol) or ""
    return Cited(str(entry.symbol), kind, entry.date, entry.body_words, entry.subject, entry.place)
