"""What a template may be so that whatever it prints is well-formed, and what is declined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from word_documents import CORE, compiled, docx, part, prepared, printed, table, texts, words

from generator.word.builder.template import build_template
from generator.word.printing import BARE, PROPERTY, RUNS, TEXT
from generator.word.proof import NotProven, Prover
from generator.word.render import TemplateFault, render, with_code


def kinds(source: str, *, word: bool = True) -> list[str]:
    """The kinds of the places of a source's values, in order.  Raises ``NotProven``."""
    environment = Environment()
    environment.filters["runs"] = str
    prover = Prover(word=word)
    prover.prove(environment.parse(source))
    return list(prover.kinds.values())


def test_each_value_is_printed_as_its_place_takes_it() -> None:
    source = '<w:p w:x="{{ a }}">{{ (b)|runs }}<w:r><w:t>{{ c }}</w:t></w:r><w:i>{{ d }}</w:i></w:p>'
    assert kinds(source) == [BARE, RUNS, TEXT, BARE]
    assert kinds("<a><b>{{ c }}</b></a>", word=False) == [PROPERTY]


@pytest.mark.parametrize(
    "source",
    [
        '<?xml version="1.0"?> <a/>',
        "<a>{% for x in y %}<b>{{ x }}</b>{% else %}<c/>{% endfor %}</a>",
        "<a>{% if x %}<b/>{% elif y %}{{ y }}{% else %}words{% endif %}</a>",
        "<a><b>{% if x %}1</b><b>2{% endif %}</b></a>",
        "<a>{% set x = y %}{{ x }}</a>",
        "<a>&amp;&#233;&#xE9;</a>\n",
        "<a b='c\"d' e=\"f'g\"/>",
    ],
)
def test_what_is_always_well_formed_is_proven(source: str) -> None:
    kinds(source)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "words",
        "<a>",
        "<a/><b/>",
        "<a></b>",
        "<a/>words",
        "{{ x }}<a/>",
        "<a>{% if x %}<b>{% endif %}</b></a>",
        "<a>{% for x in y %}</b><b>{% endfor %}</a>",
        "<a>{% for x in y %}<b>{% endfor %}</a>",
        "<a>{% if x %}<b>{% else %}<c>{% endif %}</b></a>",
        "{% if x %}<a/>{% endif %}<a/>",
        "<a {% if x %}b='1'{% endif %}/>",
        "<a {{ x }}/>",
        "<{{ x }}/>",
        "<a b='{{ x }}'/>",
        "<a b={{ x }}/>",
        "<a b='1' b='2'/>",
        "<a>&nbsp;</a>",
        "<a>& </a>",
        "<a b='&'/>",
        "<a>]]></a>",
        "<a><!-- {{ x }} --></a>",
        "<a><![CDATA[{{ x }}]]></a>",
        "<a>{% for x in y recursive %}{{ loop(x) }}{% endfor %}</a>",
        "<a>{% macro m() %}<b>{% endmacro %}{{ m() }}</a>",
        "<a>{% set x %}<b>{% endset %}{{ x }}</a>",
        "<a>{% filter upper %}b{% endfilter %}</a>",
        "<a>{% with b = 1 %}{{ b }}{% endwith %}</a>",
        "<a>{% include 'b' %}</a>",
    ],
)
def test_what_may_not_be_is_declined(source: str) -> None:
    with pytest.raises(NotProven):
        kinds(source)


def test_every_part_of_our_own_template_is_proven() -> None:
    parts = with_code(prepared(build_template())).parts
    assert [each.read_back for each in parts] == [""] * len(parts)
    assert all(each.code for each in parts)


def test_a_part_that_is_declined_says_why() -> None:
    (declined,) = with_code(prepared(docx(words("a") + "<!-- b -->" + words("{{ x }}")))).parts
    assert declined.code == b""
    assert "markup that is not known" in declined.read_back


def test_a_part_that_is_declined_is_rendered_all_the_same() -> None:
    assert printed(words("a") + "<!-- b -->" + words("{{ x }}"), x="c & d") == ["a", "c & d"]


BODY = words(
    "{{ x }} {{ 'a & <b>' }} {{ x ~ y }} {{ y|upper }}", "{{r y }}", "{%p for z in ds %}", "{{ z }}", "{%p endfor %}"
)
QUICK, CAREFUL = compiled(BODY), compiled(BODY + "<!-- read back -->")
WORDS = st.text(st.sampled_from("a&<>\"'{}%#\n\té]"), max_size=8)


@given(WORDS, WORDS, st.lists(WORDS, max_size=3))
def test_both_ways_print_the_same(x: str, y: str, ds: list[str]) -> None:
    values = {"x": x, "y": y, "ds": ds}
    assert QUICK.quick[0] is not None
    assert CAREFUL.quick[0] is None
    assert part(render(QUICK, values)) == part(render(CAREFUL, values)).replace("<!-- read back -->", "")


VALUES = st.text(st.sampled_from("a&<>\"'{}%#\n\t\x00\x0b\ufffe\ud800é]"), max_size=6) | st.integers() | st.none()


@given(VALUES, VALUES)
def test_no_value_breaks_a_document(first: object, second: object) -> None:
    """Either the document can be read or the value is refused with a finding; nothing else comes out."""
    try:
        made = render(HOSTILE, {"x": first, "y": second})
    except TemplateFault:
        return
    texts(made)


HOSTILE = compiled(
    words("{{ x }}", "{{r y }}") + table(["{{ x }}", "{{ y }}", ""]).replace('w:w="9000"', 'w:w="{{ x }}"'),
    parts={CORE: "<a><b>{{ y }}</b></a>"},
)
