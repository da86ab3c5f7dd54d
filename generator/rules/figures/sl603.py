"""SL603: what has come together is what had come together before, and this period's figure."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia, typed_text
from generator.data.model import BaoCao
from generator.data.periods import Period
from generator.findings import Finding, Severity
from generator.rules.figures.compared import Figure, counts, counts_anew, figures, name, same_unit
from generator.rules.rule import DataRule

RULE = DataRule(
    "SL603",
    Severity.WARNING,
    "Lũy kế kỳ này bằng lũy kế kỳ trước cộng số trong kỳ",
    "Ba số phải khớp nhau theo từng phần: tử số, mẫu số, giá trị. Không khớp thì một trong ba số sai, hoặc kỳ trước đã "
    "báo cáo thiếu. Chỉ xét khi hai kỳ liền nhau; đầu năm được tính lại từ đầu.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    now, before = report.ky, report.ky.truoc
    if before is not None and not Period.of(now).follows(Period.of(before)):
        return
    for figure in figures(report):
        if figure.luy_ke and figure.ky_truoc and figure.ky_truoc.luy_ke:
            yield from _sums(figure, figure.luy_ke, figure.ky_truoc.luy_ke, anew=counts_anew(report))


def _sums(figure: Figure, luy_ke: Figure, before: Figure, *, anew: bool) -> Iterator[Finding]:
    if not same_unit(figure, luy_ke, before):
        return
    own, total, earlier = counts(figure), counts(luy_ke), counts(before)
    for key in (each for each in total if each in own and each in earlier):
        stands = key == "mau" or anew  # a total that does not grow, such as all households; a new year's first count
        fits = total[key] == earlier[key] + own[key] or (stands and total[key] == own[key])
        if fits or total[key] < earlier[key]:  # another rule tells of a sum that falls
            continue
        came = typed_text(earlier[key] + own[key])
        told = typed_text(total[key])
        yield RULE.finding(
            luy_ke.place,
            f"{name(figure)}: lũy kế «{told}» ở «{key}», mà lũy kế kỳ trước {typed_text(earlier[key])} cộng trong kỳ "
            f"{typed_text(own[key])} là {came}.",
            f"Kiểm tra lại cả ba số; nếu hai số kia đúng thì ghi lũy kế là {came}.",
        )
