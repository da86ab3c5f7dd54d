"""A build tells which words of this very data file its template would lose, and of no others."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from secretary_edits import ROOT, Office, refused

from generator.findings import DataPlace, FilePlace, Finding, Severity
from generator.jobs.batch.work import Order, work
from generator.jobs.build import make
from generator.word.package import DOCUMENT, Member, read_parts, write_package

SHIPPED = ROOT / "templates" / "docx" / "bao_cao" / "mau.docx"


def with_tag(tag: str, new: str, nth: int = 0) -> bytes:
    """The template with another tag in place of the n-th of these."""
    parts = read_parts(SHIPPED.read_bytes())
    pieces = parts[DOCUMENT].decode().split(tag)
    assert nth + 1 < len(pieces)
    text = tag.join(pieces[: nth + 1]) + new + tag.join(pieces[nth + 1 :])
    return write_package(Member.of(name, text.encode() if name == DOCUMENT else part) for name, part in parts.items())


def told(office: Office, data: bytes) -> list[Finding]:
    """What a build tells of its template when nothing is refused."""
    office.template.write_bytes(data)
    _, checked = make(office.kind / "vi_du.yaml", office.here)
    return [each for each in checked.findings if each.rule == "MB105"]


def test_lost_words_are_named_with_both_ends(office: Office) -> None:
    (fault,) = refused(office, with_tag("{{ nguoi_ky.ho_ten }}", "", 1))
    assert fault.severity is Severity.ERROR
    when = "khi điều kiện «{%p if nguoi_ky.chuc_vu_khac %}» không đúng"
    assert f"«nguoi_ky.ho_ten» (họ và tên người ký) {when}" in fault.problem
    (place,) = fault.related
    assert isinstance(place, DataPlace)
    lines = (office.kind / "vi_du.yaml").read_text("utf-8").splitlines()
    assert "ho_ten" in lines[place.line - 1]


def test_a_branch_that_these_data_never_take_is_not_told(office: Office) -> None:
    data = with_tag("{{ nguoi_ky.ho_ten }}", "", 0)
    assert told(office, data) == []
    assert "MB202" in {each.rule for each in office.told(data)}


def test_words_that_the_data_do_not_give_are_not_lost(office: Office) -> None:
    assert told(office, with_tag("{{ nguoi_ky.chuc_vu_khac }}", "")) == []


def test_a_lost_mark_of_punctuation_only_warns(office: Office) -> None:
    (warning,) = told(office, with_tag("{{ noi.dau }}", "", 1))
    assert warning.severity is Severity.WARNING
    assert "«;», «.» sẽ mất" in warning.problem


@pytest.mark.parametrize("new", ["{{ van_ban.so_ky_hieu|upper }}", "{{ van_ban.so_ky_hieu ~ '' }}"])
def test_words_in_another_form_are_not_lost(office: Office, new: str) -> None:
    assert told(office, with_tag("{{ van_ban.so_ky_hieu }}", new)) == []


@pytest.mark.parametrize("new", ["{{ van_ban.so_ky_hieu[:4] }}", "{{ van_ban.so_ky_hieu|length }}"])
def test_part_of_the_words_is_not_enough(office: Office, new: str) -> None:
    (fault,) = refused(office, with_tag("{{ van_ban.so_ky_hieu }}", new))
    assert "van_ban.so_ky_hieu" in fault.problem


def test_words_in_the_properties_of_the_file_are_not_printed(office: Office) -> None:
    parts = read_parts(with_tag("{{r van_ban.trich_yeu }}", ""))
    assert b"van_ban.trich_yeu" in parts["docProps/core.xml"]
    (fault,) = refused(office, write_package(Member.of(*each) for each in parts.items()))
    assert (fault.rule, fault.place) == ("MB105", FilePlace("templates/docx/bao_cao/mau.docx"))


def test_what_the_kind_lacks_but_the_data_hold_is_told(office: Office, tmp_path: Path) -> None:
    here = tmp_path / "xa"
    shutil.copytree(office.here, here)
    kind = here / "templates" / "docx" / "bao_cao"
    shutil.copy(SHIPPED, kind / "mau.docx")
    numbered = (
        (kind / "vi_du.yaml").read_text("utf-8").replace('"I.", "1.", "1.1.", "a)"', '"Điều 1.", "1.", "1.1.", "a)"')
    )
    path = kind / "dieu.yaml"
    path.write_text(numbered, "utf-8")
    found = work(Order(path, tmp_path / "dieu.docx", here)).findings
    assert any(each.rule == "MB105" and "«Điều 1.»" in each.problem for each in found), found


def test_a_batch_tells_the_same(office: Office, tmp_path: Path) -> None:
    alone = refused(office, with_tag("{{ khoi.so }}", "", 3))
    results = [work(Order(office.kind / "vi_du.yaml", tmp_path / name, office.here)) for name in ("a.docx", "b.docx")]
    assert [list(each.findings) for each in results] == [alone, alone]
    assert [each.data for each in results] == [None, None]
