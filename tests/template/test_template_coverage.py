"""A datum counts as printed when it is printed whichever way the conditions go, and only then."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.findings import DocxPlace
from generator.rules.template.omissions import omissions
from generator.rules.template.vocabulary import Entry, Form, Vocabulary
from generator.word.render import template_environment
from generator.word.template_uses import understand
from generator.word.template_view import Tag, TemplateView

WORDS = "Chữ của dữ liệu"
MAY = Vocabulary(
    {
        entry.path: entry
        for entry in (
            Entry("x", Form.TEXT, "Chữ cần in", unless="trong"),
            Entry("a", Form.TEXT, "Điều để xét", steers=True),
            Entry("b", Form.TEXT, "Điều để xét", steers=True),
            Entry("trong", Form.TEXT, "Điều để xét", steers=True),
            Entry("noi", Form.LIST, "Các nơi"),
            Entry("noi[]", Form.GROUP, "Một nơi"),
            Entry("noi[].ten", Form.TEXT, "Tên"),
        )
    }
)


def template(*texts: str) -> TemplateView:
    """A template of these tags, each in a paragraph of its own."""
    tags = tuple(
        Tag(DocxPlace("mau.docx", "word/document.xml", number), text, text[2:-2].strip(), text.startswith("{{"))
        for number, text in enumerate(texts, start=1)
    )
    done = understand(tags, template_environment())
    assert not done.faults
    return TemplateView("mau.docx", tags, done.uses, done.spans)


def omitted(path: str, *texts: str) -> list[int]:
    """The paragraphs that keep a path from being printed, 0 for a path that has no tag."""
    found = [each for each in omissions(template(*texts), MAY) if path in {entry.path for entry in each.lost}]
    return [each.branch.tag.place.paragraph if each.branch else 0 for each in found]


def printed(texts: tuple[str, ...], data: dict[str, object]) -> str:
    return template_environment().from_string("".join(texts)).render(data)


tests_ = st.recursive(
    st.sampled_from(["a", "b", "a == 'p'", "'q' == a", "a != 'p'", "a in ['p', 'q']", "a not in ['q']", "b == ''"]),
    lambda inner: st.one_of(
        inner.map(lambda each: f"not ({each})"),
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(lambda each: f"({each[0]}) {each[1]} ({each[2]})"),
    ),
    max_leaves=4,
)
prints = st.sampled_from([(), ("{{ x }}",), ("{{ x if a else 'khác' }}",), ("{{ x if b else x }}",)])


def branched(inner: st.SearchStrategy[tuple[str, ...]]) -> st.SearchStrategy[tuple[str, ...]]:
    def written(parts: tuple[list[tuple[str, tuple[str, ...]]], tuple[str, ...] | None]) -> tuple[str, ...]:
        tests, other = parts
        words = ["if", *["elif"] * (len(tests) - 1)]
        found = [
            text for word, (test, body) in zip(words, tests, strict=True) for text in (f"{{% {word} {test} %}}", *body)
        ]
        return (*found, *(("{% else %}", *other) if other is not None else ()), "{% endif %}")

    return st.tuples(st.lists(st.tuples(tests_, inner), min_size=1, max_size=3), st.none() | inner).map(written)


bodies = st.recursive(
    prints, lambda inner: branched(inner) | st.tuples(inner, inner).map(lambda two: (*two[0], *two[1]))
)


@settings(deadline=None, max_examples=300)
@given(bodies)
def test_what_is_told_is_what_some_data_lose_and_no_more(texts: tuple[str, ...]) -> None:
    cases = [{"x": WORDS, "a": a, "b": b} for a, b in itertools.product(["", "p", "q", "khác"], ["", "có"])]
    loses = any(WORDS not in printed(texts, case) for case in cases)
    assert bool(omitted("x", *texts)) is loses


@pytest.mark.parametrize(
    ("texts", "paragraphs"),
    [
        (["{% if a %}", "{{ x }}", "{% else %}", "{{ b }}", "{% endif %}"], [1]),
        (["{% if x %}", "{{ x }}", "{% endif %}"], []),
        (["{% if a %}", "{% if b %}", "{{ x }}", "{% endif %}", "{% else %}", "{{ x }}", "{% endif %}"], [2]),
        (["{% if trong %}", "{{ a }}", "{% else %}", "{{ x }}", "{% endif %}"], []),
        (["{% if trong %}", "{{ x }}", "{% endif %}"], [0]),
        (["{{ x|upper }}"], []),
        (["{{ x|length }}"], [0]),
        (["{{ x == 'a' }}"], [0]),
        (["{{ x[:5] }}"], [1]),
        (["{{ x or 'trống' }}"], []),
        (["{{ a and x }}"], []),
        (["{% for noi in noi %}", "{{ x }}", "{% endfor %}"], [1]),
        (["{% set ten = x %}", "{{ ten }}"], []),
        (["{% if a %}", "{% set y = x %}", "{% else %}", "{% set y = b %}", "{% endif %}", "{{ y }}"], [6]),
    ],
)
def test_the_paragraph_that_keeps_a_datum_from_being_printed_is_told(texts: list[str], paragraphs: list[int]) -> None:
    assert omitted("x", *texts) == paragraphs


LISTS = [
    "{% for n in noi %}{{ n.ten }}{% endfor %}",
    "{{ noi[0].ten }}",
    "{{ (noi|first).ten }}",
    "{% for n in noi[1:] %}{{ n.ten }}{% endfor %}",
    "{{ noi[0].ten }}{% for n in noi[1:] %}{{ n.ten }}{% endfor %}",
    "{% for n in noi[:-1] %}{{ n.ten }}{% endfor %}{{ noi[-1].ten }}",
    "{% if noi|length == 1 %}{{ noi[0].ten }}{% else %}{% for n in noi %}{{ n.ten }}{% endfor %}{% endif %}",
    "{% if noi|length > 1 %}{% for n in noi %}{{ n.ten }}{% endfor %}{% else %}{{ noi[0].ten }}{% endif %}",
    "{% if noi|length >= 2 %}{{ noi[0].ten }}{% endif %}",
    "{% if 3 > noi|length %}{% for n in noi %}{{ n.ten }}{% endfor %}{% endif %}",
    "{% for n in noi %}{% if loop.first %}{{ n.ten }}{% else %}{{ n.ten }}{% endif %}{% endfor %}",
    "{% for n in noi %}{% if loop.first %}{{ n.ten }}{% endif %}{% endfor %}",
    "{{ noi[0].ten }}{% for n in noi %}{% if not loop.first %}{{ n.ten }}{% endif %}{% endfor %}",
    "{{ noi[0].ten }}{% for n in noi|reverse %}{% if not loop.first %}{{ n.ten }}{% endif %}{% endfor %}",
    "{{ noi|map(attribute='ten')|join(', ') }}",
    "{% for n in noi if n.ten %}{{ n.ten }}{% endfor %}",
    "{% for n in noi if loop is defined %}{{ n.ten }}{% endfor %}",
    "{% for n in noi|selectattr('ten', 'eq', 'Nơi 1')|list %}{{ n.ten }}{% endfor %}",
    "{% if noi %}{% for n in noi|sort(attribute='ten') %}{{ n.ten }}{% endfor %}{% endif %}",
    "{% set dau = noi[0] %}{{ dau.ten }}",
]


@pytest.mark.parametrize("text", LISTS)
def test_every_item_of_a_list_is_printed_or_told(text: str) -> None:
    texts = tuple(re.findall(r"\{[{%].*?[}%]\}", text))
    assert bool(omitted("noi[].ten", *texts)) is any(_loses(texts))


def _loses(texts: tuple[str, ...]) -> Iterator[bool]:
    for count in range(1, 5):
        names = [f"Nơi {number}" for number in range(count)]
        shown = printed(texts, {"noi": [{"ten": name} for name in names]})
        yield any(name not in shown for name in names)


def test_conditions_beyond_measure_are_given_up_and_told() -> None:
    asked = [f"{{% if {' and '.join(f'(a{n} or not b{m})' for m in range(9))} %}}" for n in range(60)]
    assert omitted("x", *(text for each in asked for text in (each, "{{ x }}", "{% endif %}"))) != []
    assert omitted("x", *asked, "{{ x }}", *["{% endif %}"] * len(asked)) != []


def test_a_condition_inside_one_that_asks_for_the_same_goes_with_the_inner_one() -> None:
    texts = ("{% if a %}", "{% if b %}", "{{ x }}", "{% elif a %}", "{{ x }}", "{% endif %}", "{% endif %}")
    assert [span.opening.text for span in template(*texts).spans if span.closing is None] == []
    assert omitted("x", *texts) == [1]
