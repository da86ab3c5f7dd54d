"""Sentences as they are typed: of a report, of a file of which only the tree is known, and what both share."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from data_reports import CATALOGUES, REPORT, ROOT

from generator.data.earlier import against_earlier, earlier_path
from generator.data.loading import load_report
from generator.data.located import read_yaml
from generator.data.model import BaoCao
from generator.data.sentences import sentences_in, sentences_of

INPUTS = ROOT / "inputs"
REAL = ("camthuy", "hoangkim", "vinhloc", "yendinh")
NEXT = REPORT.replace("ky: {nam: 2023}", "ky: {nam: 2024, truoc: {nam: 2023, tep: cu.yaml}}")


def report_of(path: Path) -> BaoCao:
    report, findings = load_report(path, CATALOGUES, path.name)
    assert report is not None, findings
    return report


def copied(folder: Path, now: str, before: str | bytes | None) -> list[tuple[str, int, int]]:
    """What is copied: the sentence, its line, and its line in the file of the period before."""
    (folder / "moi.yaml").write_text(now, "utf-8")
    if before is not None:
        (folder / "cu.yaml").write_bytes(before.encode("utf-8") if isinstance(before, str) else before)
    found = against_earlier(report_of(folder / "moi.yaml"), folder).copied
    return [(each.now.text, each.now.place.line, each.before.line) for each in found]


@pytest.mark.parametrize("name", REAL)
def test_every_sentence_of_a_report_is_found_in_its_file_at_its_line(name: str) -> None:
    path = INPUTS / f"{name}.yaml"
    tree, _ = read_yaml(path.read_bytes(), path.name)
    assert tree is not None
    typed = {(sentence.text, sentence.place.line) for sentence in sentences_in(tree)}
    texts = {text for text, _ in typed}
    told = [each for each in sentences_of(report_of(path)) if not each.place.path.startswith("chi_tieu")]
    assert len(told) > 40
    assert [each for each in told if (each.text, each.place.line) not in typed] == []
    assert [each for each in sentences_of(report_of(path)) if each.text not in texts] == []


def test_sentences_have_their_own_lines_and_no_mark_of_a_list(tmp_path: Path) -> None:
    body = "  - |\n    Câu một. Câu\n    - Câu hai có {{ 1.5 }} số.  Câu ba!\n\n    + Câu bốn\n"
    report = REPORT.replace("  - Một đoạn văn.\n", body)
    (tmp_path / "moi.yaml").write_text(report, "utf-8")
    told = [(each.text, each.place.line) for each in sentences_of(report_of(tmp_path / "moi.yaml"))]
    assert told[1:-1] == [
        ("Câu một.", 14),
        ("Câu", 14),
        ("Câu hai có {{ 1.5 }} số.", 15),
        ("Câu ba!", 15),
        ("Câu bốn", 17),
    ]


def test_what_stands_in_the_file_of_the_period_before_is_told_with_both_places(tmp_path: Path) -> None:
    assert copied(tmp_path, NEXT, f"# ghi chú\n{REPORT}") == [
        ("Kết quả chuyển đổi số", 10, 11),
        ("Một đoạn văn.", 13, 14),
        ("Trên đây là báo cáo", 14, 15),
    ]


def test_a_typed_row_is_one_sentence(tmp_path: Path) -> None:
    table = (
        "phu_luc:\n  - {tieu_de: Máy, bang: tu_nhap, cot: [{cot: a, tieu_de: A}, {cot: b, tieu_de: B}], hang: [[%s]]}\n"
    )
    now, before = NEXT + table % '"3", Máy in', REPORT + table % '"3", Máy scan'
    assert "3 | Máy in" not in [text for text, *_ in copied(tmp_path, now, before)]
    assert "3 | Máy in" in [text for text, *_ in copied(tmp_path, now, REPORT + table % '"3", Máy in')]


@pytest.mark.parametrize("before", [None, b"\xff\xfe\x00", "mau: [", "", "- một danh sách"])
def test_a_file_of_the_period_before_that_is_gone_or_cannot_be_read_is_no_fault(
    tmp_path: Path, before: str | bytes | None
) -> None:
    assert copied(tmp_path, NEXT, before) == []


def test_no_file_outside_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "cu.yaml").write_text(REPORT, "utf-8")
    office = tmp_path / "xa"
    office.mkdir()
    (office / "lien_ket.yaml").symlink_to(tmp_path / "cu.yaml")
    for name in ("../cu.yaml", str(tmp_path / "cu.yaml"), "lien_ket.yaml", ".", "..", "cu.yaml\\0"):
        assert copied(office, NEXT.replace("cu.yaml", f"'{name}'"), None) == []


def test_a_file_elsewhere_in_the_office_is_read(tmp_path: Path) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "2023").mkdir()
    (tmp_path / "2023" / "cu.yaml").write_text(REPORT, "utf-8")
    (tmp_path / "2024" / "moi.yaml").write_text(NEXT.replace("cu.yaml", "../2023/cu.yaml"), "utf-8")
    report = report_of(tmp_path / "2024" / "moi.yaml")
    assert len(against_earlier(report, tmp_path / "2024", tmp_path).copied) == 3
    assert against_earlier(report, tmp_path / "2024").lost == "../2023/cu.yaml"


def test_a_way_out_of_the_office_names_no_file(tmp_path: Path) -> None:
    office = tmp_path / "xa"
    (office / "inputs").mkdir(parents=True)
    (office / "inputs" / "ra_ngoai").symlink_to(tmp_path)
    for name in ("../../cu.yaml", str(tmp_path / "cu.yaml"), "ra_ngoai/cu.yaml", "C:\\cu.yaml", "\0"):
        assert earlier_path(name, office / "inputs", office) is None
    assert earlier_path("..\\cu.yaml", office / "inputs", office) == office / "cu.yaml"


def test_sentences_of_a_shared_base_are_not_copied(tmp_path: Path) -> None:
    (tmp_path / "nen.yaml").write_text("kien_nghi:\n  - Cấp 3 máy.\n", "utf-8")
    based = "ke_thua: [nen.yaml]\n"
    told = [text for text, *_ in copied(tmp_path, based + NEXT, based + REPORT + "kien_nghi:\n  - Cấp 3 máy.\n")]
    assert "Cấp 3 máy." not in told
    assert "Một đoạn văn." in told


def test_long_texts_take_time_in_proportion(tmp_path: Path) -> None:
    line = "    Câu số {} của một đoạn văn dài có nhiều câu. Và câu nữa.\n"

    def taken(count: int) -> float:
        body = "  - |\n" + "".join(line.format(number) for number in range(count))
        start = time.perf_counter()
        found = copied(tmp_path, NEXT.replace("  - Một đoạn văn.\n", body), REPORT.replace("  - Một đoạn văn.\n", body))
        assert len(found) == 2 * count + 2
        return time.perf_counter() - start

    taken(100)
    assert taken(8000) < 20 * max(taken(1000), 0.02)
