"""Remarks to the machine in a data file, as ``build`` and ``check`` heed them."""

from __future__ import annotations

import pytest

SENTENCE = "Đã nối mạng cho 7 trong 8 thôn."
FAULTY = f"{SENTENCE} Các các thôn đều có."


@pytest.fixture
def faulty(office):
    """An office whose report has one warning (DL706), in a value of line 29."""

    def laid(remark: str = "", *, above: str = "") -> None:
        text = office.report.replace(f"noi_dung: {SENTENCE}}}", f'noi_dung: "{FAULTY}"}}{remark}')
        line = '    "1.2":'
        office.write("inputs/xa.yaml", text.replace(line, f"{above}{line}"))

    return laid


def test_without_a_remark_the_warning_is_told(office, faulty):
    faulty()
    outcome = office.run("check", "xa.yaml")
    assert outcome.status == 1
    assert "CẢNH BÁO DL706" in outcome.out


@pytest.mark.parametrize("command", [("check",), ("build", "--strict")])
@pytest.mark.parametrize(
    "laid",
    [
        {"remark": "  # cds: bỏ qua DL706 vì trích nguyên văn"},
        {"above": "    # cds: bỏ qua DL706 vì trích nguyên văn\n"},
    ],
    ids=["behind", "above"],
)
def test_a_remark_passes_over_the_warning_that_it_names(office, faulty, command, laid):
    faulty(**laid)
    outcome = office.run(*command, "xa.yaml")
    assert outcome.status == 0
    assert "DL706" not in outcome.out + outcome.err


def test_a_remark_passes_over_no_other_rule_and_is_told_as_unused(office, faulty):
    faulty("  # cds: bỏ qua DL707 vì trích nguyên văn")
    outcome = office.run("check", "xa.yaml")
    assert outcome.status == 1
    assert "CẢNH BÁO DL706" in outcome.out
    assert "CẢNH BÁO DL804" in outcome.out
    assert "«# cds: bỏ qua DL707» không còn gì để bỏ qua" in outcome.out


@pytest.mark.parametrize("choice", [("--select", "DL8"), ("--ignore", "DL706"), ("--select", "DL804")])
def test_a_rule_that_was_not_asked_does_not_make_its_remark_unused(office, faulty, choice):
    faulty("  # cds: bỏ qua DL706 vì trích nguyên văn")
    outcome = office.run("check", "xa.yaml", *choice)
    assert (outcome.status, outcome.err) == (0, "")
    assert "DL804" not in outcome.out


def test_a_remark_in_a_base_passes_over_what_stands_in_the_base_and_is_never_told_as_unused(office, faulty):
    faulty("  # cds: bỏ qua DL706 vì trích nguyên văn")
    (office.folder / "inputs" / "xa.yaml").rename(office.folder / "inputs" / "nen.yaml")
    office.write("inputs/con.yaml", "ke_thua: [nen.yaml]\nvan_ban: {so: 13}\n")
    assert office.run("check", "con.yaml").status == 0
    office.write("inputs/con.yaml", 'ke_thua: [nen.yaml]\nchi_tieu: {ket_qua: {"1.2": {noi_dung: Đã nối mạng.}}}\n')
    assert office.run("check", "con.yaml").status == 0


@pytest.mark.parametrize(
    ("remark", "told"),
    [
        ("bỏ qua DL706", "chưa nói vì sao bỏ qua"),
        ("bỏ qua DL776 vì đúng", "Có phải ý là «DL706»?"),
        ("bỏ qua DL504 vì đúng", "Luật «DL504» là lỗi nên không bỏ qua được"),
        ("khôngđổi", "máy không hiểu ghi chú này"),
    ],
)
def test_a_remark_that_cannot_be_heeded_stops_the_build(office, faulty, remark, told):
    faulty(f"  # cds: {remark}")
    outcome = office.run("build", "xa")
    assert outcome.status == 1
    assert "LỖI DL803" in outcome.err
    assert told in outcome.err
    assert not (office.folder / "outputs" / "xa.docx").exists()


def test_an_error_is_never_passed_over(office):
    line = '    "1.1": Có'
    wrong = '    "1.1": {chu: Có, danh_gia: Đạt}  # cds: bỏ qua DL706 vì đúng'
    office.write("inputs/xa.yaml", office.report.replace(line, wrong))
    outcome = office.run("build", "xa")
    assert outcome.status == 1
    assert "LỖI DL504" in outcome.err


def test_a_sentence_that_nobody_has_read_again_stops_the_build_at_its_line(office):
    text = office.report.replace("  - muc: Kiến nghị", "  # cds: xem lại: còn «năm 2022»\n  - muc: Kiến nghị")
    office.write("inputs/xa.yaml", text)
    outcome = office.run("build", "xa")
    assert outcome.status == 1
    line = text.split("\n").index("  - muc: Kiến nghị") + 1
    assert f"inputs/xa.yaml:{line}:5 (noi_dung[2]): LỖI DL802" in outcome.err
    assert "còn «năm 2022»" in outcome.err
    assert "«Kiến nghị»" in outcome.err


def test_a_value_confirmed_as_unchanged_needs_no_other_word(office):
    text = office.report.replace("{gia_tri: 21, don_vi: máy}", "{gia_tri: 21, don_vi: máy}  # cds: không đổi")
    office.write("inputs/xa.yaml", text)
    outcome = office.run("build", "xa")
    assert outcome.status == 0
    assert "DL803" not in outcome.err


@pytest.mark.parametrize("rule", ["DL801", "DL802", "DL803", "DL804"])
def test_the_rules_of_remarks_have_pages(office, rule):
    outcome = office.run("rules", rule)
    assert outcome.status == 0
    assert outcome.out.startswith(f"# {rule}: ")
    assert "- Phần: Chỗ để ngỏ, ghi chú cho máy" in outcome.out
