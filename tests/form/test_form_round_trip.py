"""The same document from another program's hand: saved again, or written in other ways."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
from io import BytesIO
from itertools import islice
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from edits import Draft, W, runs
from made import cong_van
from mutants import all_mutants

from generator.jobs.check_format import FormReport, judge_form
from generator.word.package import read_parts

SECONDS = 240
EVERY = 41  # of the mutants, every so many goes through LibreOffice too
NAMES = ("hoangkim", "yendinh", "camthuy", "vinhloc", "cong_van", "quyet_dinh", "ke_hoach")
# Verdicts that LibreOffice changes, by document and rule; docs/nhan-dien.md explains each.
CHANGED: dict[str, dict[str, tuple[str, str]]] = {}


def states(report: FormReport) -> dict[str, str]:
    return {
        rule: "không đánh giá" if not verdict.assessed else "không đạt" if verdict.findings else "đạt"
        for rule, verdict in report.verdicts.items()
    }


def difference(before: bytes, after: bytes) -> dict[str, tuple[str, str]]:
    first, second = states(judge_form(before, "x")), states(judge_form(after, "x"))
    return {rule: (first[rule], second[rule]) for rule in first if first[rule] != second[rule]}


@pytest.fixture(scope="module")
def faulty(bases) -> dict[str, tuple[str, bytes]]:
    """Some documents with a single fault, by number, each with the rule meant for it."""
    chosen = islice(all_mutants(), 0, None, EVERY)
    return {f"{number:03}": (mutant.rule, mutant.of(bases[mutant.base])) for number, mutant in enumerate(chosen)}


@pytest.fixture(scope="module")
def saved_again(bases, faulty, tmp_path_factory) -> dict[str, bytes]:
    """All documents as LibreOffice writes them."""
    program = shutil.which("soffice")
    if program is None:
        reason = "không có soffice để lưu lại văn bản"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    folder: Path = tmp_path_factory.mktemp("luu-lai")
    documents = {name: bases[name] for name in NAMES} | {name: data for name, (_, data) in faulty.items()}
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    options = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "docx"]
    files = [str(folder / f"{name}.docx") for name in documents]
    command = [program, *options, "--outdir", str(folder / "out"), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return {name: (folder / "out" / f"{name}.docx").read_bytes() for name in documents}


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_leaves_the_verdicts_as_they_are(bases, saved_again, name):
    assert b"LibreOffice" in read_parts(saved_again[name])["docProps/app.xml"]
    assert difference(bases[name], saved_again[name]) == CHANGED.get(name, {})


def test_libreoffice_hides_no_fault(faulty, saved_again):
    hidden = [
        (name, rule)
        for name, (rule, data) in faulty.items()
        if states(judge_form(data, "x"))[rule] == "không đạt"
        and states(judge_form(saved_again[name], "x"))[rule] != "không đạt"
    ]
    assert hidden == []
    assert len(faulty) >= 20


@pytest.mark.parametrize("name", NAMES)
def test_python_docx_leaves_the_verdicts_as_they_are(bases, name):
    stream = BytesIO()
    Document(BytesIO(bases[name])).save(stream)
    assert difference(bases[name], stream.getvalue()) == {}


@pytest.mark.parametrize("name", NAMES)
def test_accents_typed_apart_from_their_letters_read_the_same(bases, name):
    draft = Draft(bases[name])
    for text in draft.tree().iter(f"{W}t"):
        text.text = unicodedata.normalize("NFD", text.text or "")
    assert difference(bases[name], draft.packed()) == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_run_for_every_letter_reads_the_same(bases, name):
    """Word cuts runs at will: spelling, revisions, languages."""
    draft = Draft(bases[name])
    for p in draft.tree().iter(f"{W}p"):
        for run in list(runs(p)):
            texts = run.findall(f"{W}t")
            if len(texts) != 1 or len(run) > 2 or not texts[0].text:
                continue
            for letter in texts[0].text[:0:-1]:
                twin = run.makeelement(f"{W}r")
                for properties in run.findall(f"{W}rPr"):
                    twin.append(properties.__copy__())
                own = twin.makeelement(f"{W}t")
                own.text = letter
                own.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                twin.append(own)
                run.addnext(twin)
            texts[0].text = texts[0].text[0]
            texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    assert difference(bases[name], draft.packed()) == {}


def by_hand(*, size: int = 14, font: str = "Times New Roman") -> bytes:
    """A short báo cáo as a script with python-docx makes it: the default template, everything set by hand."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)

    def write(container, text, points, *looks, align=WD_ALIGN_PARAGRAPH.CENTER):
        paragraph = container.add_paragraph()
        paragraph.alignment = align
        paragraph.paragraph_format.space_before = Pt(6)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = 1.0
        run = paragraph.add_run(text)
        run.font.name, run.font.size = font, Pt(points)
        run._element.rPr.rFonts.set(qn("w:cs"), font)
        run.bold, run.italic = "bold" in looks, "italic" in looks
        return paragraph

    head = document.add_table(rows=2, cols=2)
    left, right = head.rows[0].cells
    write(left, "UBND HUYỆN HOẰNG HÓA", 13)
    write(left, "ỦY BAN NHÂN DÂN XÃ HOÀNG KIM", 13, "bold")
    write(left, "_______", 13)
    write(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "bold")
    write(right, "Độc lập - Tự do - Hạnh phúc", 14, "bold")
    write(head.rows[1].cells[0], "Số: 05/BC-UBND", 13)
    write(head.rows[1].cells[1], "Hoàng Kim, ngày 05 tháng 12 năm 2023", 14, "italic")
    write(document, "BÁO CÁO", 14, "bold")
    write(document, "Kết quả chuyển đổi số năm 2023", 14, "bold")
    for text in ("1. Ủy ban nhân dân xã báo cáo kết quả chuyển đổi số.", "2. Xã đề nghị cấp trên hỗ trợ./."):
        body = write(document, text, size, align=WD_ALIGN_PARAGRAPH.JUSTIFY)
        body.paragraph_format.first_line_indent = Mm(10)
    close = document.add_table(rows=1, cols=2)
    write(close.cell(0, 0), "Nơi nhận:", 12, "bold", "italic", align=WD_ALIGN_PARAGRAPH.LEFT)
    write(close.cell(0, 0), "- UBND huyện;", 11, align=WD_ALIGN_PARAGRAPH.LEFT)
    write(close.cell(0, 0), "- Lưu: VT, VHXH.", 11, align=WD_ALIGN_PARAGRAPH.LEFT)
    write(close.cell(0, 1), "CHỦ TỊCH", 14, "bold")
    write(close.cell(0, 1), "", 14)
    write(close.cell(0, 1), "Lê Quang Thành", 14, "bold")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


