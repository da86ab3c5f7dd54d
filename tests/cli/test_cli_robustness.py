"""Whatever is typed into any line of a data file, it is built or refused: it never comes to a fault of the program."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import CannotGoOn, Refused
from generator.jobs.build import make
from generator.jobs.init import lay_out

EXAMPLES = Path(__file__).parents[1] / "rules"
LINES = (EXAMPLES / "nen.yaml").read_text("utf-8").splitlines()[1:]
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


def spoiled(number: int, value: str) -> str | None:
    """The report with the value of a line replaced, or None where the line holds no value of its own."""
    line = LINES[number]
    start = KEY.match(line) or ITEM.match(line)
    if start is None:
        return None
    return "\n".join((*LINES[:number], f"{start[1].rstrip()} {value}".rstrip(), *LINES[number + 1 :], ""))


def variants(number: int) -> Iterator[str]:
    in_list = bool(ITEM.match(LINES[number])) and not KEY.match(LINES[number])
    for value in SPOILERS:
        if in_list and value.startswith("["):
            continue  # see test_a_list_in_the_place_of_a_block_is_refused
        text = spoiled(number, value)
        if text is not None:
            yield text
    yield "\n".join((*LINES[:number], *LINES[number + 1 :], ""))
    yield "\n".join((*LINES[: number + 1], *LINES[number:], ""))
    yield "\n".join((*LINES[:number], f"  {LINES[number]}", *LINES[number + 1 :], ""))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("xa")
    lay_out(folder)
    shutil.copy(EXAMPLES / "chi_tieu" / "bo-nho.yaml", folder / "templates" / "chi_tieu")
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
    outcomes = {outcome(text, folder) for text in variants(number)}
    assert outcomes <= {"built", "refused", "stopped"}
    assert "refused" in outcomes


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
