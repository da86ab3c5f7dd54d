from __future__ import annotations

import shutil
import time
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from data_reports import CATALOGUES, REPORT, ROOT, Load, where
from msgspec.structs import replace

from generator.data import finding_ids
from generator.data.loading import load_catalogue, load_report
from generator.data.model import BaoCao, NoiNhan
from generator.data.model_blocks import Bang, DanhSach, Doan, Muc, ThuyetMinhChiTieu
from generator.data.model_text import Text
from generator.errors import CannotGoOn

Model = Callable[[str], BaoCao]


def test_the_smallest_report(load: Load) -> None:
    report, findings = load(REPORT)
    assert findings == []
    assert report is not None
    assert (report.file, report.mau, report.van_ban.so, report.chi_tieu) == ("xa.yaml", "bao_cao", None, ())
    assert report.danh_so == ("I.", "1.", "a)")
    assert report.noi_nhan == (NoiNhan("VT", luu=True),)
    assert report.van_ban.ngay.key() == (2023, 12, 0)


def test_a_decomposed_report_is_the_same_report(load: Load) -> None:
    decomposed, composed = load(unicodedata.normalize("NFD", REPORT))[0], load(REPORT)[0]
    assert decomposed is not None
    assert composed is not None
    # Columns count the characters of the file, which an accent of its own adds to.
    assert replace(decomposed, places={}) == replace(composed, places={})
    assert decomposed.places.keys() == composed.places.keys()


def test_figures(model: Model) -> None:
    report = model('so_lieu:\n  a: 3.420\n  b: {gia_tri: "80,95", don_vi: ha}\n  c: {tu: 421, mau: 592, ty_le: 71%}\n')
    a, b, c = report.so_lieu
    assert (a.ten, a.gia_tri, str(a.place)) == ("a", Decimal(3420), "xa.yaml:19:3 (so_lieu.a)")
    assert (b.gia_tri, b.don_vi) == (Decimal("80.95"), "ha")
    assert (c.tu, c.mau, c.ty_le, c.lam_tron) == (Decimal(421), Decimal(592), Decimal(71), None)


RESULTS = """\
chi_tieu:
  bo: qd-1829-2023
  ket_qua:
    "1.1": Có
    "1.2": 100%
    "1.3": 14 điểm
    "1.4": "14"
    "1.5":
    "1.6": {tu: 845, mau: 1024, ty_le: "82,9%", lam_tron: 1}
    "1.7":
      chu: Sử dụng hiệu quả
      minh_chung: |
        http://a.example

        http://b.example
      noi_dung: |
        Một.
        Hai.
"""


def test_results(model: Model) -> None:
    report = model(RESULTS)
    words, rate, unit, number, blank, fraction, full = report.ket_qua
    assert (words.ma, words.chu, str(words.place)) == ("1.1", "Có", 'xa.yaml:21:5 (chi_tieu.ket_qua."1.1")')
    assert (rate.gia_tri, rate.phan_tram) == (Decimal(100), True)
    assert (unit.gia_tri, unit.phan_tram, unit.don_vi) == (Decimal(14), False, "điểm")
    assert (number.gia_tri, number.don_vi, number.chu) == (Decimal(14), None, None)
    assert (blank.gia_tri, blank.tu, blank.chu) == (None, None, None)
    assert (fraction.tu, fraction.mau, fraction.ty_le, fraction.lam_tron) == (845, 1024, Decimal("82.9"), 1)
    assert full.minh_chung == "http://a.example\nhttp://b.example"
    assert full.noi_dung is not None
    assert (full.noi_dung.raw, full.noi_dung.place.line, full.noi_dung.first_line) == ("Một.\nHai.", 33, 34)
    assert full.noi_dung.place_at(full.noi_dung.raw.index("Hai")).line == 35
    (part,) = report.chi_tieu
    assert part.bo.ma == "qd-1829-2023"
    assert part.ket_qua == report.ket_qua
    assert {result.ma for result in part.ket_qua} <= {ct.ma for group in part.bo.nhom for ct in group.chi_tieu}


