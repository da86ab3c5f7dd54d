"""The secretary's guide names only rules, commands, tags and files that there are."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import cli
from generator.jobs.lost_words import NO_PLACE
from generator.jobs.template_vars import sheet, variables_of
from generator.rules.form_registry import FORM_RULES
from generator.rules.template_registry import TEMPLATE_RULES
from generator.word.prepare import BROKEN_TAG, FOREIGN, NOT_DOCX
from generator.word.render import NOT_WORD, UNKNOWN_TAG

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "huong-dan-van-thu.md"
TEXT = PAGE.read_text("utf-8")
BUILDING = {NO_PLACE, BROKEN_TAG, FOREIGN, NOT_DOCX, NOT_WORD, UNKNOWN_TAG}


def _commands() -> Iterator[str]:
    yield from dict.fromkeys(re.findall(r"^cds-gen (.+)$|`cds-gen ([^`]+)`", TEXT, re.MULTILINE))


@pytest.mark.parametrize("arguments", [shlex.split("".join(each)) for each in _commands()], ids=shlex.join)
def test_its_commands_parse(arguments: list[str]) -> None:
    result = CliRunner().invoke(cli, [*arguments, "--help"])
    assert result.exit_code == 0, result.output


def test_it_names_every_rule_over_templates_and_no_other() -> None:
    named = set(re.findall(r"\b(?:MB|TT)\d{3}\b", TEXT))
    assert {each for each in named if each.startswith("MB")} == {*TEMPLATE_RULES, *BUILDING}
    assert named <= {*TEMPLATE_RULES, *BUILDING, *FORM_RULES}


def test_its_tags_are_in_the_template_or_in_the_cheat_sheet() -> None:
    known = sheet(variables_of(ROOT / "templates" / "docx" / "bao_cao" / "mau.docx", ROOT), "bao_cao")
    printing = re.findall(r"`(\{\{.+?\}\})`", TEXT)
    assert [tag for tag in printing if "…" not in tag and tag not in known] == []


def test_its_links_and_pictures_are_there_and_others_lead_to_it() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", TEXT):
        file, _, anchor = target.partition("#")
        path = PAGE.parent / file
        assert path.is_file(), target
        headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE) if anchor else []
        anchors = {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}
        assert not anchor or anchor in anchors, target
    for name in ("README.md", "docs/huong-dan.md"):
        assert PAGE.name in (ROOT / name).read_text("utf-8")
