"""A prepared template kept as text gives the same documents, and only for the file that it was made from."""

from __future__ import annotations

import json

import pytest

from generator.word.builder.template import build_template
from generator.word.package import CONTENT_TYPES, Member, read_parts, write_package
from generator.word.prepare import prepare
from generator.word.stored import dumped, restored

TEMPLATE = build_template()


def kept() -> str:
    prepared, findings = prepare(TEMPLATE, "mau.docx")
    assert prepared is not None
    assert not findings
    return dumped(prepared)


def test_what_is_restored_is_what_was_prepared() -> None:
    prepared, _ = prepare(TEMPLATE, "mau.docx")
    found = restored(kept(), TEMPLATE, "mau.docx")
    assert found is not None
    assert prepared is not None
    assert set(found.static) == set(prepared.static)
    assert set(found.parts) == set(prepared.parts)
    assert (found.geometry, found.digest, found.name) == (prepared.geometry, prepared.digest, prepared.name)


def test_a_template_edited_since_is_not_restored() -> None:
    parts = read_parts(TEMPLATE)
    parts[CONTENT_TYPES] += b" "
    edited = write_package(Member.of(name, content) for name, content in parts.items())
    assert restored(kept(), edited, "mau.docx") is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "{}", '{"form": 1}', "\x00"])
def test_what_is_no_prepared_template_is_not_restored(text: str) -> None:
    assert restored(text, TEMPLATE, "mau.docx") is None


@pytest.mark.parametrize(
    ("key", "value"), [("form", 0), ("parts", ["word/document.xml"]), ("parts", {"word/x.xml": ""}), ("geometry", {})]
)
def test_a_damaged_store_is_not_restored(key: str, value: object) -> None:
    damaged = json.loads(kept()) | {key: value}
    assert restored(json.dumps(damaged), TEMPLATE, "mau.docx") is None
