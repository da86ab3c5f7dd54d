"""An office whose secretary edits templates."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from secretary_edits import (
    SHIPPED,
    Office,
    lost,
    office_in,
    paragraphs,
)

from generator.findings import Severity


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return office_in(tmp_path_factory.mktemp("van-thu"))


@pytest.fixture(scope="module")
def plain(office: Office) -> bytes:
    """The example's document with the template as it was shipped."""
    return office.built(SHIPPED)


@pytest.fixture(scope="module")
def words(office: Office, plain: bytes) -> set[str]:
    """The data's words that the shipped template prints."""
    shown = "\n".join(paragraphs(plain))
    found = {each for each in office.data_words() if each in shown}
    assert len(found) > 100
    return found


@pytest.fixture
def right(office: Office, plain: bytes, words: set[str]) -> Callable[..., bytes]:
    """Builds with an edited template of which nothing is to be told, and finds all data again."""

    def build(data: bytes, *, told: tuple[str, ...] = ()) -> bytes:
        serious = {each.rule for each in office.told(data) if each.severity is not Severity.HINT}
        assert serious == set(told)
        document = office.built(data)
        assert not lost(plain, document, words)
        assert not re.search(r"\{[{%#]|[}%#]\}", "\n".join(paragraphs(document)))
        return document

    return build
