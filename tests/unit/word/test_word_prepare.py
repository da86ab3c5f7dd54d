from __future__ import annotations

import pickle

import pytest
from word_documents import (
    CORE,
    HEADER,
    W,
    compiled,
    document,
    docx,
    part,
    prepared,
    printed,
    table,
    text_of,
    texts,
    tree,
    words,
)

from generator.findings import DocxPlace, FilePlace, Severity
from generator.word.builder.template import build_template
from generator.word.builder.xml import NAMESPACES, field, paragraph, run, w
from generator.word.package import CONTENT_TYPES, DOCUMENT, Member, write_package
from generator.word.prepare import prepare
from generator.word.render import compile_template, render
from generator.word.runs import Runs, Span

SECTION = w("sectPr", w("pgSz", w=11906, h=16838), w("pgMar", left=1701, right=1134))
ACROSS = w("sectPr", w("pgSz", w=16838, h=11906), w("pgMar", left=1701, right=1134))


class Cot:
    """A column as the view gives it."""

    def __init__(self, tieu_de: str, rong: int) -> None:
        self.tieu_de = tieu_de
        self.rong = rong


def columns(count: int) -> list[Cot]:
    return [Cot(f"Cột {number}", 700 + 10 * number) for number in range(count)]


COLUMN_TABLE = table(["{%tc for cot in bang.cot %}", "{{ cot.tieu_de }}", "{%tc endfor %}"])


# --- files that are no template ---------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"junk", b"%PDF-1.7"])
def test_a_file_that_is_no_word_file_is_a_finding(data: bytes) -> None:
    found, (finding,) = prepare(data, "templates/mau.docx")
    assert found is None
    assert finding.rule == "MB101"
    assert finding.severity is Severity.ERROR
    assert finding.place == FilePlace("templates/mau.docx")
    assert finding.problem == "Tệp không phải là tệp Word (.docx)."
    assert "lưu lại dạng .docx" in finding.fix


@pytest.mark.parametrize("broken", ["<w:document", "<a></b>", "không phải XML"])
def test_a_part_that_is_no_xml_is_a_finding_that_names_the_part(broken: str) -> None:
    found, (finding,) = prepare(docx(parts={HEADER: broken}), "mau.docx")
    assert found is None
    assert finding.place == DocxPlace("mau.docx", HEADER)


def test_a_part_in_another_encoding_is_a_finding() -> None:
    utf16 = f'<?xml version="1.0" encoding="UTF-16"?>{document()}'.encode("utf-16")
    data = write_package([Member.of(CONTENT_TYPES, b"<Types/>"), Member.of(DOCUMENT, utf16)])
    found, (finding,) = prepare(data, "mau.docx")
    assert found is None
    assert finding.place == DocxPlace("mau.docx", DOCUMENT)


def test_a_prepared_template_can_be_kept_and_used_again() -> None:
    first = prepared(docx(words("{{ x }}")))
    kept = pickle.loads(pickle.dumps(first))
    assert kept == first
    assert render(compile_template(kept), {"x": "chữ"}) == render(compile_template(first), {"x": "chữ"})


def test_a_template_is_known_by_its_bytes() -> None:
    one, same, other = (prepared(docx(words(text))) for text in ("a", "a", "b"))
    assert one.digest == same.digest != other.digest


# --- tags as Word and LibreOffice leave them --------------------------------------------------------------------


@pytest.mark.parametrize(
    "pieces",
    [
        ["{{ ten }}"],
        ["{", "{ ten }", "}"],
        ["{{", " ten", " }}"],
        ["{", "{", " t", "e", "n }}"],
        ["Xã ", "{{ te", "n }", "}", " báo cáo"],
    ],
)
def test_a_tag_split_over_runs_is_one_tag(pieces: list[str]) -> None:
    whole = "".join(pieces)
    (found,) = printed(w("p", *map(run, pieces)), ten="Hoàng Kim")
    assert found == whole.replace("{{ ten }}", "Hoàng Kim")


def test_a_tag_split_by_words_proof_marks_and_formatting_is_one_tag() -> None:
    bold = w("r", w("rPr", w("b")), "<w:t>te</w:t>")
    (found,) = printed(w("p", run("{{ "), w("proofErr", type="spellStart"), bold, run("n }}")), ten="Hoàng Kim")
    assert found == "Hoàng Kim"


