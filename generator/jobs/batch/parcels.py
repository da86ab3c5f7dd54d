"""An order with the files that it needs, for a machine that does not have them: unpacked there, and done as at home."""

from __future__ import annotations

import atexit
import functools
import hashlib
import shutil
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path, PurePath

from msgspec import Struct
from msgspec.structs import replace

from generator.data.named_files import named_files
from generator.errors import CannotGoOn
from generator.findings import Finding
from generator.jobs.batch.bearing import beside, program
from generator.jobs.batch.work import Order, Result, Trouble, work
from generator.jobs.build import Wished
from generator.jobs.workspace import (
    CATALOGUES,
    ENDING,
    HOUSE_STYLE_FILE,
    KIND_FILE,
    SUCCESSIONS_FILE,
    TEMPLATE_FILE,
    own_house_style,
    own_templates,
    shown_path,
)

Files = tuple[tuple[str, bytes], ...]
"""Files by their path from the folder in which the command was given, and what they hold."""

_OTHER_PROGRAM = Trouble(
    "Máy trong cụm chạy một bản cds-gen khác (hoặc Python khác) bản của máy này.",
    "Cài cùng một bản cds-gen và Python trên mọi máy của cụm, rồi chạy lại.",
)
_one_at_a_time = threading.Lock()


class Office(Struct, frozen=True, dict=True):
    """The templates, catalogues and choices of an office; sent to each machine once."""

    files: Files

    @functools.cached_property
    def hash(self) -> str:
        whole = hashlib.sha256()
        for name, content in self.files:
            whole.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
        return whole.hexdigest()


class Parcel(Struct, frozen=True):
    """An order that names files by their path from ``here``, with its own files; ``program`` is who packed it."""

    source: str
    target: str
    here: str
    wished: Wished
    files: Files
    program: str


def packed_office(order: Order) -> Office:
    """The office that a data file belongs to; empty where the shipped templates serve.

    Raises ``CannotGoOn`` for an office that does not stand in the folder in which the command was given.
    """
    files: list[Path] = []
    templates = own_templates(order.source, order.here)
    if templates is not None:
        files += sorted((templates.root / CATALOGUES).glob(f"*{ENDING}"))
        files += [folder / name for folder in templates.kinds() for name in (KIND_FILE, TEMPLATE_FILE)]
        files += [templates.root / name for name in (HOUSE_STYLE_FILE, SUCCESSIONS_FILE)]
    house = own_house_style(order.source, order.here)
    return Office(_packed([*files, *([house] if house else [])], order.here))


def packed(order: Order) -> Parcel:
    """An order with its data file, and the bases and the file of the period before that it names.

    Raises ``CannotGoOn`` for a data file outside the folder in which the command was given.
    """
    target = order.target.relative_to(order.here) if order.target.is_relative_to(order.here) else order.target
    files = _packed([order.source, *beside(order.source, order.here, named_files(order.source))], order.here)
    return Parcel(_below(order.source, order.here), str(target), str(order.here), order.wished, files, program())


def _packed(files: Iterable[Path], here: Path) -> Files:
    return tuple((_below(path, here), path.read_bytes()) for path in dict.fromkeys(files) if path.is_file())


def _below(path: Path, here: Path) -> str:
    if path.is_relative_to(here) and ".." not in path.parts:
        return path.relative_to(here).as_posix()
    raise CannotGoOn(
        f"«{shown_path(path, here)}» nằm ngoài thư mục hiện tại nên không gửi được đến các máy của cụm.",
        "Chạy lệnh trong thư mục làm việc của cơ quan, là thư mục chứa templates và inputs.",
    )


def work_on_parcel(parcel: Parcel, office: Office) -> Result:
    """As ``work``, wherever the files were; what is found is told as if they had not been sent."""
    if parcel.program != program():
        return Result(trouble=_OTHER_PROGRAM)
    with _one_at_a_time:  # one office may have several data files of one base
        root = _unpacked(office)
        own = _lay_out(parcel.files, root)
        try:
            target = root / PurePath(parcel.target)
            result = work(Order(root / parcel.source, target, root, parcel.wished))
        finally:
            for path in own:
                path.unlink()
    return _told_at_home(replace(result, read={}), str(root), parcel.here)


_offices: dict[str, Path] = {}


def _unpacked(office: Office) -> Path:
    """The folder of this process that holds an office; laid out once."""
    if office.hash not in _offices:
        folder = Path(tempfile.mkdtemp(prefix="cds-gen-")).resolve()
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        _lay_out(office.files, folder)
        _offices[office.hash] = folder
    return _offices[office.hash]


def _lay_out(files: Files, folder: Path) -> list[Path]:
    """Write the files; those that were not there yet."""
    new = []
    for name, content in files:
        path = folder / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            new.append(path)
    return new


def _told_at_home(result: Result, there: str, here: str) -> Result:
    def home(finding: Finding) -> Finding:
        return replace(finding, problem=finding.problem.replace(there, here), fix=finding.fix.replace(there, here))

    trouble = result.trouble
    if trouble:
        trouble = Trouble(trouble.problem.replace(there, here), trouble.fix.replace(there, here))
    return replace(result, findings=tuple(map(home, result.findings)), trouble=trouble)
