"""What the form of a trial or of a build breaks is told at the paragraph of the template that printed it."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.shared import Pt
from secretary_edits import (
    SHIPPED,
    Office,
    at,
    edited,
    number_of,
    office_in,
    paragraph,
    place_of,
    refused,
    style,
)

from generator.findings import DocxPlace, Finding, Severity
from generator.jobs.check_template import annotated_template, check_file
from generator.jobs.printed_by import TemplateFile, at_template


@pytest.fixture(scope="module")
def trial_office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return office_in(tmp_path_factory.mktemp("dung-thu"))


def arial(opened: Opened) -> None:
    style(opened, "NoiDung").font.name = "Arial"
    fonts = style(opened, "NoiDung").element.find(qn("w:rPr")).find(qn("w:rFonts"))
    for each in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(each), "Arial")


def one(findings: list[Finding], rule: str) -> Finding:
    (found,) = (each for each in findings if each.rule == rule)
    return found


def test_a_font_of_a_style_is_told_at_its_specimen(trial_office: Office) -> None:
    data = edited(arial)
    finding = one(trial_office.told(data), "TT104")
    opened = Document(io.BytesIO(data))
    styles = [each.pPr.pStyle.val if each.pPr is not None else "" for each in opened.element.body.iter(qn("w:p"))]
    assert styles[place_of(finding)[1] - 1] == "NoiDung"
    assert finding.place.file.endswith("mau.docx")
    assert finding.fix.endswith("Đoạn ấy in theo kiểu «Nội dung»: sửa kiểu trong mẫu thì mọi đoạn cùng kiểu đổi theo.")
    assert str(finding.related[0]).startswith("bản dựng thử từ templates/docx/bao_cao/vi_du.yaml")


def test_a_build_tells_it_of_the_template_too(trial_office: Office) -> None:
    finding = one(refused(trial_office, edited(arial)), "TT104")
    assert finding.place.file.endswith("mau.docx")
    assert finding.related[0].file == "vi_du.docx"


def test_a_fixed_sentence_of_a_wrong_size_is_told_where_it_was_typed(trial_office: Office) -> None:
    def small(opened: Opened) -> None:
        sentence = paragraph("Rất mong nhận được sự quan tâm của cấp trên.")
        at(opened, "{{r ket_thuc").addprevious(sentence)
        for run in opened.paragraphs:
            if run.text.startswith("Rất mong"):
                run.runs[0].font.size = Pt(9)

    data = edited(small)
    finding = one(trial_office.told(data), "TT301")
    assert place_of(finding) == ("word/document.xml", number_of(data, "Rất mong"))


def test_the_annotated_copy_has_the_comment_at_that_paragraph(trial_office: Office) -> None:
    trial_office.template.write_bytes(edited(arial))
    report = check_file(trial_office.template, trial_office.here)
    document = Document(io.BytesIO(annotated_template(report)))
    marked = [
        number
        for number, each in enumerate(document.element.body.iter(qn("w:p")), start=1)
        if each.find(f".//{qn('w:commentReference')}") is not None
    ]
    assert place_of(one(list(report.findings), "TT104"))[1] in marked


def test_what_no_paragraph_of_the_template_printed_is_told_as_it_was() -> None:
    place = DocxPlace("a.docx", "word/document.xml", 99999)
    finding = Finding("TT104", Severity.ERROR, place, "Sai phông.", "Sửa phông.")
    assert at_template([finding], SHIPPED, TemplateFile("mau.docx", SHIPPED)) == [finding]
