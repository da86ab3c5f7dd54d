"""``cds-gen check TỆP.yaml --fix``: what an officer sees, what is written, and what is not."""

from __future__ import annotations

import json
import unicodedata

import pytest

SENTENCE = "Đã nối mạng cho 7 trong 8 thôn."
BROKEN = "Đã nối mạng cho 7 trong 8 thôn , đƣợc  dùng."
MENDED = "Đã nối mạng cho 7 trong 8 thôn, được dùng."


@pytest.fixture
def broken(office):
    """An office whose report has three faults to mend in its line 29."""
    text = office.report.replace(f"noi_dung: {SENTENCE}}}", f'noi_dung: "{BROKEN}"}}  # ghi  chú')
    office.write("inputs/xa.yaml", text)
    return office


def data(office) -> str:
    return (office.folder / "inputs" / "xa.yaml").read_text("utf-8")


def test_what_is_certain_is_mended_told_and_then_checked(broken):
    before = data(broken)
    outcome = broken.run("check", "xa.yaml", "--fix")
    assert (outcome.status, outcome.err) == (0, "")
    assert data(broken) == before.replace(BROKEN, MENDED)
    line = before.split("\n").index(next(line for line in before.split("\n") if BROKEN in line)) + 1
    assert outcome.out.startswith(
        f"inputs/xa.yaml:{line}: «đƣợc» → «được» (có chữ «ƣ» do phần mềm quét đọc nhầm chữ «ư»)\n"
        f"inputs/xa.yaml:{line}: «thôn ,» → «thôn,» (dấu cách đứng trước dấu câu)\n"
        f"inputs/xa.yaml:{line}: «được  dùng.» → «được dùng.» (nhiều dấu cách liền nhau)\n"
        "inputs/xa.yaml: đã sửa 3 chỗ\n"
        "inputs/xa.yaml: không có phát hiện nào\n"
    )


def test_mending_again_writes_nothing(broken):
    broken.run("check", "xa.yaml", "--fix")
    before = broken.files()
    outcome = broken.run("check", "xa.yaml", "--fix")
    assert outcome.out.startswith("inputs/xa.yaml: không có chỗ nào máy tự sửa được\n")
    assert broken.files() == before


def test_a_look_before_prints_a_diff_and_writes_nothing(broken):
    before = broken.files()
    outcome = broken.run("check", "xa.yaml", "--fix", "--diff")
    assert (outcome.status, outcome.err) == (1, "")
    assert outcome.out.startswith("--- inputs/xa.yaml\n+++ inputs/xa.yaml (sau khi sửa)\n@@")
    assert [line[0] for line in outcome.out.split("\n") if BROKEN in line or MENDED in line] == ["-", "+"]
    assert broken.files() == before
    broken.write("inputs/xa.yaml", broken.report)
    outcome = broken.run("check", "xa.yaml", "--fix", "--diff")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")


def test_what_is_left_is_told_by_the_check(broken):
    text = data(broken).replace(BROKEN, f"{BROKEN} Các các thôn.")
    broken.write("inputs/xa.yaml", text)
    outcome = broken.run("check", "xa.yaml", "--fix")
    assert outcome.status == 1
    assert "CẢNH BÁO DL706" in outcome.out
    assert MENDED in data(broken)


def test_for_programs_the_changes_are_told_beside_the_result(broken):
    outcome = broken.run("check", "xa.yaml", "--fix", "--format", "json")
    assert outcome.status == 0
    assert "đã sửa 3 chỗ" in outcome.err
    json.loads(outcome.out)


def test_only_the_rules_asked_are_mended(broken):
    broken.run("check", "xa.yaml", "--fix", "--select", "DL701")
    assert "thôn , được  dùng." in data(broken)


def test_a_file_that_is_no_yaml_is_refused_and_stays(broken):
    broken.write("inputs/xa.yaml", "a: [đƣợc\n")
    outcome = broken.run("check", "xa.yaml", "--fix")
    assert outcome.status == 1
    assert "LỖI DL102" in outcome.out
    assert data(broken) == "a: [đƣợc\n"


def test_a_report_with_errors_is_mended_all_the_same(broken):
    broken.write("inputs/xa.yaml", data(broken).replace("ngay: 05/12/2023", "ngay: hôm qua"))
    outcome = broken.run("check", "xa.yaml", "--fix")
    assert outcome.status == 1
    assert "LỖI DL204" in outcome.out
    assert MENDED in data(broken)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("a.docx", "--fix"), "«a.docx» thì sửa bằng Word"),
        (("xa.yaml", "a.docx", "--fix"), "«a.docx» thì sửa bằng Word"),
        (("xa.yaml", "--diff"), "chỉ dùng cùng '--fix'"),
    ],
)
def test_what_cannot_be_asked(broken, arguments, told):
    before = broken.files()
    outcome = broken.run("check", *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert told in outcome.err
    assert broken.files() == before


def test_letters_and_marks_apart_are_told_once_with_the_command_that_mends_them(broken):
    loose = unicodedata.normalize("NFD", "Đã nối mạng cho 7 trong 8 thôn.")
    broken.write("inputs/xa.yaml", broken.report.replace(SENTENCE, loose))
    outcome = broken.run("check", "xa.yaml")
    assert outcome.status == 1
    assert outcome.out.count("DL702\n") == 1
    assert "«Đã» viết bằng chữ và dấu rời nhau (cả tệp có 4 từ như vậy)" in outcome.out
    assert "Chạy «cds-gen check inputs/xa.yaml --fix»" in outcome.out
    assert broken.run("check", "xa.yaml", "--fix").status == 0
    assert data(broken) == broken.report


def test_a_remark_keeps_letters_and_marks_apart(broken):
    loose = unicodedata.normalize("NFD", SENTENCE)
    text = broken.report.replace(f"noi_dung: {SENTENCE}}}", f"noi_dung: {loose}}}  # cds: bỏ qua DL702 vì chép nguyên")
    assert loose in text
    broken.write("inputs/xa.yaml", text)
    assert broken.run("check", "xa.yaml").status == 0


def test_the_ending_of_a_data_file_may_be_left_out(broken):
    with_ending = broken.run("check", "xa.yaml")
    assert broken.run("check", "xa") == with_ending
    assert broken.run("check", "inputs/xa") == with_ending
    assert broken.run("check", "xa", "--fix").status == 0
    assert broken.run("check", "khong_co").status == 3


def test_what_stands_in_a_block_is_told_to_the_column(broken):
    text = broken.report
    at = text.index("noi_dung:\n") + len("noi_dung:\n")
    broken.write("inputs/xa.yaml", f"{text[:at]}  - |\n    Câu đầu.\n    Đạt 34/42 hộ (85%).\n{text[at:]}")
    line = text[:at].count("\n") + 3
    assert f"inputs/xa.yaml:{line}:9 (noi_dung[1]): CẢNH BÁO SL201\n" in broken.run("check", "xa").out
