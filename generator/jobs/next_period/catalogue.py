"""Another catalogue of indicators: the results of a data file go to those that replace theirs.  Pure.

Three passes over the text, each of which reads it anew: results without a successor leave, the others and what calls
them take the new ids, and those that nobody reported yet get entries with open places.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from generator.data.derive import full_result_text, typed_text
from generator.data.edits import Edit, edited, indentation, line_end, line_start
from generator.data.model import BaoCao, KetQua, KetQuaBo
from generator.data.model_catalogue import ChiTieu, MucTieu
from generator.data.open_places import OPEN
from generator.data.spans import EntrySpan, GroupSpan, Span, TextSpan, read_spans
from generator.data.start_file import heading, value_keys
from generator.errors import CannotGoOn
from generator.jobs.next_period.entries import without
from generator.jobs.next_period.figures import PREVIOUS
from generator.jobs.next_period.flow import flow_text
from generator.jobs.next_period.marks import Marks
from generator.jobs.next_period.references import (
    followed,
    measure_change,
    measure_words,
    merged_words,
    renamed_key,
    split_words,
)
from generator.jobs.next_period.switch import Switch, part_of, same_measure
from generator.vn.text import squeeze

_RESULTS = "ket_qua"
_SUMMED = "cong"
_REMARK = "# cds:"
# What of a result is no sentence: nothing in it has to be read again when the indicator is another.
_FIGURES = frozenset(("tu", "mau", "gia_tri", "chu", "ty_le", "lam_tron", "danh_gia", PREVIOUS))


class Gone(Struct, frozen=True):
    """A result that has no successor: its id, the name of its indicator, its value."""

    ma: str
    ten: str
    value: str


class Switched(Struct, frozen=True):
    """The new text, and what became of the results.

    ``moved`` and ``changed`` (another target or another way of measuring) are in words; ``split`` and ``merged`` hold
    old and new ids, ``added`` the ids of new indicators, ``reviews`` what remarks ask to be read again.
    """

    text: str
    old: str
    new: str
    carried: int
    renamed: tuple[tuple[str, str], ...]
    split: tuple[tuple[str, tuple[str, ...]], ...]
    merged: tuple[tuple[tuple[str, ...], str], ...]
    gone: tuple[Gone, ...]
    added: tuple[str, ...]
    changed: tuple[str, ...]
    reviews: tuple[str, ...]


class _Work(Struct, frozen=True):
    """The switch, what the report says of the old catalogue, and which entries of the file become which."""

    switch: Switch
    part: KetQuaBo
    takers: dict[str, str]

    def last(self, ma: str) -> str:
        """What was reported for an indicator of the old catalogue, in words."""
        result = next((each for each in self.part.ket_qua if each.ma == ma), None)
        if result is None or result.de_ngo:
            return ""
        indicator = self.switch.before.get(ma) or ChiTieu(ma, "", "", "", MucTieu(""))
        return squeeze(full_result_text(indicator, result)) or result.danh_gia or ""


def switched(text: str, report: BaoCao, switch: Switch) -> Switched:
    """The text of a data file with one catalogue for another; ``report`` holds the results of the last period.

    Raises ``CannotGoOn`` where a base file holds what would have to change.
    """
    part = next(each for each in report.chi_tieu if each.bo.ma == switch.old.ma)
    present = [*_entries(text, switch.old.ma)]
    if {*present} != {each.ma for each in part.ket_qua}:
        raise CannotGoOn(
            f"Bộ chỉ tiêu «{switch.old.ma}» hoặc kết quả của nó ghi ở tệp nền (ke_thua), không ở tệp này.",
            "Đưa cả mục chi_tieu vào tệp này rồi chạy lại.",
        )
    work = _Work(switch, part, _takers(present, switch))
    leaving = [ma for ma in present if ma not in work.takers]
    for ma in leaving:
        text = _left(text, work, ma)
    marks = Marks(text)
    text = edited(text, [*_renamed(marks, work), *marks.edits()])
    text, added = _with_added(text, work)
    return _told(text, work, leaving, added, marks)


def _takers(present: Iterable[str], switch: Switch) -> dict[str, str]:
    """Which indicator takes which entry over: the first that comes from it and has taken none."""
    found: dict[str, str] = {}
    for ma in present:
        free = (heir for heir in switch.indicators.heirs.get(ma, ()) if heir not in found.values())
        heir = next(free, None)
        if heir is not None:
            found[ma] = heir
    return found


def _results(text: str, catalogue: str) -> tuple[GroupSpan | None, EntrySpan | None]:
    """The part of the file that names the catalogue, and its results."""
    part = part_of(read_spans(text), catalogue)
    return part, part.entries.get(_RESULTS) if part else None


def _entries(text: str, catalogue: str) -> dict[str, EntrySpan]:
    _, results = _results(text, catalogue)
    return results.value.entries if results and isinstance(results.value, GroupSpan) else {}


def _left(text: str, work: _Work, ma: str) -> str:
    """The text without an entry, its remarks and the comments that the program itself wrote for it."""
    _, results = _results(text, work.switch.old.ma)
    assert results is not None
    assert isinstance(results.value, GroupSpan)
    entry = results.value.entries[ma]
    edit = without(text, results.value, ma)
    if not results.value.in_braces:
        begin = _heading(text, entry, work.switch.before.get(ma))[0]
        edit = Edit(begin, edit.end, "")
    return edited(text, [edit])


def _heading(text: str, entry: EntrySpan, indicator: ChiTieu | None) -> tuple[int, int]:
    """Where the comments begin and end that stand above an entry as ``start_file`` writes them.

    Without such the two are the same: the line of the entry, or of the remarks right above it.
    """
    at = line_start(text, entry.start)
    lead = indentation(text, entry.start)
    remarks = at
    while text[:remarks].endswith("\n"):
        above = line_start(text, remarks - 1)
        if not text.startswith(f"{lead}{_REMARK}", above):
            break
        remarks = above
    written = "".join(f"{lead}{line}\n" for line in heading(indicator)) if indicator else ""
    begin = at
    while written and begin > 0:
        if text.startswith(written, begin):
            return begin, begin + len(written)
        begin = line_start(text, begin - 1)
        if not text.startswith(f"{lead}#", begin):
            break
    return remarks, remarks


def _renamed(marks: Marks, work: _Work) -> Iterator[Edit]:
    """The edits by which entries, and all that calls them, take the ids of the new catalogue."""
    text, switch = marks.text, work.switch
    root = read_spans(text)
    part, results = _results(text, switch.old.ma)
    assert part is not None
    assert results is not None
    named = part.entries["bo"].value
    yield from renamed_key(text, EntrySpan(named.start, named.end, named), switch.old.ma, switch.new.ma)
    entries = _entries(text, switch.old.ma)
    for ma, entry in entries.items():
        new = work.takers[ma]
        yield from renamed_key(text, entry, ma, new)
        begin, end = _heading(text, entry, switch.before[ma])
        if end > begin:
            lines = heading(switch.after[new])
            yield Edit(begin, end, "".join(f"{indentation(text, entry.start)}{line}\n" for line in lines))
        yield from _previous(marks, work, ma, entry)
    yield from followed(text, root, switch, marks)


def _previous(marks: Marks, work: _Work, ma: str, entry: EntrySpan) -> Iterator[Edit]:
    """What becomes of last period's value: it stays where it means the same, else a note tells it."""
    switch, new, value = work.switch, work.takers[ma], entry.value
    before, after = switch.before[ma], switch.after[new]
    if switch.indicators.is_alone(ma) and same_measure(before, after):
        return
    total = _total(work, new)
    told = value.entries.get(PREVIOUS) if isinstance(value, GroupSpan) else None
    number = _number(told.value) if told else None
    if total is not None and number is not None:
        yield Edit(number.start, number.end, flow_text(total))
    elif told is not None and isinstance(value, GroupSpan):
        yield without(marks.text, value, PREVIOUS)
    marks.note(entry.start, _origin(work, new))
    if isinstance(value, GroupSpan) and {*value.entries} - _FIGURES:
        marks.review(entry.start, _why(work, ma, new))


