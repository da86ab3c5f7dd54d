"""``cds-gen init --data … --catalogue``: a blank data file with a place for every indicator, and the report from it."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from test_cli_blank_start import ANSWERS, FOUND, answer, words_of

from generator.data.loading import load_catalogue
from generator.data.model_catalogue import BoChiTieu

# Names that YAML, marks of emphasis and expressions would each read in their own way; measures of every kind.
ODD = r"""
ten: '"Bộ tiêu chí": phần #1'
can_cu: {so: 9/QĐ-UBND, ngay: 1/2/2025, trich_yeu: về việc giao chỉ tiêu}
nhom:
  - ma: a
    so: "A."
    ten: "Hạ tầng: 'số' \"mới\" # và cũ"
    chi_tieu:
      - {ma: "1 \"a\"", ten: "Tên có: hai chấm, # thăng, \"nháy\" và 'nháy đơn'", muc_tieu: 80%}
      - {ma: "2: b", so: "", ten: "- Không số thứ tự", muc_tieu: Có}
      - {ma: "#3", ten: "[x]", don_vi_tinh: "%"}
  - ma: b
    ten: "*Dân* {ky} \\ số"
    chi_tieu:
      - {ma: "1.10", ten: Số máy trên 1.000 dân, muc_tieu: 50, tong_hop: ty_le,
         cong_thuc: {ghi: "Cách tính:", ve_trai: Số máy, tu: "Số máy: của hộ", mau: "Số dân # xã", nhan: 1.000}}
      - {ma: "1.1", ten: Số đơn vị, tong_hop: cong, cot_them: {co_quan: Sở A, kho_khan: Thiếu vốn}}
  - ma: c
    ten: "Null"
    chi_tieu:
      - {ma: "Null", ten: "?"}
"""
CATALOGUES = ("qd-1829-2023", "stttt-2024", "kh-100-2023", "cv-891-2022", "bo-la")
# What is typed behind each of the keys for a result.
RESULTS = {"tu": "702", "mau": "870", "gia_tri": "95,5%", "chu": "Có", "noi_dung": '"Đã làm: xong."'}


@pytest.fixture(params=CATALOGUES)
def catalogue(request: pytest.FixtureRequest, office: Any) -> BoChiTieu:
    office.write("templates/chi_tieu/bo-la.yaml", ODD)
    found, findings = load_catalogue(office.folder / "templates" / "chi_tieu" / f"{request.param}.yaml")
    assert found is not None
    assert findings == []
    return found


@pytest.fixture
def blank(office: Any, catalogue: BoChiTieu) -> Path:
    done = office.run("init", "--data", "phu-khe", "--catalogue", catalogue.ma)
    assert (done.status, done.err) == (0, "")
    path: Path = office.folder / "inputs" / "phu-khe.yaml"
    return path


@pytest.fixture
def answered(office: Any, blank: Path) -> Path:
    """The file in which all is filled but the results."""
    told = office.run("build", "phu-khe").err
    answer(blank, told)
    if "phu_luc[1].tieu_de" in told:
        text = blank.read_text("utf-8")
        blank.write_text(text.replace("- tieu_de:\n", "- tieu_de: Kết quả năm 2025\n"), "utf-8")
    return blank


@pytest.fixture
def filled(answered: Path) -> Path:
    before, _, results = answered.read_text("utf-8").partition("  ket_qua:\n")
    typed = re.sub(r"^( {6}(\w+)):$", lambda key: f"{key[1]}: {RESULTS[key[2]]}", results, flags=re.MULTILINE)
    answered.write_text(f"{before}  ket_qua:\n{typed}", "utf-8")
    return answered


def indicators(catalogue: BoChiTieu) -> list[Any]:
    return [indicator for group in catalogue.nhom for indicator in group.chi_tieu]


def uncommented(lines: str) -> str:
    """The words of comments, and of what stands between them, on one line."""
    return " ".join(re.sub(r"^ *# +", "", lines, flags=re.MULTILINE).split())


def told_above(text: str) -> dict[str, str]:
    """By code, the words of the comment above an indicator's place, on one line."""
    found = re.findall(r"((?: {4}# .*\n)+) {4}(\".*\"):\n", text.partition("  ket_qua:\n")[2])
    return {json.loads(code): uncommented(words) for words, code in found}


