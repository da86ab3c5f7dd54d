"""Every fact names an article that exists."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.decree import components, facts, kinds, page, signing, sizes, wording
from generator.findings import Basis


def sources(value):
    """All sources inside a value of the package, however deep."""
    if isinstance(value, facts.Source):
        yield value
    elif isinstance(value, facts.Words):
        yield value.source
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from sources(item)
    elif hasattr(value, "items"):
        for item in value.values():
            yield from sources(item)
    elif isinstance(value, Struct):
        for attribute in value.__struct_fields__:
            yield from sources(getattr(value, attribute))


def all_sources():
    modules = (components, kinds, page, signing, sizes, wording)
    return {source for module in modules for name, value in vars(module).items() if name.isupper()
            for source in sources(value)}  # fmt: skip


def test_articles_of_phu_luc_i_exist(articles):
    cited = {
        match[1]
        for source in all_sources()
        for match in re.finditer(r"Phụ lục I, phần I, mục ([IVX]+(?:\.\d+(?:\.[a-zđ])?)?)", source.article)
    }
    assert len(cited) >= 20
    assert cited <= set(articles)


def test_specimens_that_are_cited_exist(specimens):
    cited = {match[1] for source in all_sources() for match in re.finditer(r"mẫu (\d\.\d+)", source.article)}
    assert cited
    assert cited <= set(specimens)


def test_only_law_and_specimens_rest_on_annexes():
    for source in all_sources():
        assert source.article
        if source.basis is not Basis.CUSTOM:
            assert re.search(r"Phụ lục I|Điều \d", source.article), source
