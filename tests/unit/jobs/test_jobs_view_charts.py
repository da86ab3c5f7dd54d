"""What a chart shows of a report: names, numbers, periods, and how large it is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from full_tables import ACROSS, UPRIGHT
from msgspec.structs import replace

from generator.data.derive import assess
from generator.jobs.build import Checked
from generator.jobs.view.body import body
from generator.jobs.view.printed import KhoiIn
from generator.jobs.view.tables import Columns, Tables
from generator.rules.data import dl517
from generator.word.charts import DrawnChart

ReportOf = Callable[..., Checked]
RESULTS = """
chi_tieu:
  - bo: bo-lon
    ket_qua:
      "1.1": {chu: Có, ky_truoc: Chưa có}
      "1.2": {tu: 7, mau: 8, ky_truoc: {tu: 5, mau: 8}}
      "1.3": {gia_tri: "85,55%", ky_truoc: 100%}
      "2.1": {gia_tri: 14, don_vi: điểm, ky_truoc: 9 điểm}
      "2.2": 5 máy
"""
OF_INDICATORS = "{bieu_do: chi_tieu, nhom: [chinh_quyen_so], tieu_de: Kết quả}"
OF_GROUPS = "{bieu_do: nhom, tieu_de: Tỷ lệ}"
LYING = "{bieu_do: chi_tieu, nhom: [chinh_quyen_so], kieu: thanh, tieu_de: Kết quả}"


def printed(checked: Checked, width: int = UPRIGHT) -> list[KhoiIn]:
    return body(checked.report, checked.groups, Tables(checked.report, checked.groups, Columns({}, width)))


def chart_of(report_of: ReportOf, block: str, more: str = RESULTS, width: int = UPRIGHT) -> DrawnChart:
    blocks = printed(report_of(f"{more}noi_dung: [{block}]\n"), width)
    (drawn,) = (each.bieu_do for each in blocks if each.bieu_do is not None)
    return drawn


def bars(chart: DrawnChart) -> dict[str, list[str]]:
    return {each.name: ["" if value is None else f"{value:f}" for value in each.values] for each in chart.bars}


def test_results_stand_between_those_of_before_and_their_targets(report_of: ReportOf) -> None:
    chart = chart_of(report_of, OF_INDICATORS, f"ky: {{truoc: {{nam: 2022}}}}\n{RESULTS}")
    assert chart.names == ("1.2", "1.3")
    assert bars(chart) == {
        "Kết quả năm 2022": ["62.5", "100"],
        "Kết quả năm 2023": ["87.5", "85.55"],
        "Chỉ tiêu": ["80", "100"],
    }


def test_a_period_before_that_is_not_told_has_no_name(report_of: ReportOf) -> None:
    assert next(iter(bars(chart_of(report_of, OF_INDICATORS)))) == "Kết quả kỳ trước"


def test_without_a_period_before_there_are_no_bars_for_it(report_of: ReportOf) -> None:
    plain = RESULTS.replace(", ky_truoc: {tu: 5, mau: 8}", "").replace(", ky_truoc: 100%", "")
    assert bars(chart_of(report_of, OF_INDICATORS, plain)) == {"Kết quả": ["87.5", "85.55"], "Chỉ tiêu": ["80", "100"]}


def test_groups_are_judged_by_the_targets_of_now(report_of: ReportOf) -> None:
    chart = chart_of(report_of, OF_GROUPS, f"ky: {{truoc: {{nam: 2022}}}}\n{RESULTS}")
    assert chart.names == ("Chính quyền số", "Hạ tầng số")
    assert bars(chart) == {
        # Of the second group one result of before is not known.
        "Tỷ lệ chỉ tiêu đạt năm 2022, xét theo chỉ tiêu kỳ này": ["33.33", ""],
        "Tỷ lệ chỉ tiêu đạt năm 2023": ["66.67", "100"],
    }


def test_an_indicator_that_is_not_reported_is_not_drawn(report_of: ReportOf) -> None:
    spared = RESULTS.replace("    ket_qua:", '    khong_bao_cao: ["1.3"]\n    ket_qua:')
    assert chart_of(report_of, OF_INDICATORS, spared).names == ("1.2",)


def test_kinds_of_bars_keep_their_colours(report_of: ReportOf) -> None:
    full = chart_of(report_of, OF_INDICATORS)
    plain = RESULTS.replace(", ky_truoc: {tu: 5, mau: 8}", "").replace(", ky_truoc: 100%", "")
    assert [each.colour for each in full.bars][1:] == [
        each.colour for each in chart_of(report_of, OF_INDICATORS, plain).bars
    ]


def test_lying_bars_have_room_for_names(report_of: ReportOf) -> None:
    assert chart_of(report_of, LYING).names == ("1.2. Thôn có mạng", "1.3. Chữ ký số")


def test_a_long_name_is_cut_at_a_word(report_of: ReportOf) -> None:
    long = "Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận và giải quyết trực tuyến toàn trình"
    catalogue = (
        "ten: Bộ\ncan_cu: {so: 9/QĐ-UBND, ngay: 3/1/2023, trich_yeu: về chỉ tiêu}\n"
        f'nhom: [{{ma: a, ten: A, chi_tieu: [{{ma: "1", so: "", ten: {long}, muc_tieu: 5%}}]}}]\n'
    )
    model = report_of(
        'chi_tieu: [{bo: bo-dai, ket_qua: {"1": 6%}}]\nnoi_dung: [{bieu_do: chi_tieu, tieu_de: A}]\nphu_luc: []\n',
        {"bo-dai": catalogue},
    )
    (block,) = printed(model)
    assert block.bieu_do is not None
    assert block.bieu_do.names == ("Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận và giải quyết…",)


def test_captions_are_numbered_where_there_are_several(report_of: ReportOf) -> None:
    alone = printed(report_of(f"{RESULTS}noi_dung: [{OF_GROUPS}]\n"))
    both = printed(report_of(f"{RESULTS}noi_dung: [{OF_GROUPS}, {OF_INDICATORS}]\n"))
    assert [str(block.chu) for block in alone] == ["Biểu đồ: Tỷ lệ"]
    assert [str(block.chu) for block in both] == ["Biểu đồ 1: Tỷ lệ", "Biểu đồ 2: Kết quả"]
    assert [block.bieu_do.number for block in both if block.bieu_do] == [1, 2]


def test_a_caption_may_hold_emphasis_and_expressions(report_of: ReportOf) -> None:
    (block,) = printed(report_of(RESULTS + 'noi_dung: [{bieu_do: nhom, tieu_de: "Tỷ lệ *đạt* năm {{ ky.nam }}"}]\n'))
    assert str(block.chu) == "Biểu đồ: Tỷ lệ đạt năm 2023"
    assert block.bieu_do is not None
    assert block.bieu_do.title == "Tỷ lệ đạt năm 2023"


def test_charts_are_as_wide_as_the_text_and_go_on_one_page(report_of: ReportOf) -> None:
    upright, across = (chart_of(report_of, OF_INDICATORS, width=width) for width in (UPRIGHT, ACROSS))
    assert (upright.width, across.width) == (UPRIGHT, ACROSS)
    few, many = chart_of(report_of, LYING), chart_of(report_of, LYING, width=ACROSS)
    assert few.height < upright.height < UPRIGHT
    assert many.height <= 7000 < 11906 - 2 * 1417  # what a page across leaves between its margins


def test_every_number_is_the_one_that_is_printed(report_of: ReportOf) -> None:
    odd = RESULTS.replace("tu: 7, mau: 8,", "tu: 702, mau: 870, lam_tron: 1,")
    chart = chart_of(report_of, OF_INDICATORS, odd)
    assert chart.bars[1].values[0] == Decimal("80.7")


def test_a_chart_whose_results_are_all_open_leaves_its_place_to_be_seen(report_of: ReportOf) -> None:
    report = report_of(f"{RESULTS}noi_dung: [{OF_INDICATORS}]\n").report
    (part,) = report.chi_tieu
    opened = replace(part, ket_qua=tuple(replace(result, de_ngo=True) for result in part.ket_qua))
    draft = replace(report, chi_tieu=(opened,))
    groups = assess(draft)
    (block,) = body(draft, groups, Tables(draft, groups, Columns({}, UPRIGHT)))
    assert (block.kieu, str(block.chu), block.bieu_do) == ("doan", "Biểu đồ: Kết quả […]", None)
    assert list(dl517.check(draft, groups)) == []
