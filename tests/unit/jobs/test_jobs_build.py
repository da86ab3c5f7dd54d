from __future__ import annotations

import os
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.errors import CannotGoOn, Refused
from generator.findings import Severity
from generator.jobs.build import Wished, build, check, load_template, make
from generator.jobs.init import lay_out
from generator.jobs.output import Written

EXAMPLES = Path(__file__).parents[2] / "rules"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    lay_out(tmp_path)
    shutil.copy(EXAMPLES / "nen.yaml", tmp_path / "inputs" / "xa.yaml")
    shutil.copy(EXAMPLES / "chi_tieu" / "bo-nho.yaml", tmp_path / "templates" / "chi_tieu")
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_build_tells_what_it_did(office: Path) -> None:
    built = build("xa", office)
    assert (built.source, built.target) == ("inputs/xa.yaml", "outputs/xa.docx")
    assert (built.written, built.kept_copy, built.findings) == (Written.NEW, None, ())
    assert [(group.nhom.ma, group.dat, group.tong) for group in built.groups] == [
        ("chinh_quyen_so", 2, 2),
        ("ha_tang_so", 1, 1),
    ]


def test_making_a_report_writes_nothing(office: Path) -> None:
    before = sorted(office.rglob("*"))
    data, _ = make(office / "inputs" / "xa.yaml", office)
    assert data.startswith(b"PK")
    assert sorted(office.rglob("*")) == before


def test_every_text_is_expanded_before_the_rules_look_and_the_groups_are_counted(office: Path) -> None:
    checked = check(office / "inputs" / "xa.yaml", office / "templates" / "chi_tieu", office)
    assert "{{" not in repr(checked.report)


def test_faults_of_expressions_and_of_rules_are_told_together(office: Path) -> None:
    data = office / "inputs" / "xa.yaml"
    change(data, "so_lieu.may_tinh.day_du", "so_lieu.may_in")
    change(data, "tu: 7, mau: 8", "tu: 9, mau: 8")
    change(data, "loai: Quyết định", "loai: Chỉ thị")
    with pytest.raises(Refused) as refused:
        build("xa", office)
    assert [finding.rule for finding in refused.value.findings] == ["SL101", "DL403", "DL506"]
    assert not list((office / "outputs").iterdir())


def test_a_warning_comes_with_the_report(office: Path) -> None:
    change(office / "inputs" / "xa.yaml", "loai: Quyết định", "loai: Chỉ thị")
    (finding,) = build("xa", office).findings
    assert (finding.rule, finding.severity) == ("DL506", Severity.WARNING)


def test_a_template_is_prepared_once_and_again_when_it_changes(office: Path) -> None:
    template = office / "templates" / "docx" / "bao_cao" / "mau.docx"
    first = load_template(template, "mau.docx")
    assert load_template(template, "mau.docx") is first
    os.utime(template, ns=(1, 1))
    assert load_template(template, "mau.docx") is not first


def test_a_template_that_cannot_be_read_is_no_bug_of_ours(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    template = office / "templates" / "docx" / "bao_cao" / "mau.docx"
    os.utime(template, ns=(2, 2))

    def locked(_: Path) -> bytes:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(Path, "read_bytes", locked)
    with pytest.raises(CannotGoOn) as stopped:
        load_template(template, "mau.docx")
    assert stopped.value.problem == (
        "Không đọc được mẫu «mau.docx»: không có quyền, hoặc tệp đang mở trong chương trình khác."
    )


def test_a_group_is_assessed_after_the_texts_are_expanded_with_the_same_verdicts(office: Path) -> None:
    change(office / "inputs" / "xa.yaml", "tu: 7, mau: 8", "tu: 6, mau: 8")
    change(office / "inputs" / "xa.yaml", "so_lieu.may_tinh.day_du", "nhom('chinh_quyen_so').dat")
    checked = check(office / "inputs" / "xa.yaml", office / "templates" / "chi_tieu", office)
    assert checked.groups[0].dat == 1
    assert "Xã có 1." in repr(checked.report)


OWN_COLUMN = "  kho_khan: {tieu_de: Khó khăn, rong: 40, can: trai}\n"


def test_a_column_that_the_kind_has_a_heading_for_needs_none_in_the_report(office: Path) -> None:
    data, kind = office / "inputs" / "xa.yaml", office / "templates" / "docx" / "bao_cao" / "mo_ta.yaml"
    change(data, "cot: [tt, ten, ket_qua, danh_gia]", "cot: [tt, ten, ket_qua, danh_gia, kho_khan]")
    change(data, '"1.1": Có', '"1.1": {chu: Có, cot_them: {kho_khan: Thiếu người}}')
    with pytest.raises(Refused) as refused:
        build("xa", office)
    (finding,) = refused.value.findings
    assert (finding.rule, finding.problem) == ("DL512", "Cột riêng «kho_khan» chưa có tiêu đề.")
    assert "khai cột ấy trong mo_ta.yaml của mẫu" in finding.fix
    kind.write_text(kind.read_text("utf-8").replace("  # Bảng văn bản\n", OWN_COLUMN), "utf-8")
    assert build("xa", office).findings == ()
    with ZipFile(office / "outputs" / "xa.docx") as built:
        words = built.read("word/document.xml").decode()
    assert "Khó khăn" in words
    assert "Thiếu người" in words


def test_a_column_of_the_kind_is_one_to_choose_from_and_a_slip_in_it_is_told(office: Path) -> None:
    data, kind = office / "inputs" / "xa.yaml", office / "templates" / "docx" / "bao_cao" / "mo_ta.yaml"
    kind.write_text(kind.read_text("utf-8").replace("  # Bảng văn bản\n", OWN_COLUMN), "utf-8")
    change(data, "cot: [tt, ten, ket_qua, danh_gia]", "cot: [tt, kho_khn, trich_yeu]")
    with pytest.raises(Refused) as refused:
        build("xa", office)
    slip, foreign = refused.value.findings
    assert "Có phải ý là «kho_khan»?" in slip.fix
    # The kind heads the columns of documents too: they are none of a table of indicators.
    assert foreign.problem == "Không có cột «trich_yeu»."
    assert "ghi_chu, cong_thuc, kho_khan." in foreign.fix


def test_a_kind_that_is_not_there_is_told_before_the_rules_are_asked(office: Path) -> None:
    change(office / "inputs" / "xa.yaml", "mau: bao_cao", "mau: bao_caoo")
    change(office / "inputs" / "xa.yaml", "ket_qua, danh_gia]", "ket_quar]")
    with pytest.raises(CannotGoOn, match="Có phải ý là «bao_cao»"):
        build("xa", office)


def test_an_output_folder_may_be_named(office: Path) -> None:
    built = build("xa", office, office / "gui" / "huyen")
    assert built.target == "gui/huyen/xa.docx"


def test_force_tells_where_the_edited_report_is_kept(office: Path) -> None:
    build("xa", office)
    (office / "outputs" / "xa.docx").write_bytes(b"sua tay")
    with pytest.raises(CannotGoOn):
        build("xa", office)
    built = build("xa", office, wished=Wished(force=True))
    assert built.kept_copy is not None
    assert (office / built.kept_copy).read_bytes() == b"sua tay"
