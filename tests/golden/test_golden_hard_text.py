"""Text that is hard on a Word file comes out as it was typed, wherever it stands; what Word cannot hold is refused."""

from __future__ import annotations

import json
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Refused
from generator.findings import DataPlace
from generator.jobs.build import make

TITLE = "{http://purl.org/dc/elements/1.1/}title"
Printed = Callable[[str], list[Any]]

# What is typed and what must be printed; expressions and emphasis do what they are for.
TYPED = {
    "markup": ("A & B <c>", "A & B <c>"),
    "entities": ("&amp; &#10; &lt;w:p/&gt; hết", "&amp; &#10; &lt;w:p/&gt; hết"),
    "end of CDATA": ("x ]]> y <![CDATA[ z", "x ]]> y <![CDATA[ z"),
    "quotes": ("' \" “ ” ‘ ’ « »", "' \" “ ” ‘ ’ « »"),
    "escaped braces": (r"gõ \{{ ct('1.6') }} vào", "gõ {{ ct('1.6') }} vào"),
    "statements of Jinja": ("{% if x %} {# y #} {%p endfor %} {%- z", "{% if x %} {# y #} {%p endfor %} {%- z"),
    "closing braces": ("a }} b %} c", "a }} b %} c"),
    "decomposed accents": (unicodedata.normalize("NFD", "Tiếng Việt: Đường ẵm, ỡ ữ"), "Tiếng Việt: Đường ẵm, ỡ ữ"),
    "emoji": ("vui 😀 👨‍👩‍👧 🇻🇳", "vui 😀 👨‍👩‍👧 🇻🇳"),
    "other scripts": ("中文 ελληνικά עברית", "中文 ελληνικά עברית"),
    "backslashes": ("C:\\new\\temp \\\\may-chu\\n", "C:\\new\\temp \\\\may-chu\\n"),
    "stars": ("2 * 3 * 4 và 5*", "2 * 3 * 4 và 5*"),
    "escaped stars": (r"\*đậm\* và \*\*", "*đậm* và **"),
    "emphasis": ("**đậm** và *nghiêng*", "đậm và nghiêng"),
    "long": ("chuyển đổi số " * 220 + "hết", "chuyển đổi số " * 220 + "hết"),
    "one long word": ("x" * 3000, "x" * 3000),
    "no-break space": ("100\u00a0000 đồng", "100\u00a0000 đồng"),
    "percent and dollar": ("100% $1 ${x} %s %(a)s {0} {a}", "100% $1 ${x} %s %(a)s {0} {a}"),
    "colon and hash": ("Yêu cầu: #1, số: 2 # ba", "Yêu cầu: #1, số: 2 # ba"),
}
# Words that are printed as typed: no expressions, no emphasis.
PLAIN = [name for name in TYPED if name not in ("escaped braces", "escaped stars", "emphasis", "no-break space")]


