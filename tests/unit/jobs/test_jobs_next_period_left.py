"""What a careless copy leaves of the old period: years that choose, bases, words of number, fixed parts, comments."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.data.loading import Names, read_report
from generator.data.model import BaoCao
from generator.data.periods import Period
from generator.data.successions import NO_SUCCESSIONS
from generator.jobs.next_period.marks import REVIEW
from generator.jobs.next_period.renewing import Renewed, Source, renewed
from generator.jobs.next_period.stale import stale_words
from generator.vn.counts_in_words import counts_in_words

EXAMPLES = Path(__file__).parents[2] / "rules"
NEN = (EXAMPLES / "nen.yaml").read_text("utf-8")
BASED = "ke_thua: [don_vi/chung.yaml]\nky: {nam: 2023}\nvan_ban: {ngay: 05/12/2023}\n"
YEAR = Period("nam", 2024)


def report_of(folder: Path, text: str) -> BaoCao:
    report, findings = read_report(
        text.encode("utf-8"), folder / "xa.yaml", EXAMPLES / "chi_tieu", Names("xa.yaml", "chi_tieu"), draft=True
    )
    assert report is not None, findings
    return report


def next_of(folder: Path, text: str, new: Period = YEAR) -> Renewed:
    done = renewed(Source(text, report_of(folder, text), "xa.yaml"), new, (), NO_SUCCESSIONS)
    report_of(folder, done.text)
    return done


def changed(old: str, new: str) -> str:
    assert old in NEN
    return NEN.replace(old, new)


def line_below(text: str, words: str) -> str:
    """The line below the remark that says the words."""
    lines = text.split("\n")
    return next(lines[at + 1].strip() for at, line in enumerate(lines) if REVIEW in line and words in line)


@pytest.mark.parametrize(
    ("typed", "moved"),
    [
        ("loc: {loai: Quyết định, nam: 2023}", "loc: {loai: Quyết định, nam: 2024}"),
        ("loc: {nam: '2023'}", "loc: {nam: '2024'}"),
        ('loc: {nam: "2023"}  # năm nay', 'loc: {nam: "2024"}  # năm nay'),
    ],
)
def test_a_filter_of_the_old_year_moves_on_and_is_told(tmp_path: Path, typed: str, moved: str) -> None:
    done = next_of(tmp_path, changed("loc: {loai: Quyết định}", typed))
    assert moved in done.text
    assert [(each.old, each.new) for each in done.years] == [("nam: 2023", "nam: 2024")]
    assert done.text.split("\n").index(f"        {moved}")


@pytest.mark.parametrize(
    ("typed", "moved"),
    [
        ("{{ dem('Quyết định', nam=2023) | hai_chu_so }}", "{{ dem('Quyết định', nam=2024) | hai_chu_so }}"),
        ("{{ dem(nam='2023') }}", "{{ dem(nam='2024') }}"),
        ("{{ dem(nam = 2023,\n        loai='Kế hoạch') }}", "{{ dem(nam = 2024,\n        loai='Kế hoạch') }}"),
    ],
)
def test_a_year_counted_by_moves_on_and_needs_no_reading(tmp_path: Path, typed: str, moved: str) -> None:
    done = next_of(tmp_path, changed("Cấp thêm kinh phí.", f"Đã có {typed} văn bản."))
    assert moved in done.text
    assert len(done.years) == 1
    assert f"{REVIEW}còn" not in done.text.partition("Kiến nghị")[2].partition("ket_thuc")[0]


def test_a_year_that_chooses_is_read_again_where_the_period_is_of_another_kind(tmp_path: Path) -> None:
    text = changed("loc: {loai: Quyết định}", "loc: {nam: 2023}").replace("Cấp thêm", "Cấp {{ dem(nam=2023) }}")
    done = next_of(tmp_path, text, Period("nua_nam", 2024))
    assert done.years == ()
    assert line_below(done.text, "«nam: 2023» trong bộ lọc") == "loc: {nam: 2023}"
    assert line_below(done.text, "«nam=2023» trong biểu thức") == "- Cấp {{ dem(nam=2023) }} kinh phí."


def test_a_half_of_the_same_year_leaves_its_filters(tmp_path: Path) -> None:
    text = changed("loc: {loai: Quyết định}", "loc: {nam: 2023}").replace(
        "{nam: 2023, chot", "{nam: 2023, quy: 1, chot"
    )
    done = next_of(tmp_path, text, Period("quy", 2023, 2))
    assert done.years == ()
    assert "trong bộ lọc" not in done.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("{{ 'giảm' if ky.nam > 2023 else 'tăng' }}", "«2023» trong biểu thức"),
        ("{{ 'năm 2023' if ky.nam else '' }}", "«2023» trong biểu thức"),
        ("{{ dem(nam=2022) }}", "«nam=2022» trong biểu thức"),
    ],
)
def test_any_other_old_year_of_an_expression_is_read_again(tmp_path: Path, typed: str, told: str) -> None:
    done = next_of(tmp_path, changed("Cấp thêm kinh phí.", f"Xã {typed} máy."))
    assert line_below(done.text, told).startswith("- Xã {{")


def test_what_bases_hold_of_the_old_period_is_told_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "don_vi").mkdir()
    base = NEN.replace("ky: {nam: 2023, chot_den: 30/11/2023}\n", "").replace("  ngay: 05/12/2023\n", "")
    (tmp_path / "don_vi" / "chung.yaml").write_text(base, "utf-8")
    done = next_of(tmp_path, BASED)
    assert [(each.file, each.figures, each.sentences) for each in done.bases] == [("don_vi/chung.yaml", 5, 3)]
    assert line_below(done.text, "tệp nền don_vi/chung.yaml còn số liệu, câu chữ của kỳ trước").startswith("ke_thua:")
    assert "5 số liệu, kết quả; 3 câu" in done.text


def test_filters_and_expressions_of_a_base_are_told(tmp_path: Path) -> None:
    (tmp_path / "chung.yaml").write_text("ket_thuc: Có {{ dem(nam=2023) }} văn bản.\n", "utf-8")
    (tmp_path / "loc.yaml").write_text("noi_dung: [{danh_sach: van_ban_ban_hanh, loc: {nam: 2023}}]\n", "utf-8")
    head, _, tail = NEN.partition("\nnoi_dung:")
    text = f"ke_thua: [chung.yaml, loc.yaml]\n{head}\nnoi_nhan:{tail.partition('noi_nhan:')[2]}"
    done = next_of(tmp_path, text)
    assert [(each.file, each.words) for each in done.bases] == [
        ("chung.yaml", "1 câu"),
        ("loc.yaml", "1 bộ lọc theo năm"),
    ]


def test_a_base_without_figures_and_years_is_not_told(tmp_path: Path) -> None:
    (tmp_path / "don_vi").mkdir()
    (tmp_path / "don_vi" / "chung.yaml").write_text(NEN.partition("van_ban:")[0], "utf-8")
    done = next_of(tmp_path, f"ke_thua: [don_vi/chung.yaml]\nvan_ban:{NEN.partition('van_ban:')[2]}")
    assert done.bases == ()
    assert "tệp nền" not in done.text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bố trí mười hai công chức", ["mười hai"]),
        ("Có hai mươi ba tổ, ba thôn", ["hai mươi ba", "ba"]),
        ("một nửa số hộ; tăng gấp đôi; hai phần ba số hộ", ["một nửa", "gấp đôi", "hai phần ba"]),
        ("Hơn một nghìn không trăm linh năm hộ", ["một nghìn không trăm linh năm"]),
        ("Xã có một công chức; đạt ba phần trăm; hai tỷ đồng", ["một", "ba", "hai tỷ"]),
        ("một số đơn vị, một cửa, hai bên, ba không, bốn tại chỗ, một tỷ lệ cao, hàng trăm hộ", []),
        ("trong năm xã đã làm, lần thứ hai mươi, tháng mười hai, khóa mười ba, ba mươi tháng tư", []),
        ("mỗi xã một sản phẩm, xác thực hai lớp, ba thông tin, liên kết bốn nhà, mười năm qua", []),
    ],
)  # fmt: skip
def test_counts_in_words_are_told_from_names(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in counts_in_words(text)] == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Có mười hai công chức, 3 tổ.", ("mười hai công chức", "3 tổ")),
        ("Số hộ tăng gấp đôi.", ("gấp đôi",)),
        ("Dịch vụ công đạt mức độ 4", ("4",)),
        ("Hệ thống được xếp cấp độ 3; nâng lên mức 2", ("3", "2")),
        ("dịch vụ công mức độ 4; hệ thống thông tin cấp độ 3; phấn đấu đạt mức độ 4", ()),
    ],
)
def test_words_of_number_and_reached_levels_are_figures(text: str, words: tuple[str, ...]) -> None:
    assert stale_words(text, Period("nam", 2023), YEAR) == words


FIXED = (
    ("ten: Ủy ban nhân dân xã Bình Minh", "ten: Ban Chỉ đạo năm 2023 xã Bình Minh"),
    ("noi_nhan:\n  - UBND huyện (b/c)", "noi_nhan:\n  - Tổ công tác năm 2023"),
    ("ho_ten: Nguyễn Văn An}", "ho_ten: Nguyễn Văn An, chuc_vu_khac: Trưởng ban năm 2023}"),
    ("noi_nhan:", "kinh_gui:\n  - Đoàn kiểm tra năm 2023\nnoi_nhan:"),
    ("noi_nhan:", "trinh_bay: {ten_chi_tieu: Chỉ tiêu năm 2023}\nnoi_nhan:"),
    (
        "phu_luc:\n",
        "phu_luc:\n  - tieu_de: Máy\n    bang: tu_nhap\n    cot: [{cot: a, tieu_de: A}]\n"
        "    hang:\n      - nhom: Năm 2023\n      - [Máy in]\n",
    ),
    (
        "phu_luc:\n",
        "phu_luc:\n  - tieu_de: Văn bản\n    bang: van_ban_ban_hanh\n    cot: [tt, trich_yeu]\n"
        "    chia_nhom:\n      - {ten: Văn bản năm 2023, loc: {loai: Quyết định}}\n",
    ),
)


@pytest.mark.parametrize(("old", "new"), FIXED)
def test_fixed_parts_with_the_old_year_are_read_again(tmp_path: Path, old: str, new: str) -> None:
    typed = next(line for line in new.split("\n") if "ăm 2023" in line).strip()
    lines = next_of(tmp_path, changed(old, new)).text.split("\n")
    at = next(number for number, line in enumerate(lines) if typed in line)
    assert REVIEW in lines[at - 1]
    assert "ăm 2023»" in lines[at - 1]


def test_figures_of_fixed_parts_are_names(tmp_path: Path) -> None:
    done = next_of(tmp_path, changed("- UBND huyện (b/c)", "- Các thành viên UBND xã (05)"))
    assert "(05)" not in "".join(line for line in done.text.split("\n") if REVIEW in line)


def test_a_number_with_its_unit_leaves_only_the_number_to_type(tmp_path: Path) -> None:
    done = next_of(tmp_path, changed('"1.1": Có', '"1.1": 5 lớp'))
    assert '"1.1": {gia_tri: …, don_vi: lớp, ky_truoc: 5 lớp}' in done.text
    filled = report_of(tmp_path, done.text.replace("{gia_tri: …, don_vi: lớp", "{gia_tri: 6, don_vi: lớp"))
    result = filled.ket_qua[0]
    assert (result.gia_tri, result.don_vi) == (6, "lớp")
    assert result.ky_truoc is not None
    assert (result.ky_truoc.gia_tri, result.ky_truoc.don_vi) == (5, "lớp")


def test_comments_inside_the_period_before_last_stay(tmp_path: Path) -> None:
    text = changed(
        "ky: {nam: 2023, chot_den: 30/11/2023}",
        "ky:\n  nam: 2023\n  truoc: # q\n    # r\n    nam: 2022 # s\n    # t\n    tep: cu.yaml # u",
    ).replace(
        "may_tinh: {gia_tri: 21, don_vi: máy}",
        "may_tinh:\n    gia_tri: 21\n    ky_truoc: # z\n      gia_tri: 20 # aa\n      # bb\n      don_vi: máy # cc",
    )
    done = next_of(tmp_path, text)
    for comment in ("# q", "# r", "# s", "# t", "# u", "# z", "# aa", "# bb", "# cc"):
        assert done.text.count(comment) == 1
    assert "      # aa\n      # bb\n      21 # cc\n" in done.text


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("máy}  # cds: không đổi", "21, don_vi: máy}}\n"),
        ("máy}  # đếm lại # cds: không đổi", "21, don_vi: máy}}  # đếm lại\n"),
        ("máy}  # cds: không đổi # cds: bỏ qua SL203 vì thế", "21, don_vi: máy}}  # cds: bỏ qua SL203 vì thế\n"),
        ("máy}\n  # cds: không đổi", "21, don_vi: máy}}\n  ho_so"),
        ("máy}\n  nha:\n    gia_tri: 2 # cds: không đổi", "nha:\n    gia_tri: …\n    ky_truoc: 2\n"),
    ],
)
def test_what_was_confirmed_for_one_period_is_asked_again_in_the_next(tmp_path: Path, typed: str, left: str) -> None:
    done = next_of(
        tmp_path, changed("may_tinh: {gia_tri: 21, don_vi: máy}", f"may_tinh: {{gia_tri: 21, don_vi: {typed}")
    )
    assert "không đổi" not in done.text
    assert left in done.text


def test_what_was_confirmed_of_a_document_that_leaves_goes_with_it(tmp_path: Path) -> None:
    text = NEN.replace("thành lập Ban Chỉ đạo chuyển đổi số}", "thành lập Ban Chỉ đạo}  # cds: không đổi")
    assert "không đổi" not in next_of(tmp_path, text).text
