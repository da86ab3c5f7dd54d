from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fake_office import CRASHES, HANGS, FakeOffice, is_running
from started import started

from generator.jobs.pdf import office as finding
from generator.jobs.pdf.converter import Failure, PdfConverter

if TYPE_CHECKING:
    from conftest import Office

unix_only = pytest.mark.skipif(sys.platform == "win32", reason="LibreOffice giả là một tệp chạy của Unix")
MADE = b"%PDF-1.7"


def _pdf(office: Office, name: str = "xa.pdf") -> Path:
    return office.folder / "outputs" / name


@unix_only
def test_a_pdf_stands_beside_the_word_file(office: Office, fake: FakeOffice) -> None:
    outcome = office.run("build", "xa", "--pdf")
    assert outcome.status == 0
    assert outcome.out.endswith("    PDF: outputs/xa.pdf (đã tạo)\n")
    assert "Đang chuyển sang PDF bằng LibreOffice…" in outcome.err
    size = len((office.folder / "outputs" / "xa.docx").read_bytes())
    assert _pdf(office).read_bytes() == b"%PDF-1.7 " + str(size).encode() + b" %%EOF"
    assert fake.starts == [1]
    assert {name for name in office.files() if name.startswith("outputs/")} == {
        "outputs/.cds-gen/xa.docx.sha256",
        "outputs/.cds-gen/xa.pdf.from",
        "outputs/.cds-gen/xa.pdf.sha256",
        "outputs/xa.docx",
        "outputs/xa.pdf",
    }


@unix_only
def test_without_the_option_there_is_no_pdf(office: Office, fake: FakeOffice) -> None:
    assert office.run("build", "xa").status == 0
    assert not _pdf(office).exists()
    assert fake.starts == []


@unix_only
def test_a_pdf_of_the_same_word_file_is_not_made_again(office: Office, fake: FakeOffice) -> None:
    office.run("build", "xa", "--pdf")
    again = office.run("build", "xa", "--pdf")
    assert again.out.endswith("    PDF: outputs/xa.pdf (không đổi)\n")
    assert fake.starts == [1]
    office.write("inputs/xa.yaml", office.report.replace("Bình Minh", "Bình Minh Mới"))
    changed = office.run("build", "xa", "--pdf")
    assert "outputs/xa.pdf (đã cập nhật)" in changed.out
    assert fake.starts == [1, 1]


@unix_only
def test_a_draft_has_a_pdf_of_its_own(office: Office, fake: FakeOffice) -> None:
    assert office.run("build", "xa", "--pdf", "--draft").status == 0
    assert _pdf(office, "xa-du-thao.pdf").exists()
    assert not _pdf(office).exists()
    assert fake.starts == [1]


@unix_only
@pytest.mark.parametrize("made_before", [True, False], ids=["sua-tay", "cua-nguoi-khac"])
def test_a_pdf_that_is_not_ours_is_left_alone(office: Office, fake: FakeOffice, made_before: bool) -> None:
    if made_before:
        office.run("build", "xa", "--pdf")
    theirs = office.write("outputs/xa.pdf", b"%PDF-1.4 ban co dau %%EOF")
    started = len(fake.starts)
    outcome = office.run("build", "xa", "--pdf")
    assert outcome.status == 3
    assert "«outputs/xa.pdf» đã được sửa sau khi dựng (hoặc không do cds-gen tạo ra)" in outcome.err
    assert theirs.read_bytes() == b"%PDF-1.4 ban co dau %%EOF"
    assert len(fake.starts) == started
    forced = office.run("build", "xa", "--pdf", "--force")
    assert forced.status == 0
    assert theirs.read_bytes().startswith(MADE)
    (kept,) = office.folder.glob("outputs/xa.sua-tay-*.pdf")
    assert kept.read_bytes() == b"%PDF-1.4 ban co dau %%EOF"
    assert f"được giữ tại outputs/{kept.name}" in forced.out


