"""SL604: what has come together does not become less."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia, typed_text
from generator.data.model import BaoCao
from generator.data.periods import Period
from generator.findings import Finding, Severity
from generator.rules.figures.compared import Figure, counts, counts_anew, figures, name, same_unit
from generator.rules.rule import DataRule

RULE = DataRule(
    "SL604",
    Severity.WARNING,
    "Số lũy kế không giảm",
    "Lũy kế cộng thêm từng kỳ nên chỉ có tăng hoặc giữ nguyên; giảm là gõ nhầm, hoặc hai kỳ tính theo hai cách.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    anew = counts_anew(report)
    if anew and report.ky.truoc and not _begins_year(report):
        return  # what came together since the year began is held against that of another year
    for figure in figures(report):
        if figure.luy_ke and figure.ky_truoc and figure.ky_truoc.luy_ke:
            yield from _falls(figure, figure.luy_ke, figure.ky_truoc.luy_ke, anew=anew)


def _begins_year(report: BaoCao) -> bool:
    return Period.of(report.ky).start_month == 1


def _falls(figure: Figure, luy_ke: Figure, before: Figure, *, anew: bool) -> Iterator[Finding]:
    if not same_unit(luy_ke, before):
        return
    own, total, earlier = counts(figure), counts(luy_ke), counts(before)
    for key in (each for each in total if each in earlier):
        stands = key == "mau" or anew
        if total[key] < earlier[key] and not (stands and total[key] == own.get(key)):
            yield RULE.finding(
                luy_ke.place,
                f"{name(figure)}: lũy kế «{typed_text(total[key])}» ở «{key}» ít hơn lũy kế kỳ trước "
                f"{typed_text(earlier[key])}.",
                "Kiểm tra lại hai số lũy kế; nếu kỳ trước báo cáo sai thì sửa «luy_ke» trong «ky_truoc» và ghi chú.",
            )
