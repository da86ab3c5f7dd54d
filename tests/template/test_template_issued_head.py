"""The head of a text that a decision issues: a name rubbed out of it is told, though the other head prints it too."""

from __future__ import annotations

from pathlib import Path

import pytest
from secretary_edits import ROOT

from generator.errors import Refused
from generator.findings import DataPlace, Finding, Severity
from generator.jobs.build import make
from generator.jobs.check_template import check_file
from generator.jobs.lost_words import NO_PLACE
from generator.jobs.template_store import prepared_template
from generator.word.package import DOCUMENT, Member, read_parts, write_package
from generator.word.render import compile_template

KIND = ROOT / "templates" / "docx" / "quyet_dinh"
HEAD = "pl.ban_hanh.don_vi"
WORDS = {"cap_tren": ("cap_tren", "UBND huyện Thạch An"), "ten_dau_trang": ("ten", "Ủy ban nhân dân xã Xuân Lộc")}


def changed(old: str, new: str) -> bytes:
    """The template of a decision with something else in place of some text."""
    parts = read_parts((KIND / "mau.docx").read_bytes())
    text = parts[DOCUMENT].decode()
    assert old in text
    parts = {**parts, DOCUMENT: text.replace(old, new).encode()}
    return write_package(Member.of(name, content) for name, content in parts.items())


def told(data: bytes, path: Path) -> list[Finding]:
    prepared, _ = prepared_template(data, "mau.docx")
    assert prepared is not None
    try:
        return list(make(path, ROOT, template=compile_template(prepared))[1].findings)
    except Refused as refused:
        return list(refused.findings)


@pytest.fixture
def regulation(tmp_path: Path) -> Path:
    """A decision of a body with a superior, which issues a regulation."""
    path, text = tmp_path / "quy_che.yaml", (KIND / "vi_du_quy_che.yaml").read_text("utf-8")
    path.write_text(text.replace("don_vi:\n", "don_vi:\n  cap_tren: UBND huyện Thạch An\n"), "utf-8")
    return path


@pytest.mark.parametrize("tag", WORDS)
def test_a_name_rubbed_out_of_the_second_head_is_told(tag: str, regulation: Path) -> None:
    (found,) = told(changed(f"{{{{ {HEAD}.{tag} }}}}", ""), regulation)
    key, words = WORDS[tag]
    assert (found.rule, found.severity) == (NO_PLACE, Severity.ERROR)
    assert f"«phu_luc[].ban_hanh.don_vi.{key}»" in found.problem
    assert f"«{words}»" in found.problem
    (place,) = found.related
    assert isinstance(place, DataPlace)
    assert "Ủy ban nhân dân xã Xuân Lộc" in regulation.read_text("utf-8").splitlines()[place.line - 1]


def test_a_decision_without_such_a_text_does_not_miss_it() -> None:
    assert told(changed(f"{{{{ {HEAD}.ten_dau_trang }}}}", ""), KIND / "vi_du.yaml") == []


def test_another_form_of_the_name_will_do(regulation: Path) -> None:
    assert told(changed(f"{HEAD}.ten_dau_trang", f"{HEAD}.ten"), regulation) == []


def test_the_name_in_the_head_of_the_decision_is_not_that_of_the_text(regulation: Path) -> None:
    (found,) = told(changed(f"{HEAD}.ten_dau_trang", "don_vi.ten_dau_trang"), regulation)
    assert found.rule == NO_PLACE


def test_checking_the_template_tells_it_too(tmp_path: Path) -> None:
    for name in ("mo_ta.yaml", "vi_du.yaml"):
        (tmp_path / name).write_bytes((KIND / name).read_bytes())
    (tmp_path / "mau.docx").write_bytes(changed(f"{{{{ {HEAD}.ten_dau_trang }}}}", ""))
    found = [each for each in check_file(tmp_path / "mau.docx", ROOT).findings if each.severity is not Severity.HINT]
    assert [each.rule for each in found] == ["MB202"]
    assert "«phu_luc[].ban_hanh.don_vi.ten»" in found[0].problem