def test_it_names_every_indicator_above_its_place(blank: Path, catalogue: BoChiTieu) -> None:
    told = told_above(blank.read_text("utf-8"))
    assert list(told) == [indicator.ma for indicator in indicators(catalogue)]
    for indicator in indicators(catalogue):
        name = f"{indicator.so.rstrip('.')}. {indicator.ten}" if indicator.so else indicator.ten
        facts = (("Đơn vị tính", indicator.don_vi_tinh), ("Mức phải đạt", indicator.muc_tieu.chu))
        rest = "; ".join(f"{what}: {words}" for what, words in facts if words)
        assert told[indicator.ma].endswith(" ".join(f"{name} {rest}".split()))


def test_its_groups_stand_in_their_order(blank: Path, catalogue: BoChiTieu) -> None:
    text = blank.read_text("utf-8")
    titles = [f"    # ==== {group.so.rstrip('.')}. {group.ten} ====\n" for group in catalogue.nhom]
    assert re.findall(r"^ {4}# ====.*\n", text, flags=re.MULTILINE) == titles
    assert re.findall(r"^ +- chi_tieu: (\w+)$", text, flags=re.MULTILINE) == [group.ma for group in catalogue.nhom]


def test_what_is_typed_at_a_place_is_as_the_indicator_is_measured(blank: Path, catalogue: BoChiTieu) -> None:
    _, _, results = blank.read_text("utf-8").partition("  ket_qua:\n")
    places = re.findall(r"^ {4}(\".*\"):\n((?: {6}.*\n)+)", results, flags=re.MULTILINE)
    for indicator, (_, place) in zip(indicators(catalogue), places, strict=True):
        keys = re.findall(r"^ {6}(\w+):$", place, flags=re.MULTILINE)
        assert keys[-1] == "noi_dung"
        if indicator.cong_thuc or indicator.tong_hop == "ty_le":
            assert keys[:-1] == ["tu", "mau"]
        elif indicator.muc_tieu.gia_tri is not None:
            assert keys[:-1] == ["gia_tri"]
        else:
            assert keys[:-1] in (["chu"], ["gia_tri"])
        for formula in indicator.cong_thuc:
            above = uncommented(place)
            assert formula.tu in above.partition(" tu:")[0]
            assert formula.mau in above.partition(" tu:")[2].partition(" mau:")[0]


def test_the_first_build_lists_the_blanks_that_must_be_filled_each_with_an_example(
    office: Any, blank: Path, catalogue: BoChiTieu
) -> None:
    done = office.run("build", "phu-khe")
    found = list(FOUND.finditer(done.err))
    # The name of this one catalogue is none that a title can take over.
    assert {each["path"] for each in found} - {"phu_luc[1].tieu_de"} == set(ANSWERS)
    assert ("phu_luc[1].tieu_de" in {each["path"] for each in found}) == ("*" in catalogue.ten)
    assert {each["rule"] for each in found} == {"DL202"}
    assert done.err.count("    Cách sửa: ") == len(found)
    lines = blank.read_text("utf-8").split("\n")
    for each in found:
        line = int(each["line"]) - 1
        assert re.fullmatch(r" *(- *|(- )?[a-z_]+:)", lines[line])
        assert lines[line - 1].lstrip().startswith("# ")


