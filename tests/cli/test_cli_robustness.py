"""Whatever is typed into any line of a data file, it is built or refused: it never comes to a fault of the program."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from generator.errors import CannotGoOn, Refused
from generator.jobs.build import make
from generator.jobs.init import lay_out

EXAMPLES = Path(__file__).parents[1] / "rules"
LINES = (EXAMPLES / "nen.yaml").read_text("utf-8").splitlines()[1:]
FULL_LINES = Path(__file__).with_name("day_du.yaml").read_text("utf-8").splitlines()[1:]
KEY = re.compile(r"(\s*(?:- )?[\w.\"]+:) ?")
ITEM = re.compile(r"(\s*- )")

# What may stand in the place of a value.
SPOILERS = (
    *("", "~", ".", "./.", ";", '"  "', '"\\u00a0"', '"\\n"', '"a\\nb"', "|", ">", "[]", "{}", "{a: b}", "[a, b]"),
    *("0", "-1", "1,5", "12,850", "43.5", "1e9", "9" * 29, "100%", "1/2", "31/12/2023", "12/2023", "2023", "Có"),
    *("I.", '"a)"', '"1.1."', '"*"', '"**"', '"***a***"', "&a b", "*a", "!!int 3", "@x", "%x", "`x"),
)
EXPRESSIONS = (
    *(
        "''",
        "ky",
        "don_vi",
        "so_lieu",
        "ct",
        "ct(ct)",
        "ct()",
        "vb()",
        "dem(nam='x')",
        "nhom(1)",
        "none",
        "true",
        "1.5",
    ),
    *("1/0", "9**9**9", "'x' * 10", "10**60", "-0.0", "so_lieu.ho_so.tu / 0", "so_lieu.ho_so | bang_chu", "1 if"),
    *("so_lieu | first", "so_lieu | length", "'abc' | int", "'a' | hai_chu_so", "1 | round(-5)", "namespace()"),
    *("''.__class__", "lipsum", "so_lieu | map(attribute=1) | list | first", "[1] * 3", "x y", "ct('1.1').tu"),
)


def spoiled(lines: list[str], number: int, value: str) -> str | None:
    """The report with the value of a line replaced, or None where the line holds no value of its own."""
    start = KEY.match(lines[number]) or ITEM.match(lines[number])
    if start is None:
        return None
    return "\n".join((*lines[:number], f"{start[1].rstrip()} {value}".rstrip(), *lines[number + 1 :], ""))


def variants(lines: list[str], number: int) -> Iterator[str]:
    in_list = bool(ITEM.match(lines[number])) and not KEY.match(lines[number])
    for value in SPOILERS:
        if in_list and value.startswith("["):
            continue  # see test_a_list_in_the_place_of_a_block_is_refused
        text = spoiled(lines, number, value)
        if text is not None:
            yield text
    yield "\n".join((*lines[:number], *lines[number + 1 :], ""))
    yield "\n".join((*lines[: number + 1], *lines[number:], ""))
    yield "\n".join((*lines[:number], f"  {lines[number]}", *lines[number + 1 :], ""))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("xa")
    lay_out(folder)
    for name in ("bo-nho.yaml", "bo-rieng.yaml"):
        shutil.copy(EXAMPLES / "chi_tieu" / name, folder / "templates" / "chi_tieu")
    return folder


def outcome(text: str, folder: Path) -> str:
    path = folder / "inputs" / "xa.yaml"
    path.write_text(text, "utf-8")
    try:
        make(path, folder)
    except Refused as refused:
        return "refused" if refused.findings else "refused without a finding"
    except CannotGoOn:
        return "stopped"
    return "built"


@pytest.mark.parametrize("number", range(len(LINES)), ids=lambda number: LINES[number].strip()[:30] or "blank")
def test_a_spoiled_line_is_built_or_refused(number: int, folder: Path) -> None:
    outcomes = {outcome(text, folder) for text in variants(LINES, number)}
    assert outcomes <= {"built", "refused", "stopped"}
    assert "refused" in outcomes


def test_the_report_that_uses_everything_is_built(folder: Path) -> None:
    assert outcome("\n".join((*FULL_LINES, "")), folder) == "built"


@pytest.mark.parametrize("number", range(len(FULL_LINES)), ids=lambda number: FULL_LINES[number].strip()[:30])
def test_a_spoiled_line_of_the_report_that_uses_everything_is_built_or_refused(number: int, folder: Path) -> None:
    # A third of the variants for each line keeps the time in bounds; words of a text of several lines refuse nothing.
    some = islice(variants(FULL_LINES, number), number % 3, None, 3)
    assert {outcome(text, folder) for text in some} <= {"built", "refused", "stopped"}


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_any_expression_is_printed_or_refused(expression: str, folder: Path) -> None:
    typed = f'"Có {{{{ {expression} }}}} máy."'
    text = "\n".join(LINES).replace("Cấp thêm kinh phí.", typed)
    assert typed in text
    assert outcome(text, folder) in ("built", "refused")


@pytest.mark.parametrize("typed", ["- - Một gạch đầu dòng quên dấu nháy.", "- -", "- [a, b]"])
def test_a_list_in_the_place_of_a_block_is_refused(typed: str, folder: Path) -> None:
    text = "\n".join(LINES).replace("- Cấp thêm kinh phí.", typed)
    assert typed in text
    assert outcome(text, folder) == "refused"


@pytest.mark.parametrize("cut", range(0, len("\n".join(LINES)), 37))
def test_a_file_cut_off_anywhere_is_refused(cut: int, folder: Path) -> None:
    assert outcome("\n".join(LINES)[:cut], folder) in ("refused", "stopped")


@pytest.mark.parametrize("cut", range(0, len("\n".join(FULL_LINES)), 61))
def test_the_report_that_uses_everything_cut_off_anywhere_is_built_or_refused(cut: int, folder: Path) -> None:
    # Its annexes stand last and may be fewer.
    assert outcome("\n".join(FULL_LINES)[:cut], folder) in ("built", "refused", "stopped")
