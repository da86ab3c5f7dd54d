"""What a chart of indicators shows: names and, for each, numbers in percent, as they are printed elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from generator.data import derive
from generator.data.comparison import Measure
from generator.data.derive import CHUA_DANH_GIA, DAT, ChiTieuDanhGia, NhomDanhGia
from generator.data.model import Ky
from generator.data.model_blocks import BieuDo
from generator.data.periods import period_name
from generator.vn.numbers import percentage, printed_number

_LONGEST = 60  # letters of a name beside a bar


NOW, BEFORE, TARGET = "ky_nay", "ky_truoc", "muc_tieu"


class Series(Struct, frozen=True):
    """The numbers of one kind, one for each name; None where there is none."""

    kind: str
    name: str
    values: tuple[Decimal | None, ...]


class Charted(Struct, frozen=True):
    """The table that a chart draws; without names where there is nothing to draw."""

    names: tuple[str, ...]
    series: tuple[Series, ...]


def charted(block: BieuDo, groups: Iterable[NhomDanhGia], ky: Ky) -> Charted:
    """The table behind a chart of those groups."""
    return _of_groups(groups, ky) if block.bieu_do == "nhom" else _of_indicators(block, groups, ky)


def left_out(block: BieuDo, groups: Iterable[NhomDanhGia]) -> list[ChiTieuDanhGia]:
    """The indicators with a number that a chart in percent has no place for."""
    shown = [each for group in groups for each in group.chi_tieu if each.phai_bao_cao]
    return [] if block.bieu_do == "nhom" else [each for each in shown if _is_count(each)]


def _is_count(assessed: ChiTieuDanhGia) -> bool:
    result, _ = derive.compared_results(assessed.chi_tieu, assessed.ket_qua)
    return isinstance(result, Measure) and not result.is_percent


def _of_indicators(block: BieuDo, groups: Iterable[NhomDanhGia], ky: Ky) -> Charted:
    """Results beside their targets: of the indicators that the unit reports in percent."""
    shown, now, before, asked = [], [], [], []
    for assessed in (each for group in groups for each in group.chi_tieu if each.phai_bao_cao):
        result, former = map(_percent, derive.compared_results(assessed.chi_tieu, assessed.ket_qua))
        if result is not None:
            shown.append(assessed)
            now.append(result)
            before.append(former)
            asked.append(_percent(derive.target_measure(assessed.chi_tieu.muc_tieu)))
    return _table(_labels(block, shown), _periods("Kết quả", now, before, ky), Series(TARGET, "Chỉ tiêu", tuple(asked)))


def _percent(measure: object) -> Decimal | None:
    return measure.printed if isinstance(measure, Measure) and measure.is_percent else None


def _of_groups(groups: Iterable[NhomDanhGia], ky: Ky) -> Charted:
    """How many in a hundred of each group's indicators met their targets."""
    judged = [group for group in groups if group.tong > group.dem(CHUA_DANH_GIA)]
    now = [_share(group.dat, group.tong) for group in judged]
    before = list(map(_share_before, judged))
    names = tuple(_in_short(group.nhom.ten) for group in judged)
    return _table(names, _periods("Tỷ lệ chỉ tiêu đạt", now, before, ky, ", xét theo chỉ tiêu kỳ này"))


def _share(met: int, total: int) -> Decimal:
    return printed_number(percentage(Decimal(met), Decimal(total)))


def _share_before(group: NhomDanhGia) -> Decimal | None:
    """The same of last period's results against the targets of now; None where one of them cannot be judged."""
    reported = [each for each in group.chi_tieu if each.phai_bao_cao]
    verdicts = [derive.verdict(each.chi_tieu, each.ket_qua.ky_truoc if each.ket_qua else None) for each in reported]
    return None if CHUA_DANH_GIA in verdicts else _share(verdicts.count(DAT), len(verdicts))


def _periods(
    what: str, now: Iterable[Decimal | None], before: list[Decimal | None], ky: Ky, note: str = ""
) -> Iterator[Series]:
    """The numbers of last period, where there are any, and those of this one."""
    if any(value is not None for value in before):
        former = period_name(ky.truoc) if ky.truoc else "kỳ trước"
        yield Series(BEFORE, f"{what} {former}{note}", tuple(before))
        what = f"{what} {period_name(ky)}"
    yield Series(NOW, what, tuple(now))


def _table(names: tuple[str, ...], periods: Iterable[Series], *others: Series) -> Charted:
    series = (*periods, *others)
    return Charted(names, tuple(each for each in series if any(value is not None for value in each.values)))


def _labels(block: BieuDo, shown: list[ChiTieuDanhGia]) -> tuple[str, ...]:
    """Numbers under upright bars, where each indicator has its own; there is room for names beside lying ones."""
    numbers = [each.chi_tieu.so.rstrip(".") for each in shown]
    names = [_in_short(each.chi_tieu.ten) for each in shown]
    if block.kieu == "thanh":
        return tuple(f"{number}. {name}" if number else name for number, name in zip(numbers, names, strict=True))
    return tuple(numbers if all(numbers) and len(set(numbers)) == len(numbers) else names)


def _in_short(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]}…"
