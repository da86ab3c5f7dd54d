"""Differences in figures, results and verdicts, and in the catalogues that results answer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from generator.data.comparison import change_or_none
from generator.data.derive import (
    CHUA_DANH_GIA,
    ChiTieuDanhGia,
    compared_figures,
    compared_results,
    fraction_text,
    full_result_text,
    rate_text,
    typed_text,
)
from generator.data.model import BaoCao, KetQua, SoLieu
from generator.data.model_catalogue import ChiTieu
from generator.data.nodes import key_path
from generator.data.periods import Period
from generator.jobs.differences.difference import (
    CATALOGUES,
    FIGURES,
    OPEN,
    RESULTS,
    Difference,
    Side,
    Told,
    changed,
)
from generator.vn.text import quoted, squeeze

_NOT_REPORTED = "không phải báo cáo"
_EARLIER = "số kỳ trước ghi trong tệp mới"


def figures(old: Side, new: Side) -> Iterator[Difference]:
    """The figures of the texts that differ."""
    before = {figure.ten: figure for figure in old.report.so_lieu}
    now = {figure.ten: figure for figure in new.report.so_lieu}
    same_period = _same_period(old.report, new.report)
    for name in dict.fromkeys((*before, *now)):
        was, is_ = before.get(name), now.get(name)
        path, shown = key_path("so_lieu", name), quoted(name)
        note = ""
        if was and is_:
            moved = change_or_none(*compared_figures(replace(is_, ky_truoc=was)))
            note = moved.words if moved and not (was.de_ngo or is_.de_ngo) else ""
        yield from _noted(changed(FIGURES, shown, path, _figure(was), _figure(is_)), note)
        if was and is_:
            told = _figure(was.luy_ke), _figure(is_.luy_ke)
            yield from _aspect("lũy kế", changed(FIGURES, shown, f"{path}.luy_ke", *told))
            earlier = _figure(was.ky_truoc) if same_period else _figure(was)
            if is_.ky_truoc and (same_period or _follows(old.report, new.report)):
                stated = _figure(is_.ky_truoc)
                yield from _aspect(_EARLIER, changed(FIGURES, shown, f"{path}.ky_truoc", earlier, stated))


def _noted(differences: list[Difference], note: str) -> Iterator[Difference]:
    return (replace(each, note=note) for each in differences)


def _aspect(aspect: str, differences: list[Difference]) -> Iterator[Difference]:
    return (replace(each, aspect=aspect) for each in differences)


def _figure(figure: SoLieu | None) -> Told | None:
    if figure is None:
        return None
    return Told(OPEN if figure.de_ngo else _figure_text(figure), figure.place)


def _figure_text(figure: SoLieu) -> str:
    fraction = fraction_text(figure)
    if fraction is not None:
        rate = rate_text(figure)
        return f"{fraction} = {rate}" if rate else fraction
    if figure.gia_tri is None:
        return rate_text(figure) or ""
    return f"{typed_text(figure.gia_tri, figure.lam_tron)} {figure.don_vi or ''}".rstrip()


class _Row(Struct, frozen=True):
    """An indicator with its result, the id of its catalogue and its path in the data."""

    assessed: ChiTieuDanhGia
    bo: str
    path: str

    @property
    def indicator(self) -> ChiTieu:
        return self.assessed.chi_tieu

    @property
    def name(self) -> str:
        return f"{self.indicator.so or self.indicator.ma} {squeeze(self.indicator.ten)}".rstrip(" .;:")


def results(old: Side, new: Side) -> Iterator[Difference]:
    """The results and verdicts that differ, indicator by indicator."""
    before, now = _rows(old), _rows(new)
    pairs = _pairs(before, now)
    for key, row in now.items():
        yield from _result(before.get(pairs.get(key, key)), row, old, new)
    for row in _left(before, now, pairs):
        yield from changed(RESULTS, row.name, row.path, _told(row.indicator, row.assessed.ket_qua), None)


def catalogues(old: Side, new: Side) -> Iterator[Difference]:
    """What differs in the catalogues themselves: which they are, which indicators they ask for, and how much."""
    had = {part.bo.ma: Told(squeeze(part.bo.ten), part.place) for part in old.report.chi_tieu}
    has = {part.bo.ma: Told(squeeze(part.bo.ten), part.place) for part in new.report.chi_tieu}
    for name in dict.fromkeys((*had, *has)):
        yield from changed(CATALOGUES, f"Bộ {quoted(name)}", "chi_tieu.bo", had.get(name), has.get(name))
    before, now = _rows(old), _rows(new)
    pairs = _pairs(before, now)
    for key, row in now.items():
        was = before.get(pairs.get(key, key))
        if was is None:
            yield Difference(CATALOGUES, row.name, row.path, None, Told(_asked(row.indicator)))
            continue
        names = Told(squeeze(was.indicator.ten)), Told(squeeze(row.indicator.ten))
        yield from _aspect("tên", changed(CATALOGUES, row.name, row.path, *names))
        asked = Told(was.indicator.muc_tieu.chu), Told(row.indicator.muc_tieu.chu)
        yield from _aspect("mức phải đạt", changed(CATALOGUES, row.name, f"{row.path}.muc_tieu", *asked))
    for row in _left(before, now, pairs):
        yield Difference(CATALOGUES, row.name, row.path, Told(_asked(row.indicator)), None)


_Key = tuple[str, str]


def _rows(side: Side) -> Mapping[_Key, _Row]:
    several = len(side.report.chi_tieu) > 1
    places = {part.bo.ma: index + 1 for index, part in enumerate(side.report.chi_tieu)}
    found = {}
    for group in side.groups:
        root = f"chi_tieu[{places[group.bo]}]" if several else "chi_tieu"
        for assessed in group.chi_tieu:
            ma = assessed.chi_tieu.ma
            found[group.bo, ma] = _Row(assessed, group.bo, key_path(f"{root}.ket_qua", ma))
    return found


def _pairs(before: Mapping[_Key, _Row], now: Mapping[_Key, _Row]) -> Mapping[_Key, _Key]:
    """For an indicator of a catalogue that only ``now`` has, the one of that name in a catalogue that it lacks."""
    gone = {bo for bo, _ in before} - {bo for bo, _ in now}
    names = {squeeze(row.indicator.ten).casefold(): key for key, row in before.items() if row.bo in gone}
    come = {bo for bo, _ in now} - {bo for bo, _ in before}
    found = {key: names.get(squeeze(row.indicator.ten).casefold()) for key, row in now.items() if row.bo in come}
    return {key: partner for key, partner in found.items() if partner is not None}


def _left(before: Mapping[_Key, _Row], now: Mapping[_Key, _Row], pairs: Mapping[_Key, _Key]) -> list[_Row]:
    """The indicators of before that have no partner now."""
    partners = {pairs.get(key, key) for key in now}
    return [row for key, row in before.items() if key not in partners]


def _result(was: _Row | None, row: _Row, old: Side, new: Side) -> Iterator[Difference]:
    before, now = (was.assessed.ket_qua if was else None), row.assessed.ket_qua
    told = _told(row.indicator, before) if was else None, _told(row.indicator, now)
    is_open = any(result.de_ngo for result in (before, now) if result)
    note = ""
    if before and now and not is_open:
        moved = change_or_none(*compared_results(row.indicator, replace(now, ky_truoc=before)))
        note = moved.words if moved else ""
    yield from _noted(changed(RESULTS, row.name, row.path, *told), note)
    if not is_open:
        judged = _verdict(was), _verdict(row)
        yield from _aspect("đánh giá", changed(RESULTS, row.name, f"{row.path}.danh_gia", *judged))
    if before and now:
        sums = _told(row.indicator, before.luy_ke), _told(row.indicator, now.luy_ke)
        yield from _aspect("lũy kế", changed(RESULTS, row.name, f"{row.path}.luy_ke", *sums))
        same_period = _same_period(old.report, new.report)
        if now.ky_truoc and (same_period or _follows(old.report, new.report)):
            earlier = _told(row.indicator, before.ky_truoc if same_period else before)
            stated = _told(row.indicator, now.ky_truoc)
            yield from _aspect(_EARLIER, changed(RESULTS, row.name, f"{row.path}.ky_truoc", earlier, stated))


def _told(indicator: ChiTieu, result: KetQua | None) -> Told | None:
    if result is None:
        return None
    words = OPEN if result.de_ngo else squeeze(full_result_text(indicator, result))
    return Told(words, result.place) if words else None


def _verdict(row: _Row | None) -> Told | None:
    if row is None:
        return None
    result = row.assessed.ket_qua
    place = result.place if result else None
    if not row.assessed.phai_bao_cao:
        return Told(_NOT_REPORTED, place)
    return None if row.assessed.danh_gia == CHUA_DANH_GIA else Told(row.assessed.danh_gia, place)


def _asked(indicator: ChiTieu) -> str:
    return f"mức phải đạt {indicator.muc_tieu.chu}" if indicator.muc_tieu.chu else squeeze(indicator.ten)


def _same_period(old: BaoCao, new: BaoCao) -> bool:
    return Period.of(old.ky) == Period.of(new.ky)


def _follows(old: BaoCao, new: BaoCao) -> bool:
    """Whether the new report says that the old one is of the period before it."""
    return new.ky.truoc is not None and Period.of(new.ky.truoc) == Period.of(old.ky)
