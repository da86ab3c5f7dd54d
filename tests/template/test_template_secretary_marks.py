"""What Word, its reviewers and other programs leave in a template: it is harmless, or told with its mend."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from docx.document import Document as Opened
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from secretary_edits import (
    SHIPPED,
    Office,
    all_of,
    at,
    body,
    edited,
    number_of,
    paragraphs,
    place_of,
    refused,
    runs,
    words_of,
)

from generator.word.package import read_parts

SECONDS = 120
BY_LAN = 'w:id="901" w:author="Lan" w:date="2024-12-01T00:00:00Z"'


@pytest.mark.parametrize("words_", ["van_ban.trich_yeu", "{{r khoi.chu }}"], ids=["một chỗ", "trong vòng lặp"])
def test_a_comment_left_in_the_template_stays_there(right, words_: str) -> None:
    def edit(opened: Opened) -> None:
        target = next(each for each in opened.paragraphs if words_ in each.text)
        opened.add_comment(target.runs, text="Chị xem lại cỡ chữ chỗ này", author="Lan")

    parts = read_parts(right(edited(edit)))
    assert not any("comment" in name for name in parts)
    assert not any(b"<w:comment" in part or "Chị xem lại".encode() in part for part in parts.values())


def _inserted(words_: str) -> str:
    return f"<w:ins {nsdecls('w')} {BY_LAN}><w:r><w:t>{words_}</w:t></w:r></w:ins>"


def _deleted(words_: str) -> str:
    return f"<w:del {nsdecls('w')} {BY_LAN}><w:r><w:delText>{words_}</w:delText></w:r></w:del>"


@pytest.mark.parametrize(
    ("pieces", "target"),
    [
        ((_deleted("Nơi nhận:"), _inserted("Nơi gửi:")), "Nơi nhận:"),
        ((_deleted("{{ van_ban.so_ky_hieu }}"),), "so_ky_hieu"),
        ((_inserted("{{ van_ban.so_ky_hieu }}"),), "so_ky_hieu"),
    ],
    ids=["chữ", "thẻ bị bỏ", "thẻ thêm"],
)
def test_tracked_changes_that_wait_are_told(office: Office, pieces: tuple[str, ...], target: str) -> None:
    def edit(opened: Opened) -> None:
        where = at(opened, target)
        runs(where)
        where.extend(map(parse_xml, pieces))

    data = edited(edit)
    (fault,) = refused(office, data)
    expected = number_of(SHIPPED, target)
    assert (fault.rule, place_of(fault)) == ("MB211", ("word/document.xml", expected))
    assert "Accept All Changes" in fault.fix
    assert fault in office.told(data)


def test_tracked_changes_once_accepted_are_like_any_words(right) -> None:
    def edit(opened: Opened) -> None:
        runs(at(opened, "{{r ket_thuc"), "{{r ket_thuc }}", ", kính báo cáo", "./.")

    assert any(each.endswith(", kính báo cáo./.") for each in paragraphs(right(edited(edit))))


def _split(opened: Opened, parted: object) -> None:
    for each in all_of(opened):
        typed = "".join(text.text or "" for text in each.iter(qn("w:t")))
        if "{" in typed and len(each.findall(qn("w:r"))) == 1:
            runs(each, *parted(typed))  # type: ignore[operator]


def test_spelling_marks_within_tags_change_nothing(right, plain: bytes) -> None:
    def edit(opened: Opened) -> None:
        _split(opened, lambda typed: (typed[:4], typed[4:7], typed[7:]))
        for each in all_of(opened):
            for run in each.findall(qn("w:r"))[1:2]:
                run.addprevious(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellStart"/>'))
                run.addnext(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellEnd"/>'))

    assert paragraphs(right(edited(edit))) == paragraphs(plain)


def test_tags_split_into_runs_of_one_letter_change_nothing(right, plain: bytes) -> None:
    assert paragraphs(right(edited(lambda opened: _split(opened, list)))) == paragraphs(plain)


def test_a_bookmark_or_a_line_break_within_a_tag_changes_nothing(right, plain: bytes) -> None:
    def edit(opened: Opened) -> None:
        where = at(opened, "{{r ket_thuc")
        runs(where, "{{r ", "ket_thuc }}./.")
        first = where.find(qn("w:r"))
        first.append(parse_xml(f"<w:br {nsdecls('w')}/>"))
        first.addnext(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="5" w:name="_GoBack"/>'))
        where.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="5"/>'))

    assert paragraphs(right(edited(edit))) == paragraphs(plain)


def test_curly_quotes_that_are_read_as_plain_ones_are_told_and_print_the_same(right, plain: bytes) -> None:
    data = edited(lambda opened: runs(at(opened, "kieu == 'muc'"), "{%p elif kieu == ‘muc’ %}"))
    assert paragraphs(right(data, told=("MB205",))) == paragraphs(plain)


def test_low_quotes_are_told_with_what_to_type(office: Office) -> None:
    data = edited(lambda opened: runs(at(opened, "kieu == 'muc'"), "{%p elif kieu == „muc” %}"))
    place = ("word/document.xml", number_of(data, "„muc”"))
    (told,) = office.told(data)
    assert (told.rule, place_of(told)) == ("MB205", place)
    assert "nháy thẳng" in told.fix
    assert place in {place_of(each) for each in refused(office, data)}


def test_a_name_that_word_capitalised_is_told_with_the_right_one(office: Office) -> None:
    data = edited(lambda opened: runs(at(opened, "so_ky_hieu"), "{{ Van_ban.so_ky_hieu }}"))
    (fault,) = refused(office, data)
    assert place_of(fault) == ("word/document.xml", number_of(data, "Van_ban"))
    assert "«van_ban»" in fault.problem


def test_a_tag_that_lost_a_brace_is_told(office: Office) -> None:
    data = edited(lambda opened: runs(at(opened, "so_ky_hieu"), "{{ van_ban.so_ky_hieu }"))
    (fault,) = refused(office, data)
    assert (fault.rule, place_of(fault)) == ("MB102", ("word/document.xml", number_of(data, "so_ky_hieu")))


BOX = (
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def test_a_tag_in_a_text_box_is_printed_in_both_twins_of_the_box(right) -> None:
    inner = "<w:txbxContent><w:p><w:r><w:t>{{ van_ban.so_ky_hieu }}</w:t></w:r></w:p></w:txbxContent>"
    shape = f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp>'
    kind = 'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    held = f"<a:graphic><a:graphicData {kind}>{shape}</a:graphicData></a:graphic>"
    size = '<wp:extent cx="900000" cy="300000"/><wp:docPr id="77" name="Hop"/>'
    choice = f'<mc:Choice Requires="wps"><w:drawing><wp:inline>{size}{held}</wp:inline></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
    twins = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    box = f"<w:p {nsdecls('w', 'wp', 'a')} {BOX}>{twins}</w:p>"
    document = right(edited(lambda opened: at(opened, "ket_thuc").addprevious(parse_xml(box))))
    assert paragraphs(document).count("Số: 12/BC-UBND") == 2
    boxes = list(body(document).iter(qn("w:txbxContent")))
    assert [words_of(each.find(qn("w:p"))) for each in boxes[-2:]].count("Số: 12/BC-UBND") >= 1


def test_a_tag_in_a_content_control_is_printed(right, plain: bytes) -> None:
    def edit(opened: Opened) -> None:
        target = at(opened, "{{r ket_thuc")
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
        target.addprevious(control)
        control[0].append(target)

    assert paragraphs(right(edited(edit))) == paragraphs(plain)


# Other programs


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The shipped template saved by LibreOffice, at once and by way of its own format."""
    program = shutil.which("soffice")
    if program is None:
        reason = "không có soffice để lưu lại mẫu"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("libreoffice")
    profile = f"-env:UserInstallation={(folder / 'ho-so').as_uri()}"

    def convert(file: Path, kind: str, into: str) -> Path:
        command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(folder / into), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
        return folder / into / file.with_suffix(f".{kind}").name

    (folder / "mau.docx").write_bytes(SHIPPED)
    once = convert(folder / "mau.docx", "docx", "docx")
    around = convert(convert(folder / "mau.docx", "odt", "odt"), "docx", "odt-docx")
    return {"docx": once.read_bytes(), "odt": around.read_bytes()}


@pytest.mark.parametrize("way", ["docx", "odt"])
def test_a_template_saved_by_libreoffice_prints_the_same(
    right, plain: bytes, saved: dict[str, bytes], way: str
) -> None:
    again, before = ([words_of(each) for each in body(it).iter(qn("w:p"))] for it in (right(saved[way]), plain))
    assert [each for each in again if each] == [each for each in before if each]
