"""The example of every kind: built, without a finding, and its whole text against what was last looked through.

After a wanted change: ``CDS_GEN_GOLDEN=write pytest tests/golden``, then read the difference before committing it.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest
from golden_documents import read_paragraphs

from generator.findings import Severity
from generator.jobs.build import make
from generator.jobs.check_format import judge_form
from generator.jobs.check_template import check_file
from generator.jobs.kinds import described
from generator.jobs.new_template import layout_of
from generator.word.builder.template import build_template

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
KINDS = sorted(path.parent.name for path in (ROOT / "templates" / "docx").glob("*/mo_ta.yaml"))
# The report's example gives the results of some indicators only: enough to show how they are printed.
TOLD = {"bao_cao": ["DL507"]}
EXAMPLES = {
    f"{path.parent.name}{path.stem.removeprefix('vi_du')}": path
    for path in sorted((ROOT / "templates" / "docx").glob("*/vi_du*.yaml"))
}
each_example = pytest.mark.parametrize("name", EXAMPLES)
each_kind = pytest.mark.parametrize("kind", KINDS)


def folder_of(kind: str) -> Path:
    return ROOT / "templates" / "docx" / kind


@each_kind
def test_a_kind_has_template_blank_file_example_and_page(kind: str) -> None:
    for name in ("mau.docx", "khoi_dau.yaml", "vi_du.yaml"):
        assert (folder_of(kind) / name).is_file()
    assert (ROOT / "docs" / "loai" / f"{kind}.md").is_file()


@each_kind
def test_the_template_of_a_kind_is_what_its_description_makes(kind: str) -> None:
    made = build_template(layout=layout_of(described(folder_of(kind), ROOT)))
    assert (folder_of(kind) / "mau.docx").read_bytes() == made


@each_example
def test_the_example_of_a_kind_has_nothing_to_find(name: str) -> None:
    data, checked = make(EXAMPLES[name], ROOT)
    found = [*checked.findings, *judge_form(data, name).findings]
    assert [each.rule for each in found if each.severity is not Severity.HINT] == TOLD.get(name, [])


@each_kind
def test_the_template_of_a_kind_has_nothing_to_find(kind: str) -> None:
    report = check_file(folder_of(kind) / "mau.docx", ROOT)
    assert [each for each in report.findings if each.severity is not Severity.HINT] == []
    assert report.untried == ""


@each_example
def test_the_text_of_the_example_is_the_one_that_was_looked_through(name: str, tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(make(EXAMPLES[name], ROOT)[0])
    marks = str.maketrans({"\n": "⏎", "\t": "⇥"})
    lines = [f"{each.style} | {each.text.translate(marks)}".rstrip() for each in read_paragraphs(made)]
    golden = HERE / "loai" / f"{name}.txt"
    if os.environ.get("CDS_GEN_GOLDEN") == "write":
        golden.write_text("\n".join(lines) + "\n", "utf-8")
    expected = golden.read_text("utf-8").splitlines()
    difference = list(difflib.unified_diff(expected, lines, golden.name, "built", lineterm="", n=1))
    if difference:
        pytest.fail("\n".join(difference), pytrace=False)


def test_every_golden_text_belongs_to_an_example() -> None:
    assert {path.stem for path in (HERE / "loai").glob("*.txt")} == set(EXAMPLES)
