"""A tag that has lost a brace is found, whichever tag of the template it is and whichever brace."""

from __future__ import annotations

import re

import pytest

from generator.word.builder.template import build_template
from generator.word.package import DOCUMENT, Member, read_parts, write_package
from generator.word.prepare import prepare
from generator.word.tags import broken_tags

PARTS = read_parts(build_template())
TEXT = PARTS[DOCUMENT].decode()
BRACES = [match.start() for match in re.finditer(r"\{\{|\{%|%\}|\}\}", TEXT)]


def findings_of(text: str) -> list[str]:
    members = [Member.of(name, text.encode() if name == DOCUMENT else content) for name, content in PARTS.items()]
    return [finding.rule for finding in prepare(write_package(members), "mau.docx")[1]]


def test_the_template_has_no_broken_tag() -> None:
    assert len(BRACES) > 100
    assert list(broken_tags(TEXT)) == []


@pytest.mark.parametrize("width", [1, 2])
@pytest.mark.parametrize("start", BRACES)
def test_a_template_that_lost_a_brace_or_a_pair_is_refused(start: int, width: int) -> None:
    assert "MB102" in findings_of(TEXT[:start] + TEXT[start + width :])


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


@pytest.mark.parametrize(
    "runs",
    [
        ("{{ a }}",),
        ("{", "{ a }", "}"),
        ("{{r a }} và {{ b }}",),
        ("{%p if a %}",),
        ("{# ghi chú #}",),
        ("{{ {1: 2} }}",),
    ],
)
def test_whole_tags_however_word_scatters_them(runs: tuple[str, ...]) -> None:
    assert list(broken_tags(paragraph("chữ") + paragraph(*runs))) == []


@pytest.mark.parametrize(
    "words", ["{{ a", "a }}", "{ a }", "{{ a }", "{% if a }}", "{{ a {{ b }}", "}} {{", "{{ a }}}"]
)
def test_a_broken_tag_is_shown_with_its_paragraph(words: str) -> None:
    assert list(broken_tags(paragraph("chữ") + paragraph(words))) == [(2, words)]
