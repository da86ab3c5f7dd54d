from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_documents import (
    CORE,
    HEADER,
    W,
    compiled,
    document,
    docx,
    prepared,
    printed,
    table,
    text_of,
    texts,
    tree,
    words,
)

from generator.findings import DataPlace, DocxPlace, Finding
from generator.word.builder.xml import NAMESPACES, run, w
from generator.word.drawings import DrawnLine
from generator.word.package import DOCUMENT
from generator.word.render import TemplateFault, compile_template, render
from generator.word.runs import Runs

ANY_WORDS = st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")
    | st.sampled_from("&<>\"'{}%#\n\t"),
    max_size=40,
)
ONE_TAG = compiled(words("Đầu {{ x }} giữa {{r x }} cuối"))


def fault(body: str, **context: object) -> Finding:
    """The one finding that a template with that body raises, when it is compiled or rendered."""
    with pytest.raises(TemplateFault) as raised:
        printed(body, **context)
    (finding,) = raised.value.findings
    return finding


def place(finding: Finding) -> DocxPlace:
    assert isinstance(finding.place, DocxPlace)
    return finding.place


# --- values -----------------------------------------------------------------------------------------------------


@given(ANY_WORDS)
def test_any_words_are_printed_as_they_are(text: str) -> None:
    assert texts(render(ONE_TAG, {"x": text})) == [f"Đầu {text} giữa {text} cuối"]


@pytest.mark.parametrize("tag", ["{{ x }}", "{{r x }}"])
def test_a_value_that_looks_like_a_tag_is_not_run(tag: str) -> None:
    assert printed(words(tag), x="{{ y }} {% if %} {{r z }}", y="sai") == ["{{ y }} {% if %} {{r z }}"]


@pytest.mark.parametrize(
    ("value", "shown"), [(12, "12"), (2023, "2023"), (Decimal("2092423.50"), "2.092.423,5"), ("", ""), ("0", "0")]
)
@pytest.mark.parametrize("tag", ["{{ x }}", "{{r x }}"])
def test_numbers_are_printed_as_offices_write_them(tag: str, value: object, shown: str) -> None:
    assert printed(words(tag), x=value) == [shown]


@pytest.mark.parametrize("value", [None, 0.5, True, [1, 2], {"a": 1}, (), object(), print])
@pytest.mark.parametrize("tag", ["Số {{ x }}", "Số {{r x }}"])
def test_what_is_neither_words_nor_a_number_is_refused(tag: str, value: object) -> None:
    finding = fault(words(tag), x=value)
    assert finding.rule == "MB103"
    assert "không phải là chữ hay số để in" in finding.problem
    assert place(finding).paragraph == 1


def test_a_drawn_line_has_no_words() -> None:
    assert printed(words("{{r x }}", "a{{ x }}b"), x=DrawnLine(100, 1)) == ["", "ab"]


def test_filters_take_the_words_of_runs() -> None:
    assert printed(words("{{ x|upper }} {{ ds|join(', ') }}"), x=Runs.plain("a & b"), ds=["c", "<d>"]) == [
        "A & B c, <d>"
    ]


# --- faults -----------------------------------------------------------------------------------------------------


def test_an_unknown_name_is_found_with_its_part_paragraph_and_tag() -> None:
    body = words("Một", "{%p for x in ds %}", "{{ x }}", "{%p endfor %}", "Năm " * 30 + "{{ don_vi.tem }} hết", "Sáu")
    finding = fault(body, ds=["a"], don_vi={"ten": "Hoàng Kim"})
    assert finding.rule == "MB103"
    assert place(finding) == DocxPlace("mau.docx", DOCUMENT, 5, place(finding).excerpt)
    assert "{{ don_vi.tem }}" in place(finding).excerpt
    assert finding.problem == "Thẻ trong mẫu không in được: không có tên «tem» (có phải ý là «ten»?)."


def test_an_unknown_name_in_a_loop_is_found_in_its_own_paragraph() -> None:
    body = words("Một", "{%p for x in ds %}", "Ba", "{{ x.so }} {{ x.sai }}", "{%p endfor %}")
    finding = fault(body, ds=[{"so": 1}])
    assert (place(finding).paragraph, "không có tên «sai»" in finding.problem) == (4, True)


