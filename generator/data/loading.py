"""Files -> models: reads the data file, its bases and its catalogue, and gathers all that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from msgspec.structs import replace

from generator.data import finding_ids as ids
from generator.data.building import build_report
from generator.data.building_catalogue import build_catalogue
from generator.data.decoding import MOST_BYTES
from generator.data.faults import fault
from generator.data.inherit import BaseNotFound, with_bases
from generator.data.lineage import replacing_faults
from generator.data.located import read_yaml
from generator.data.model import BaoCao
from generator.data.model_catalogue import BoChiTieu
from generator.data.model_kind import MoTa
from generator.data.nodes import Mapping, Scalar, Sequence
from generator.data.open_places import opened, told, unexplained
from generator.data.remarks import Remark, read_remarks, unreviewed
from generator.data.schema import check_catalogue, check_report
from generator.data.shapes import full_catalogue_forms, full_forms
from generator.data.text_types import SLUG
from generator.errors import CannotGoOn
from generator.findings import Finding, has_errors, in_order
from generator.vn.suggest import closest
from generator.vn.text import quoted

ENDING = ".yaml"
KindOf = Callable[[str], MoTa | None]
"""The description of the kind of that name, None where there is no such kind."""


def load_report(
    path: Path, catalogue_dir: Path, name: str | None = None, catalogue_name: str | None = None, *, draft: bool = False
) -> tuple[BaoCao | None, list[Finding]]:
    """The report of a data file, and what is wrong with the file, its bases and its catalogue, in order of places.

    There is no report when a finding is an error.  ``name`` and ``catalogue_name`` are how findings call the file and
    the folder of catalogues (by default, as given).  In a draft, places may be left open.
    Any kind is taken for the usual one.
    Raises ``CannotGoOn`` when the file cannot be read.
    """
    shown = path.as_posix() if name is None else name
    folder = catalogue_dir.as_posix() if catalogue_name is None else catalogue_name
    return read_report(load_data(path, shown), path, catalogue_dir, Names(shown, folder), draft=draft)


class Names(NamedTuple):
    """How findings call a data file and the folder of catalogues; what is meant by the name of a kind.

    Without ``kind_of`` any kind is taken for the usual one.
    """

    file: str
    catalogues: str
    kind_of: KindOf | None = None


def read_report(
    written: bytes, path: Path, catalogue_dir: Path, names: Names, *, draft: bool = False
) -> tuple[BaoCao | None, list[Finding]]:
    """The report of what a data file holds, or will hold; as ``load_report``."""
    shown = names.file
    tree, findings = read_yaml(written, shown)
    if tree is None:
        return None, in_order(findings)
    remarks, remark_findings = read_remarks(written, tree, shown)
    bases = _BaseReader(path.parent, shown)
    merged, base_findings = with_bases(tree, path.name, bases)
    closed, left_open = opened(merged)
    full = full_forms(closed)
    kind = names.kind_of(_kind_named(full)) if names.kind_of else None
    plain, schema_findings = check_report(full, kind)
    schema_findings = unexplained(schema_findings, left_open, draft=draft) + told(left_open, draft=draft)
    if has_errors(base_findings):
        # What a base that cannot be read would have brought is not missing from this file.
        schema_findings = [finding for finding in schema_findings if finding.rule != ids.MISSING_KEY]
    catalogues, catalogue_findings = _catalogues_of(full, catalogue_dir, names.catalogues)
    remarks += tuple(bases.remarks)
    remark_findings += unreviewed(remarks, draft=draft)
    findings += remark_findings + base_findings + schema_findings + catalogue_findings
    if has_errors(findings):
        return None, in_order(findings)
    report = build_report(plain, full, shown, catalogues, kind)
    return replace(report, remarks=remarks), in_order(findings)


def _kind_named(full: Mapping) -> str:
    """The kind of document that a file names, empty where it names none."""
    item = full.items.get("mau")
    return item.node.text.strip() if item and isinstance(item.node, Scalar) else ""


def load_catalogue(path: Path, name: str | None = None) -> tuple[BoChiTieu | None, list[Finding]]:
    """The catalogue of a file, and what is wrong with it; as ``load_report``."""
    shown = path.as_posix() if name is None else name
    tree, findings = read_yaml(load_data(path, shown), shown)
    if tree is None:
        return None, in_order(findings)
    full = full_catalogue_forms(tree)
    data, schema_findings = check_catalogue(full)
    findings += schema_findings
    if not has_errors(findings):
        findings += replacing_faults(full, path.stem, lambda old: _tree_beside(path, old))
    catalogue = None if has_errors(findings) else build_catalogue(data, full, path.stem)
    return catalogue, in_order(findings)


def _tree_beside(path: Path, name: str) -> Mapping | None:
    """What another catalogue of the folder holds, None where it is not there or cannot be read."""
    try:
        data = _head(path.with_name(f"{name}{ENDING}"))
    except OSError:
        return None
    tree, _ = read_yaml(data, name)
    return tree


class _BaseReader:
    """Reads bases below one folder, each by its path from there; ``remarks`` gathers those that stand in them."""

    def __init__(self, folder: Path, shown: str) -> None:
        self.remarks: list[Remark] = []
        self._folder = folder
        self._shown = PurePosixPath(shown).parent
        self._own = PurePosixPath(shown).name

    def __call__(self, name: str) -> tuple[Mapping | None, list[Finding]]:
        path = self._folder / name
        try:
            if not path.resolve().is_relative_to(self._folder.resolve()):
                problem = f"{quoted(name)} là liên kết ra ngoài thư mục của tệp dữ liệu."
                raise BaseNotFound(problem, "chép tệp ấy vào thư mục này.")
            if not path.is_file():
                raise BaseNotFound(f"không có tệp {quoted(name)}.", _instead(name, self._files_beside(path)))
            data = _head(path)
        except (OSError, RuntimeError, ValueError) as error:
            # Python 3.11 and 3.12 raise RuntimeError where links go round in a circle.
            raise BaseNotFound(f"không đọc được tệp {quoted(name)}.", "kiểm tra tên tệp và quyền đọc tệp.") from error
        shown = str(self._shown / name)
        tree, findings = read_yaml(data, shown)
        remarks, remark_findings = read_remarks(data, tree, shown)
        self.remarks += remarks
        return tree, findings + remark_findings

    def _files_beside(self, path: Path) -> list[str]:
        files = path.parent.glob(f"*{ENDING}")
        names = (file.relative_to(self._folder).as_posix() for file in files)
        return [name for name in names if name != self._own]


def _catalogues_of(report: Mapping, folder: Path, shown: str) -> tuple[list[BoChiTieu], list[Finding]]:
    """The catalogues that the report names, those that can be read."""
    item = report.items.get("chi_tieu")
    parts = item.node.items if item and isinstance(item.node, Sequence) else ()
    found, findings, known = list[BoChiTieu](), list[Finding](), dict[str, Scalar]()
    for part in parts:
        name = part.items.get("bo") if isinstance(part, Mapping) else None
        if name is None or not isinstance(name.node, Scalar) or not SLUG.fullmatch(name.node.text.strip()):
            continue
        first = known.setdefault(name.node.text.strip(), name.node)
        if first is not name.node:
            problem = f"bộ chỉ tiêu {quoted(name.node.text.strip())} được nêu hai lần."
            fix = f"gộp các kết quả vào lần nêu ở dòng {first.place.line}, rồi xóa lần này."
            findings.append(fault(ids.DUPLICATE_KEY, name.node.place, problem, fix, (first.place,)))
            continue
        catalogue, faults = _catalogue_of(name.node, folder, shown)
        findings += faults
        found += [catalogue] if catalogue else []
    return found, findings


def _catalogue_of(asked: Scalar, folder: Path, shown: str) -> tuple[BoChiTieu | None, list[Finding]]:
    """The catalogue of that name, if there is one that can be read."""
    name = asked.text.strip()
    path = folder / f"{name}{ENDING}"
    if path.is_file():
        return load_catalogue(path, f"{shown}/{path.name}")
    known = sorted(file.stem for file in folder.glob(f"*{ENDING}"))
    problem = f"không có bộ chỉ tiêu {quoted(name)} trong thư mục {shown}."
    return None, [fault(ids.NO_CATALOGUE, asked.place, problem, _instead(name, known))]


def load_data(path: Path, shown: str) -> bytes:
    """The bytes of a file that must be there; raises ``CannotGoOn``."""
    if path.is_dir():
        raise CannotGoOn(f"{quoted(shown)} là một thư mục, không phải tệp.", f"Chọn một tệp {ENDING} trong thư mục ấy.")
    try:
        return _head(path)
    except FileNotFoundError:
        folder = PurePosixPath(shown).parent
        known = [str(folder / file.name) for file in path.parent.glob(f"*{ENDING}")]
        raise CannotGoOn(f"Không có tệp {quoted(shown)}.", _instead(shown, known)) from None
    except (OSError, ValueError) as error:
        fix = "Kiểm tra quyền đọc tệp và xem có chương trình nào đang giữ tệp không."
        raise CannotGoOn(f"Không đọc được tệp {quoted(shown)}.", fix) from error


def _head(path: Path) -> bytes:
    """The bytes of a file, up to one more than a data file may have."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _instead(name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = closest(name, names)
    if near is not None:
        return f"Có phải ý là «{near}»?"
    if names:
        return f"Viết một trong: {', '.join(names[:10])}."
    return "Kiểm tra lại tên tệp và thư mục."