def test_blank_lines_before_a_text_do_not_shift_its_lines(load: Load) -> None:
    report, _ = load(REPORT.replace("ket_thuc: Trên đây", "ket_thuc: |\n\n\n  Trên đây"))
    assert report is not None
    assert (report.ket_thuc.raw, report.ket_thuc.first_line) == ("Trên đây là báo cáo", 17)


BLOCKS = """\
  - |
    Một.
    - Hai.
  - "- ba"
  - muc: Mục một
    gom:
      - Đoạn.
      - danh_sach: van_ban_ban_hanh
        loc: {loai: quyết định, co_quan: "", nam: 2023}
      - {chi_tieu: chinh_quyen_so}
  - muc: Mục trống
"""


def test_blocks(load: Load) -> None:
    report, findings = load(REPORT.replace("  - Một đoạn văn.\n", BLOCKS))
    assert findings == []
    assert report is not None
    first, second, heading, empty = report.noi_dung
    assert isinstance(first, Doan)
    assert (first.text.raw, first.text.first_line) == ("Một.\n- Hai.", 14)
    assert isinstance(second, Doan)
    assert second.text.raw == "- ba"
    assert isinstance(heading, Muc)
    paragraph, documents, indicators = heading.gom
    assert isinstance(paragraph, Doan)
    assert isinstance(documents, DanhSach)
    assert documents.loc == {"loai": "Quyết định", "co_quan": "", "nam": "2023"}
    assert str(documents.place) == "xa.yaml:20:9 (noi_dung[3].gom[2])"
    assert isinstance(indicators, ThuyetMinhChiTieu)
    assert indicators.chi_tieu == "chinh_quyen_so"
    assert isinstance(empty, Muc)
    assert empty.gom == ()


def test_documents_take_their_kind_from_the_symbol(model: Model) -> None:
    numbers = ["43/QĐ-UBND", "2142/STTTT-CNTT", "42/2022/NĐ-CP", "06-NQ/TU"]
    rows = "".join(f"  - {{so: {number}, ngay: 13 tháng 5 năm 2022, trich_yeu: về việc}}\n" for number in numbers)
    report = model(f"van_ban_ban_hanh:\n{rows}  - {{so: 1/STTTT, loai: hướng dẫn, ngay: 2023, trich_yeu: x, ma: a}}\n")
    kinds = [document.loai for document in report.van_ban_ban_hanh]
    assert kinds == ["Quyết định", "Công văn", "Nghị định", "Nghị quyết", "Hướng dẫn"]
    assert report.van_ban_ban_hanh[0].ngay.written == "13 tháng 5 năm 2022"
    assert str(report.van_ban_ban_hanh[1].place) == "xa.yaml:20:5 (van_ban_ban_hanh[2])"


@pytest.mark.parametrize("typed", ["xem xét", "xem xét./.", "xem xét ./.", "xem xét.", "xem xét./"])
def test_the_closing_mark_is_left_to_the_program(load: Load, typed: str) -> None:
    report, _ = load(REPORT.replace("Trên đây là báo cáo", typed))
    assert report is not None
    assert report.ket_thuc.raw == "xem xét"


@pytest.mark.parametrize("typed", ["Sở A (b/c)", "Sở A (b/c);", "Sở A (b/c).", "Sở A (b/c) ;"])
def test_marks_between_recipients_are_left_to_the_program(load: Load, typed: str) -> None:
    report, _ = load(REPORT.replace("- luu: VT", f"- {typed}\n  - luu: VT."))
    assert report is not None
    assert report.noi_nhan == (NoiNhan("Sở A (b/c)"), NoiNhan("VT", luu=True))


def _words(text: Text | None) -> str | None:
    return text and text.raw


def test_annexes(model: Model) -> None:
    title = "  - tieu_de: |\n      A\n      B\n"
    columns = "    cot: [tt, {cot: ten, tieu_de: T, rong: 30}]\n"
    (annex,) = model(f"phu_luc:\n{title}    bang: chi_tieu\n{columns}").phu_luc
    assert (annex.tieu_de.raw, annex.kho, annex.danh_so, annex.ma) == ("A\nB", "ngang", ("I.", "1.", "a)"), None)
    (table,) = annex.noi_dung
    assert isinstance(table, Bang)
    assert (table.bang, table.place) == ("chi_tieu", annex.place)
    assert [(column.cot, _words(column.tieu_de), column.rong) for column in table.cot] == [
        (("tt",), None, None),
        (("ten",), "T", Decimal(30)),
    ]
    assert str(table.cot[1].place) == "xa.yaml:23:15 (phu_luc[1].cot[2])"


