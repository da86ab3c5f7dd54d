"""``cds-gen template``: which rules are asked, what a copied kind still says, what it is held against."""

from __future__ import annotations

import json
from typing import Any

import pytest

TEMPLATE = "templates/docx/bao_cao/mau.docx"


@pytest.fixture
def faulty(office: Any) -> Any:
    """An office whose template has a warning of the tags and an error of the form."""
    from test_cli_template import edit

    edit(office, lambda text: text.replace("{{r van_ban.trich_yeu }}", "{{ van_ban.trich_yeu }}"))
    edit(office, lambda text: text.replace("Độc lập - Tự do - Hạnh phúc", "Độc lập, Tự do, Hạnh phúc"))
    return office


def found(done: Any) -> set[str]:
    return {each["luat"] for each in json.loads(done.out)["phat_hien"]}


def checked(office: Any, *options: str) -> Any:
    return office.run("template", "check", "bao_cao", "--format", "json", *options)


def test_only_selected_rules_are_asked(faulty: Any) -> None:
    every = found(checked(faulty))
    assert {"MB206"} < every
    assert found(checked(faulty, "--select", "MB")) == {"MB206"}
    assert found(checked(faulty, "--select", "TT")) == {each for each in every if each.startswith("TT")}
    assert found(checked(faulty, "--select", "MB201")) == set()


def test_ignored_rules_are_not_asked(faulty: Any) -> None:
    assert "MB206" not in found(checked(faulty, "--ignore", "MB206"))
    assert found(checked(faulty, "--ignore", "MB", "--ignore", "TT")) == set()


def test_the_exit_status_follows_what_was_asked(faulty: Any) -> None:
    assert checked(faulty, "--select", "MB201").status == 0
    assert checked(faulty, "--select", "MB206").status == 1


def test_without_rules_of_form_there_is_no_certificate_of_it(faulty: Any) -> None:
    done = faulty.run("template", "check", "bao_cao", "--select", "MB206")
    assert "Dựng thử bằng templates/docx/bao_cao/vi_du.yaml.\n" in done.out


@pytest.mark.parametrize(
    ("option", "rule", "words"),
    [
        ("--select", "XX1", "Không có luật nào mang mã «XX1»"),
        ("--ignore", "MB999", "Không có luật nào mang mã «MB999»"),
        ("--select", "DL507", "Luật «DL507» không xét mẫu Word; lệnh này xét những luật MB và TT."),
    ],
)
def test_a_rule_that_cannot_be_asked_is_refused(option: str, rule: str, words: str, office: Any) -> None:
    done = office.run("template", "check", "bao_cao", option, rule)
    assert done.status == 2
    assert words in done.err


def test_a_rule_over_templates_is_not_asked_of_other_files(office: Any) -> None:
    done = office.run("check", TEMPLATE, "--select", "MB203")
    assert done.status == 2
    assert "Luật «MB203» xét mẫu Word: dùng lệnh «cds-gen template check»." in done.err


def test_the_trial_is_held_against_the_house_style_as_a_build_is(office: Any) -> None:
    assert checked(office, "--select", "TT6").status == 0
    style = office.folder / "templates" / "quy_cach.yaml"
    style.write_text("co_chu: {noi_dung: 13}\n", "utf-8")
    assert "TT602" in found(checked(office))


def test_an_example_at_odds_with_its_kind_is_told(office: Any) -> None:
    kind = office.folder / "templates" / "docx" / "bao_cao" / "mo_ta.yaml"
    kind.write_text(kind.read_text("utf-8") + "phai_co: [Thành phần tham dự]\n", "utf-8")
    done = checked(office)
    assert (done.status, found(done)) == (1, {"DL521"} | found(done))


def test_what_a_copied_kind_still_says_of_the_old_one_is_told_line_by_line(office: Any) -> None:
    done = office.run("template", "new", "ban_tin", "--from", "bao_cao")
    folder = office.folder / "templates" / "docx" / "ban_tin"
    assert "Còn nói «Báo cáo», «BC»; loại mới khác thì sửa ở:\n" in done.out
    lines = (folder / "mo_ta.yaml").read_text("utf-8").splitlines()
    (told,) = (line for line in done.out.splitlines() if line.startswith("    mo_ta.yaml: dòng "))
    numbers = [int(each) for each in told.removeprefix("    mo_ta.yaml: dòng ").split(", ")]
    assert numbers == [n for n, line in enumerate(lines, start=1) if "báo cáo" in line.casefold() or "BC" in line]
    assert "«ban_tin»" in lines[1]


def test_a_copied_kind_is_held_against_the_one_it_came_from(office: Any) -> None:
    from test_cli_template import edit

    office.run("template", "new", "ban_tin", "--from", "bao_cao")
    edit(office, lambda text: text.replace("Kính gửi:", "Kính trình:"))
    done = office.run("template", "diff", "ban_tin", "--from", "bao_cao")
    assert done.status == 1
    assert "thành «Kính gửi:" in done.out
    assert office.run("template", "diff", "ban_tin", "--from", "templates/docx/ban_tin/mau.docx").status == 0
    assert office.run("template", "diff", "--from", "bao_cao").status == 2


def test_the_names_of_a_file_can_be_listed(office: Any) -> None:
    done = office.run("template", "vars", TEMPLATE)
    assert (done.status, done.out) == (0, office.run("template", "vars", "bao_cao").out)