@pytest.mark.usefixtures("answered")
def test_results_left_blank_are_told_with_their_codes_and_an_example(office: Any, catalogue: BoChiTieu) -> None:
    done = office.run("build", "phu-khe")
    assert (done.status, "LỖI" in done.err) == (0, False)
    assert {"DL506", "DL507"} <= set(re.findall(r"CẢNH BÁO (\w+)", done.err))
    codes = ", ".join(indicator.ma for indicator in indicators(catalogue))
    assert f"chưa có kết quả: {codes}.\n" in done.err
    assert "ví dụ «gia_tri: 95%», «chu: Có», hoặc «tu: 702» và «mau: 870»" in done.err


@pytest.mark.usefixtures("filled")
def test_filled_it_builds_a_report_with_all_its_groups_and_indicators(office: Any, catalogue: BoChiTieu) -> None:
    done = office.run("build", "phu-khe")
    assert (done.status, "LỖI" in done.err) == (0, False), done.err
    # Nothing is left out and nothing is cramped.
    assert not {"DL506", "DL507", "DL513", "DL516"} & set(re.findall(r"CẢNH BÁO (\w+)", done.err))
    with zipfile.ZipFile(office.folder / "outputs" / "phu-khe.docx") as package:
        assert ("<m:oMath>" in package.read("word/document.xml").decode("utf-8")) == any(
            indicator.cong_thuc for indicator in indicators(catalogue)
        )
    words = " ".join(words_of(office.folder / "outputs" / "phu-khe.docx").split())
    body, _, annex = words.partition("nơi nhận:")
    for group in catalogue.nhom:
        title = as_printed(group.ten)
        assert re.search(rf"\d+\. {re.escape(title)} đạt \d+/{len(group.chi_tieu)} chỉ tiêu\.", body), title
        assert title in annex
        for indicator in group.chi_tieu:
            assert as_printed(indicator.ten) in body
            assert as_printed(indicator.ten) in annex


def as_printed(words: str) -> str:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return " ".join(escaped.lower().split())


def test_an_indicator_that_need_not_be_reported_goes_by_its_code(
    office: Any, filled: Path, catalogue: BoChiTieu
) -> None:
    text = filled.read_text("utf-8")
    text = text.replace("  #khong_bao_cao: ", "  khong_bao_cao: ")
    first = indicators(catalogue)[0].ma
    head, place, rest = text.partition(f"    {json.dumps(first, ensure_ascii=False)}:\n")
    filled.write_text(head + place + re.sub(r"^( {6}\w+): .*$", r"\1:", rest, count=2, flags=re.MULTILINE), "utf-8")
    done = office.run("build", "phu-khe")
    assert (done.status, "DL514" in done.err, "DL507" in done.err) == (0, False, False)


def test_the_annex_may_go_with_the_sentence_that_names_it(office: Any, filled: Path) -> None:
    text = filled.read_text("utf-8").partition("# ---- PHỤ LỤC")[0]
    filled.write_text(text, "utf-8")
    assert "phu_luc('ket_qua')" in office.run("build", "phu-khe").err
    filled.write_text(re.sub(r" +- Kết quả từng chỉ tiêu có ở .*\n", "", text), "utf-8")
    assert office.run("build", "phu-khe").status == 0
    assert "phụ lục" not in words_of(office.folder / "outputs" / "phu-khe.docx")


def test_the_table_may_show_some_groups(office: Any, filled: Path, catalogue: BoChiTieu) -> None:
    text = filled.read_text("utf-8")
    kept = f"    nhom: [{catalogue.nhom[0].ma}]\n"
    filled.write_text(re.sub(r"^ {4}#nhom: .*\n", kept, text, flags=re.MULTILINE), "utf-8")
    assert office.run("build", "phu-khe").status == 0
    annex = " ".join(words_of(office.folder / "outputs" / "phu-khe.docx").partition("nơi nhận:")[2].split())
    assert as_printed(catalogue.nhom[0].ten) in annex
    # The sources of the last group's indicators are printed nowhere else in the annex.
    assert as_printed(catalogue.nhom[-1].chi_tieu[-1].ten) not in annex or catalogue.ma == "bo-la"