def _number(value: Span) -> TextSpan | None:
    """Where a result that is a bare number has its number."""
    if isinstance(value, GroupSpan):
        value = value.entries["gia_tri"].value if "gia_tri" in value.entries else value
    return value if isinstance(value, TextSpan) else None


def _why(work: _Work, ma: str, new: str) -> str:
    heirs, origins = work.switch.indicators.heirs[ma], work.switch.indicators.origins[new]
    if len(heirs) > 1:
        return split_words("chỉ tiêu", ma, heirs)
    if len(origins) > 1:
        return f"{merged_words('chỉ tiêu', origins, new)}; lời của các chỉ tiêu khác chỉ còn ở tệp kỳ trước"
    return measure_words(work.switch.before[ma], work.switch.after[new])


def _origin(work: _Work, new: str) -> str:
    """What an indicator comes from, with the values of last period, as a note says it."""
    lineage, bo = work.switch.indicators, work.switch.old.ma
    origins = lineage.origins[new]
    values = {ma: work.last(ma) for ma in origins}
    told = [f"{ma} (kỳ trước: {value})" if value else ma for ma, value in values.items()]
    if len(origins) > 1:
        return f"Gộp từ các chỉ tiêu {', '.join(told)} của bộ {bo}"
    verb = "Tách từ" if len(lineage.heirs[origins[0]]) > 1 else "Trước là"
    return f"{verb} chỉ tiêu {told[0]} của bộ {bo}"


