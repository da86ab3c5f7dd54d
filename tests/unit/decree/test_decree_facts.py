from __future__ import annotations

import copy
import pickle
from decimal import Decimal

import pytest

from generator.decree.components import COMPONENTS
from generator.decree.facts import Range, Words, between, law
from generator.findings import Basis


def test_both_ends_of_a_range_are_inside():
    sizes = between(12, 13)
    assert 12 in sizes
    assert Decimal("12.5") in sizes
    assert 13 in sizes
    assert Decimal("13.01") not in sizes
    assert Decimal("11.99") not in sizes


def test_a_range_of_one_value():
    assert between(14) == Range(Decimal(14), Decimal(14))
    assert between(1, "1.5").high == Decimal("1.5")


def test_an_empty_range_cannot_be():
    with pytest.raises(ValueError, match="empty range"):
        between(14, 13)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda words: pickle.loads(pickle.dumps(words))])
def test_words_are_text_and_keep_their_source(again):
    words = again(Words("Nơi nhận", law("Phụ lục I, phần I, mục II.9.d")))
    assert words == "Nơi nhận"
    assert f"{words}:" == "Nơi nhận:"
    assert words.source.article == "Phụ lục I, phần I, mục II.9.d"
    assert words.source.basis is Basis.LAW


def test_tables_cannot_be_changed():
    with pytest.raises(TypeError):
        COMPONENTS["quoc_hieu"] = COMPONENTS["tieu_ngu"]  # type: ignore[index]


@pytest.mark.parametrize("component", COMPONENTS.values(), ids=lambda component: component.id)
def test_sources_of_a_component_name_its_attributes(component):
    assert all(hasattr(component, attribute) for attribute, _ in component.other_sources)
    for attribute, source in component.other_sources:
        assert component.source_of(attribute) == source
    assert component.source_of("box") == component.source
