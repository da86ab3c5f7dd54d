"""What templates may print is declared once: the types behind the tags tell it, and the page is made from them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.jobs.template_vars import sheet, variables_of
from generator.jobs.view import body
from generator.jobs.view.printed import KINDS
from generator.jobs.view.vocabulary import undeclared, vocabulary
from generator.rules.template.vocabulary import Form

ROOT = Path(__file__).parents[2]
KIND = "bao_cao"


def test_the_committed_page_is_what_is_made() -> None:
    made = sheet(variables_of(ROOT / "templates" / "docx" / KIND / "mau.docx", ROOT), KIND)
    same = (ROOT / "docs" / "the-mau.md").read_text("utf-8") == made
    assert same, f"khai báo hoặc mẫu đã đổi, chạy ở gốc kho: cds-gen template vars {KIND} --doc docs/the-mau.md"


def test_every_name_behind_the_tags_is_told_or_marked_as_untold() -> None:
    assert undeclared() == []


def test_whatever_prints_words_has_an_example() -> None:
    words = [entry for entry in vocabulary().entries.values() if entry.is_words and not entry.form_of]
    assert len(words) > 20
    assert [entry.path for entry in words if not entry.example and not entry.steers] == []


def test_names_that_say_the_same_lead_to_one_that_is_there() -> None:
    forms = [entry.form_of for entry in vocabulary().entries.values() if entry.form_of]
    assert forms
    assert set(forms) <= set(vocabulary().entries)


def test_the_kinds_of_blocks_that_are_told_are_those_that_are_made() -> None:
    folder = Path(body.__file__).parent
    source = "".join(path.read_text("utf-8") for path in folder.glob("*.py") if path.name != "printed.py")
    made = {*body.KIND_OF_MARKER.values(), *re.findall(r'KhoiIn\(\s*"(\w+)"', source)}
    assert made <= set(KINDS)
    assert {kind for kind in KINDS if f'"{kind}"' not in source} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_specimen_must_print_is_among_the_names_of_a_block(kind: str) -> None:
    for name in KINDS[kind].prints:
        entry = vocabulary().get(f"noi_dung[].{name}")
        assert entry is not None
        assert entry.form in (Form.TEXT, Form.RICH, Form.DRAWN)
