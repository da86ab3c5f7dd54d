"""``cds-gen build --draft``: what a draft is called, what it tells, what it never does."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from generator.word.watermark import watermarked

FIGURE = ("gia_tri: 21", "gia_tri: …")
RESULT = ("tu: 7, mau: 8", "tu: 7, mau: …")
DRAFT = "outputs/xa-du-thao.docx"


def leave_open(office: Any, *changes: tuple[str, str]) -> None:
    report = office.report
    for old, new in changes:
        assert report.count(old) == 1, old
        report = report.replace(old, new)
    office.write("inputs/xa.yaml", report)


def part(office: Any, name: str, document: str = DRAFT) -> str:
    with zipfile.ZipFile(office.folder / document) as package:
        return package.read(name).decode()


def test_open_places_are_refused_and_the_last_line_tells_of_the_draft(office: Any) -> None:
    leave_open(office, FIGURE, RESULT)
    done = office.run("build", "xa")
    assert (done.status, done.out) == (1, "")
    assert done.err == (
        "inputs/xa.yaml:16:23 (so_lieu.may_tinh.gia_tri): LỖI DL801\n"
        "    Chỗ này còn để ngỏ.\n"
        "    Cách sửa: Điền giá trị của kỳ này vào chỗ «…»; không có thì xóa cả dòng.\n"
        'inputs/xa.yaml:25:25 (chi_tieu.ket_qua."1.2".mau): LỖI DL801\n'
        "    Chỗ này còn để ngỏ.\n"
        "    Cách sửa: Điền giá trị của kỳ này vào chỗ «…»; không có thì xóa cả dòng.\n"
        "Không dựng được: 2 lỗi.\n"
        "Chưa điền đủ mà muốn xem thử thì dựng bản dự thảo: cds-gen build xa --draft\n"
    )
    assert not (office.folder / "outputs" / "xa.docx").exists()


def test_other_faults_do_not_tell_of_the_draft(office: Any) -> None:
    leave_open(office, ("gia_tri: 21", "gia_tri: hai mốt"))
    assert "--draft" not in office.run("build", "xa").err


def test_a_draft_stands_beside_the_report_and_tells_what_is_open(office: Any) -> None:
    leave_open(office, FIGURE, RESULT)
    done = office.run("build", "xa", "--draft")
    assert done.status == 0
    assert done.summary == (
        f"inputs/xa.yaml → {DRAFT} (đã tạo)\n"
        "    Bản DỰ THẢO, không phải để gửi đi: còn 2 chỗ để ngỏ.\n"
        "    Chính quyền số: 1/2 chỉ tiêu đạt\n"
        "    Hạ tầng số: 1/1 chỉ tiêu đạt\n"
        "    Kiểm tra: 2 cảnh báo\n"
    )
    assert done.err.count("CẢNH BÁO DL801") == done.err.count("CẢNH BÁO") == 2
    assert "inputs/xa.yaml:16:23 (so_lieu.may_tinh.gia_tri): CẢNH BÁO DL801\n" in done.err


def test_open_places_are_seen_in_the_draft(office: Any) -> None:
    leave_open(office, FIGURE, RESULT)
    office.run("build", "xa", "--draft")
    body = part(office, "word/document.xml")
    assert "Xã có […] máy." in body
    assert body.count("[…]") == 2
    assert ">—<" in body


def test_a_draft_is_made_of_a_finished_report_too(office: Any) -> None:
    done = office.run("build", "xa", "--draft")
    assert (done.status, done.err) == (0, "")
    assert "    Bản DỰ THẢO, không phải để gửi đi: không còn chỗ để ngỏ nào.\n" in done.out
    assert 'string="DỰ THẢO"' in part(office, "word/header1.xml")


def test_a_draft_is_the_report_with_a_watermark(office: Any) -> None:
    office.run("build", "xa")
    office.run("build", "xa", "--draft")
    report = (office.folder / "outputs" / "xa.docx").read_bytes()
    assert (office.folder / DRAFT).read_bytes() == watermarked(report, "DỰ THẢO")


def test_a_draft_leaves_the_report_alone(office: Any) -> None:
    office.run("build", "xa")
    before = (office.folder / "outputs" / "xa.docx").read_bytes()
    leave_open(office, FIGURE)
    assert office.run("build", "xa", "--draft").status == 0
    assert office.run("build", "xa").status == 1
    assert (office.folder / "outputs" / "xa.docx").read_bytes() == before


def test_a_draft_edited_by_hand_is_kept(office: Any) -> None:
    office.run("build", "xa", "--draft")
    office.write(DRAFT, b"da sua trong Word")
    assert office.run("build", "xa", "--draft").status == 3
    assert office.run("build", "xa", "--draft", "--force").status == 0
    assert len(list((office.folder / "outputs").glob("xa-du-thao.sua-tay-*.docx"))) == 1


def test_a_draft_does_not_take_the_place_of_another_report(office: Any) -> None:
    office.write("inputs/xa-du-thao.yaml", office.report)
    office.run("build", "xa-du-thao")
    before = (office.folder / DRAFT).read_bytes()
    done = office.run("build", "xa", "--draft")
    assert done.status == 3
    assert "«inputs/xa-du-thao.yaml» là một tệp dữ liệu" in done.err
    assert (office.folder / DRAFT).read_bytes() == before


def test_several_drafts_in_another_folder(office: Any) -> None:
    office.write("inputs/thon.yaml", office.report)
    assert office.run("build", "xa", "thon", "--draft", "--out", "gui").status == 0
    assert sorted(path.name for path in Path("gui").glob("*.docx")) == ["thon-du-thao.docx", "xa-du-thao.docx"]


def test_a_strict_draft_minds_warnings_but_not_open_places(office: Any) -> None:
    leave_open(office, FIGURE)
    assert office.run("build", "xa", "--draft", "--strict").status == 0
    leave_open(office, FIGURE, ("nam: 2023, ", "nam: 2020, "))
    done = office.run("build", "xa", "--draft", "--strict")
    assert done.status == 1
    assert "DL801" not in done.err


def test_a_check_tells_open_places_as_errors(office: Any) -> None:
    leave_open(office, FIGURE, RESULT)
    done = office.run("check", "inputs/xa.yaml")
    assert done.status == 1
    assert done.out.count("LỖI DL801") == 2
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "change",
    [
        ("ten: Ủy ban nhân dân xã Bình Minh", "ten: …"),
        ("viet_tat: UBND xã Bình Minh", "viet_tat: …"),
        ("cap_tren: UBND huyện Sông Hồng", "cap_tren: …"),
        ("dia_danh: Bình Minh", "dia_danh: …"),
        ("trich_yeu: Kết quả chuyển đổi số năm 2023", "trich_yeu: …"),
        ("trich_yeu: về việc thành lập Ban Chỉ đạo chuyển đổi số", "trich_yeu: …"),
        ("muc: Kiến nghị", "muc: …"),
        ("- Cấp thêm kinh phí.", "- …"),
        ("ket_thuc: Trên đây là báo cáo, đề nghị UBND huyện xem xét.", "ket_thuc: …"),
        ("- UBND huyện (b/c)", "- …"),
        ("luu: VT", "luu: …"),
        ("chuc_vu: Chủ tịch", "chuc_vu: …"),
        ("ho_ten: Nguyễn Văn An", "ho_ten: …"),
        ("tieu_de: Chi tiết tự đánh giá", "tieu_de: …"),
        ("noi_dung: Đã lắp 14 điểm phát sóng.", "noi_dung: …"),
        ('"1.1": Có', '"1.1": …'),
        ('"1.1": Có', '"1.1": {chu: …, ghi_chu: Đang làm}'),
        ('"1.1": Có', '"1.1": {chu: Có, ky_truoc: …}'),
        ('"1.1": Có', '"1.1": {gia_tri: …, danh_gia: …, ly_do: …}'),
        ("may_tinh: {gia_tri: 21, don_vi: máy}", "may_tinh: …"),
        ("may_tinh: {gia_tri: 21, don_vi: máy}", "may_tinh: {gia_tri: 21, don_vi: máy, ky_truoc: …, luy_ke: …}"),
        ("ho_so: {tu: 421, mau: 592, lam_tron: 1}", "ho_so: {tu: …, mau: …, ty_le: …}"),
    ],
    ids=lambda change: change[1],
)
def test_any_words_and_figures_may_be_open_in_a_draft(change: tuple[str, str], office: Any) -> None:
    leave_open(office, change)
    done = office.run("build", "xa", "--draft")
    assert done.status == 0, done.err
    refused = office.run("build", "xa")
    assert refused.status == 1
    assert refused.err.count("LỖI") == refused.err.count("LỖI DL801") >= 1, refused.err


@pytest.mark.parametrize(
    "change",
    [
        ("ngay: 05/12/2023", "ngay: …"),
        ("so: 43/QĐ-UBND", "so: …"),
        ("bo: bo-nho", "bo: …"),
        ("mau: bao_cao", "mau: …"),
        ("ky: {nam: 2023, chot_den: 30/11/2023}", "ky: …"),
        ("bang: chi_tieu", "bang: …"),
    ],
    ids=lambda change: change[1],
)
def test_what_no_report_can_do_without_is_missing_in_a_draft_too(change: tuple[str, str], office: Any) -> None:
    leave_open(office, change)
    done = office.run("build", "xa", "--draft")
    assert done.status == 1, done.err
    assert "LỖI DL2" in done.err
    assert not (office.folder / DRAFT).exists()


def test_cells_are_seen_where_they_are_open(office: Any) -> None:
    columns = "cot: [tt, ten, ket_qua, danh_gia]"
    shown = "cot: [tt, ket_qua, ky_truoc, tang_giam, so_voi_muc_tieu, phan_so, minh_chung, danh_gia]"
    typed = "  - {tieu_de: Bảng, bang: tu_nhap, cot: [{tieu_de: Một}, {tieu_de: Hai}], hang: [[Cũ, …]]}\n"
    result = '"2.1": {gia_tri: 14, ky_truoc: …, minh_chung: …}'
    open_result = '"1.2": {tu: …, mau: …, ky_truoc: {tu: 1, mau: 2}}'
    report = office.report.replace(columns, shown) + typed
    report = report.replace('"2.1": {gia_tri: 14, don_vi: điểm, noi_dung: Đã lắp 14 điểm phát sóng.}', result)
    report = report.replace('"1.2": {tu: 7, mau: 8, noi_dung: Đã nối mạng cho 7 trong 8 thôn.}', open_result)
    office.write("inputs/xa.yaml", report)
    done = office.run("build", "xa", "--draft")
    assert done.status == 0, done.err
    # 1.2: result, difference, against the target, fraction; 2.1 is open as a whole for its proof: these and the proof,
    # and the period before; the typed cell.
    assert part(office, "word/document.xml").count("[…]") == 4 + 6 + 1
