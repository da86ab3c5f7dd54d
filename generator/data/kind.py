"""A kind of document as its folder describes it: ``templates/docx/<kind>/mo_ta.yaml``."""

from __future__ import annotations

from pathlib import Path

from generator.data.located import read_yaml
from generator.data.model_kind import PARTS, CotMau, MoTa
from generator.data.schema import check_kind
from generator.errors import CannotGoOn, Refused
from generator.findings import has_errors, in_order
from generator.vn.text import quoted

_SIMPLE = ("ky_hieu", "trich_yeu", "menh_lenh")
_LISTS = ("danh_so", "phai_co")


def load_kind(path: Path, name: str) -> MoTa:
    """The description of a kind; ``name`` is how messages call the file.

    Raises ``CannotGoOn`` where the file is missing and ``Refused`` where it is faulty.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CannotGoOn(
            f"Không đọc được tệp mô tả mẫu {quoted(name)}.", "Lấy lại tệp gốc bằng lệnh «cds-gen init»."
        ) from error
    tree, findings = read_yaml(data, name)
    if tree is None:
        raise Refused(in_order(findings))
    typed, faults = check_kind(tree)
    if has_errors([*findings, *faults]):
        raise Refused(in_order([*findings, *faults]))
    columns = {column: CotMau(**facts) for column, facts in (typed.get("cot") or {}).items()}
    said = {path: (typed.get("phan") or {}).get(path.rpartition(".")[2]) for path in PARTS}
    parts = {path: said[path] or usual for path, usual in PARTS.items()}
    facts = {key: typed[key] for key in _SIMPLE if typed.get(key)}
    facts |= {key: tuple(typed[key]) for key in _LISTS if typed.get(key)}
    return MoTa(typed["ten"], typed["mo_ta"], columns, phan=parts, **facts)
