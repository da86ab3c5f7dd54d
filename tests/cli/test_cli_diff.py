"""``cds-gen diff``: what changed between two data files, in words and as JSON, and its exit status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
REAL = ("camthuy", "hoangkim", "vinhloc", "yendinh")


def changed(office, *changes: tuple[str, str], name: str = "inputs/moi.yaml") -> None:
    """Writes the small report with those changes, each of which must be one."""
    text = office.report
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    office.write(name, text)


def as_json(office, status: int = 1) -> dict[str, Any]:
    outcome = office.run("diff", "xa", "moi", "--format", "json")
    assert (outcome.status, outcome.err) == (status, "")
    told: dict[str, Any] = json.loads(outcome.out)
    return told


def told_of(office, path: str) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    return [
        (each["loai"], each["cu"], each["moi"], each["tang_giam"], each["ve"])
        for each in as_json(office)["khac_nhau"]
        if each["muc"] == path
    ]


def test_two_files_that_say_the_same_are_equal_whatever_their_comments_and_places(office) -> None:
    office.write("inputs/moi.yaml", f"# một ghi chú\n\n{office.report}")
    outcome = office.run("diff", "xa", "moi.yaml")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == "inputs/xa.yaml (năm 2023) → inputs/moi.yaml (năm 2023)\n    Hai tệp nói như nhau.\n"
    assert as_json(office, status=0) == {
        "tep_cu": {"tep": "inputs/xa.yaml", "ky": "năm 2023"},
        "tep_moi": {"tep": "inputs/moi.yaml", "ky": "năm 2023"},
        "giong_nhau": True,
        "khac_nhau": [],
    }


def test_what_changed_is_told_by_parts_in_words(office) -> None:
    changed(
        office,
        ("ky: {nam: 2023, chot_den: 30/11/2023}", "ky: {nam: 2024, chot_den: 30/11/2024}"),
        ("ho_ten: Nguyễn Văn An", "ho_ten: Trần Thị Bình"),
        ("- UBND huyện (b/c)", "- UBND tỉnh (b/c)"),
        ("gia_tri: 21", "gia_tri: 25"),
        ("ho_so: {tu: 421, mau: 592, lam_tron: 1}", "ho_so: {tu: …, mau: …}"),
        ("tu: 7, mau: 8", "tu: 6, mau: 8"),
        ("gia_tri: 14, don_vi", "gia_tri: …, don_vi"),
        ("43/QĐ-UBND, ngay: 13/5/2022", "44/QĐ-UBND, ngay: 13/5/2024"),
        ("noi_dung: Đã nối mạng cho 7 trong 8 thôn.", "noi_dung: Đã nối mạng cho 6 trong 8 thôn."),
        ("Cấp thêm kinh phí.", "Mở lớp tập huấn."),
    )
    outcome = office.run("diff", "xa", "moi")
    assert (outcome.status, outcome.err) == (1, "")
    assert (
        outcome.out
        == """\
inputs/xa.yaml (năm 2023) → inputs/moi.yaml (năm 2024)

Đơn vị, văn bản, kỳ (5 chỗ)
      Kỳ: năm 2023 → năm 2024
      Ngày chốt số liệu: 30/11/2023 → 30/11/2024
      Họ tên người ký: Nguyễn Văn An → Trần Thị Bình
    - Nơi nhận: UBND huyện (b/c)
    + Nơi nhận: UBND tỉnh (b/c)

Số liệu (2 chỗ)
      «may_tinh»: 21 máy → 25 máy (tăng 4 máy)
      «ho_so»: 421/592 = 71,1% → còn để ngỏ

Chỉ tiêu (3 chỗ)
      1.2 Thôn có mạng: 7/8 = 87,5% → 6/8 = 75% (giảm 12,5 điểm %)
      1.2 Thôn có mạng, đánh giá: Đạt → Không đạt
      2.1 Điểm phát sóng: 14 điểm → còn để ngỏ

Văn bản nêu trong báo cáo (2 chỗ)
    - Quyết định số 43/QĐ-UBND ngày 13/5/2022 về việc thành lập Ban Chỉ đạo chuyển đổi số
    + Quyết định số 44/QĐ-UBND ngày 13/5/2024 về việc thành lập Ban Chỉ đạo chuyển đổi số

