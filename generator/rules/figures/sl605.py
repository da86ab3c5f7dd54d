"""SL605: the period before is the one just before, or the same part of the year before."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.periods import Period, between
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.vn.dates import VnDate

RULE = DataRule(
    "SL605",
    Severity.WARNING,
    "Kỳ trước là kỳ liền trước, hoặc cùng kỳ năm trước",
    "Bỏ sót một kỳ ở giữa thì «tăng, giảm so với kỳ trước» và lũy kế không còn đúng; kỳ trước mà không đứng trước thì "
    "mọi phép so sánh đều ngược.",
)
_MOST_NAMED = 3


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    ky, truoc = report.ky, report.ky.truoc
    if truoc is None:
        return
    now, before = Period.of(ky), Period.of(truoc)
    if not now.comes_after(before):
        problem = f"Kỳ trước «{before.name}» không đứng trước kỳ này «{now.name}»."
        yield RULE.finding(truoc.place, problem, "Sửa «ky» hoặc «ky.truoc»: năm, nửa năm, quý, tháng.")
        return
    if ky.chot_den and truoc.chot_den and _is_late(truoc.chot_den, ky.chot_den, together=now.end == before.end):
        problem = f"Ngày chốt kỳ trước «{truoc.chot_den.written}» không trước ngày chốt kỳ này «{ky.chot_den.written}»."
        yield RULE.finding(truoc.place, problem, "Sửa «chot_den» của kỳ này hoặc của kỳ trước.")
    left_out = () if now.is_same_part_a_year_after(before) else between(before, now)
    if left_out:
        names = ", ".join(period.name for period in left_out[:_MOST_NAMED])
        more = f" và {len(left_out) - _MOST_NAMED} kỳ nữa" if len(left_out) > _MOST_NAMED else ""
        yield RULE.finding(
            truoc.place,
            f"Giữa kỳ trước «{before.name}» và kỳ này «{now.name}» còn bỏ sót {names}{more}.",
            "Sửa «ky.truoc» thành kỳ liền trước cùng số của kỳ ấy; nếu chủ ý so với kỳ xa hơn thì để nguyên.",
        )


def _is_late(before: VnDate, now: VnDate, *, together: bool) -> bool:
    """Whether a cut-off date comes too late to be that of the period before; two that end ``together`` may share it."""
    return before.key() > now.key() if together else before.key() >= now.key()
