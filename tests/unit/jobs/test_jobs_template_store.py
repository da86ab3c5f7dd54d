"""Prepared templates are kept between runs, and building never depends on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.jobs import template_store
from generator.jobs.template_store import cache_folder, prepared_template
from generator.word.builder.template import build_template

TEMPLATE = build_template()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    return cache_folder()


def test_a_template_is_prepared_once_and_then_read(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = prepared_template(TEMPLATE, "mau.docx")
    assert len(list(cache.iterdir())) == 1
    monkeypatch.setattr(template_store, "prepare", lambda *_: pytest.fail("prepared again"))
    second, findings = prepared_template(TEMPLATE, "mau.docx")
    assert first is not None
    assert second is not None
    assert (set(second.parts), set(second.static), findings) == (set(first.parts), set(first.static), [])


def test_a_damaged_store_is_made_anew(cache: Path) -> None:
    prepared_template(TEMPLATE, "mau.docx")
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[: len(whole) // 2])
    found, _ = prepared_template(TEMPLATE, "mau.docx")
    assert found is not None
    assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_done_without(cache: Path) -> None:
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_text("a file where the folder should be")
    found, findings = prepared_template(TEMPLATE, "mau.docx")
    assert found is not None
    assert not findings


def test_a_faulty_template_is_not_kept(cache: Path) -> None:
    found, findings = prepared_template(b"junk", "mau.docx")
    assert found is None
    assert [finding.rule for finding in findings] == ["MB101"]
    assert not cache.exists()


def test_only_the_newest_are_kept(cache: Path) -> None:
    cache.mkdir(parents=True)
    for number in range(30):
        (cache / f"{number}.json").write_text("{}")
    prepared_template(TEMPLATE, "mau.docx")
    assert len(list(cache.iterdir())) == 20