def test_a_condition_with_a_greater_sign_is_read_as_typed() -> None:
    assert printed(words("{% if so > 3 %}nhiều{% else %}ít{% endif %}"), so=5) == ["nhiều"]


@pytest.mark.parametrize("quote", ["'", '"', "&apos;", "&quot;", "‘", "“"])
def test_quotes_in_a_tag_may_be_written_in_every_way_that_a_word_processor_writes_them(quote: str) -> None:
    closing = {"‘": "’", "“": "”"}.get(quote, quote)
    tag = f"{{% if loai == {quote}muc{closing} %}}đúng{{% else %}}sai{{% endif %}}"
    body = f'<w:p><w:r><w:t xml:space="preserve">{tag}</w:t></w:r></w:p>'
    assert printed(body, loai="muc") == ["đúng"]


def test_words_in_quotes_outside_tags_stay_as_typed() -> None:
    body = "<w:p><w:r><w:t>Trang “Chuyển đổi số” &quot;a&quot; {{ x }}</w:t></w:r></w:p>"
    assert printed(body, x="'b'") == ["Trang “Chuyển đổi số” \"a\" 'b'"]


def test_a_template_without_tags_comes_out_with_the_same_words() -> None:
    assert printed(words("Một", "Hai")) == ["Một", "Hai"]


# --- runs, plain tags -------------------------------------------------------------------------------------------

EMPHASISED = Runs((Span("đạt "), Span("70%", bold=True), Span(" & hơn")))


@pytest.mark.parametrize(
    "around", ["{{r x }}", "Kết quả: {{r x }}", "{{r x }}.", "- Kết quả: {{r x }}; hết.", "({{r x }}) ({{ y }})"]
)
def test_ready_runs_stand_between_the_words_around_them(around: str) -> None:
    data = render(compiled(words(around)), {"x": EMPHASISED, "y": "chữ"})
    expected = around.replace("{{r x }}", "đạt 70% & hơn").replace("{{ y }}", "chữ")
    assert texts(data) == [expected]
    bold = [text_of(each) for each in tree(data).iter(f"{W}r") if each.find(f"{W}rPr/{W}b") is not None]
    assert bold == ["70%"]
    assert all(each.find(f".//{W}r") is None for each in tree(data).iter(f"{W}t"))


def test_two_tags_for_runs_may_follow_each_other() -> None:
    assert printed(words("{{r a }}{{r b }}"), a=EMPHASISED, b=Runs.plain("!")) == ["đạt 70% & hơn!"]


def test_runs_printed_by_a_plain_tag_are_their_words() -> None:
    assert printed(words("Kết quả: {{ x }}."), x=EMPHASISED) == ["Kết quả: đạt 70% & hơn."]


def test_words_printed_by_a_tag_for_runs_are_one_run() -> None:
    assert printed(words("{{r x }}"), x="a < b") == ["a < b"]


@pytest.mark.parametrize("element", ["w:instrText", "a:t"])
def test_a_tag_in_another_element_of_text_prints_no_runs_there(element: str) -> None:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    body = f'<w:p><w:r><{element} xmlns:a="{drawing}">{{{{ x }}}}</{element}></w:r></w:p>'
    assert f">Phụ lục</{element}>" in part(render(compiled(body), {"x": "Phụ lục"}))


# --- loops ------------------------------------------------------------------------------------------------------


def test_paragraphs_are_repeated_and_those_of_the_tags_disappear() -> None:
    body = words("Đầu", "{%p for x in ds %}", "- {{ x }}", "{%p endfor %}", "Cuối")
    assert printed(body, ds=["một", "hai"]) == ["Đầu", "- một", "- hai", "Cuối"]
    assert printed(body, ds=[]) == ["Đầu", "Cuối"]


def test_paragraphs_are_chosen() -> None:
    body = words("{%p if co %}", "Có", "{%p else %}", "Không", "{%p endif %}")
    assert (printed(body, co=True), printed(body, co=False)) == (["Có"], ["Không"])


def test_rows_are_repeated_and_those_of_the_tags_disappear() -> None:
    rows = table(["A", "B", "C"], ["{%tr for x in ds %}", "", ""], ["{{ x }}", "-", "."], ["{%tr endfor %}", "", ""])
    assert printed(rows, ds=[1, 2]) == ["A", "B", "C", "1", "-", ".", "2", "-", "."]


