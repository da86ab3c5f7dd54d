"""Figures, citations and words on the command line: ``check *.yaml``, ``check *.docx --figures``, ``--strict``."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

WRONG_RATE = "Có 2/3 trường thu học phí không dùng tiền mặt, đạt tỷ lệ 69%."
DOUBLED = "Đã triển khai các các phương án bảo đảm an toàn."
OLD_STYLE = "Nhà văn hoá của thôn văn hóa có wifi."
RIGHT = "2/3 là 67%."


def with_line(office: Any, *lines: str) -> None:
    """The smallest report with these lines in its body."""
    assert "      - Cấp thêm kinh phí.\n" in office.report
    added = "".join(f"      - {line}\n" for line in ("Cấp thêm kinh phí.", *lines))
    office.write("inputs/xa.yaml", office.report.replace("      - Cấp thêm kinh phí.\n", added))


def found(printed: str) -> list[str]:
    """The ids of the findings that were printed, in order."""
    return re.findall(r"(?:LỖI|CẢNH BÁO|GỢI Ý) (\w+)$", printed, re.MULTILINE)


class TestDataFiles:
    def test_a_clean_file(self, office):
        outcome = office.run("check", "inputs/xa.yaml")
        assert (outcome.status, outcome.err) == (0, "")
        told, certificate = outcome.out.splitlines()
        assert told == "inputs/xa.yaml: không có phát hiện nào"
        assert re.fullmatch(r"    Số liệu: (\d+) luật, \1 đạt, 0 không đạt, 0 không đánh giá", certificate)

    def test_a_file_is_looked_for_where_build_looks(self, office):
        assert office.run("check", "xa.yaml").out == office.run("check", "inputs/xa.yaml").out

    def test_a_warning_is_told_with_its_line_and_nothing_is_built(self, office):
        with_line(office, WRONG_RATE)
        line = (office.folder / "inputs/xa.yaml").read_text("utf-8").splitlines().index(f"      - {WRONG_RATE}") + 1
        before = office.files()
        outcome = office.run("check", "inputs/xa.yaml")
        assert (outcome.status, outcome.err) == (1, "")
        place, problem, fix, count, _ = outcome.out.splitlines()
        assert place == f"inputs/xa.yaml:{line}:9 (noi_dung[2].gom[2]): CẢNH BÁO SL201"
        assert problem.endswith(RIGHT)
        assert fix.startswith("    Cách sửa: ")
        assert count == "inputs/xa.yaml: 1 cảnh báo"
        assert office.files() == before

    def test_rules_over_the_data_are_asked_too(self, office):
        office.write("inputs/xa.yaml", office.report.replace("loc: {loai: Quyết định}", "loc: {loai: Chỉ thị}"))
        assert found(office.run("check", "inputs/xa.yaml").out) == ["DL506"]

    def test_a_hint_is_shown_on_demand_and_is_no_fault(self, office):
        with_line(office, OLD_STYLE)
        assert office.run("check", "inputs/xa.yaml").status == 0
        assert found(office.run("check", "inputs/xa.yaml").out) == []
        verbose = office.run("check", "inputs/xa.yaml", "--verbose")
        assert found(verbose.out) == ["DL705"]
        assert "    đạt: DL501, " in verbose.out

    def test_what_cannot_be_read_is_refused(self, office):
        office.write("inputs/xa.yaml", office.report.replace("tu: 421", "tu: 4z1"))
        outcome = office.run("check", "inputs/xa.yaml")
        assert outcome.status == 1
        assert found(outcome.out) == ["DL204"]

    def test_select_and_ignore(self, office):
        with_line(office, WRONG_RATE, DOUBLED)
        assert found(office.run("check", "inputs/xa.yaml").out) == ["SL201", "DL706"]
        assert found(office.run("check", "inputs/xa.yaml", "--select", "DL7").out) == ["DL706"]
        ignored = office.run("check", "inputs/xa.yaml", "--ignore", "DL706", "--ignore", "SL2")
        assert (ignored.status, found(ignored.out)) == (0, [])

    def test_json_and_sarif(self, office):
        with_line(office, WRONG_RATE)
        told = json.loads(office.run("check", "inputs/xa.yaml", "--format", "json").out)
        assert told["tom_tat"]["inputs/xa.yaml"]["khong_dat"] == ["SL201"]
        (finding,) = told["phat_hien"]
        assert (finding["luat"], finding["muc"], finding["cho"]["muc"]) == ("SL201", "warning", "noi_dung[2].gom[2]")
        (run,) = json.loads(office.run("check", "inputs/xa.yaml", "--format", "sarif").out)["runs"]
        (result,) = run["results"]
        assert result["ruleId"] in {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == finding["cho"]["dong"]

    def test_data_and_word_files_together(self, office):
        office.run("build", "xa")
        with_line(office, WRONG_RATE)
        outcome = office.run("check", "inputs/xa.yaml", "outputs/xa.docx")
        assert outcome.status == 1
        assert "inputs/xa.yaml: 1 cảnh báo\n    Số liệu: " in outcome.out
        assert re.search(r"^outputs/xa\.docx: .+\n    Thể thức: ", outcome.out, re.MULTILINE)

    def test_a_file_that_is_not_there_does_not_keep_the_others_from_being_checked(self, office):
        with_line(office, WRONG_RATE)
        outcome = office.run("check", "khong_co.yaml", "inputs/xa.yaml")
        assert (outcome.status, found(outcome.out)) == (3, ["SL201"])
        assert "Không tìm thấy tệp dữ liệu «khong_co.yaml»." in outcome.err

    def test_no_comments_are_put_into_a_data_file(self, office):
        outcome = office.run("check", "inputs/xa.yaml", "--annotate", "ghi_chu.docx")
        assert (outcome.status, outcome.out) == (2, "")
        assert "Tùy chọn '--annotate' chỉ dùng khi kiểm tra một tệp Word." in outcome.err


class TestWordFiles:
    @pytest.fixture
    def built(self, office):
        with_line(office, WRONG_RATE, DOUBLED)
        office.run("build", "xa")
        return office

    def test_form_alone_unless_figures_are_asked_for(self, built):
        outcome = built.run("check", "outputs/xa.docx")
        assert (outcome.status, found(outcome.out)) == (0, [])
        assert "    Thể thức: " in outcome.out

    def test_figures(self, built):
        outcome = built.run("check", "outputs/xa.docx", "--figures")
        assert (outcome.status, outcome.err) == (1, "")
        assert found(outcome.out) == ["SL201", "DL706"]
        assert f"«{WRONG_RATE}»: CẢNH BÁO SL201\n" in outcome.out
        assert f"{RIGHT}\n    Cách sửa: " in outcome.out
        assert "    Thể thức và số liệu: " in outcome.out

    def test_figures_are_no_matter_of_the_law_alone(self, built):
        assert found(built.run("check", "outputs/xa.docx", "--figures", "--profile", "law").out) == ["SL201", "DL706"]

    def test_select(self, built):
        outcome = built.run("check", "outputs/xa.docx", "--figures", "--select", "SL")
        assert found(outcome.out) == ["SL201"]
        assert "    Số liệu: " in outcome.out

    def test_findings_become_comments_of_word(self, built):
        outcome = built.run("check", "outputs/xa.docx", "--figures", "--annotate", "ghi_chu.docx")
        assert outcome.status == 1
        assert (built.folder / "ghi_chu.docx").is_file()

    def test_strict_writes_nothing_beside_a_warning(self, built):
        outcome = built.run("check", "outputs/xa.docx", "--figures", "--strict", "--annotate", "ghi_chu.docx")
        assert (outcome.status, found(outcome.out)) == (1, ["SL201", "DL706"])
        assert not (built.folder / "ghi_chu.docx").exists()
        clean = built.run("check", "outputs/xa.docx", "--strict", "--annotate", "ghi_chu.docx")
        assert clean.status == 0
        assert (built.folder / "ghi_chu.docx").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("outputs/xa.docx", "--select", "SL201"), "xét số liệu, văn bản viện dẫn và chữ: thêm «--figures»."),
        (("outputs/xa.docx", "--select", "DL501"), "xét trên tệp dữ liệu: nêu một tệp .yaml."),
        (("inputs/xa.yaml", "--select", "TT2"), "xét trên tệp Word: nêu một tệp .docx."),
        (("outputs/xa.docx", "--select", "TT601"), "xét theo quy cách của cơ quan: thêm «--profile house»."),
    ],
)
def test_a_rule_that_is_not_asked_cannot_be_chosen(office, arguments, said):
    outcome = office.run("check", *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert f"Luật «{arguments[-1]}» {said}" in outcome.err


class TestBuild:
    def test_warnings_are_told_and_the_report_is_built(self, office):
        with_line(office, WRONG_RATE)
        outcome = office.run("build", "xa")
        assert outcome.status == 0
        assert found(outcome.err) == ["SL201"]
        assert "    Kiểm tra: 1 cảnh báo\n" in outcome.out
        assert (office.folder / "outputs/xa.docx").is_file()

    def test_hints_are_told_with_verbose(self, office):
        with_line(office, OLD_STYLE)
        assert found(office.run("build", "xa").err) == []
        assert "DL705" in found(office.run("build", "xa", "--verbose").err)

    def test_strict_refuses_a_warning_and_writes_nothing(self, office):
        with_line(office, WRONG_RATE)
        before = office.files()
        outcome = office.run("build", "xa", "--strict")
        assert (outcome.status, outcome.out) == (1, "")
        assert found(outcome.err) == ["SL201"]
        assert outcome.err.endswith("Không dựng được: 1 cảnh báo.\n")
        assert office.files() == before

    def test_strict_lets_hints_be(self, office):
        with_line(office, OLD_STYLE)
        assert office.run("build", "xa", "--strict").status == 0

    def test_strict_refuses_one_file_and_builds_the_other(self, office):
        office.write("inputs/xa2.yaml", office.report)
        with_line(office, WRONG_RATE)
        outcome = office.run("build", "xa", "xa2", "--strict")
        assert outcome.status == 1
        assert not (office.folder / "outputs/xa.docx").exists()
        assert (office.folder / "outputs/xa2.docx").is_file()
