"""Blocks, tables, annexes and results of a data file as the loader reads them, in short and in full forms."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from data_reports import CATALOGUES, REPORT, Load
from hypothesis import given
from hypothesis import strategies as st

from generator.data.loading import load_report
from generator.data.located import read_yaml
from generator.data.model import BaoCao, KhongBaoCao, NoiNhan
from generator.data.model_blocks import Bang, DanhSach, Doan, Khoi, LietKe, Muc
from generator.data.model_text import Text
from generator.data.schema import check_report
from generator.data.shapes import full_forms

Model = Callable[[str], BaoCao]


@pytest.fixture
def block(load: Load) -> Callable[[str], Khoi]:
    """The block that is typed as the only one of the body (the lines after its dash indented by four)."""

    def built(typed: str) -> Khoi:
        report, findings = load(REPORT.replace("  - Một đoạn văn.\n", f"  - {typed}\n"))
        assert findings == []
        assert report is not None
        (found,) = report.noi_dung
        return found

    return built


def raw(text: Text | None) -> str | None:
    return text and text.raw


def table(found: Khoi) -> Bang:
    assert isinstance(found, Bang)
    return found


# --- lists ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "dau"), [("", "-"), ("\n    dau: 1.", "1."), ('\n    dau: "-"', "-")])
def test_a_list_may_be_typed_in_its_place(block: Callable[[str], Khoi], typed: str, dau: str) -> None:
    found = block(f"liet_ke: [câu 1, '{{{{ ky.nam }}}}']{typed}")
    assert isinstance(found, LietKe)
    assert ([line.raw for line in found.liet_ke], found.dau) == (["câu 1", "{{ ky.nam }}"], dau)
    assert str(found.place) == "xa.yaml:13:5 (noi_dung[1])"


@pytest.mark.parametrize("dau", ['"-"', "+", "1.", "1)", "a)", "khong"])
def test_lists_of_the_data_say_how_each_line_begins(block: Callable[[str], Khoi], dau: str) -> None:
    found = block(f'danh_sach: van_ban_ban_hanh\n    dau: {dau}\n    loc: {{nhom: ""}}')
    assert isinstance(found, DanhSach)
    assert (found.dau, found.loc) == (dau.strip('"'), {"nhom": ""})


def test_a_line_of_a_typed_list_may_go_on_below(block: Callable[[str], Khoi]) -> None:
    found = block("liet_ke:\n      - |\n        Một.\n        - Hai.\n      - Ba.")
    assert isinstance(found, LietKe)
    assert [(line.raw, line.first_line) for line in found.liet_ke] == [("Một.\n- Hai.", 15), ("Ba.", 17)]


# --- columns ----------------------------------------------------------------------------------------------------


def test_columns_are_names_or_groups(block: Callable[[str], Khoi]) -> None:
    found = table(
        block(
            "bang: chi_tieu\n    cot:\n      - tt\n      - {cot: ket_qua, kieu: nghieng}\n"
            "      - {cot: [ten, don_vi_tinh], tieu_de: Tên, rong: '42,5', can: trai}\n"
            "      - {cot: kho_khan, tieu_de: Khó khăn, truoc: '(', sau: ' )'}"
        )
    )
    name, slanted, stacked, own = found.cot
    assert (name.cot, name.tieu_de, name.kieu, name.can, name.truoc) == (("tt",), None, "thuong", None, "")
    assert (slanted.cot, slanted.kieu) == (("ket_qua",), "nghieng")
    assert (stacked.cot, raw(stacked.tieu_de)) == (("ten", "don_vi_tinh"), "Tên")
    assert (stacked.rong, stacked.can) == (Decimal("42.5"), "trai")
    assert (own.cot, own.truoc, own.sau) == (("kho_khan",), "(", " )")
    assert [column.place.line for column in found.cot] == [15, 16, 17, 18]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [('"Số: "', "Số: "), ('" số"', " số"), ("Số", "Số"), ('"  a  "', "  a  "), ("|\n          Ngày", "Ngày")],
)
def test_what_stands_before_a_cell_keeps_its_blanks_and_no_line_break(
    block: Callable[[str], Khoi], typed: str, kept: str
) -> None:
    found = table(block(f"bang: van_ban_ban_hanh\n    cot:\n      - cot: so\n        truoc: {typed}"))
    assert found.cot[0].truoc == kept


def test_a_name_alone_means_what_the_group_and_the_list_of_one_mean() -> None:
    forms = ("ten", "{cot: ten}", "{cot: [ten]}")
    trees = [
        read_yaml(f"phu_luc: [{{tieu_de: A, bang: chi_tieu, cot: [{form}]}}]\n".encode(), "f")[0] for form in forms
    ]
    read = [check_report(full_forms(tree))[0]["phu_luc"][0]["cot"] for tree in trees if tree is not None]
    assert read == [[{"cot": ["ten"]}]] * 3


# --- tables of documents ----------------------------------------------------------------------------------------


def test_a_table_of_documents_is_filtered_and_grouped(block: Callable[[str], Khoi]) -> None:
    found = table(
        block(
            "bang: van_ban_ban_hanh\n    loc: {nhom: cap_tren, nam: 2023}\n    stt: lien_tuc\n    chia_nhom:\n"
            "      - {ten: Báo cáo, loc: {loai: báo cáo}}\n      - {ten: Văn bản khác, loc: {}}\n    cot: [tt, so]"
        )
    )
    assert (found.loc, found.stt) == ({"nhom": "cap_tren", "nam": "2023"}, "lien_tuc")
    assert [(part.ten.raw, part.loc) for part in found.chia_nhom] == [
        ("Báo cáo", {"loai": "Báo cáo"}),
        ("Văn bản khác", {}),
    ]


def test_a_table_numbers_its_groups_afresh_unless_told(block: Callable[[str], Khoi]) -> None:
    found = table(block("{bang: van_ban_ban_hanh, cot: [tt]}"))
    assert (found.stt, found.chia_nhom, found.loc, found.nhom, found.bo) == ("theo_nhom", (), {}, (), None)


# --- typed rows -------------------------------------------------------------------------------------------------

ROWS = """\
bang: tu_nhap
    cot: [{tieu_de: TT}, {tieu_de: Nội dung}]
    hang:
      - [1, Nội dung]
      - Tên một nhóm
      - {nhom: Nhóm khác}
      - {o: [2, "{{ ky.nam }}"]}
      - - 3
        -
      - [~, ""]
      - []