def told(office: Any, *arguments: str) -> Any:
    """What a command says that must not change a thing."""
    before = office.files()
    done = office.run("init", *arguments)
    assert {name: data for name, data in office.files().items() if name in before} == before
    assert not [name for name in set(office.files()) - set(before) if name.startswith("inputs/phu-khe")]
    return done


def test_what_was_made_is_told_with_its_size(office: Any) -> None:
    done = office.run("init", "--data", "phu-khe", "--catalogue", "stttt-2024.yaml")
    assert "Tệp có chỗ cho 33 chỉ tiêu, 6 nhóm của bộ stttt-2024.\nBước tiếp theo: mở inputs/phu-khe.yaml," in done.out


def test_a_new_office_has_the_shipped_catalogues_at_once(office: Any) -> None:
    done = office.run("init", "bao-cao", "--data", "phu-khe", "--catalogue", "cv-891-2022")
    assert (done.status, done.err) == (0, "")
    made = (office.folder / "bao-cao" / "inputs" / "phu-khe.yaml").read_text("utf-8")
    assert "\n  bo: cv-891-2022\n" in made


@pytest.mark.parametrize("name", ["qd-1829", "qd 1829 2023", "../qd-1829-2023", "QD-1829-2023"])
def test_a_catalogue_that_is_not_there_is_told_with_those_that_are(name: str, office: Any) -> None:
    done = told(office, "--data", "phu-khe", "--catalogue", name)
    assert (done.status, done.err) == (
        3,
        f"LỖI: Không có bộ chỉ tiêu «{name}» trong templates/chi_tieu. Có phải ý là «qd-1829-2023»?\n"
        "    Cách sửa: Viết sau --catalogue một trong: bo-nho, cv-891-2022, kh-100-2023, qd-1829-2023, stttt-2024; "
        "bộ mới thì soạn bằng «cds-gen init --new-catalogue MÃ».\n",
    )


def test_a_faulty_catalogue_is_told_where_and_how(office: Any) -> None:
    office.write("templates/chi_tieu/hong.yaml", ODD.replace("ma: a\n", "ma: Nhóm A\n"))
    done = told(office, "--data", "phu-khe", "--catalogue", "hong")
    assert done.status == 1
    assert "templates/chi_tieu/hong.yaml:5:9 (nhom[1].ma): LỖI DL204\n" in done.err
    assert "    Cách sửa: Viết «nhom_a».\n" in done.err


def test_a_blank_file_of_the_office_without_places_for_a_catalogue_is_told_so(office: Any) -> None:
    office.write("templates/docx/bao_cao/khoi_dau.yaml", "mau: bao_cao\n#[[nhom]]\n")
    done = told(office, "--data", "phu-khe", "--catalogue", "bo-nho")
    assert done.status == 3
    assert done.err.startswith(
        "LỖI: Tệp trống «templates/docx/bao_cao/khoi_dau.yaml» không có chỗ cho bộ chỉ tiêu: "
        "thiếu dòng «#[[chi_tieu]]», dòng «#[[phu_luc]]».\n    Cách sửa: "
    )


def test_a_blank_file_that_is_no_text_is_told_so(office: Any) -> None:
    office.write("templates/docx/bao_cao/khoi_dau.yaml", "mau: báo cáo\n".encode("utf-16"))
    done = told(office, "--data", "phu-khe")
    assert (done.status, "tệp không lưu bằng mã UTF-8" in done.err) == (3, True)


@pytest.mark.parametrize("option", ["--catalogue", "--kind"])
def test_a_choice_without_a_name_is_a_wrong_command_line(option: str, office: Any) -> None:
    done = office.run("init", "bao-cao", option, "qd-1829-2023")
    assert (done.status, done.out) == (2, "")
    assert done.err.endswith(f"LỖI: Tùy chọn '{option}' chỉ đi cùng '--data'.\n")
    assert not (office.folder / "bao-cao").exists()
