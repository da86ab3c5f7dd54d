"""A kind of document as its folder describes it: ``templates/docx/<kind>/mo_ta.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from generator.data.located import read_yaml
from generator.data.schema import check_kind
from generator.errors import CannotGoOn, Refused
from generator.findings import has_errors, in_order
from generator.vn.text import quoted


@dataclass(frozen=True)
class CotMau:
    """What a column of an annex table is by default: heading, width in mm, ``giua`` or ``trai``."""

    tieu_de: str
    rong: Decimal
    can: str


@dataclass(frozen=True)
class MoTa:
    """A kind of document: its name, what it is for, the columns that its tables may have."""

    ten: str
    mo_ta: str
    cot: Mapping[str, CotMau]


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
    columns = {column: CotMau(**facts) for column, facts in typed["cot"].items()}
    return MoTa(typed["ten"], typed["mo_ta"], columns)