class TestWrittenByAScript:
    def test_its_faults_are_told_and_nothing_else(self):
        verdicts = states(judge_form(by_hand(), "x"))
        broken = {rule for rule, state in verdicts.items() if state == "không đạt"}
        # No line under the Tiêu ngữ and the trích yếu, a typed one under the body; nothing keeps the close together;
        # the columns are as wide as each other, so that the Quốc hiệu breaks.
        assert broken == {"TT201", "TT203", "TT206", "TT214", "TT410"}
        assert {
            rule for rule in ("TT202", "TT208", "TT210", "TT212", "TT308", "TT403", "TT407") if verdicts[rule] == "đạt"
        }

    def test_another_font_and_size_are_told(self):
        broken = {f.rule for f in judge_form(by_hand(size=12, font="Arial"), "x").findings}
        assert {"TT104", "TT308"} <= broken


NUMBERING = (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum '
    'w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:suff w:val="space"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId '
    'w:val="0"/></w:num></w:numbering>'
)


def numbered(letters: int) -> bytes:
    """The công văn with automatic numbers for khoản and điểm; so many điểm are kept."""
    draft = Draft(cong_van())
    draft.add_part("word/numbering.xml", NUMBERING, "rId50", "numbering")
    for p in draft.paragraphs("Diem")[letters:]:
        p.getparent().remove(p)
    for level, style in ((0, "Khoan"), (1, "Diem")):
        for p in draft.paragraphs(style):
            text = next(p.iter(f"{W}t"))
            text.text = (text.text or "").split(" ", 1)[1]
            number = p.makeelement(f"{W}numPr")
            for name, value in (("ilvl", level), ("numId", 1)):
                each = number.makeelement(W + name)
                each.set(f"{W}val", str(value))
                number.append(each)
            p.find(f"{W}pPr").append(number)
    return draft.packed()


class TestAutomaticNumbers:
    def test_they_are_read_as_typed_ones(self):
        assert difference(cong_van(), numbered(4)) == {}

    def test_word_counts_in_the_english_order(self):
        found = judge_form(numbered(5), "x").findings
        assert [finding.rule for finding in found] == ["TT310"]
        assert "«e»" in found[0].problem
