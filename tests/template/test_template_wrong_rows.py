"""Tags of rows, cells and paragraphs put where another tag stands: what goes with them is told, where it stands."""

from __future__ import annotations

import pytest
from template_edits import TEXT, Found, tags, with_document

from generator.data.model_kind import MoTa
from generator.findings import DocxPlace, Severity
from generator.jobs.view.vocabulary import vocabulary_of
from generator.rules.template import mb208
from generator.word.template_reading import read_template

MAY = vocabulary_of(MoTa())
ALL = list(tags())
ROWS = [tag for tag in ALL if tag.text.startswith("{%tr")]
CELLS = [tag for tag in ALL if tag.text.startswith("{%tc")]
OF_PARAGRAPHS = [tag for tag in ALL if tag.text.startswith("{%p")][::9]


def moved(tag: Found, other: Found) -> str:
    """The document with a tag put right before another one."""
    without = TEXT[: tag.start] + TEXT[tag.start + len(tag.text) :]
    at = other.start - len(tag.text) * (other.start > tag.start)
    return without[:at] + tag.text + without[at:]


def told(text: str) -> dict[int, list[str]]:
    """What the rule says, by paragraph."""
    found: dict[int, list[str]] = {}
    for each in mb208.check(read_template(with_document(text), "mau.docx"), MAY):
        assert each.severity is Severity.ERROR
        assert isinstance(each.place, DocxPlace)
        found.setdefault(each.place.paragraph, []).append(each.problem)
    return found


def next_to(tag: Found, step: int) -> Found:
    return ALL[ALL.index(tag) + step]


@pytest.mark.parametrize("tag", ROWS, ids=lambda tag: f"{tag.text} đoạn {tag.paragraph}")
@pytest.mark.parametrize("step", [-1, 1])
def test_a_tag_of_rows_on_a_row_that_has_other_tags_is_told_there(tag: Found, step: int) -> None:
    other = next_to(tag, step)
    problems = told(moved(tag, other)).get(other.paragraph, [])
    assert any(tag.text in each or other.text in each for each in problems)


@pytest.mark.parametrize("tag", CELLS, ids=lambda tag: f"{tag.text} đoạn {tag.paragraph}")
def test_a_tag_of_cells_in_a_cell_that_has_other_tags_is_told_there(tag: Found) -> None:
    other = next_to(tag, 1 if " for " in tag.text else -1)
    assert other.paragraph in told(moved(tag, other))


@pytest.mark.parametrize("tag", OF_PARAGRAPHS, ids=lambda tag: f"{tag.text} đoạn {tag.paragraph}")
def test_a_tag_of_paragraphs_beside_another_tag_is_told_there(tag: Found) -> None:
    other = next_to(tag, 1)
    assert other.paragraph in told(moved(tag, other))


def test_it_is_said_which_tags_would_go() -> None:
    opening = next(tag for tag in ROWS if "if hang.nhom" in tag.text)
    data = next_to(opening, 1)
    problems = told(moved(opening, data))[data.paragraph]
    assert (
        f"Cùng hàng với «{opening.text}» còn thẻ «{data.text}», «{{%p for dong in o.dong %}}», "
        "«{%p if o.can == 'giua' %}» và 6 thẻ nữa; máy chỉ giữ được một thẻ."
    ) in problems