def quoted(text: str) -> str:
    """As a YAML value in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def in_style(paragraphs: list[Any], style: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs if paragraph.style == style]


def cells(paragraphs: list[Any]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs if paragraph.style.startswith("Bảng: ô")]


@pytest.mark.parametrize("name", TYPED)
def test_in_a_paragraph(name: str, printed: Printed) -> None:
    typed, expected = TYPED[name]
    assert len(expected) < 3100
    paragraphs = printed(f"noi_dung: [{quoted(typed)}]\n")
    assert in_style(paragraphs, "Nội dung") == [expected]


@pytest.mark.parametrize("name", TYPED)
def test_in_a_block_of_several_lines(name: str, printed: Printed) -> None:
    typed, expected = TYPED[name]
    paragraphs = printed(f"noi_dung:\n  - |\n    Mở đầu.\n    {typed}\n    - {typed}\n")
    assert in_style(paragraphs, "Nội dung") == ["Mở đầu.", expected]
    assert in_style(paragraphs, "Gạch đầu dòng") == [f"- {expected}"]


@pytest.mark.parametrize("name", TYPED)
def test_in_the_subject_and_the_properties_of_the_file(name: str, printed: Printed, office: Path) -> None:
    typed, expected = TYPED[name]
    paragraphs = printed(f"van_ban: {{trich_yeu: {quoted(typed)}}}\n")
    assert in_style(paragraphs, "Trích yếu") == [expected]
    with zipfile.ZipFile(office / "xa.docx") as package:
        properties = ElementTree.fromstring(package.read("docProps/core.xml"))
    assert properties.findtext(TITLE) == f"Báo cáo: {' '.join(expected.split())}"


@pytest.mark.parametrize("name", TYPED)
def test_in_a_heading(name: str, printed: Printed) -> None:
    typed, expected = TYPED[name]
    paragraphs = printed(f"noi_dung: [{{muc: {quoted(typed)}}}]\n")
    # Words that are one line are squeezed there; a no-break space is a blank.
    assert in_style(paragraphs, "heading 1") == [f"I. {' '.join(expected.split())}"]


@pytest.mark.parametrize("name", PLAIN)
def test_in_a_recipient(name: str, printed: Printed) -> None:
    typed, expected = TYPED[name]
    paragraphs = printed(f"noi_nhan: [{quoted(typed)}, {{luu: VT}}]\n")
    assert in_style(paragraphs, "Nơi nhận: danh sách") == [f"- {expected};", "- Lưu: VT."]


@pytest.mark.parametrize("name", PLAIN)
def test_in_a_cell_of_a_table(name: str, printed: Printed) -> None:
    typed, expected = TYPED[name]
    parts = (
        f'chi_tieu: {{ket_qua: {{"1.1": {{chu: {quoted(typed)}, ghi_chu: {quoted(typed)}}}}}}}\n'
        "phu_luc: [{tieu_de: Bảng, bang: chi_tieu, cot: [ket_qua, ghi_chu]}]\n"
    )
    assert cells(printed(parts))[:2] == [expected, expected]


def test_stars_are_stars_in_a_cell_as_they_are_where_the_cell_is_cited(printed: Printed) -> None:
    parts = (
        'chi_tieu: {ket_qua: {"1.1": {chu: Có *a* và **b**, ghi_chu: 3*4*5}}}\n'
        "noi_dung: [\"{{ ct('1.1') }}\"]\n"
        "phu_luc: [{tieu_de: Bảng, bang: chi_tieu, cot: [ket_qua, ghi_chu]}]\n"
    )
    paragraphs = printed(parts)
    assert in_style(paragraphs, "Nội dung") == ["Có *a* và **b**"]
    assert cells(paragraphs)[:2] == ["Có *a* và **b**", "3*4*5"]


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ("noi_nhan: ['{{ don_vi.ten }}', {luu: VT}]\n", "noi_nhan[1]"),
        ("kinh_gui: ['UBND {{ don_vi.ten }}']\n", "kinh_gui[1]"),
        ("chi_tieu: {ket_qua: {\"1.1\": {chu: Có, ghi_chu: '{{ ky.nam }}'}}}\n", 'chi_tieu.ket_qua."1.1".ghi_chu'),
    ],
)
def test_an_expression_where_words_are_printed_as_typed_is_refused(parts: str, path: str, printed: Printed) -> None:
    with pytest.raises(Refused) as refused:
        printed(parts)
    (finding,) = refused.value.findings
    assert isinstance(finding.place, DataPlace)
    assert (finding.place.line, finding.place.path) == (2, path)
    assert "không dùng được biểu thức" in finding.problem


@pytest.mark.parametrize("name", [name for name in TYPED if "brace" not in name and "star" not in name])
def test_through_an_expression(name: str, printed: Printed) -> None:
    """What ``ct`` brings into a sentence is printed as the annex prints it."""
    typed, expected = TYPED[name]
    if name == "emphasis":
        expected = typed
    parts = (
        f'chi_tieu: {{ket_qua: {{"1.1": {{chu: {quoted(typed)}}}}}}}\nnoi_dung: ["Kết quả: {{{{ ct(\'1.1\') }}}}."]\n'
    )
    expected = " ".join(expected.split())
    assert in_style(printed(parts), "Nội dung") == [f"Kết quả: {expected}."]


CONTROLS = [
    "\x00",
    "\x01",
    "\x08",
    "\x0b",
    "\x0c",
    "\x0e",
    "\x1f",
    "\x7f",
    "\x85",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\uffff",
]


@pytest.mark.parametrize("character", CONTROLS, ids=lambda character: f"U+{ord(character):04X}")
def test_a_control_character_is_refused_where_it_stands(character: str, printed: Printed) -> None:
    with pytest.raises(Refused) as refused:
        printed(f"noi_dung:\n  - Một đoạn.\n  - Hai {character}đoạn.\n")
    (finding,) = refused.value.findings
    assert finding.rule == "DL104"
    assert isinstance(finding.place, DataPlace)
    assert (finding.place.line, finding.place.column) == (4, 9)
    assert f"U+{ord(character):04X}" in finding.problem


@pytest.mark.parametrize("character", CONTROLS, ids=lambda character: f"U+{ord(character):04X}")
def test_a_control_character_behind_a_backslash_is_refused_too(character: str, printed: Printed) -> None:
    with pytest.raises(Refused) as refused:
        printed(f'noi_dung:\n  - Một đoạn.\n  - "Hai \\u{ord(character):04X}đoạn."\n')
    (finding,) = refused.value.findings
    assert (finding.rule, finding.place.file) == ("DL104", "inputs/xa.yaml")
    assert isinstance(finding.place, DataPlace)
    assert (finding.place.line, finding.place.path) == (4, "noi_dung[2]")


def test_a_control_character_out_of_an_expression_is_refused(printed: Printed) -> None:
    with pytest.raises(Refused) as refused:
        printed("noi_dung:\n  - Một đoạn {{ '\\u0001' }}.\n")
    assert [finding.place.file for finding in refused.value.findings] == ["inputs/xa.yaml"]


def is_plain(text: str) -> bool:
    """Whether a paragraph can start and end with the text: blanks there, and dashes before one, mean something."""
    return bool(text.strip()) and text == text.strip() and text[:2] not in ("- ", "+ ")


# Everything that Word can hold, with the marks of YAML, Jinja, XML and emphasis over-represented.
LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff")
PIECES = st.one_of(
    LETTERS, st.sampled_from(["{{", "}}", "{%", "%}", "{#", "*", "**", "\\", "\\*", "<w:t>", "&", "]]>", " "])
)
WORDS = st.lists(PIECES, min_size=1, max_size=30).map("".join)


def typed_plainly(text: str) -> str:
    """How a user types the text so that nothing in it is an expression or emphasis."""
    return text.replace("{{", r"\{{").replace("*", r"\*")


@given(text=WORDS.filter(is_plain))
@settings(max_examples=100, deadline=None)
def test_any_text_comes_out_as_it_was_typed(text: str, printed: Printed) -> None:
    paragraphs = printed(
        f"noi_dung: [{quoted(typed_plainly(text))}]\nvan_ban: {{trich_yeu: {quoted(typed_plainly(text))}}}\n"
    )
    expected = unicodedata.normalize("NFC", text)
    assert in_style(paragraphs, "Nội dung") == [expected]
    assert in_style(paragraphs, "Trích yếu") == [expected]


@given(text=WORDS.filter(is_plain).filter(lambda text: "{{" not in text and text[-1] not in ";."))
@settings(max_examples=60, deadline=None)
def test_any_words_come_out_as_they_were_typed(text: str, printed: Printed) -> None:
    paragraphs = printed(f"noi_nhan: [{quoted(text)}, {{luu: VT}}]\n")
    expected = " ".join(unicodedata.normalize("NFC", text).split())
    assert in_style(paragraphs, "Nơi nhận: danh sách")[0] == f"- {expected};"


def test_the_smallest_report_with_the_hardest_text_is_built_alike_twice(office: Path) -> None:
    path = office / "inputs" / "xa.yaml"
    path.write_text(f"ke_thua: [nen.yaml]\nnoi_dung: [{quoted(TYPED['emoji'][0])}]\n", "utf-8")
    assert make(path, office)[0] == make(path, office)[0]