@pytest.mark.parametrize("missing", ["ds[0]", "ds|first", "thieu", "ds.__class__"])
def test_what_a_name_was_given_may_be_missing_too(missing: str) -> None:
    finding = fault(words("Một", f"{{% set ten = {missing} %}}{{{{ ten }}}}"), ds=[])
    assert (finding.rule, place(finding).paragraph) == ("MB103", 2)


@pytest.mark.parametrize("tag", ["{%p for x in thieu %}", "{%p if thieu %}"])
def test_an_unknown_name_in_a_tag_of_its_own_is_found_there(tag: str) -> None:
    closing = "{%p endfor %}" if "for" in tag else "{%p endif %}"
    finding = fault(words("Một", "Hai", tag, "Bốn", closing))
    assert (place(finding).paragraph, place(finding).excerpt) == (3, tag.replace("{%p", "{%"))


def test_an_unknown_name_in_a_table_or_header_is_found_in_its_part() -> None:
    assert "{{ thieu }}" in place(fault(words("Một") + table(["a", "{{ thieu }}", "c"]))).excerpt
    header = f"<w:hdr {NAMESPACES}>{words('Xã', '{{ thieu }}')}</w:hdr>"
    with pytest.raises(TemplateFault) as raised:
        render(compiled(parts={HEADER: header}), {})
    assert raised.value.findings[0].place == DocxPlace("mau.docx", HEADER, 2, "{{ thieu }}")


def test_an_unknown_name_in_the_properties_of_the_file_is_found_there() -> None:
    with pytest.raises(TemplateFault) as raised:
        render(compiled(parts={CORE: "<a>\n{{ thieu }}</a>"}), {})
    assert raised.value.findings[0].place == DocxPlace("mau.docx", CORE, 0, "{{ thieu }}")


def test_line_ends_in_the_file_do_not_shift_the_paragraphs() -> None:
    body = document(words("a"), "\n", words("{{ thieu }}")).replace("<w:body>", "\r\n <w:body>\n")
    declared = f'<?xml version="1.0"?>\n{body}'
    with pytest.raises(TemplateFault) as raised:
        render(compile_template(prepared(docx(parts={DOCUMENT: declared}))), {})
    assert place(raised.value.findings[0]).paragraph == 2


@pytest.mark.parametrize("tag", ["{%p for x in ds %}", "{%p if ds %}"])
def test_a_tag_without_its_closing_tag_is_found_where_it_opens(tag: str) -> None:
    body = words("Một", "{%p if ds %}", "Ba", "{%p endif %}", tag, "Sáu", "Bảy")
    with pytest.raises(TemplateFault) as raised:
        compiled(body)
    (finding,) = raised.value.findings
    assert finding.rule == "MB102"
    assert place(finding) == DocxPlace("mau.docx", DOCUMENT, 5, tag.replace("{%p", "{%"))
    assert "không có thẻ đóng tương ứng" in finding.problem


@pytest.mark.parametrize("tag", ["{%p endfor %}", "{%p endif %}", "{%p else %}"])
def test_a_closing_tag_too_many_is_found_where_it_stands(tag: str) -> None:
    finding = fault(words("Một", "Hai", tag, "Bốn"))
    assert (finding.rule, place(finding).paragraph, place(finding).excerpt) == ("MB102", 3, tag.replace("{%p", "{%"))


def test_every_broken_part_is_reported_at_once() -> None:
    header = f"<w:hdr {NAMESPACES}>{words('{{ a b }}')}</w:hdr>"
    with pytest.raises(TemplateFault) as raised:
        compiled(words("{{ c d }}"), parts={HEADER: header})
    assert [place(each).part for each in raised.value.findings] == [DOCUMENT, HEADER]


@pytest.mark.parametrize(
    ("tag", "problem"),
    [
        ("{{ a b }}", "Thẻ viết sai cú pháp."),
        ("{{ a + }}", "Thẻ viết sai cú pháp."),
        ("{{ a|format }}", "Thẻ gọi bộ lọc «format» mà chương trình không có."),
        ("{{ " + "(" * 400 + "1" + ")" * 400 + " }}", "Một thẻ lồng quá nhiều tầng."),
    ],
)
def test_a_tag_that_does_not_parse_is_found_before_any_data_is_read(tag: str, problem: str) -> None:
    with pytest.raises(TemplateFault) as raised:
        compiled(words(tag))
    assert [each.problem for each in raised.value.findings] == [problem]


