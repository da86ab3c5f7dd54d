"""Faults seeded into the shipped template are found, wherever they are, at their paragraph and by their rule."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from template_edits import TEXT, Found, edited, replaced, tags, with_document

from generator.data.model_kind import MoTa
from generator.findings import DocxPlace, Finding, Severity
from generator.jobs.view.vocabulary import vocabulary_of
from generator.rules.template_registry import TEMPLATE_RULES, check_template
from generator.word.template_reading import read_template

MAY = vocabulary_of(MoTa())
ALL = list(tags())
PRINTING = [tag for tag in ALL if tag.text.startswith("{{")]
STATEMENTS = [tag for tag in ALL if tag.text.startswith("{%")]
CLOSING = [tag for tag in STATEMENTS if re.search(r"\bend", tag.text)]
OPENING = [tag for tag in STATEMENTS if re.search(r"%(?:p|tr|tc) (?:for|if)\b", tag.text)]
QUOTED = [tag for tag in STATEMENTS if "'" in tag.text]
KINDS = [tag for tag in STATEMENTS if "kieu == '" in tag.text]
ROWS = [tag for tag in STATEMENTS if tag.text.startswith("{%tr")]


def outside_tables(tag: Found) -> bool:
    return TEXT.count("<w:tbl>", 0, tag.start) == TEXT.count("</w:tbl>", 0, tag.start)


def found(text: str) -> list[Finding]:
    return check_template(read_template(with_document(text), "mau.docx"), MAY)


def paragraphs(findings: list[Finding], rule: str) -> set[int]:
    """Where a rule has found something."""
    return {each.place.paragraph for each in findings if each.rule == rule and isinstance(each.place, DocxPlace)}


def test_the_shipped_template_has_no_finding() -> None:
    assert found(TEXT) == []
    assert min(map(len, (PRINTING, CLOSING, OPENING, QUOTED, KINDS, ROWS))) >= 5


@settings(deadline=None)
@given(st.sampled_from(PRINTING))
def test_a_name_with_a_letter_too_many_is_found_and_the_right_one_proposed(tag: Found) -> None:
    wrong = found(edited(tag, lambda text: text.replace(" }}", "x }}")))
    assert {each.rule for each in wrong} <= {"MB201", "MB202", "MB207"}
    assert paragraphs(wrong, "MB201") == {tag.paragraph}
    right = tag.text.rstrip(" }").rpartition(".")[2]
    (finding,) = (each for each in wrong if each.rule == "MB201")
    assert right in finding.fix or "." not in tag.text


@pytest.mark.parametrize("name", ["noi_dunq", "kinh_gu", "phu_lucs", "noinhan", "nguoi_ki.quyen_han"])
def test_a_loop_over_a_wrong_name_is_told_once(name: str) -> None:
    right = {"noi_dunq": "noi_dung", "kinh_gu": "kinh_gui", "phu_lucs": "phu_luc", "noinhan": "noi_nhan"}.get(name)
    loop = next(tag for tag in OPENING if tag.text.endswith(f"in {right or 'nguoi_ky.quyen_han'} %}}"))
    wrong = found(edited(loop, lambda text: re.sub(r"in \S+ %", f"in {name} %", text)))
    assert [each.place for each in wrong if each.rule == "MB201"] == [
        each.place for each in wrong if isinstance(each.place, DocxPlace) and each.place.paragraph == loop.paragraph
    ]
    assert paragraphs(wrong, "MB201") == {loop.paragraph}


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("van_ban.so_ky_hieu", "van_ban.so_ky_hieu"),
        ("van_ban.dia_danh_thoi_gian", "van_ban.dia_danh_thoi_gian"),
        ("ket_thuc", "ket_thuc"),
        ("nguoi_ky.ho_ten", "nguoi_ky.ho_ten"),
        ("pl.tieu_de", "phu_luc[].tieu_de"),
        ("dong", "nguoi_ky.quyen_han"),
    ],
)
def test_what_no_tag_prints_is_told(path: str, told: str) -> None:
    text = re.sub(rf"\{{\{{r? {re.escape(path)} \}}\}}", "…", TEXT)
    assert text != TEXT
    (finding,) = (each for each in found(text) if each.rule == "MB202")
    assert f"«{told}»" in finding.problem
    assert finding.severity is Severity.WARNING


def test_another_form_of_the_same_counts_as_printed() -> None:
    text = TEXT.replace("{{ don_vi.cap_tren }}", "{{ don_vi.cap_tren_day_du }}").replace(
        "don_vi.ten_dau_trang", "don_vi.ten"
    )
    assert text != TEXT
    assert found(text) == []


@settings(deadline=None)
@given(st.sampled_from(CLOSING))
def test_a_missing_end_is_named_where_its_beginning_stands(tag: Found) -> None:
    opening = opening_of(tag)
    wrong = [each for each in found(replaced(tag, "")) if each.rule == "MB203"]
    places = [place for each in wrong for place in (each.place, *each.related)]
    assert opening.paragraph in {place.paragraph for place in places if isinstance(place, DocxPlace)}
    assert len(wrong) == 1


def opening_of(closing: Found) -> Found:
    """By counting, in the sound template."""
    stack: list[Found] = []
    for tag in STATEMENTS:
        if tag in OPENING:
            stack.append(tag)
        elif tag in CLOSING:
            opened = stack.pop()
            if tag == closing:
                return opened
    raise AssertionError(closing)


@settings(deadline=None)
@given(st.sampled_from(OPENING))
def test_an_end_without_beginning_is_found(tag: Found) -> None:
    wrong = [each for each in found(replaced(tag, "")) if each.rule == "MB203"]
    assert wrong
    assert {each.place.paragraph for each in wrong if isinstance(each.place, DocxPlace)} > set()


@settings(deadline=None)
@given(st.sampled_from(ALL), st.sampled_from([slice(0, 1), slice(-1, None)]))
def test_a_tag_that_lost_a_brace_is_found(tag: Found, brace: slice) -> None:
    letters = list(tag.text)
    del letters[brace]
    assert paragraphs(found(replaced(tag, "".join(letters))), "MB204") == {tag.paragraph}


FRAMES = ["w:hyperlink", "w:ins", "w:smartTag", "w:sdtContent", "w:fldSimple"]


@settings(deadline=None)
@given(st.sampled_from(ALL), st.sampled_from(FRAMES))
def test_a_tag_half_in_another_frame_is_found(tag: Found, frame: str) -> None:
    half = len(tag.text) // 2
    split = f"{tag.text[:half]}</w:t></w:r><{frame}><w:r><w:t>{tag.text[half:]}"
    end = TEXT.index("</w:r>", tag.start) + len("</w:r>")
    text = TEXT[: tag.start] + split + TEXT[tag.start + len(tag.text) : end] + f"</{frame}>" + TEXT[end:]
    assert paragraphs(found(text), "MB204") == {tag.paragraph}


@settings(deadline=None)
@given(st.sampled_from(ALL))
def test_a_tag_split_by_bold_letters_is_no_fault(tag: Found) -> None:
    half = len(tag.text) // 2
    bold = f"{tag.text[:half]}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{tag.text[half:]}"
    assert found(replaced(tag, bold)) == []


@settings(deadline=None)
@given(st.sampled_from(ALL), st.sampled_from("\u00a0\u202f\u2007"))
def test_blanks_of_another_kind_in_a_tag_are_found_and_told_once(tag: Found, blank: str) -> None:
    wrong = found(edited(tag, lambda text: text.replace(" ", blank, 1)))
    assert [each.rule for each in wrong] == ["MB205"]
    assert paragraphs(wrong, "MB205") == {tag.paragraph}


@settings(deadline=None)
@given(st.sampled_from(QUOTED), st.sampled_from(["‘’", "“”", "«»", "„“", "′′"]))
def test_quotes_that_are_not_straight_are_found_and_told_once(tag: Found, quotes: str) -> None:
    opening, closing = quotes
    wrong = found(edited(tag, lambda text: text.replace("'", opening, 1).replace("'", closing, 1)))
    assert [each.rule for each in wrong] == ["MB205"]
    assert paragraphs(wrong, "MB205") == {tag.paragraph}


@settings(deadline=None)
@given(st.sampled_from(PRINTING))
def test_words_and_what_has_a_form_of_its_own_are_not_confused(tag: Found) -> None:
    other = tag.text.replace("{{r ", "{{ ") if tag.text.startswith("{{r") else tag.text.replace("{{ ", "{{r ")
    wrong = found(replaced(tag, other))
    assert [each.rule for each in wrong] == ["MB206"]
    assert paragraphs(wrong, "MB206") == {tag.paragraph}
    assert f"«{tag.text}»" in wrong[0].fix


@pytest.mark.parametrize("name", ["kinh_gui", "noi_dung", "van_ban", "nguoi_ky.quyen_han", "phu_luc"])
def test_a_whole_list_or_group_is_not_printed(name: str) -> None:
    tag = next(each for each in PRINTING if "so_ky_hieu" in each.text)
    wrong = found(replaced(tag, f"{{{{ {name} }}}}"))
    assert [each.severity for each in wrong if each.rule == "MB206"] == [Severity.ERROR]
    assert paragraphs(wrong, "MB206") == {tag.paragraph}


@settings(deadline=None)
@given(st.sampled_from(KINDS))
def test_a_kind_of_block_without_specimen_is_told_at_its_loop(tag: Found) -> None:
    kind = re.search("'(.*)'", tag.text)
    assert kind is not None
    wrong = found(edited(tag, lambda text: text.replace(kind[1], "khac")))
    (finding,) = (each for each in wrong if each.rule == "MB207")
    assert f"«{kind[1]}»" in finding.problem
    assert finding.severity is (Severity.ERROR if lost(kind[1]) else Severity.WARNING)
    loop = max(
        (each for each in OPENING if "for khoi in" in each.text and each.start < tag.start), key=lambda t: t.start
    )
    assert paragraphs(wrong, "MB207") == {loop.paragraph}


def lost(kind: str) -> bool:
    """Whether a block printed as a plain paragraph loses anything: its number, its table, its chart."""
    (kinds,) = (entry.kinds for entry in MAY.entries.values() if entry.path == "noi_dung[].kieu")
    return kinds[kind].prints != ("chu",)


@settings(deadline=None)
@given(st.sampled_from([tag for tag in STATEMENTS if tag.text.startswith(("{%p", "{%tc"))]))
def test_words_beside_a_tag_that_takes_its_paragraph_away_are_told(tag: Found) -> None:
    wrong = found(edited(tag, lambda text: f"Chữ {text}"))
    assert [each.rule for each in wrong] == ["MB208"]
    assert paragraphs(wrong, "MB208") == {tag.paragraph}
    assert "«Chữ»" in wrong[0].problem


@settings(deadline=None)
@given(st.sampled_from([tag for tag in ROWS if tag in OPENING]))
def test_a_loop_of_rows_that_begins_in_the_row_where_it_ends_is_told(tag: Found) -> None:
    end = closing_of(tag)
    text = TEXT[: tag.start] + TEXT[tag.start + len(tag.text) : end.start] + tag.text + TEXT[end.start :]
    assert paragraphs(found(text), "MB208") == {end.paragraph}


def closing_of(opening: Found) -> Found:
    return next(tag for tag in CLOSING if opening_of(tag) == opening)


@settings(deadline=None)
@given(st.sampled_from(ROWS))
def test_a_tag_of_rows_written_as_one_of_paragraphs_is_told(tag: Found) -> None:
    wrong = found(edited(tag, lambda text: text.replace("{%tr", "{%p")))
    assert {each.rule for each in wrong} & {"MB203", "MB208"}


@settings(deadline=None)
@given(st.sampled_from([tag for tag in OPENING if tag.text.startswith("{%p") and outside_tables(tag)]))
def test_a_tag_of_rows_outside_a_table_is_told(tag: Found) -> None:
    wrong = found(edited(tag, lambda text: text.replace("{%p", "{%tr")))
    assert tag.paragraph in paragraphs(wrong, "MB208")


@settings(deadline=None)
@given(st.sampled_from(ALL), st.sampled_from(["..", " + ", "(", " ten ten "]))
def test_a_tag_that_cannot_be_read_is_told(tag: Found, junk: str) -> None:
    wrong = found(edited(tag, lambda text: f"{text[:-2].rstrip()}{junk}{text[-2:]}"))
    assert tag.paragraph in paragraphs(wrong, "MB209") | paragraphs(wrong, "MB203")


def test_many_faults_are_told_at_once() -> None:
    text = TEXT
    for old, new in (
        ("{{ van_ban.so_ky_hieu }}", "{{ van_ban.so_hieu }}"),
        ("{{r van_ban.trich_yeu }}", "{{ van_ban.trich_yeu }}"),
        ("{%p if kieu == 'gach' %}", "{%p if kieu == «gach» %}"),
        ("{{ nguoi_ky.ho_ten }}", "{{ nguoi_ky.ho_ten }"),
        ("{{ noi.ten }}", "{{ noi..ten }}"),
        ("{%p for khoi in noi_dung %}", "Chữ {%p for khoi in noi_dung %}"),
        ("{%p elif kieu == 'cong' %}", "{%p elif kieu == 'kong' %}"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    at = text.index("{%p endfor %}", text.index("noi.gom"))
    text = text[:at] + text[at + len("{%p endfor %}") :]
    of_the_package = {"MB210", "MB211"}
    assert {each.rule for each in found(text)} == set(TEMPLATE_RULES) - of_the_package


def test_what_a_template_must_not_bring_along_is_told_beside_its_other_faults() -> None:
    text = TEXT.replace("{{ van_ban.so_ky_hieu }}", "{{ van_ban.so_hieu }}")
    dde = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO a</w:instrText></w:r></w:p>'
    wrong = found(text.replace("<w:body>", f"<w:body>{dde}"))
    assert paragraphs(wrong, "MB210") == {1}
    assert "MB201" in {each.rule for each in wrong}