"""


def test_rows_are_cells_or_the_heading_of_a_group(block: Callable[[str], Khoi]) -> None:
    found = table(block(ROWS.rstrip()))
    assert [(row.nhom, [cell.raw for cell in row.o]) for row in found.hang] == [
        (False, ["1", "Nội dung"]),
        (True, ["Tên một nhóm"]),
        (True, ["Nhóm khác"]),
        (False, ["2", "{{ ky.nam }}"]),
        (False, ["3", ""]),
        (False, ["", ""]),
        (False, []),
    ]
    assert [row.place.line for row in found.hang] == [16, 17, 18, 19, 20, 22, 23]


words = st.text(st.sampled_from("abc 1.%{}:,[]-#'\"|*độ"), max_size=12).map(str.strip)


@given(st.lists(st.lists(words, max_size=4), min_size=1, max_size=4))
def test_any_words_in_quotes_are_the_cells_of_a_row(rows: list[list[str]]) -> None:
    typed = "".join(f"  - [{', '.join(_quoted(cell) for cell in row)}]\n" for row in rows)
    text = f"phu_luc:\n- tieu_de: A\n  bang: tu_nhap\n  cot: [{{tieu_de: A}}]\n  hang:\n{typed}"
    tree, findings = read_yaml(text.encode(), "f")
    assert (tree is not None, findings) == (True, [])
    assert tree is not None
    data, faults = check_report(full_forms(tree))
    assert [finding for finding in faults if finding.rule != "DL202"] == []  # only the rest of the report is missing
    held = data["phu_luc"][0]["hang"]
    assert [[cell.raw for cell in row["o"]] for row in held] == rows


def _quoted(cell: str) -> str:
    return "'" + cell.replace("'", "''") + "'"


# --- annexes ----------------------------------------------------------------------------------------------------

BLOCKS = """\
phu_luc:
  - ma: van_ban
    tieu_de: A
    kho: doc
    danh_so: [I., a)]
    noi_dung:
      - Một đoạn.
      - muc: Mục
        gom:
          - bang: van_ban_ban_hanh
            cot: [tt, so]
      - bang: tu_nhap
        cot: [{tieu_de: A}]
        hang: [[a], Nhóm]
