"""Word files in, the bytes of PDF files out, through one LibreOffice that prints many before it ends.

LibreOffice is given up to a hundred files by one command line and prints them in that order; its output folder tells
how far it has come.  So it needs neither a socket nor its own Python, starts once for a hundred files, does not grow
with their number, and ends by itself should this program be killed.  A file that takes too long, or brings it down, is
given up, and a new LibreOffice goes on with the rest.
"""

from __future__ import annotations

import enum
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from hashlib import md5
from pathlib import Path

from msgspec import Struct

from generator.errors import CannotGoOn
from generator.jobs.os_reasons import reason
from generator.jobs.output import digest
from generator.jobs.pdf.office import Office

LIMIT = 120.0  # seconds for one document; for the first of an instance its start is among them
_READER = "MS Word 2007 XML"  # without it a broken Word file would be printed as if it were plain text
_AT_ONCE = 100  # documents for one instance
_TICK = 0.05  # seconds between two looks at the output folder
_LAST_WAIT = 5.0  # seconds to end in
_FALSE_STARTS = 3  # where none of so many instances prints anything, LibreOffice itself is at fault
_TOLD = 300  # characters of what LibreOffice said


class Failure(enum.Enum):
    """Why there is no PDF of a document."""

    UNREADABLE = "LibreOffice không đọc được tệp này, hoặc không in nổi nó ra PDF"
    SLOW = "quá thời gian cho một tệp nên đã dừng"
    CRASHED = "LibreOffice hỏng giữa chừng khi in tệp này"


class Conversion(Struct, frozen=True):
    """What came of a document: the PDF, or why there is none; ``read`` is the hash of what was printed.

    ``said`` is what LibreOffice said last, where it broke down.
    """

    document: Path
    read: str
    pdf: bytes | None
    failure: Failure | None
    seconds: float
    said: str = ""


class PdfConverter:
    """LibreOffice as a maker of PDF files, with a profile of its own that the user's LibreOffice knows nothing of.

    ``pulse`` is called again and again while a document is waited for; what it raises ends the work.
    """

    def __init__(self, office: Office, *, limit: float = LIMIT, pulse: Callable[[], None] = lambda: None) -> None:
        self.office = office
        self._limit = limit
        self._pulse = pulse

    def convert(self, documents: Sequence[Path]) -> Generator[Conversion, None, None]:
        """What came of each document, in their order, each as soon as it is known.

        Closing the iterator ends LibreOffice and leaves nothing behind, as does whatever is raised on the way.
        Raises ``CannotGoOn`` where LibreOffice cannot be run.
        """
        done = false_starts = 0
        works = False
        while done < len(documents):
            with _Instance(self.office.program, documents[done : done + _AT_ONCE]) as instance:
                for conversion in self._watched(instance):
                    done += 1
                    works = works or conversion.failure in (None, Failure.UNREADABLE)
                    yield conversion
                false_starts += 1
                if not works and false_starts == _FALSE_STARTS:
                    raise instance.trouble()

    def _watched(self, instance: _Instance) -> Generator[Conversion, None, None]:
        """What comes of the first documents of an instance, at least of one; the rest is for the next instance."""
        began = time.monotonic()
        for number in range(len(instance.documents)):
            deadline = time.monotonic() + self._limit
            while True:
                # In this order: once it has ended, or has gone on to the next, no more is written of this one.
                over = instance.has_ended() or instance.has_passed(number)
                pdf = instance.output(number)
                if pdf or over or time.monotonic() > deadline:
                    break
                self._pulse()
                time.sleep(_TICK)
            failure = None if pdf else self._failure(instance, number, over=over)
            if not pdf and not failure:
                return
            now = time.monotonic()
            said = instance.said() if failure is Failure.CRASHED else ""
            yield Conversion(instance.documents[number], instance.read[number], pdf, failure, now - began, said)
            began = now
            if failure in (Failure.SLOW, Failure.CRASHED):
                return
        instance.wait()

    @staticmethod
    def _failure(instance: _Instance, number: int, *, over: bool) -> Failure | None:
        """Why there is no PDF; None where another instance may still make it."""
        if not over:
            return Failure.SLOW
        if instance.has_passed(number) or instance.status == 0:
            return Failure.UNREADABLE
        # Only what brings down a fresh instance is to blame for it.
        return Failure.CRASHED if number == 0 else None


