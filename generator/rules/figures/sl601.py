"""SL601: a figure is not last period's, left standing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao, KetQua
from generator.findings import Finding, Severity
from generator.rules.figures.compared import CONFIRM, Figure, figures, name, value_text
from generator.rules.rule import DataRule, in_short
from generator.vn.text import squeeze

_ALL = 100  # percent

RULE = DataRule(
    "SL601",
    Severity.WARNING,
    "Số của kỳ này khác số của kỳ trước",
    "Làm báo cáo từ tệp của kỳ trước mà quên sửa một số là lỗi hay gặp nhất; số không đổi thật thì ghi chú xác nhận.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    for figure in figures(report):
        if figure.ky_truoc is not None:
            yield from _held_against(figure, figure.ky_truoc)


def _held_against(now: Figure, before: Figure) -> Iterator[Finding]:
    if now.tu is not None and now.tu == before.tu:
        if now.mau == before.mau:
            yield _unchanged(now, f"«{value_text(now)}»", _of_all(now.tu == now.mau))
        else:
            problem = f"{name(now)}: tử số vẫn như kỳ trước (kỳ này {value_text(now)}, kỳ trước {value_text(before)})."
            yield RULE.finding(now.place, problem, _fix("Kiểm tra lại «tu»"), severity=Severity.HINT)
    elif now.gia_tri is not None and now.gia_tri == before.gia_tri and _kind(now) == _kind(before):
        yield _unchanged(now, f"«{value_text(now)}»", _of_all(_kind(now) and now.gia_tri == _ALL))
    elif isinstance(now, KetQua) and isinstance(before, KetQua) and now.chu and _words(now) == _words(before):
        yield _unchanged(now, f"«{in_short(now.chu)}»", Severity.HINT)


def _unchanged(figure: Figure, value: str, severity: Severity | None = None) -> Finding:
    problem = f"{name(figure)}: {value} không đổi so với kỳ trước."
    return RULE.finding(figure.place, problem, _fix("Sửa theo kết quả kỳ này"), severity=severity)


def _of_all(reached: bool) -> Severity | None:
    """What was reached in full last period is likely to be so again: worth no more than a hint."""
    return Severity.HINT if reached else None


def _fix(what: str) -> str:
    return f"{what}; {CONFIRM}."


def _words(result: KetQua) -> str:
    return squeeze(result.chu or "").casefold()


def _kind(figure: Figure) -> bool:
    return isinstance(figure, KetQua) and figure.phan_tram