"""


def test_an_annex_may_hold_blocks(model: Model) -> None:
    (annex,) = model(BLOCKS).phu_luc
    assert (annex.ma, annex.kho, annex.danh_so) == ("van_ban", "doc", ("I.", "a)"))
    words, heading, typed = annex.noi_dung
    assert isinstance(words, Doan)
    assert isinstance(heading, Muc)
    assert isinstance(heading.gom[0], Bang)
    assert isinstance(typed, Bang)
    assert [row.nhom for row in typed.hang] == [False, True]


def test_an_annex_numbers_its_headings_as_the_report_does_unless_told(model: Model) -> None:
    report = model("trinh_bay: {danh_so: [1., 1.1.]}\nphu_luc: [{tieu_de: A, noi_dung: [a]}]\n")
    assert report.phu_luc[0].danh_so == report.danh_so == ("1.", "1.1.")


def test_an_annex_that_is_one_table_is_the_annex_that_holds_it(model: Model) -> None:
    keys = "bang: chi_tieu, cot: [tt, {cot: ten}], nhom: [chinh_quyen_so]"
    (short,) = model(f"phu_luc: [{{tieu_de: A, {keys}}}]\n").phu_luc
    (full,) = model(f"phu_luc: [{{tieu_de: A, noi_dung: [{{{keys}}}]}}]\n").phu_luc
    shorts, fulls = table(short.noi_dung[0]), table(full.noi_dung[0])
    assert (shorts.bang, shorts.nhom) == (fulls.bang, fulls.nhom) == ("chi_tieu", ("chinh_quyen_so",))
    assert [column.cot for column in shorts.cot] == [column.cot for column in fulls.cot]


# --- results ----------------------------------------------------------------------------------------------------

RESULT = "chi_tieu:\n  bo: qd-1829-2023\n  ket_qua:\n    '1.1':\n      chu: Có\n      {more}\n"


@pytest.mark.parametrize(
    ("typed", "figure", "words"),
    [
        ("80%", (Decimal(80), True, None), None),
        ("14 điểm", (Decimal(14), False, "điểm"), None),
        ('"14"', (Decimal(14), False, None), None),
        ("Có", (None, False, None), "Có"),
        ("{chu: Có, lam_tron: 1}", (None, False, None), "Có"),
        ('{gia_tri: "79,5%"}', (Decimal("79.5"), True, None), None),
        ("{}", (None, False, None), None),
        ("", None, None),
    ],
)
def test_last_period_is_typed_as_a_result(
    model: Model, typed: str, figure: tuple[object, ...] | None, words: str | None
) -> None:
    (result,) = model(RESULT.replace("{more}", f"ky_truoc: {typed}".rstrip())).ket_qua
    before = result.ky_truoc
    assert result.chu == "Có"
    assert before is not None
    assert (before.gia_tri, before.phan_tram, before.don_vi) == (figure or (None, False, None))
    assert before.chu == words
    assert (before.ma, before.place.line) == ("1.1", 23)


def test_last_period_may_be_a_fraction(model: Model) -> None:
    (result,) = model(RESULT.replace("{more}", "ky_truoc: {tu: 1, mau: 2, lam_tron: 0}")).ket_qua
    assert result.ky_truoc is not None
    assert (result.ky_truoc.tu, result.ky_truoc.mau, result.ky_truoc.lam_tron) == (1, 2, 0)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("50%", ("50%", Decimal(50), True)), ("1.000", ("1.000", Decimal(1000), False)), ('"*1"', ("*1", None, False))],
)
def test_a_target_of_the_units_own(model: Model, typed: str, expected: tuple[object, ...]) -> None:
    (result,) = model(RESULT.replace("{more}", f"muc_tieu: {typed}")).ket_qua
    assert result.muc_tieu is not None
    assert (result.muc_tieu.chu, result.muc_tieu.gia_tri, result.muc_tieu.phan_tram) == expected


def test_words_of_a_result_and_of_columns_keep_their_lines(model: Model) -> None:
    words = "cot_them:\n        kho_khan: |\n          Thiếu người;\n\n          thiếu máy\n        de_nghi:"
    (result,) = model(
        RESULT.replace("chu: Có", "chu: |\n        - Một\n        - Hai").replace("{more}", words)
    ).ket_qua
    assert result.chu == "- Một\n- Hai"
    assert result.cot_them == {"kho_khan": "Thiếu người;\nthiếu máy"}


SEVERAL = """\
chi_tieu:
  - bo: cv-891-2022
    ket_qua: {"1.1": 0%}
  - bo: qd-1829-2023
    khong_bao_cao: ["1.1", 1.10]
    nhom:
      chinh_quyen_so:
        ghi_chu: "{{ ky.nam }}"
        minh_chung:
      xa_hoi_so:
    ket_qua:
      "1.2": Có