class _Instance:
    """A running LibreOffice at work on copies of some documents, in a folder of its own that goes with it."""

    def __init__(self, program: Path, documents: Sequence[Path]) -> None:
        self.documents = documents
        self.read: list[str] = []
        self.status: int | None = None
        self._program = program

    def __enter__(self) -> _Instance:
        self._folder = Path(tempfile.mkdtemp(prefix="cds-gen-pdf-")).resolve()
        try:
            self._out = self._made("pdf")
            self._profile = self._folder / "profile"
            self._told = self._folder / "said.txt"
            self.read = [self._staged(number) for number in range(len(self.documents))]
            self._process = self._started()
        except BaseException as error:
            shutil.rmtree(self._folder, ignore_errors=True)
            if isinstance(error, OSError):
                raise self._broken(reason(error)) from error
            raise
        return self

    def __exit__(self, *_: object) -> None:
        try:
            _end(self._process)
        finally:
            _remove_pipe(self._profile)
            _remove(self._folder)

    def has_ended(self) -> bool:
        self.status = self._process.poll()
        return self.status is not None

    def wait(self) -> None:
        """Let it end by itself, having nothing left to do."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_LAST_WAIT)

    def has_passed(self, number: int) -> bool:
        """Whether a later document was printed."""
        return any(path.stem > f"{number:03}" for path in self._out.glob("[0-9]*.pdf"))

    def output(self, number: int) -> bytes | None:
        """The PDF of a document, once it is whole."""
        try:
            data = (self._out / f"{number:03}.pdf").read_bytes()
        except OSError:  # not yet there; on Windows, still being written
            return None
        return data if data.startswith(b"%PDF-") and b"%%EOF" in data[-1024:] else None

    def trouble(self) -> CannotGoOn:
        """That LibreOffice cannot be run, with what it said last."""
        return self._broken(self.said() or "chương trình dừng hoặc treo ngay khi chạy, không in được tệp nào")

    def said(self) -> str:
        """The end of what LibreOffice said, on one line."""
        words = self._told.read_text("utf-8", "replace") if self._told.exists() else ""
        return " ".join(words[-_TOLD:].split())

    def _broken(self, why: str) -> CannotGoOn:
        return CannotGoOn(
            f"Không chạy được LibreOffice «{self._program}»: {why}.",
            "Thử mở LibreOffice bằng tay; không mở được thì cài lại. Các tệp Word đã dựng vẫn dùng được.",
        )

    def _made(self, name: str) -> Path:
        folder = self._folder / name
        folder.mkdir()
        return folder

    def _staged(self, number: int) -> str:
        """The hash of a document, once it has a copy under a short name, beside which LibreOffice may put a lock."""
        try:
            data = self.documents[number].read_bytes()
        except OSError:
            return ""  # LibreOffice will not find it either
        (self._folder / f"{number:03}.docx").write_bytes(data)
        return digest(data)

    def _started(self) -> subprocess.Popen[bytes]:
        temporary = str(self._made("tmp"))
        with self._told.open("wb") as said:
            return subprocess.Popen(
                [
                    str(self._program),
                    f"-env:UserInstallation={self._profile.as_uri()}",
                    *("--headless", "--norestore", "--nologo", "--nofirststartwizard"),
                    f"--infilter={_READER}",
                    *("--convert-to", "pdf"),
                    *("--outdir", str(self._out), *(f"{number:03}.docx" for number in range(len(self.documents)))),
                ],
                cwd=self._folder,
                env={**os.environ, "TMPDIR": temporary, "TMP": temporary, "TEMP": temporary},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=said,
                start_new_session=True,  # a group of its own, to be ended as a whole; Ctrl-C reaches us alone
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            )


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it started: soffice is only the launcher of what does the work."""
    if sys.platform == "win32":
        if process.poll() is None:
            command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(command, capture_output=True, timeout=_LAST_WAIT, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(_LAST_WAIT)


def _remove(folder: Path) -> None:
    """Remove the folder, into which what was just ended may have written a little longer."""
    deadline = time.monotonic() + _LAST_WAIT
    while folder.exists():
        shutil.rmtree(folder, ignore_errors=True)
        if time.monotonic() > deadline:
            return
        time.sleep(_TICK)


def _remove_pipe(profile: Path) -> None:
    """The socket by which a LibreOffice is found by its profile, which it leaves behind when it is ended by force."""
    if sys.platform != "win32":
        bytes_of_hash = md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
        known = "".join(f"{byte:x}" for byte in bytes_of_hash)  # without leading zeros, as LibreOffice has it
        for folder in ("/tmp", "/var/tmp"):
            with suppress(OSError):
                Path(folder, f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{known}").unlink()
