"""Files -> models: reads the data file, its bases and its catalogue, and gathers all that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.data import finding_ids as ids
from generator.data.building import build_report
from generator.data.building_catalogue import build_catalogue
from generator.data.decoding import MOST_BYTES
from generator.data.faults import fault
from generator.data.inherit import BaseNotFound, with_bases
from generator.data.located import read_yaml
from generator.data.model import BaoCao
from generator.data.model_catalogue import BoChiTieu
from generator.data.nodes import Mapping, Scalar, Sequence
from generator.data.open_places import opened, told, unexplained
from generator.data.schema import check_catalogue, check_report
from generator.data.shapes import full_catalogue_forms, full_forms
from generator.data.text_types import SLUG
from generator.errors import CannotGoOn
from generator.findings import Finding, has_errors, in_order
from generator.vn.suggest import closest
from generator.vn.text import quoted

ENDING = ".yaml"


def load_report(
    path: Path, catalogue_dir: Path, name: str | None = None, catalogue_name: str | None = None, *, draft: bool = False
) -> tuple[BaoCao | None, list[Finding]]:
    """The report of a data file, and what is wrong with the file, its bases and its catalogue, in order of places.

    There is no report when a finding is an error.  ``name`` and ``catalogue_name`` are how findings call the file and
    the folder of catalogues (by default, as given).  In a draft, places may be left open.
    Raises ``CannotGoOn`` when the file cannot be read.
    """
    shown = path.as_posix() if name is None else name
    tree, findings = read_yaml(_bytes(path, shown), shown)
    if tree is None:
        return None, in_order(findings)
    merged, base_findings = with_bases(tree, path.name, _BaseReader(path.parent, shown))
    closed, left_open = opened(merged)
    full = full_forms(closed)
    data, schema_findings = check_report(full)
    schema_findings = unexplained(schema_findings, left_open, draft=draft) + told(left_open, draft=draft)
    if has_errors(base_findings):
        # What a base that cannot be read would have brought is not missing from this file.
        schema_findings = [finding for finding in schema_findings if finding.rule != ids.MISSING_KEY]
    catalogues, catalogue_findings = _catalogues_of(full, catalogue_dir, catalogue_name or catalogue_dir.as_posix())
    findings += base_findings + schema_findings + catalogue_findings
    report = None if has_errors(findings) else build_report(data, full, shown, catalogues)
    return report, in_order(findings)


def load_catalogue(path: Path, name: str | None = None) -> tuple[BoChiTieu | None, list[Finding]]:
    """The catalogue of a file, and what is wrong with it; as ``load_report``."""
    shown = path.as_posix() if name is None else name
    tree, findings = read_yaml(_bytes(path, shown), shown)
    if tree is None:
        return None, in_order(findings)
    full = full_catalogue_forms(tree)
    data, schema_findings = check_catalogue(full)
    findings += schema_findings
    catalogue = None if has_errors(findings) else build_catalogue(data, full, path.stem)
    return catalogue, in_order(findings)


class _BaseReader:
    """Reads bases below one folder, each by its path from there."""

    def __init__(self, folder: Path, shown: str) -> None:
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
        return read_yaml(data, str(self._shown / name))

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


def _bytes(path: Path, shown: str) -> bytes:
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