@unix_only
def test_a_pdf_whose_record_was_cut_short_is_still_ours(office: Office, fake: FakeOffice) -> None:
    office.run("build", "xa", "--pdf")
    record = office.folder / "outputs" / ".cds-gen" / "xa.pdf.sha256"
    record.unlink()
    assert "outputs/xa.pdf (không đổi)" in office.run("build", "xa", "--pdf").out
    record.unlink()
    office.write("inputs/xa.yaml", office.report.replace("Bình Minh", "Bình Minh Mới"))
    assert "outputs/xa.pdf (đã cập nhật)" in office.run("build", "xa", "--pdf").out
    assert fake.starts == [1, 1]


@unix_only
def test_a_refused_report_has_no_pdf(office: Office, fake: FakeOffice) -> None:
    office.write("inputs/xa.yaml", "mau: bao_cao\n")
    assert office.run("build", "xa", "--pdf").status == 1
    assert fake.starts == []


@unix_only
def test_many_reports_are_printed_by_one_start_and_a_bad_one_stops_none(office: Office, fake: FakeOffice) -> None:
    for name in ("xa2", "xa3"):
        office.write(f"inputs/{name}.yaml", office.report)
    office.write("inputs/hong.yaml", "mau: bao_cao\n")
    theirs = office.write("outputs/xa2.pdf", b"cua nguoi khac")
    outcome = office.run("build", "xa", "xa2", "hong", "xa3", "--pdf")
    assert outcome.status == 1
    assert fake.starts == [2]
    assert _pdf(office).read_bytes().startswith(MADE)
    assert _pdf(office, "xa3.pdf").read_bytes().startswith(MADE)
    assert theirs.read_bytes() == b"cua nguoi khac"
    assert not _pdf(office, "hong.pdf").exists()
    assert "PDF: xong 3/3 tệp" in outcome.out
    assert "2 đã tạo, 1 không làm được." in outcome.out
    assert "«outputs/xa2.pdf» đã được sửa" in outcome.err
    theirs.unlink()
    again = office.run("build", "xa", "xa2", "xa3", "--pdf")
    assert again.status == 0
    assert "1 đã tạo, 2 không đổi." in again.out


@unix_only
def test_a_word_file_that_brings_it_down_is_told(office: Office, fake: FakeOffice) -> None:
    text = fake.program.read_text()
    fake.program.write_text(text.replace('open(name, "rb").read()', repr(CRASHES)))
    outcome = office.run("build", "xa", "--pdf")
    assert outcome.status == 3
    assert "Không làm được «outputs/xa.pdf»: LibreOffice hỏng giữa chừng khi in tệp này; nó báo «" in outcome.err
    assert "đứt dây" in outcome.err
    assert (office.folder / "outputs" / "xa.docx").exists()
    assert not _pdf(office).exists()