def _total(work: _Work, new: str) -> str | None:
    """Last period's values of several indicators as one: only where superiors themselves add them, in one unit."""
    lineage, after = work.switch.indicators, work.switch.after[new]
    origins = lineage.origins[new]
    before = [work.switch.before[ma] for ma in origins]
    reported = {each.ma: each for each in work.part.ket_qua}
    results = [reported[ma] for ma in origins if ma in reported]
    if len(results) < max(len(origins), 2) or not all(map(_is_count, results)):
        return None
    if any(len(lineage.heirs[ma]) > 1 for ma in origins) or len({each.don_vi for each in results}) > 1:
        return None
    if any(each.tong_hop != _SUMMED or not same_measure(each, after) for each in (*before, after)):
        return None
    total = sum((each.gia_tri for each in results if each.gia_tri is not None), Decimal(0))
    unit = results[0].don_vi
    return f"{typed_text(total)} {unit}" if unit else typed_text(total)


def _is_count(result: KetQua) -> bool:
    counted = result.gia_tri is not None and not result.phan_tram
    return counted and result.lam_tron is None and result.luy_ke is None and not result.de_ngo


def _with_added(text: str, work: _Work) -> tuple[str, tuple[str, ...]]:
    """The text with an entry for each indicator that has none and must be reported; and the ids of those."""
    switch = work.switch
    part, results = _results(text, switch.new.ma)
    assert part is not None
    assert results is not None
    entries = _entries(text, switch.new.ma)
    spared = {each.ma for each in work.part.khong_bao_cao}
    origins = switch.indicators.origins
    behind: dict[str, list[str]] = {}
    last = ""
    for ma in switch.after:
        if ma in entries:
            last = ma
        elif not origins[ma] or not {*origins[ma]} <= spared:
            behind.setdefault(last, []).append(ma)
    added = tuple(ma for ma in switch.after if any(ma in each for each in behind.values()))
    value = results.value
    if isinstance(value, GroupSpan) and value.in_braces:
        return edited(text, _put_in_braces(text, work, value, behind)), added
    if not added and isinstance(value, TextSpan):
        return edited(text, [Edit(value.start, value.end, " {}")]), added
    column = min(each.start - line_start(text, each.start) for each in entries.values()) if entries else None
    lead = " " * (results.start - line_start(text, results.start) + 2 if column is None else column)
    edits = []
    for anchor, new in behind.items():
        end = line_end(text, entries[anchor].value.end if anchor else results.key_end)
        lines = [f"\n{lead}{line}" for ma in new for line in _open_entry(work, ma)]
        edits.append(Edit(end, end, "".join(lines)))
    return edited(text, edits), added


