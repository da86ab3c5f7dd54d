"""A PDF beside each Word file: made where the one that is there is not of it, never over one that is not ours."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from generator.errors import CannotGoOn
from generator.jobs.os_reasons import reason
from generator.jobs.output import (
    Written,
    digest,
    edited_by_hand,
    is_as_written,
    record_of,
    remember,
    replace_file,
    write_output,
)
from generator.jobs.pdf.converter import Conversion, Failure, PdfConverter
from generator.jobs.pdf.office import Office
from generator.jobs.workspace import shown_path

_ENDING = "from"  # of the record of what a PDF was printed from

_FIXES = {
    Failure.UNREADABLE: "Mở tệp Word xem có hỏng không; LibreOffice phải có phần Writer. Hoặc lưu ra PDF bằng Word.",
    Failure.SLOW: "Chạy lại lúc máy rảnh hơn; vẫn vậy thì lưu tệp Word ra PDF bằng Word.",
    Failure.CRASHED: "Cập nhật LibreOffice rồi chạy lại; vẫn vậy thì lưu tệp Word ra PDF bằng Word.",
}


class MadePdf(Struct, frozen=True):
    """What became of the PDF of a Word file.

    ``written`` is ``SAME`` where the PDF was of this Word file already, None where ``trouble`` tells why there is none.
    """

    document: Path
    target: Path
    written: Written | None = None
    trouble: CannotGoOn | None = None
    kept_copy: Path | None = None
    seconds: float = 0.0


def make_pdfs(
    documents: Sequence[Path], here: Path, converter: PdfConverter, *, force: bool = False
) -> Generator[MadePdf, None, None]:
    """What became of the PDF of each document, in their order; paths in messages are shown from ``here``.

    Raises ``CannotGoOn`` where LibreOffice cannot be run: the documents that are left have no new PDF.
    Close the iterator to stop; nothing is half written.
    """
    office = converter.office
    known = [_known(document, here, office, force=force) for document in documents]
    left = [document for document, made in zip(documents, known, strict=True) if made is None]
    with closing(converter.convert(left)) as conversions:
        for made in known:
            yield made or _written(next(conversions), here, office, force=force)


def target_of(document: Path) -> Path:
    """The PDF of a Word file: beside it, by the same name."""
    return document.with_suffix(".pdf")


def _known(document: Path, here: Path, office: Office, *, force: bool) -> MadePdf | None:
    """What is known of a PDF before any printing: it is of this document, or may not be written over."""
    target = target_of(document)
    try:
        if not target.exists():
            return None
        if _source_kept(target) == _source(digest(document.read_bytes()), office):
            return MadePdf(document, target, Written.SAME)
        if not force and not is_as_written(target):
            return MadePdf(document, target, trouble=edited_by_hand(shown_path(target, here)))
    except OSError:
        pass  # told when it is to be written
    return None


def _source(read: str, office: Office) -> str:
    """All that a PDF comes from: the Word file, and what LibreOffice was able to."""
    return f"{read} {int(office.has_twin)} {int(office.has_equations)}"


def _keep_source(target: Path, source: str, pdf: bytes) -> None:
    """Keep what a PDF comes from, before it is written: so it is ours even if the program is stopped just then."""
    record = record_of(target, _ENDING)
    record.parent.mkdir(exist_ok=True)
    replace_file(record, f"{source} {digest(pdf)}\n".encode("ascii"))


def _source_kept(target: Path) -> str:
    """What the PDF that is there comes from; empty where that is not known."""
    record = record_of(target, _ENDING)
    if not record.is_file():
        return ""
    source, _, made = record.read_text("ascii", "replace").strip().rpartition(" ")
    data = target.read_bytes()
    if made != digest(data):
        return ""
    if not is_as_written(target):
        remember(target, data)
    return source


def _written(conversion: Conversion, here: Path, office: Office, *, force: bool) -> MadePdf:
    document, target = conversion.document, target_of(conversion.document)
    if conversion.pdf is None:
        failure = conversion.failure or Failure.UNREADABLE
        said = f"; nó báo «{conversion.said}»" if conversion.said else ""
        problem = f"Không làm được «{shown_path(target, here)}»: {failure.value}{said}."
        return MadePdf(document, target, trouble=CannotGoOn(problem, _FIXES[failure]), seconds=conversion.seconds)
    try:
        _keep_source(target, _source(conversion.read, office), conversion.pdf)
        written, copy = write_output(target, conversion.pdf, shown_path(target, here), force=force)
    except CannotGoOn as error:
        return MadePdf(document, target, trouble=error, seconds=conversion.seconds)
    except OSError as error:
        problem = f"Không ghi được điều cần nhớ về «{shown_path(target, here)}»: {reason(error)}."
        trouble = CannotGoOn(problem, "Kiểm tra quyền ghi và dung lượng đĩa, rồi chạy lại.")
        return MadePdf(document, target, trouble=trouble, seconds=conversion.seconds)
    return MadePdf(document, target, written, None, copy, conversion.seconds)