@pytest.mark.parametrize("tag", ["{{ a / 0 }}", "{{ a + 'b' }}", "{{ 'a'|round }}", "{{ 'a' is divisibleby 0 }}"])
def test_a_tag_that_cannot_be_computed_is_a_finding_in_vietnamese(tag: str) -> None:
    finding = fault(words(tag), a=1)
    assert finding.problem == ("Thẻ trong mẫu không in được: phép tính trong thẻ không hợp với giá trị của nó.")


def test_a_macro_is_refused() -> None:
    finding = fault(words("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"))
    assert (finding.rule, finding.problem) == ("MB102", "Thẻ dùng một lệnh không được phép trong mẫu.")


def test_tags_that_tear_elements_apart_are_found_before_a_broken_file_is_written() -> None:
    body = words("{% if a %}a") + table(["b{% endif %}", "c", "d"])
    assert printed(body, a=True) == ["a", "b", "c", "d"]
    finding = fault(body, a=False)
    assert finding.rule == "MB104"
    assert "lệch nhau" in finding.problem


def test_control_characters_that_no_word_file_can_hold_are_found() -> None:
    assert fault(words("{{ x }}"), x="a\x0bb").rule == "MB104"


# --- strangers' templates ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tag",
    [
        "{{ x.__class__ }}",
        "{{ x['__class__'] }}",
        "{{ ().__class__.__base__.__subclasses__() }}",
        "{{ dict.mro() }}",
        "{{ range(10) }}",
        "{{ 'a' * 1000000000 }}",
        "{{ [1] * 1000000000 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '{:>1000000000}'.format(1) }}",
        "{{ '{0.__class__}'.format(x) }}",
        "{{ x.center(1000000000) }}",
        "{{ ((9 ** 64) ** 64) ** 64 }}",
        "{{ ds.append(1) }}",
        "{{ cycler }}",
        "{{ self._TemplateReference__context }}",
    ],
)
def test_a_tag_cannot_reach_or_fill_what_is_not_its_own(tag: str) -> None:
    ds: list[int] = []
    started = time.monotonic()
    fault(words(tag), x="chữ", ds=ds)
    assert time.monotonic() - started < 1
    assert ds == []


def test_a_tag_cannot_import() -> None:
    assert fault(words("{% import 'os' as os %}")).rule == "MB102"
    assert fault(words("{{ import os }}")).rule == "MB102"


# --- sections ---------------------------------------------------------------------------------------------------


def section(mark: int, *, across: bool = False) -> str:
    size = w("pgSz", w=16838, h=11906) if across else w("pgSz", w=11906, h=16838)
    return w("sectPr", size, w("pgMar", left=mark, right=mark))


def broken(layout: str, content: str = "") -> str:
    """An empty paragraph that ends a section."""
    return w("p", w("pPr", w("pStyle", val="NgatPhan"), layout), content)


ANNEXES = (
    words("Thân")
    + broken(section(1))
    + words("{%p for pl in phu_luc %}", "{{ pl }}", "{%p if pl == 'ngang' %}")
    + broken(section(2, across=True))
    + words("{%p else %}")
    + broken(section(3))
    + words("{%p endif %}", "{%p endfor %}")
    + section(4)
)


def layouts(data: bytes) -> tuple[list[str], list[str]]:
    """The words of the document's paragraphs, and the marks of its sections in order."""
    root = tree(data)
    body = root[0]
    assert body[-1].tag == f"{W}sectPr"
    assert sum(each.tag == f"{W}sectPr" for each in body) == 1
    marks = [each.get(f"{W}left", "") for each in root.iter(f"{W}pgMar")]
    return [text_of(each) for each in root.iter(f"{W}p")], marks


@pytest.mark.parametrize(
    ("annexes", "paragraphs", "sections"),
    [
        ([], ["Thân", ""], ["1"]),
        (["ngang"], ["Thân", "", "ngang", ""], ["1", "2"]),
        (["doc"], ["Thân", "", "doc", ""], ["1", "3"]),
        (["doc", "ngang", "doc"], ["Thân", "", "doc", "", "ngang", "", "doc", ""], ["1", "3", "2", "3"]),
    ],
)
def test_a_document_ends_with_its_last_section_and_the_low_paragraph_that_closed_it(
    annexes: list[str], paragraphs: list[str], sections: list[str]
) -> None:
    assert layouts(render(compiled(ANNEXES), {"phu_luc": annexes})) == (paragraphs, sections)