Câu chữ (3 chỗ)
    - inputs/xa.yaml:25: Đã nối mạng cho 7 trong 8 thôn.
    + inputs/moi.yaml:25: Đã nối mạng cho 6 trong 8 thôn.
    - inputs/xa.yaml:36: Cấp thêm kinh phí.
    + inputs/moi.yaml:36: Mở lớp tập huấn.

Tổng cộng 15 chỗ khác nhau: đơn vị, văn bản, kỳ 5, số liệu 2, chỉ tiêu 3, văn bản nêu trong báo cáo 2, câu chữ 3.
"""
    )


def test_json_gives_both_values_with_their_places(office) -> None:
    changed(office, ("gia_tri: 21", "gia_tri: 25"))
    (difference,) = as_json(office)["khac_nhau"]
    assert difference == {
        "phan": "so_lieu",
        "loai": "sua",
        "ten": "«may_tinh»",
        "ve": None,
        "muc": "so_lieu.may_tinh",
        "cu": "21 máy",
        "moi": "25 máy",
        "tang_giam": "tăng 4 máy",
        "cho_cu": {"tep": "inputs/xa.yaml", "dong": 16, "cot": 3, "muc": "so_lieu.may_tinh"},
        "cho_moi": {"tep": "inputs/moi.yaml", "dong": 16, "cot": 3, "muc": "so_lieu.may_tinh"},
    }


def test_added_and_removed_figures_and_results_are_told(office) -> None:
    changed(office, ("  may_tinh:", "  may_in:"), ("so_lieu.may_tinh", "so_lieu.may_in"), ('    "1.1": Có\n', ""))
    assert told_of(office, "so_lieu.may_in") == [("them", None, "21 máy", None, None)]
    assert told_of(office, "so_lieu.may_tinh") == [("bot", "21 máy", None, None, None)]
    assert told_of(office, 'chi_tieu.ket_qua."1.1"') == [("bot", "Có", None, None, None)]
    assert told_of(office, 'chi_tieu.ket_qua."1.1".danh_gia') == [("bot", "Đạt", None, None, "đánh giá")]


def test_a_target_set_for_the_unit_and_sums_are_told(office) -> None:
    changed(office, ("{tu: 7, mau: 8,", "{tu: 7, mau: 8, muc_tieu: 90%, luy_ke: {tu: 9, mau: 10},"))
    root = 'chi_tieu.ket_qua."1.2"'
    assert told_of(office, f"{root}.muc_tieu") == [("sua", "80%", "90%", None, "mức phải đạt")]
    assert told_of(office, f"{root}.luy_ke") == [("them", None, "9/10 = 90%", None, "lũy kế")]


def test_last_periods_figure_that_is_not_what_was_reported_is_told(office) -> None:
    next_year = ("ky: {nam: 2023, chot_den: 30/11/2023}", "ky: {nam: 2024, truoc: {nam: 2023}}")
    changed(office, next_year, ("{tu: 7, mau: 8,", "{tu: 8, mau: 8, ky_truoc: {tu: 6, mau: 8},"))
    (told,) = told_of(office, 'chi_tieu.ket_qua."1.2".ky_truoc')
    assert told[1:3] == ("7/8 = 87,5%", "6/8 = 75%")
    changed(office, next_year, ("{tu: 7, mau: 8,", "{tu: 8, mau: 8, ky_truoc: {tu: 7, mau: 8},"))
    assert told_of(office, 'chi_tieu.ket_qua."1.2".ky_truoc') == []


def test_another_catalogue_is_told_and_its_indicators_are_matched_by_name(office) -> None:
    text = (office.folder / "templates/chi_tieu/bo-nho.yaml").read_text("utf-8")
    text = text.replace('ma: "1.1"', 'ma: "1.9"').replace("muc_tieu: 80%", "muc_tieu: 85%")
    text = text.replace("ten: Điểm phát sóng", "ten: Trạm phát sóng")
    office.write("templates/chi_tieu/bo-moi.yaml", text)
    changed(office, ("bo: bo-nho", "bo: bo-moi"), ('"1.1": Có', '"1.9": Có'))
    told = [
        (each["loai"], each["ten"], each["ve"], each["cu"], each["moi"])
        for each in as_json(office)["khac_nhau"]
        if each["phan"] in ("bo_chi_tieu", "chi_tieu")
    ]
    assert told == [
        ("them", "2.1 Trạm phát sóng", None, None, "14 điểm"),
        ("them", "2.1 Trạm phát sóng", "đánh giá", None, "Đạt"),
        ("bot", "2.1 Điểm phát sóng", None, "14 điểm", None),
        ("bot", "Bộ «bo-nho»", None, "Bộ chỉ tiêu nhỏ", None),
        ("them", "Bộ «bo-moi»", None, None, "Bộ chỉ tiêu nhỏ"),
        ("sua", "1.2 Thôn có mạng", "mức phải đạt", "80%", "85%"),
        ("them", "2.1 Trạm phát sóng", None, None, "mức phải đạt 10"),
        ("bot", "2.1 Điểm phát sóng", None, "mức phải đạt 10", None),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("cot: [tt, ten, ket_qua, danh_gia]", "cot: [tt, ten, ket_qua]"),
        ("loc: {loai: Quyết định}", "loc: {loai: Kế hoạch}"),
        ("  - tieu_de: Chi tiết tự đánh giá", "  - kho: doc\n    tieu_de: Chi tiết tự đánh giá"),
        ("  - UBND huyện (b/c)\n  - luu: VT", "  - luu: VT\n  - UBND huyện (b/c)"),
        ("lam_tron: 1", "lam_tron: 1, don_vi: hồ sơ"),
        (
            "      - Xã có {{ so_lieu.may_tinh.day_du }}.\n",
            "      - |\n        Xã có {{ so_lieu.may_tinh.day_du }}.\n        .\n",
        ),
    ],
)
def test_whatever_differs_makes_the_files_differ(office, old: str, new: str) -> None:
    changed(office, (old, new))
    assert as_json(office)["khac_nhau"]


@pytest.mark.parametrize("name", REAL)
def test_a_real_report_is_equal_to_itself_and_another_to_none(office, name: str) -> None:
    path = str(ROOT / "inputs" / f"{name}.yaml")
    assert office.run("diff", path, path).status == 0
    other = str(ROOT / "inputs" / f"{REAL[REAL.index(name) - 1]}.yaml")
    there, back = (
        json.loads(office.run("diff", *pair, "--format", "json").out)["khac_nhau"]
        for pair in ((path, other), (other, path))
    )
    turned = {"them": "bot", "bot": "them", "sua": "sua"}
    for part in ("thong_tin", "so_lieu", "van_ban"):
        forth = sorted(
            (turned[each["loai"]], each["moi"] or "", each["cu"] or "") for each in there if each["phan"] == part
        )
        assert forth == sorted(
            (each["loai"], each["cu"] or "", each["moi"] or "") for each in back if each["phan"] == part
        )
        assert forth


def test_files_that_do_not_load_are_told_as_a_check_tells_them(office) -> None:
    changed(office, ("gia_tri: 21", "gia_tri: hai mốt"))
    changed(office, ("bo: bo-nho", "bo: bo-khac"), name="inputs/hong.yaml")
    outcome = office.run("diff", "moi", "hong")
    assert (outcome.status, outcome.out) == (3, "")
    assert "inputs/moi.yaml:16:" in outcome.err
    assert "«hai mốt»" in outcome.err
    assert "DL302" in outcome.err
    assert outcome.err.endswith("Không so được: 2 lỗi.\n")


def test_a_file_that_is_missing_is_told(office) -> None:
    outcome = office.run("diff", "xa", "xa2")
    assert (outcome.status, outcome.out) == (3, "")
    assert "«xa2»" in outcome.err


def test_nothing_is_written(office) -> None:
    changed(office, ("gia_tri: 21", "gia_tri: 25"))
    before = office.files()
    office.run("diff", "xa", "moi")
    assert office.files() == before