def _open_entry(work: _Work, ma: str) -> Iterator[str]:
    """The lines of a result that nobody reported yet."""
    indicator = work.switch.after[ma]
    yield from heading(indicator)
    if work.switch.indicators.origins[ma]:
        yield f"# {_origin(work, ma)}"
    yield f"{json.dumps(ma, ensure_ascii=False)}:"
    yield from (f"  {key}: {OPEN}" for key in value_keys(indicator))
    if any(each.noi_dung for each in work.part.ket_qua):
        yield f"  noi_dung: {OPEN}"


def _put_in_braces(text: str, work: _Work, results: GroupSpan, behind: dict[str, list[str]]) -> list[Edit]:
    marks = Marks(text)
    edits = []
    for anchor, new in behind.items():
        typed = []
        for ma in new:
            values = ", ".join(f"{key}: {OPEN}" for key in value_keys(work.switch.after[ma]))
            typed.append(f"{json.dumps(ma, ensure_ascii=False)}: {{{values}}}")
            if work.switch.indicators.origins[ma]:
                marks.note(results.start, f"{ma}: {_origin(work, ma)}")
        at = results.entries[anchor].value.end if anchor else results.start + 1
        ahead, after = (", ", "") if anchor else ("", ", " if results.entries else "")
        edits.append(Edit(at, at, f"{ahead}{', '.join(typed)}{after}"))
    return edits + marks.edits()


def _told(text: str, work: _Work, leaving: list[str], added: tuple[str, ...], marks: Marks) -> Switched:
    switch, lineage = work.switch, work.switch.indicators
    alone = [(ma, heirs[0]) for ma, heirs in lineage.heirs.items() if lineage.is_alone(ma)]
    same = [ma for ma, new in alone if same_measure(switch.before[ma], switch.after[new])]
    gone = [ma for ma in leaving if not lineage.heirs.get(ma)]
    return Switched(
        text,
        switch.old.ma,
        switch.new.ma,
        sum(ma in same for ma in work.takers),
        tuple((ma, new) for ma, new in work.takers.items() if ma in same and ma != new),
        tuple((ma, heirs) for ma, heirs in lineage.heirs.items() if len(heirs) > 1),
        tuple((origins, new) for new, origins in lineage.origins.items() if len(origins) > 1),
        tuple(Gone(ma, squeeze(switch.before[ma].ten) if ma in switch.before else "", work.last(ma)) for ma in gone),
        tuple(ma for ma in added if not lineage.origins[ma]),
        tuple(words for ma, new in alone for words in _changes(switch, ma, new)),
        tuple(marks.told),
    )


def _changes(switch: Switch, ma: str, new: str) -> Iterator[str]:
    """In what the demand on an indicator differs from that on the one that it replaces."""
    before, after = switch.before[ma], switch.after[new]
    name = new if new == ma else f"{new} (bộ cũ: {ma})"
    targets = squeeze(before.muc_tieu.chu), squeeze(after.muc_tieu.chu)
    if targets[0] != targets[1]:
        yield f"{name}: mức phải đạt {_shown(targets[0])} → {_shown(targets[1])}"
    if not same_measure(before, after):
        yield f"{name}: {measure_change(before, after)}, nên không mang số kỳ trước sang"


def _shown(words: str) -> str:
    return f"«{squeeze(words)}»" if words else "không ghi"
