"""A tag that cannot be printed is told with what it prints: the path, and the line of the data."""

from __future__ import annotations

import pytest
from secretary_edits import SHIPPED, Edit, Office, at, edited, number_of, office_in, place_of, refused, runs, words_of

from generator.findings import DataPlace, DocxPlace, Finding, Severity
from generator.jobs.fault_data import with_data
from generator.jobs.kinds import read_data
from generator.jobs.workspace import Templates
from generator.word.render import NOT_WORD


@pytest.fixture(scope="module")
def folder_of_faults(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return office_in(tmp_path_factory.mktemp("the-hong"))


def spoiled(tag: str, nth: int = 0) -> Edit:
    """An edit that makes a tag compute what cannot be computed."""

    def edit(opened) -> None:  # type: ignore[no-untyped-def]
        paragraph = at(opened, tag, nth)
        runs(paragraph, words_of(paragraph).replace(tag, tag.replace(" }}", " - 1 }}")))

    return edit


CASES: list[tuple[str, int, list[str], str]] = [
    ("{{r van_ban.trich_yeu }}", 0, ["van_ban.trich_yeu"], "van_ban.trich_yeu"),
    ("{{ don_vi.ten_dau_trang }}", 0, ["don_vi.ten_dau_trang"], "don_vi.ten"),
    ("{{ noi.dau }}", 0, ["kinh_gui[].ten", "kinh_gui[].dau"], "kinh_gui[1]"),
    ("{{ noi.dau }}", 1, ["noi_nhan[].ten", "noi_nhan[].dau"], "noi_nhan[1]"),
    ("{{r khoi.chu }}", 0, ["noi_dung[].chu"], 'chi_tieu.ket_qua."1.6".noi_dung'),
    ("{{r ket_thuc }}", 0, ["ket_thuc"], "ket_thuc"),
    ("{{r pl.tieu_de }}", 0, ["phu_luc[].tieu_de"], "phu_luc[1].tieu_de"),
    ("{{ pl.kem_theo }}", 0, ["phu_luc[].kem_theo"], "phu_luc[1].tieu_de"),
]


@pytest.mark.parametrize(("tag", "nth", "paths", "path"), CASES)
def test_the_paragraph_the_path_and_the_line_of_the_data_are_named(
    tag: str, nth: int, paths: list[str], path: str, folder_of_faults: Office
) -> None:
    data = edited(spoiled(tag, nth))
    (finding,) = refused(folder_of_faults, data)
    assert finding.rule == "MB103"
    assert place_of(finding) == ("word/document.xml", number_of(SHIPPED, tag, nth))
    assert finding.problem.endswith(f" Đoạn này in {', '.join(f'«{each}»' for each in paths)}.")
    assert [place.path for place in finding.related if isinstance(place, DataPlace)] == [path]
    assert all(place.file.endswith("vi_du.yaml") for place in finding.related)


def test_the_check_of_a_template_names_them_too(folder_of_faults: Office) -> None:
    data = edited(spoiled("{{r pl.tieu_de }}"))
    (finding,) = (each for each in folder_of_faults.told(data) if each.rule == "MB103")
    assert "«phu_luc[].tieu_de»" in finding.problem


@pytest.mark.parametrize(
    ("tag", "paths", "path"),
    [
        ("{{r van_ban.trich_yeu }}", "«van_ban.trich_yeu»", "van_ban.trich_yeu"),
        ("Kính gửi: {{", "«kinh_gui[].ten», «kinh_gui[].dau»", "kinh_gui[1]"),
        ("{{ nhan.ten }}", "«noi_nhan[].gom[].ten», «noi_nhan[].gom[].dau»", "noi_nhan[1]"),
        ("{{r pl.tieu_de }}", "«phu_luc[].tieu_de»", "phu_luc[1].tieu_de"),
    ],
)
def test_a_fault_that_knows_no_data_is_told_with_what_its_paragraph_prints(
    tag: str, paths: str, path: str, folder_of_faults: Office
) -> None:
    office = folder_of_faults
    office.template.write_bytes(SHIPPED)
    report, _ = read_data(office.kind / "vi_du.yaml", Templates(office.here / "templates"), office.here)
    assert report is not None
    place = DocxPlace(str(office.template.relative_to(office.here)), "word/document.xml", number_of(SHIPPED, tag))
    torn = Finding(NOT_WORD, Severity.ERROR, place, "Thẻ mở và thẻ đóng lệch nhau.", "Sửa thẻ.")
    (finding,) = with_data([torn], report, office.here)
    assert finding.problem == f"Thẻ mở và thẻ đóng lệch nhau. Đoạn này in {paths}."
    assert [each.path for each in finding.related if isinstance(each, DataPlace)] == [path]


def test_a_fault_of_a_template_that_is_gone_is_told_as_it_was(folder_of_faults: Office) -> None:
    office = folder_of_faults
    report, _ = read_data(office.kind / "vi_du.yaml", Templates(office.here / "templates"), office.here)
    assert report is not None
    fault = Finding(NOT_WORD, Severity.ERROR, DocxPlace("khong-co.docx", "word/document.xml", 1), "Hỏng.", "Sửa thẻ.")
    assert with_data([fault], report, office.here) == [fault]


def test_the_words_quoted_are_those_of_the_template(folder_of_faults: Office) -> None:
    (finding,) = refused(folder_of_faults, edited(spoiled("{{r ket_thuc }}")))
    assert "«{{r ket_thuc - 1 }} ./.»" in str(finding.place)
