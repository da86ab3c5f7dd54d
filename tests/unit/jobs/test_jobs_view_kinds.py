"""What a template may print of documents that are no reports: grounds, articles, closing mark, who is named first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from small_reports import EXAMPLES

from generator.data.kind import load_kind
from generator.jobs.build import Checked, check
from generator.jobs.view import body, head
from generator.jobs.view.tables import Columns, Tables
from generator.word.geometry import Geometry
from generator.word.prepare import prepare

HEAD = """\
mau: thu
don_vi: {ten: Ủy ban nhân dân xã Bình Minh, viet_tat: UBND xã Bình Minh, dia_danh: Bình Minh, ky_hieu: UBND}
nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Lê Văn An}
"""
DECISION = (
    'ten: Quyết định\nmo_ta: Để thử\nky_hieu: QĐ\nmenh_lenh: "QUYẾT ĐỊNH:"\ndanh_so: [Điều 1., 1., a)]\n'
    "phan: {ky: khong, can_cu: duoc, tham_quyen: duoc, ket_thuc: duoc}\n"
)
LETTER = "ten: Công văn\nmo_ta: Để thử\ntrich_yeu: v_v\nphan: {ky: khong, ket_thuc: duoc}\n"
DocumentOf = Callable[..., Checked]


@pytest.fixture
def document_of(tmp_path: Path) -> DocumentOf:
    """A document of a kind of its own, checked."""

    def made(kind: str, parts: str, document: str = "", recipients: str = "[{luu: VT}]") -> Checked:
        folder = tmp_path / "docx" / "thu"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "mo_ta.yaml").write_text(kind, "utf-8")
        path = tmp_path / "moi.yaml"
        about = f"van_ban: {{ngay: 05/12/2025, trich_yeu: Về việc họp, so: 3{document}}}\nnoi_nhan: {recipients}\n"
        path.write_text(f"{HEAD}{about}{parts}", "utf-8")
        return check(path, tmp_path / "chi_tieu", tmp_path)

    return made


def blocks_of(checked: Checked) -> list[tuple[str, str, str]]:
    tables = Tables(checked.report, checked.groups, Columns({}, 9000))
    return [(each.kieu, each.so, str(each.chu)) for each in body.body(checked.report, checked.groups, tables)]


def geometry() -> Geometry:
    template = EXAMPLES.parents[1] / "templates" / "docx" / "bao_cao" / "mau.docx"
    prepared, _ = prepare(template.read_bytes(), "mau.docx")
    assert prepared is not None
    return prepared.geometry


def test_articles_are_numbered_through_with_a_title_or_without(document_of: DocumentOf) -> None:
    checked = document_of(
        DECISION,
        "noi_dung:\n"
        "  - dieu: |\n      Thành lập Tổ.\n      - Ông An\n"
        "  - {muc: Nhiệm vụ, gom: [{muc: Chung, gom: [Họp hằng tháng.]}]}\n"
        "  - {dieu: Thi hành., gom: [{muc: Văn phòng, gom: [Theo dõi;]}]}\n",
    )
    assert blocks_of(checked) == [
        ("dieu", "Điều 1.", "Thành lập Tổ."),
        ("gach", "", "Ông An"),
        ("dieu_co_tieu_de", "Điều 2.", "Nhiệm vụ"),
        ("khoan", "1.", "Chung"),
        ("doan", "", "Họp hằng tháng."),
        ("dieu", "Điều 3.", "Thi hành."),
        ("khoan", "1.", "Văn phòng"),
        ("doan", "", "Theo dõi./."),
    ]


@pytest.mark.parametrize(
    ("last", "printed"),
    [
        ("Thi hành từ ngày ký.", ("doan", "", "Thi hành từ ngày ký./.")),
        ("dieu: Thi hành ngay", ("dieu", "Điều 1.", "Thi hành ngay./.")),
        ("dieu: Thi hành **ngay.**", ("dieu", "Điều 1.", "Thi hành ngay./.")),
        ("dieu: \"{{ ' ' }}\"", ("dieu", "Điều 1.", "./.")),
        ("dieu: Thi hành ngay./.", ("dieu", "Điều 1.", "Thi hành ngay./.")),
        ("liet_ke: [Văn phòng;, Các thôn;]", ("gach", "", "Các thôn./.")),
        ("{bang: tu_nhap, cot: [{tieu_de: A}], hang: [[b]]}", ("doan", "", "./.")),
    ],
)
def test_without_closing_words_the_last_line_closes(
    last: str, printed: tuple[str, str, str], document_of: DocumentOf
) -> None:
    assert blocks_of(document_of(DECISION, f"noi_dung:\n  - {last}\n"))[-1] == printed


def test_closing_words_close_where_there_are_some(document_of: DocumentOf) -> None:
    checked = document_of(LETTER, "noi_dung: [Một đoạn.]\nket_thuc: Đề nghị thực hiện\n", ", don_vi_soan: VP")
    assert blocks_of(checked) == [("doan", "", "Một đoạn.")]
    assert str(body.closing(checked.report)) == "Đề nghị thực hiện"


def test_grounds_get_their_marks_whatever_was_typed(document_of: DocumentOf) -> None:
    checked = document_of(
        DECISION, "can_cu: [Căn cứ Luật A;, Căn cứ Luật B., Theo đề nghị của C]\nnoi_dung: [{dieu: D}]\n"
    )
    assert [f"{each.chu}{each.dau}" for each in head.grounds(checked.report)] == [
        "Căn cứ Luật A;",
        "Căn cứ Luật B;",
        "Theo đề nghị của C.",
    ]


@pytest.mark.parametrize(
    ("recipients", "printed"),
    [
        ("[{luu: VT}]", ["Như Điều 2;", "Lưu: VT."]),
        ("[Các thôn, {luu: VT}]", ["Như Điều 2;", "Các thôn;", "Lưu: VT."]),
        ("[Như Điều 1, {luu: VT}]", ["Như Điều 1;", "Lưu: VT."]),
    ],
)
def test_those_named_in_the_last_article_are_the_first_recipients(
    recipients: str, printed: list[str], document_of: DocumentOf
) -> None:
    checked = document_of(DECISION, "noi_dung: [{dieu: A}, {dieu: B}]\n", recipients=recipients)
    found = head.recipients(checked.report, geometry())
    assert [f"{each.ten}{each.dau}" for each in found] == printed


def test_a_letter_has_its_drafting_unit_in_the_symbol(document_of: DocumentOf) -> None:
    checked = document_of(LETTER, "noi_dung: [Một đoạn.]\n", ", don_vi_soan: VHXH")
    printed = head.document(checked.report, geometry())
    assert printed.so_ky_hieu == "Số: 03/UBND-VHXH"
    assert printed.ten_loai == "Công văn"


def test_a_kind_gives_its_symbol_its_name_and_its_command(document_of: DocumentOf) -> None:
    checked = document_of(DECISION, "noi_dung: [{dieu: A}]\n", ", tham_quyen: Chủ tịch UBND xã Bình Minh")
    printed = head.document(checked.report, geometry())
    assert (printed.so_ky_hieu, printed.ten_loai) == ("Số: 03/QĐ-UBND", "Quyết định")
    assert (printed.tham_quyen, printed.menh_lenh) == ("Chủ tịch UBND xã Bình Minh", "QUYẾT ĐỊNH:")


def test_a_document_without_a_period_is_of_the_year_of_its_date(document_of: DocumentOf) -> None:
    report = document_of(DECISION, "noi_dung: [{dieu: 'Trong {{ ky.ten }}.'}]\n").report
    assert (report.theo_ky, report.ky.nam) == (False, 2025)


def test_the_kinds_for_the_examples_of_rules_can_be_read() -> None:
    for path in sorted(EXAMPLES.glob("docx/*/mo_ta.yaml")):
        assert load_kind(path, path.name).ten
