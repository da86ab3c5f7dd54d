"""DL507: every indicator of the catalogue has a result."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao, KetQuaBo
from generator.findings import DataPlace, Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.walk import has_result

RULE = DataRule(
    "DL507",
    Severity.WARNING,
    "Mọi chỉ tiêu của bộ chỉ tiêu đều có kết quả",
    "Chỉ tiêu không có kết quả vẫn nằm trong phụ lục với ô trống và đánh giá «—»; cấp trên sẽ trả lại.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    for part in report.chi_tieu:
        own = [group for group in groups if group.bo == part.bo.ma]
        missing = [ct for group in own for ct in group.chi_tieu if ct.phai_bao_cao and not has_result(ct.ket_qua)]
        if missing:
            left_blank = [ct.ket_qua.place for ct in missing if ct.ket_qua]
            home = f" của bộ «{part.bo.ma}»" if len(report.chi_tieu) > 1 else ""
            yield RULE.finding(
                left_blank[0] if left_blank else _results_place(part),
                f"Còn {len(missing)} chỉ tiêu{home} chưa có kết quả: {', '.join(ct.chi_tieu.ma for ct in missing)}.",
                "Thêm kết quả của từng chỉ tiêu, ví dụ «gia_tri: 95%», «chu: Có», hoặc «tu: 702» và «mau: 870»; "
                "nếu kỳ này không có thì ghi bằng chữ kèm đánh giá và lý do; "
                "cơ quan không phải báo cáo thì ghi mã vào «khong_bao_cao».",
                tuple(left_blank[1:]),
            )


def _results_place(part: KetQuaBo) -> DataPlace:
    """Where the results stand: at the first of them, where there is one."""
    first = part.ket_qua[0].place if part.ket_qua else part.place
    return DataPlace(first.file, first.line, first.column, f"{part.place.path}.ket_qua")