def test_without_libreoffice_there_is_still_a_word_file(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(finding.SOFFICE, raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(finding, "usual_places", lambda: iter(()))
    outcome = office.run("build", "xa", "--pdf")
    assert outcome.status == 3
    assert (office.folder / "outputs" / "xa.docx").exists()
    assert "Máy này chưa có LibreOffice" in outcome.err
    for system in ("Windows", "macOS", "sudo apt install libreoffice-writer", "sudo dnf install", finding.SOFFICE):
        assert system in outcome.err


def test_a_named_libreoffice_that_is_not_there_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(finding.SOFFICE, "/khong/co/soffice")
    outcome = office.run("build", "xa", "--pdf")
    assert outcome.status == 3
    assert f"{finding.SOFFICE} ghi «/khong/co/soffice»" in outcome.err


@unix_only
def test_libreoffice_is_found_on_the_path_and_where_installers_put_it(
    fake: FakeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(finding.SOFFICE)
    monkeypatch.setenv("PATH", str(fake.program.parent))
    assert finding.find_office().program == fake.program
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(finding, "usual_places", lambda: iter([Path("/khong/co"), fake.program]))
    assert finding.find_office().program == fake.program


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="phông hỏi ở fontconfig")
@pytest.mark.parametrize(
    ("listed", "warned"),
    [
        ("DejaVu Sans\nCarlito", True),
        ("Times New Roman,Times New Roman Cyr", False),
        ("Liberation Serif", False),
        ("Tinos", False),
    ],
)
def test_a_missing_twin_of_times_new_roman_is_told(
    office: Office, fake: FakeOffice, monkeypatch: pytest.MonkeyPatch, listed: str, warned: bool
) -> None:
    lister = fake.home / "bin" / "fc-list"
    lister.parent.mkdir()
    lister.write_text(f"#!/bin/sh\n/bin/cat <<'X'\n{listed}\nX\n")
    lister.chmod(0o755)
    monkeypatch.setenv("PATH", str(lister.parent))
    outcome = office.run("build", "xa", "--pdf")
    assert outcome.status == 0
    assert ("CẢNH BÁO: Máy này không có phông Times New Roman" in outcome.err) == warned
    assert ("sudo apt install fonts-liberation" in outcome.err) == warned
    # The fonts that come with LibreOffice itself do as well; pages made without them are made again.
    fonts = fake.home / "share" / "fonts" / "truetype"
    fonts.mkdir(parents=True)
    (fonts / "LiberationSerif-Regular.ttf").touch()
    with_fonts = office.run("build", "xa", "--pdf")
    assert "phông Times New Roman" not in with_fonts.err
    assert len(fake.starts) == 1 + warned


@unix_only
@pytest.mark.parametrize(("asked", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_stopped_it_leaves_no_process_and_no_file(
    office: Office, fake: FakeOffice, tmp_path: Path, asked: signal.Signals, status: int
) -> None:
    text = fake.program.read_text()
    fake.program.write_text(text.replace('open(name, "rb").read()', repr(HANGS)))
    temporary = tmp_path / "tam"
    temporary.mkdir()
    with started("build", "xa", "--pdf", folder=office.folder, TMPDIR=str(temporary)) as program:
        program.wait_until("LibreOffice hangs", lambda: bool(fake.processes))
        program.send(asked)
        left = program.leave()
    assert left.status == status, left.err
    assert not any(map(is_running, fake.processes))
    assert list(temporary.iterdir()) == []
    assert sorted(path.name for path in office.folder.glob("outputs/[!.]*")) == ["xa.docx"]


def _needed(*programs: str) -> None:
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        reason = f"không có {', '.join(missing)} để làm và đọc thử tệp PDF"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


def _said(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True, timeout=60)
    return " ".join(done.stdout.decode().split())


def test_real_pages_say_what_the_reports_say_and_leave_no_trace(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _needed("soffice", "pdftotext")
    monkeypatch.delenv(finding.SOFFICE, raising=False)
    home, temporary = tmp_path / "nha", tmp_path / "tam"
    for folder in (home, temporary):
        folder.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    office.write("inputs/xa2.yaml", office.report.replace("Bình Minh", "Bình Minh Mới"))
    outcome = office.run("build", "xa", "xa2", "--pdf")
    assert outcome.status == 0, outcome.err
    assert "Bình Minh Mới" not in _said(_pdf(office))
    assert "Bình Minh Mới" in _said(_pdf(office, "xa2.pdf"))
    assert list(temporary.iterdir()) == []
    assert not list(home.rglob("*libreoffice*"))


def test_a_real_libreoffice_prints_no_broken_word_file(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    _needed("soffice")
    monkeypatch.delenv(finding.SOFFICE, raising=False)
    office.run("build", "xa")
    broken = office.write("hong.docx", b"khong phai tep Word")
    good = office.folder / "outputs" / "xa.docx"
    conversions = list(PdfConverter(finding.find_office()).convert([broken, good]))
    assert [conversion.failure for conversion in conversions] == [Failure.UNREADABLE, None]
