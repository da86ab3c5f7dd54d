from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from fake_office import CRASHES, GARBLES, HANGS, SKIPS, FakeOffice, fake_office, is_running

from generator.errors import CannotGoOn
from generator.jobs.output import digest
from generator.jobs.pdf.converter import Conversion, Failure, PdfConverter
from generator.jobs.pdf.office import Office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="LibreOffice giả là một tệp chạy của Unix")

GOOD = b"van ban"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go: nothing may stay there."""
    folder = tmp_path / "tam"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def fake(tmp_path: Path) -> FakeOffice:
    return fake_office(tmp_path / "libreoffice")


def _documents(folder: Path, *contents: bytes) -> list[Path]:
    paths = [folder / f"bao-cao-{number}.docx" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


def _converted(fake: FakeOffice, documents: Sequence[Path], limit: float = 20.0) -> list[Conversion]:
    return list(PdfConverter(Office(fake.program), limit=limit).convert(documents))


def _failures(conversions: Sequence[Conversion]) -> list[Failure | None]:
    assert all((conversion.pdf is None) == (conversion.failure is not None) for conversion in conversions)
    return [conversion.failure for conversion in conversions]


def test_one_start_prints_many_in_their_order(fake: FakeOffice, tmp_path: Path, temporary: Path) -> None:
    documents = _documents(tmp_path, b"a", b"bb", b"ccc")
    conversions = _converted(fake, documents)
    assert [conversion.document for conversion in conversions] == documents
    assert [conversion.pdf for conversion in conversions] == [
        b"%PDF-1.7 1 %%EOF",
        b"%PDF-1.7 2 %%EOF",
        b"%PDF-1.7 3 %%EOF",
    ]
    assert [conversion.read for conversion in conversions] == [digest(b"a"), digest(b"bb"), digest(b"ccc")]
    assert fake.starts == [3]
    assert list(temporary.iterdir()) == []


def test_nothing_to_print_starts_nothing(fake: FakeOffice) -> None:
    assert _converted(fake, []) == []
    assert fake.starts == []


def test_no_instance_gets_more_than_a_hundred(fake: FakeOffice, tmp_path: Path) -> None:
    assert _failures(_converted(fake, _documents(tmp_path, *[GOOD] * 130))) == [None] * 130
    assert fake.starts == [100, 30]
    assert len(fake.profiles) == 2


@pytest.mark.parametrize("bad", [SKIPS, GARBLES])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_is_not_printed_or_is_no_pdf_is_told_and_the_others_go_on(
    fake: FakeOffice, tmp_path: Path, bad: bytes, place: int
) -> None:
    contents = [GOOD, GOOD, GOOD]
    contents[place] = bad
    expected: list[Failure | None] = [None, None, None]
    expected[place] = Failure.UNREADABLE
    assert _failures(_converted(fake, _documents(tmp_path, *contents))) == expected
    assert fake.starts == [3]


def test_a_document_that_is_gone_is_told(fake: FakeOffice, tmp_path: Path) -> None:
    documents = _documents(tmp_path, GOOD, GOOD)
    documents[0].unlink()
    assert _failures(_converted(fake, documents)) == [Failure.UNREADABLE, None]


def test_what_brings_it_down_is_told_and_a_new_one_goes_on(fake: FakeOffice, tmp_path: Path, temporary: Path) -> None:
    conversions = _converted(fake, _documents(tmp_path, GOOD, CRASHES, GOOD, GOOD))
    assert _failures(conversions) == [None, Failure.CRASHED, None, None]
    # The one that it went down with gets a second chance, in an instance of which it is the first.
    assert fake.starts == [4, 3, 2]
    assert list(temporary.iterdir()) == []


def test_what_takes_too_long_is_ended_with_its_children(fake: FakeOffice, tmp_path: Path, temporary: Path) -> None:
    conversions = _converted(fake, _documents(tmp_path, GOOD, HANGS, GOOD), limit=1.5)
    assert _failures(conversions) == [None, Failure.SLOW, None]
    assert fake.starts == [3, 1]
    assert len(fake.processes) == 2
    assert not any(map(is_running, fake.processes))
    assert list(temporary.iterdir()) == []


def test_closed_on_the_way_it_leaves_no_process_and_no_file(fake: FakeOffice, tmp_path: Path, temporary: Path) -> None:
    conversions = PdfConverter(Office(fake.program)).convert(_documents(tmp_path, GOOD, HANGS))
    assert next(conversions).pdf
    fake.wait_until_hanging()
    conversions.close()
    assert not any(map(is_running, fake.processes))
    assert list(temporary.iterdir()) == []


def test_one_that_never_works_is_given_up_with_what_it_said(tmp_path: Path, temporary: Path) -> None:
    broken = fake_office(tmp_path / "hong", broken="thiếu tệp libmergedlo.so")
    conversions = PdfConverter(Office(broken.program)).convert(_documents(tmp_path, *[GOOD] * 50))
    told = []
    with pytest.raises(CannotGoOn, match=r"thiếu tệp libmergedlo\.so"):
        told.extend(conversions)
    assert len(broken.starts) == 3
    assert list(temporary.iterdir()) == []


def test_three_bad_documents_in_a_row_do_not_stop_one_that_works(fake: FakeOffice, tmp_path: Path) -> None:
    conversions = _converted(fake, _documents(tmp_path, GOOD, *[CRASHES] * 4, GOOD))
    assert _failures(conversions) == [None, *[Failure.CRASHED] * 4, None]


def test_what_is_no_program_cannot_be_run(tmp_path: Path, temporary: Path) -> None:
    program = tmp_path / "soffice"
    program.write_bytes(b"khong phai chuong trinh")
    with pytest.raises(CannotGoOn, match="Không chạy được LibreOffice"):
        list(PdfConverter(Office(program)).convert(_documents(tmp_path, GOOD)))
    assert list(temporary.iterdir()) == []


def test_a_slow_document_does_not_take_the_time_of_the_next(fake: FakeOffice, tmp_path: Path) -> None:
    began = time.monotonic()
    conversions = _converted(fake, _documents(tmp_path, HANGS, HANGS), limit=1.0)
    assert _failures(conversions) == [Failure.SLOW, Failure.SLOW]
    assert all(conversion.seconds < time.monotonic() - began for conversion in conversions)
