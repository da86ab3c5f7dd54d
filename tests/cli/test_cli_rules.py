"""``cds-gen rules``: the rules that reports are held against, as a list and as pages."""

from __future__ import annotations

import re

import pytest

from generator.rules.form_registry import FORM_RULES

PAGE = """# TT201: Quốc hiệu: đúng chữ, in hoa, đứng, đậm, trên một dòng

- Phần: Thể thức: phần đầu văn bản
- Mức: lỗi
- Căn cứ: Phụ lục I, phần I, mục II.1.a (điều khoản bắt buộc của Nghị định)

Quốc hiệu gõ tay hay thiếu dấu, thiếu chữ mà không ai đọc lại.

Xét bằng lệnh `cds-gen check TỆP.docx --select TT201`.

"""
LINE = re.compile(r"(?P<id>(?:DL|SL|MB|TT)[0-9]{3})  (?P<level>lỗi|cảnh báo|gợi ý) +(?P<title>\S.*)")


def test_the_list_has_a_line_for_every_rule(office):
    outcome = office.run("rules")
    assert (outcome.status, outcome.err) == (0, "")
    found = [LINE.fullmatch(line) for line in outcome.out.splitlines()]
    assert all(found), outcome.out
    ids = [line["id"] for line in found]
    assert len(ids) == len(set(ids))
    assert set(FORM_RULES) <= set(ids)


def test_the_page_of_a_rule(office):
    outcome = office.run("rules", "TT201")
    assert (outcome.status, outcome.out, outcome.err) == (0, PAGE, "")


def test_the_pages_of_several_rules(office):
    outcome = office.run("rules", "TT201", "TT313")
    assert outcome.status == 0
    assert outcome.out.startswith(PAGE)
    assert "\n# TT313: " in outcome.out


@pytest.mark.parametrize("id_", FORM_RULES)
def test_every_rule_of_form_has_a_page_that_names_its_article(office, id_):
    outcome = office.run("rules", id_)
    title, *_ = outcome.out.splitlines()
    assert title == f"# {id_}: {FORM_RULES[id_][0].title}"
    assert f"- Căn cứ: {FORM_RULES[id_][0].source.article}" in outcome.out


def test_a_rule_that_is_not_there(office):
    outcome = office.run("rules", "TT999")
    assert (outcome.status, outcome.out) == (2, "")
    assert "Không có quy tắc «TT999»" in outcome.err


def test_pages_written_into_a_folder(office):
    outcome = office.run("rules", "--doc", "luat")
    written = sorted(path.name for path in (office.folder / "luat").iterdir())
    assert outcome.status == 0
    assert outcome.out == f"luat: {len(written)} trang\n"
    assert sum(name.startswith("TT201") for name in written) == 1