@pytest.mark.parametrize(
    "content", ["<w:r/>", "<w:r></w:r>", w("r", w("rPr", w("b"))), w("bookmarkStart", id=1, name="a")]
)
def test_the_last_break_may_hold_what_word_processors_leave_in_an_empty_paragraph(content: str) -> None:
    body = words("a") + broken(section(1), content) + section(2)
    assert layouts(render(compiled(body), {})) == (["a", ""], ["1"])


def test_a_document_that_ends_on_a_table_has_a_paragraph_after_it_as_low_as_a_break() -> None:
    root = tree(render(compiled(table(["a", "b", "c"]) + broken(section(1)) + section(2)), {}))
    last, layout = root[0][-2:]
    assert (last.tag, layout.tag) == (f"{W}p", f"{W}sectPr")
    assert [style.get(f"{W}val") for style in last.iter(f"{W}pStyle")] == ["NgatPhan"]


def test_a_last_break_with_words_in_its_paragraph_is_no_empty_section() -> None:
    body = words("a") + broken(section(1), run("b")) + section(2)
    assert layouts(render(compiled(body), {})) == (["a", "b"], ["1", "2"])


def test_a_break_followed_by_words_stays() -> None:
    body = words("a") + broken(section(1)) + words("b") + section(2)
    assert layouts(render(compiled(body), {})) == (["a", "", "b"], ["1", "2"])


# --- many documents ---------------------------------------------------------------------------------------------


def test_the_same_data_gives_the_same_bytes() -> None:
    body = words("{{ x }}", "{{r x }}") + ANNEXES
    context: dict[str, object] = {"x": "chữ", "phu_luc": ["ngang"]}
    made = compiled(body)
    assert render(made, context) == render(made, context) == render(compiled(body), dict(reversed(context.items())))


def test_one_template_renders_in_many_threads_each_document_with_its_own_data() -> None:
    made = compiled(words("{%p for x in ds %}", "{{ x }} của {{ ten }}", "{%p endfor %}", "{{ ten }}"))

    def one(number: int) -> bool:
        data = render(made, {"ds": list(range(number)), "ten": f"xã {number}"})
        return texts(data) == [f"{x} của xã {number}" for x in range(number)] + [f"xã {number}"]

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(one, range(80)))


@settings(max_examples=20)
@given(st.integers(1, 40))
def test_a_large_document_is_rendered_whole(count: int) -> None:
    made = compiled(words("{%p for x in ds %}", "{{r x }}", "{%p endfor %}"))
    assert texts(render(made, {"ds": [Runs.plain(f"đoạn {n}") for n in range(count)]}))[-1] == f"đoạn {count - 1}"


# --- both ends of a fault ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Dong:
    """Something printed that knows where it stands in the data."""

    chu: object
    cho: DataPlace | tuple[DataPlace, ...] | None = None
    o: tuple[Dong, ...] = ()


def line(number: int) -> DataPlace:
    return DataPlace("xa.yaml", number, 5, f"noi_dung[{number}]")


def test_a_fault_names_the_line_of_the_data_that_was_being_printed() -> None:
    body = words("{%p for khoi in ds %}", "{{ khoi.chu }}", "{%p endfor %}")
    finding = fault(body, ds=[Dong("a", line(1)), Dong([], line(2)), Dong("c", line(3))])
    assert (finding.rule, place(finding).paragraph, finding.related) == ("MB103", 2, (line(2),))


def test_of_loops_in_loops_the_innermost_is_named() -> None:
    body = words("{%p for khoi in ds %}", "{%p for o in khoi.o %}", "{{ o.chu }}", "{%p endfor %}", "{%p endfor %}")
    inner = (Dong("a", (line(2),)), Dong([], (line(3), line(4))))
    assert fault(body, ds=[Dong("x", line(1), inner)]).related == (line(3), line(4))


def test_after_a_loop_nothing_of_it_is_named() -> None:
    body = words("{%p for khoi in ds %}", "{{ khoi.chu }}", "{%p endfor %}", "{{ thieu }}")
    finding = fault(body, ds=[Dong("a", line(1))])
    assert (place(finding).paragraph, finding.related) == (4, ())


def test_what_tears_a_file_apart_is_found_in_its_paragraph() -> None:
    looped = words("Một", "{%p for x in ds %}", "{{ x }}", "{%p endfor %}")
    finding = fault(looped + words("{% if a %}Năm") + table(["Sáu{% endif %}", "c", "d"]), ds=["a", "b"], a=False)
    assert (finding.rule, place(finding).paragraph) == ("MB104", 5)
    assert "Năm" in place(finding).excerpt
