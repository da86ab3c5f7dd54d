"""Where LibreOffice is on this machine, and what it lacks to print a report as Word does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from generator.errors import CannotGoOn

SOFFICE = "CDS_GEN_SOFFICE"
"""The environment variable that names LibreOffice's program where it stands in no usual place."""

_TWINS = ("Times New Roman", "Liberation Serif", "Tinos")  # as wide, letter for letter
_TWIN_FILES = ("times*.ttf", "times*.ttc", "liberationserif*.ttf", "tinos*.ttf")
_SECONDS = 20.0  # for listing the fonts
_HOW_TO_INSTALL = (
    "Cài LibreOffice rồi chạy lại. Windows, macOS: tải bộ cài ở trang www.libreoffice.org. Debian, Ubuntu: "
    "sudo apt install libreoffice-writer libreoffice-math fonts-liberation. Fedora: sudo dnf install "
    "libreoffice-writer libreoffice-math liberation-serif-fonts. "
    f"Đã cài ở chỗ khác thường thì đặt biến môi trường {SOFFICE} là đường dẫn tới chương trình soffice."
)


class Office(Struct, frozen=True):
    """LibreOffice's program, and what it is able to.

    ``has_twin``: Times New Roman, or a font with letters of the same widths, is there for it; ``has_equations``: it
    prints the equations of a document.
    """

    program: Path
    has_twin: bool = True
    has_equations: bool = True


class Lack(NamedTuple):
    """Something without which pages come out otherwise than in Word, and how to mend it."""

    problem: str
    fix: str


def find_office() -> Office:
    """The LibreOffice that is named by ``SOFFICE``, else on the search path, else where installers put it.

    Raises ``CannotGoOn``, which says how to install it.
    """
    program = _program()
    return Office(program, _twin_listed() or _twin_in(_font_folders(program)), _prints_equations(program))


def _program() -> Path:
    named = os.environ.get(SOFFICE)
    if named:
        found = shutil.which(named)
        if not found:
            problem = f"Biến môi trường {SOFFICE} ghi «{named}», nhưng ở đó không có chương trình nào chạy được."
            raise CannotGoOn(problem, f"Sửa {SOFFICE} thành đường dẫn tới soffice, hoặc bỏ biến ấy để máy tự tìm.")
        return Path(found)
    places = [found] if (found := shutil.which("soffice")) else [str(place) for place in usual_places()]
    for place in places:
        if shutil.which(place):
            return Path(place)
    raise CannotGoOn("Máy này chưa có LibreOffice (không tìm thấy soffice) nên không làm được PDF.", _HOW_TO_INSTALL)


def usual_places() -> Iterator[Path]:
    """Where installers put LibreOffice's program on this system."""
    if sys.platform == "win32":
        for folder in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            # The .com waits until LibreOffice has ended; the .exe need not.
            yield from Path(os.environ.get(folder, "C:\\Program Files")).glob("LibreOffice*/program/soffice.com")
    elif sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield folder / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
    else:
        for name in ("/usr/lib/libreoffice", "/usr/lib64/libreoffice"):
            yield Path(name, "program", "soffice")
        for folder in (Path("/opt"), Path("/usr/local")):
            yield from sorted(folder.glob("libreoffice*/program/soffice"), reverse=True)


def _twin_listed() -> bool:
    """Whether fontconfig, where there is one, knows such a font."""
    lister = shutil.which("fc-list")
    if not lister:
        return False
    try:
        done = subprocess.run([lister, ":", "family"], capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    listed = {name.strip() for name in done.stdout.decode("utf-8", "replace").replace("\n", ",").split(",")}
    return not listed.isdisjoint(_TWINS)


def _twin_in(folders: Iterable[Path]) -> bool:
    names = (Path(name.lower()) for folder in folders for _, _, names in os.walk(folder) for name in names)
    return any(name.match(pattern) for name in names for pattern in _TWIN_FILES)


def _font_folders(program: Path) -> Iterator[Path]:
    """Where fonts lie: those that come with LibreOffice itself, and the system's where fontconfig is not asked."""
    home = program.resolve().parent.parent
    yield home / "share" / "fonts" / "truetype"
    yield home / "Resources" / "fonts" / "truetype"
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", "C:\\Windows"), "Fonts")
        yield Path(os.environ.get("LOCALAPPDATA", ""), "Microsoft", "Windows", "Fonts")
    elif sys.platform == "darwin":
        yield from (Path("/System/Library/Fonts"), Path("/Library/Fonts"), Path.home() / "Library" / "Fonts")
    elif not shutil.which("fc-list"):
        yield from (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")


def _prints_equations(program: Path) -> bool:
    """False only for a LibreOffice cut into packages, of which the one for equations is missing."""
    folder = program.resolve().parent
    return not (folder / "soffice.bin").exists() or any(folder.glob("*smlo.*"))


def lacks(office: Office, documents: Iterable[Path]) -> Iterator[Lack]:
    """What this LibreOffice lacks to print these documents as Word does."""
    if not office.has_twin:
        yield Lack(
            "Máy này không có phông Times New Roman, cũng không có phông nào chữ rộng đúng như vậy (Liberation Serif, "
            "Tinos): chỗ xuống dòng, sang trang của tệp PDF sẽ khác bản mở bằng Word.",
            "Cài một trong các phông ấy rồi chạy lại. Debian, Ubuntu: sudo apt install fonts-liberation. Fedora: "
            "sudo dnf install liberation-serif-fonts. Windows, macOS: tải phông Liberation hoặc Tinos rồi bấm đúp.",
        )
    if not office.has_equations and any(map(_holds_equations, documents)):
        yield Lack(
            "LibreOffice trên máy này thiếu phần Math nên bỏ trống mọi công thức khi làm PDF.",
            "Cài thêm rồi chạy lại: sudo apt install libreoffice-math (Fedora: sudo dnf install libreoffice-math).",
        )


def _holds_equations(document: Path) -> bool:
    with suppress(OSError, KeyError, zipfile.BadZipFile), zipfile.ZipFile(document) as package:
        return b"<m:oMath" in package.read("word/document.xml")
    return False