@pytest.mark.parametrize("count", range(1, 13))
def test_a_table_with_looped_cells_takes_its_widths_from_the_columns(count: int) -> None:
    cot = columns(count)
    data = render(compiled(COLUMN_TABLE), {"bang": {"cot": cot}})
    root = tree(data)
    widths = [each.rong for each in cot]
    assert texts(data) == [each.tieu_de for each in cot]
    assert [int(each.get(f"{W}w", "")) for each in root.iter(f"{W}gridCol")] == widths
    assert [int(each.get(f"{W}w", "")) for each in root.iter(f"{W}tcW")] == widths
    assert [int(each.get(f"{W}w", "")) for each in root.iter(f"{W}tblW")] == [sum(widths)]


def test_tables_without_looped_cells_keep_their_widths() -> None:
    body = table(["a", "b", "c"]) + COLUMN_TABLE
    root = tree(render(compiled(body), {"bang": {"cot": columns(2)}}))
    assert [each.get(f"{W}w") for each in root.iter(f"{W}tblW")] == ["9000", str(700 + 710)]


# --- other parts ------------------------------------------------------------------------------------------------


def header(*content: str) -> str:
    return f"<w:hdr {NAMESPACES}>{''.join(content)}</w:hdr>"


def test_tags_in_a_header_are_printed() -> None:
    made = compiled(words("Thân"), parts={HEADER: header(words("Xã {{ ten }}"), paragraph("SoTrang", field("PAGE")))})
    assert texts(render(made, {"ten": "A & B"}), HEADER)[0] == "Xã A & B"


def test_a_part_without_tags_is_copied_as_it_is() -> None:
    plain = header(words("Không có thẻ"))
    data = render(compiled(words("{{ x }}"), parts={HEADER: plain, "word/styles.xml": "<a b='{{ x }}'/>"}), {"x": 1})
    assert part(data, HEADER) == plain
    assert part(data, "word/styles.xml") == "<a b='{{ x }}'/>"


def test_the_properties_of_the_file_are_printed_on_one_line_and_escaped() -> None:
    core = '<?xml version="1.0"?>\n<c xmlns:dc="d"><dc:title>{{ ten }}: {{ x }}</dc:title></c>'
    data = render(compiled(parts={CORE: core}), {"ten": Runs.plain("A & B\n<c>"), "x": 3})
    assert "".join(tree(data, CORE).itertext()) == "A & B <c>: 3"


# --- the page ---------------------------------------------------------------------------------------------------


def test_the_widths_of_the_text_are_read_from_the_sections() -> None:
    body = table(["a", "b", "c"]) + w("p", w("pPr", ACROSS)) + SECTION
    geometry = prepared(docx(body)).geometry
    assert (geometry.upright, geometry.across, geometry.left_head) == (11906 - 2835, 16838 - 2835, 3000)
    assert (geometry.text_width("doc"), geometry.text_width("ngang")) == (geometry.upright, geometry.across)


def test_a_template_that_says_nothing_of_its_page_is_taken_as_a4_with_the_decrees_margins() -> None:
    geometry = prepared(docx(words("a"))).geometry
    assert geometry.upright == pytest.approx(160 * 56.69, abs=2)  # 210 mm less 30 and 20
    assert geometry.across == pytest.approx(247 * 56.69, abs=2)  # 297 mm less 30 and 20


@pytest.mark.parametrize("tag", ["{%p if ngang %}", "{%p endif %}"])
def test_a_section_break_in_the_paragraph_of_a_tag_is_kept(tag: str) -> None:
    # LibreOffice joins the paragraph of a section break to the one before it.
    broken = w("p", w("pPr", ACROSS), run(tag))
    other = "{%p endif %}" if "if ngang" in tag else "{%p if ngang %}"
    body = broken + words(other) if "if ngang" in tag else words(other) + broken
    root = tree(render(compiled(words("a") + body + words("b") + SECTION), {"ngang": True}))
    assert [each.get(f"{W}w") for each in root.iter(f"{W}pgSz")] == ["16838", "11906"]


def test_a_section_break_in_a_paragraph_of_words_stays_there() -> None:
    body = w("p", w("pPr", ACROSS), run("{{ x }}")) + words("b") + SECTION
    assert printed(body, x="cuối") == ["cuối", "b"]


def test_the_built_template_is_prepared_without_a_finding() -> None:
    names = {each.name for each in prepared(build_template()).parts}
    assert names == {DOCUMENT, CORE}
