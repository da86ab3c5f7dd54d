"""The text of a data file -> that of the next period, with what was done to it.  Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from generator.data.decoding import position
from generator.data.edits import Edit, edited, lines_out
from generator.data.model import BaoCao
from generator.data.open_places import OPEN
from generator.data.periods import Period
from generator.data.shapes import reads_as_words
from generator.data.spans import GroupSpan, ListSpan, Span, TextSpan, read_spans
from generator.data.successions import BangThayDoi
from generator.jobs.next_period import documents, figures, period, prose, stale
from generator.jobs.next_period.bases import LeftInBase, left_in_bases
from generator.jobs.next_period.choosing_years import choices, moves
from generator.jobs.next_period.documents import Documents
from generator.jobs.next_period.flow import entry_of, is_given, texts_of
from generator.jobs.next_period.lapsed import without_confirmed
from generator.jobs.next_period.marks import Marks
from generator.rules.successions.edits import Replacement, province_of, succession_edits
from generator.rules.successions.matching import Setting
from generator.vn.dates import VnDate
from generator.vn.text import squeeze

_CITED = "{} văn bản cũ còn lại vì câu chữ gọi bằng vb('…')"
_MORE_DOCUMENTS = "thêm văn bản ban hành trong {}, ví dụ «- {{so: 12/KH-UBND, ngay: 15/3/{}, trich_yeu: về …}}»"
_CITES = "viện dẫn văn bản của kỳ trước: {}"
_IN_BASE = "tệp nền {} còn số liệu, câu chữ của kỳ trước ({})"
_DATE_IN_BASE = "ngày của văn bản (van_ban.ngay) ghi ở tệp nền, chưa sang kỳ mới"
_REASON = "lý do của kỳ trước"
_TARGET = "mức giao của kỳ trước"
_LAPSED = "tên đã thôi dùng: {} ({})"
_QUOTED_NAME = "trong ngoặc kép là tên riêng: giữ, hoặc sửa nếu nay mang tên khác"
# Where the table of successions applies, by the key at the top of the file.
_PLACES = ("kinh_gui", "noi_nhan", "nguoi_ky")


class Change(Struct, frozen=True):
    """Words that a succession changed: the line in the old file, what stood there, what stands now, and why."""

    line: int
    old: str
    new: str
    reason: str


class Renewed(Struct, frozen=True):
    """The new text; how many places are open and how many entries to read again; what else was done.

    ``changes`` are those of the table of successions, ``years`` those of filters; ``bases`` still hold the old period.
    """

    text: str
    opened: int
    reviews: int
    documents: Documents
    changes: tuple[Change, ...] = ()
    years: tuple[Change, ...] = ()
    bases: tuple[LeftInBase, ...] = ()


class _Draft(Struct):
    """The edits so far, what is to be read again, and what successions changed."""

    text: str
    marks: Marks
    edits: list[Edit] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    years: list[Change] = field(default_factory=list)


class Source(Struct, frozen=True):
    """The last period: the text of its file (LF line ends), the report that it holds, and the name of the file."""

    text: str
    report: BaoCao
    file: str


def renewed(source: Source, new: Period, keep: tuple[str, ...], table: BangThayDoi) -> Renewed:
    """The file of the period ``new``; ``keep`` names documents still in force (``documents.KEEP_ALL`` for all)."""
    text, report = source.text, source.report
    root, old = read_spans(text), Period.of(report.ky)
    draft = _Draft(text, Marks(text))
    date = _moved_date(report, old, new)
    _periods(draft, root, source, new)
    for value, short in _figures(root):
        draft.edits += figures.renewed(text, value, short)
    told = _documents(draft, root, (*keep, *documents.issued_in(report, new)), new)
    _sentences(draft, root, (old, new), documents.issued_in(report, old) - documents.issued_in(report, new))
    _choices(draft, root, old, new)
    left = left_in_bases(report, old, new)
    _bases(draft, root, left)
    province = province_of((each.value for each in texts_of(root)), table)
    _successions(draft, root, (date, table), (report.don_vi.ten, province))
    draft.edits += list(without_confirmed(text, report.remarks, report.file, draft.edits))
    result = edited(text, [*draft.edits, *draft.marks.edits()])
    opened = sum(edit.new.count(OPEN) for edit in draft.edits)
    changes, years = (tuple(sorted(each, key=lambda one: one.line)) for each in (draft.changes, draft.years))
    return Renewed(result, opened, draft.marks.reviews, told, changes, years, left)


def _moved_date(report: BaoCao, old: Period, new: Period) -> VnDate:
    return VnDate(*period.moved_month(report.van_ban.ngay, period.months_between(old, new)))


def _periods(draft: _Draft, root: GroupSpan, source: Source, new: Period) -> None:
    report, old = source.report, Period.of(source.report.ky)
    ky, van_ban = entry_of(root, "ky"), entry_of(root, "van_ban")
    if isinstance(ky, GroupSpan):
        draft.edits += period.moved_period(draft.text, ky, report.ky, new, source.file)
    if isinstance(van_ban, GroupSpan) and "ngay" in van_ban.entries:
        months = period.months_between(old, new)
        draft.edits += period.moved_document(van_ban, report.van_ban.ngay, months)


def _figures(root: GroupSpan) -> Iterator[tuple[Span, str]]:
    """Every figure and result, with the key that its short form stands for."""
    figures_of = entry_of(root, "so_lieu")
    for entry in figures_of.entries.values() if isinstance(figures_of, GroupSpan) else ():
        yield entry.value, "gia_tri"
    for result in _results(root):
        yield result, "chu" if isinstance(result, TextSpan) and reads_as_words(result.value) else "gia_tri"


def _parts(root: GroupSpan) -> tuple[Span, ...]:
    """The catalogues of the file: one, or a list of them."""
    found = entry_of(root, "chi_tieu")
    return found.items if isinstance(found, ListSpan) else (found,) if found else ()


def _results(root: GroupSpan) -> Iterator[Span]:
    for part in _parts(root):
        results = entry_of(part, "ket_qua")
        if isinstance(results, GroupSpan):
            yield from (entry.value for entry in results.entries.values())


def _documents(draft: _Draft, root: GroupSpan, keep: tuple[str, ...], new: Period) -> Documents:
    entry = root.entries.get(documents.LIST)
    edits, told = documents.sorted_out(draft.text, entry, keep)
    draft.edits += edits
    if entry is not None and told != Documents():
        draft.marks.review(entry.start, _MORE_DOCUMENTS.format(new.name, new.nam))
        if told.cited:
            draft.marks.review(entry.start, _CITED.format(len(told.cited)))
    return told


def _sentences(draft: _Draft, root: GroupSpan, periods: tuple[Period, Period], issued: frozenset[str]) -> None:
    """``issued`` are the names of the documents of the old period in the list."""
    for keys, span in prose.sentences(root):
        words = stale.stale_words(span.value, *periods)
        called = [name for name in documents.called_in(span.value) if name in issued]
        cited = dict.fromkeys((*called, *documents.cited_of(span.value, *periods)))
        if words:
            draft.marks.review(span.start, stale.remark(words))
        elif keys[-1] == "ly_do":
            draft.marks.review(span.start, _REASON)
        elif keys[-1] == "muc_tieu":
            draft.marks.review(span.start, _TARGET)
        if cited:
            draft.marks.review(span.start, _CITES.format(", ".join(cited)))
    for span in prose.names(root):
        words = stale.stale_words(span.value, *periods, counted=False)
        if words:
            draft.marks.review(span.start, stale.remark(words))


def _choices(draft: _Draft, root: GroupSpan, old: Period, new: Period) -> None:
    for choice in choices(draft.text, root, old, new):
        if moves(choice, old, new) and choice.lead:
            draft.edits.append(choice.moved(new))
            line, _ = position(draft.text, choice.start)
            draft.years.append(Change(line, choice.shown, f"{choice.lead}{new.nam}", ""))
        else:
            draft.marks.review(choice.start, choice.remark)


def _bases(draft: _Draft, root: GroupSpan, left: tuple[LeftInBase, ...]) -> None:
    entry = root.entries.get("ke_thua")
    if entry is None:
        return
    for each in left:
        draft.marks.review(entry.start, _IN_BASE.format(each.file, each.words))
    van_ban = entry_of(root, "van_ban")
    if not isinstance(van_ban, GroupSpan) or "ngay" not in van_ban.entries:
        draft.marks.review(entry.start, _DATE_IN_BASE)


def _successions(draft: _Draft, root: GroupSpan, when: tuple[VnDate, BangThayDoi], unit: tuple[str, str]) -> None:
    name, province = unit
    above = root.entries.get("don_vi")
    line_above = entry_of(root, "don_vi", "cap_tren")
    if above is not None and isinstance(line_above, TextSpan):
        _succeed(draft, [line_above], when, Setting("cap_tren", name, province))
    for place in _PLACES:
        entry = root.entries.get(place)
        texts = [] if entry is None else [span for span in texts_of(entry.value) if is_given(span)]
        _succeed(draft, texts, when, Setting(place, name, province))
    own = [span for key in ("ten", "viet_tat") if isinstance(span := entry_of(root, "don_vi", key), TextSpan)]
    _succeed(draft, own, when, Setting("loi_van", name, province))
    _succeed(draft, [span for _, span in prose.sentences(root)], when, Setting("loi_van", name, province))


def _succeed(draft: _Draft, texts: Iterable[TextSpan], when: tuple[VnDate, BangThayDoi], setting: Setting) -> None:
    for span in texts:
        words = draft.text[span.start : span.end]
        undecided: dict[str, list[str]] = {}
        for found in succession_edits(words, *when, setting):
            if not isinstance(found, Replacement):
                undecided.setdefault(found.hint, []).append(squeeze(words[found.start : found.end]))
            elif _is_quoted(words, found.start):
                undecided.setdefault(_QUOTED_NAME, []).append(squeeze(words[found.start : found.end].strip(" ,")))
            else:
                _replace(draft, span, found)
        for hint, names in undecided.items():
            shown = ", ".join(f"«{name}»" for name in dict.fromkeys(names))
            draft.marks.review(span.start, _LAPSED.format(shown, hint))


def _is_quoted(words: str, at: int) -> bool:
    """Whether a place is inside curly quotes: what stands there is a name of its own, such as that of a page."""
    line = words[words.rfind("\n", 0, at) + 1 : at]
    return (line.count("“") + line.count("”")) % 2 == 1


def _replace(draft: _Draft, span: TextSpan, found: Replacement) -> None:
    start, end = span.start + found.start, span.start + found.end
    old = draft.text[start:end]
    left = draft.text[span.start : start] + found.new + draft.text[end : span.end]
    if left.strip():
        draft.edits.append(Edit(start, end, found.new))
    else:
        draft.edits.append(lines_out(draft.text, start, end))
    line, _ = position(draft.text, start)
    draft.changes.append(Change(line, squeeze(old.strip(" ,")), found.new.strip(" ,"), found.reason))
