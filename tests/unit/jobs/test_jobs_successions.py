"""The table of successions is the office's own where it has one, and the program's where it has none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import Refused
from generator.jobs import successions
from generator.jobs.build import make
from generator.jobs.check_format import Choice, judge_form
from generator.jobs.init import lay_out
from generator.jobs.own_cache import cache_folder
from generator.jobs.successions import shipped_successions, successions_for

OWN = """\
dot:
  - ten: Sắp xếp cấp xã
    tu: 01/7/2025
    can_cu: [{so: 12/NQ-HĐND, ngay: 16/6/2025, trich_yeu: về việc sắp xếp}]
    doi:
      - {cu: [xã A], moi: xã B}
"""


@pytest.fixture
def own_table(tmp_path: Path) -> Path:
    (tmp_path / "templates" / "docx").mkdir(parents=True)
    return tmp_path / "templates" / "thay_doi.yaml"


@pytest.mark.usefixtures("own_table")
def test_an_office_without_a_table_has_the_shipped_one(tmp_path: Path) -> None:
    assert successions_for(tmp_path / "inputs" / "xa.yaml", tmp_path) is shipped_successions()


def test_the_table_of_the_office_is_read_anew_when_it_changes(own_table: Path, tmp_path: Path) -> None:
    own_table.write_text(OWN, "utf-8")
    first = successions_for(tmp_path / "inputs" / "xa.yaml", tmp_path)
    assert [entry.moi for entry in first.thay_doi] == ["xã B"]
    assert successions_for(tmp_path / "khac.docx", tmp_path) is first
    own_table.write_text(OWN.replace("xã B", "phường Bến"), "utf-8")
    assert [entry.moi for entry in successions_for(tmp_path / "xa.yaml", tmp_path).thay_doi] == ["phường Bến"]


def test_a_faulty_table_is_refused_under_its_own_name(own_table: Path, tmp_path: Path) -> None:
    own_table.write_text(OWN.replace("moi", "thay"), "utf-8")
    with pytest.raises(Refused) as refused:
        successions_for(tmp_path / "xa.yaml", tmp_path)
    assert {finding.place.file for finding in refused.value.findings} == {"templates/thay_doi.yaml"}


def test_a_letterhead_is_judged_in_the_data_and_in_the_word_file(tmp_path: Path) -> None:
    lay_out(tmp_path)
    path = tmp_path / "inputs" / "hoangkim.yaml"
    path.write_text(path.read_text("utf-8").replace("ngay: 12/2023", "ngay: 12/2026"), "utf-8")
    data, checked = make(path, tmp_path)
    document = judge_form(data, "hoangkim.docx", Choice(select=("DL714",), figures=True))
    for findings in (checked.findings, document.findings):
        problems = [finding.problem for finding in findings if finding.rule == "DL714"]
        assert any(problem.startswith("«UBND huyện Hoàng Hóa» thôi dùng từ ngày 01/7/2025") for problem in problems)


def test_a_table_is_read_once_and_then_kept_between_runs(
    own_table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_table.write_text(OWN, "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    file = tmp_path / "inputs" / "xa.yaml"
    first = successions_for(file, tmp_path)
    os.utime(own_table, (1, 1))  # a new process would ask again as well
    with monkeypatch.context() as patched:
        patched.setattr(successions, "load_successions", lambda *_: pytest.fail("read again"))
        assert successions_for(file, tmp_path).thay_doi == first.thay_doi
    for kept in cache_folder().iterdir():
        kept.write_bytes(kept.read_bytes()[:100])
    os.utime(own_table, (2, 2))
    assert successions_for(file, tmp_path).thay_doi == first.thay_doi