def test_a_warning_does_not_stop_the_loading(load: Load) -> None:
    report, (finding,) = load(REPORT.replace("Một đoạn văn.", "Một đoạn #1"))
    assert report is not None
    assert finding.rule == "DL107"


def test_an_unknown_catalogue_suggests_the_nearest(load: Load) -> None:
    report, (finding,) = load(REPORT + "chi_tieu: {bo: qd-1829-2032, ket_qua: {}}\n")
    assert report is None
    assert (finding.rule, where(finding)) == ("DL302", "18:16 chi_tieu.bo")
    assert "«qd-1829-2032»" in finding.problem
    assert finding.fix == "Có phải ý là «qd-1829-2023»?"


def test_faults_of_the_catalogue_come_with_those_of_the_report(tmp_path: Path) -> None:
    shutil.copytree(CATALOGUES, tmp_path / "chi_tieu")
    catalogue = tmp_path / "chi_tieu" / "qd-1829-2023.yaml"
    catalogue.write_text(catalogue.read_text("utf-8").replace("muc_tieu: 100%", "muc_tieu: 43.5%", 1), "utf-8")
    path = tmp_path / "xa.yaml"
    path.write_text(REPORT.replace("mau: bao_cao\n", "") + "chi_tieu: {bo: qd-1829-2023, ket_qua: {}}\n", "utf-8")
    report, findings = load_report(path, tmp_path / "chi_tieu")
    assert report is None
    assert sorted(finding.rule for finding in findings) == ["DL202", "DL204"]
    assert {finding.place.file for finding in findings} == {path.as_posix(), catalogue.as_posix()}


def test_a_missing_file_suggests_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "hoangkim.yaml").write_text(REPORT, encoding="utf-8")
    with pytest.raises(CannotGoOn) as caught:
        load_report(tmp_path / "hoangkin.yaml", CATALOGUES, "inputs/hoangkin.yaml")
    assert caught.value.problem == "Không có tệp «inputs/hoangkin.yaml»."
    assert caught.value.fix == "Có phải ý là «inputs/hoangkim.yaml»?"


def test_a_folder_is_no_data_file(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn, match="thư mục"):
        load_report(tmp_path, CATALOGUES)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "DL108"),
        (REPORT.encode("utf-16"), "DL101"),
        (b"PK\x03\x04" + b"\x00" * 50, "DL101"),
        (REPORT.replace("  ", "\t").encode(), "DL103"),
    ],
)
def test_files_that_cannot_be_read_at_all(tmp_path: Path, data: bytes, rule: str) -> None:
    path = tmp_path / "xa.yaml"
    path.write_bytes(data)
    report, findings = load_report(path, CATALOGUES)
    assert report is None
    assert {finding.rule for finding in findings} == {rule}


def test_the_shipped_catalogue() -> None:
    catalogue, findings = load_catalogue(CATALOGUES / "qd-1829-2023.yaml")
    assert findings == []
    assert catalogue is not None
    assert catalogue.ma == "qd-1829-2023"
    assert [group.so for group in catalogue.nhom] == ["1", "2", "3", "4"]
    assert sum(len(group.chi_tieu) for group in catalogue.nhom) == 37
    assert str(catalogue.can_cu.so) == "1829/QĐ-UBND"
    assert catalogue.can_cu.loai == "Quyết định"


def test_the_shipped_report_is_without_fault_and_quick() -> None:
    path = ROOT / "inputs" / "hoangkim.yaml"
    start = time.perf_counter()
    report, findings = load_report(path, CATALOGUES)
    # Measured: 0.04 s with libyaml.  The bound tells a change of order, on any machine.
    assert time.perf_counter() - start < 2
    assert findings == []
    assert report is not None
    assert len(report.ket_qua) == 37


def test_every_finding_of_this_layer_has_a_meaning() -> None:
    named = {value for name, value in vars(finding_ids).items() if name.isupper() and isinstance(value, str)}
    assert named == set(finding_ids.MEANINGS)