"""


def test_a_report_may_use_several_catalogues(model: Model) -> None:
    report = model(SEVERAL)
    first, second = report.chi_tieu
    assert [part.bo.ma for part in report.chi_tieu] == ["cv-891-2022", "qd-1829-2023"]
    assert [[result.ma for result in part.ket_qua] for part in report.chi_tieu] == [["1.1"], ["1.2"]]
    assert report.ket_qua == (*first.ket_qua, *second.ket_qua)
    assert [str(part.place) for part in report.chi_tieu] == ["xa.yaml:19:5 (chi_tieu[1])", "xa.yaml:21:5 (chi_tieu[2])"]
    assert [each.ma for each in second.khong_bao_cao] == ["1.1", "1.10"]
    assert isinstance(second.khong_bao_cao[0], KhongBaoCao)
    assert str(second.khong_bao_cao[1].place) == "xa.yaml:22:28 (chi_tieu[2].khong_bao_cao[2])"
    assert [(cell.nhom, cell.cot, cell.chu.raw) for cell in second.o_nhom] == [
        ("chinh_quyen_so", "ghi_chu", "{{ ky.nam }}")
    ]


def test_one_catalogue_may_be_listed_or_not(model: Model) -> None:
    group = "bo: qd-1829-2023, ket_qua: {'1.1': Có}"
    alone, listed = (model(f"chi_tieu: {form}\n") for form in (f"{{{group}}}", f"[{{{group}}}]"))
    assert [part.bo for part in alone.chi_tieu] == [part.bo for part in listed.chi_tieu]
    assert alone.ket_qua[0].chu == listed.ket_qua[0].chu == "Có"
    assert str(alone.ket_qua[0].place) == 'xa.yaml:18:40 (chi_tieu.ket_qua."1.1")'


def test_a_base_may_bring_a_catalogue_and_the_file_more_of_it(tmp_path: Path) -> None:
    (tmp_path / "nen.yaml").write_text('chi_tieu: {bo: qd-1829-2023, ket_qua: {"1.1": Có}}\n', "utf-8")
    path = tmp_path / "xa.yaml"
    path.write_text(f'ke_thua: [nen.yaml]\n{REPORT}chi_tieu: {{ket_qua: {{"1.2": 100%}}}}\n', "utf-8")
    report, findings = load_report(path, CATALOGUES)
    assert findings == []
    assert report is not None
    assert [result.ma for result in report.ket_qua] == ["1.1", "1.2"]


# --- documents and recipients -----------------------------------------------------------------------------------


def test_documents_belong_to_groups_and_fill_columns_of_ones_own(model: Model) -> None:
    facts = "so: 43/QĐ-UBND, ngay: 13/5/2022, trich_yeu: x"
    more = "nhom: cap_tren, cot_them: {nguoi_ky: Ông An, noi_luu: }"
    first, second = model(f"van_ban_ban_hanh:\n  - {{{facts}, {more}}}\n  - {{{facts}}}\n").van_ban_ban_hanh
    assert (first.nhom, first.cot_them) == ("cap_tren", {"nguoi_ky": "Ông An"})
    assert (second.nhom, second.cot_them) == (None, {})


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("{gom: [UBND tỉnh;, Sở B.], chu_thich: Để b/c}", NoiNhan("Để b/c", gom=("UBND tỉnh", "Sở B"))),
        ("{gom: [UBND tỉnh, Sở B], chu_thich: (Để b/c)}", NoiNhan("Để b/c", gom=("UBND tỉnh", "Sở B"))),
        ("{ten: Thành viên;, dong_duoi: (QĐ số 43)}", NoiNhan("Thành viên", dong_duoi="(QĐ số 43)")),
        ("{ten: Sở A}", NoiNhan("Sở A")),
    ],
)
def test_recipients_may_be_joined_or_have_a_line_below(load: Load, typed: str, expected: NoiNhan) -> None:
    report, findings = load(REPORT.replace("- luu: VT", f"- {typed}"))
    assert findings == []
    assert report is not None
    assert report.noi_nhan == (expected,)
