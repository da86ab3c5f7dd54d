"""The declarations of the schema by name, and a way through them for whatever describes the format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.data.schema_blocks import KHOI, MOT_KHOI
from generator.data.schema_catalogue import BO_CHI_TIEU
from generator.data.schema_checks import Clash
from generator.data.schema_fields import Fields, Rules
from generator.data.schema_house import QUY_CACH
from generator.data.schema_kind import MO_TA
from generator.data.schema_report import BAO_CAO
from generator.data.schema_successions import THAY_DOI

DECLARED: Mapping[str, Fields] = MappingProxyType(
    {"bao_cao": BAO_CAO, "bo_chi_tieu": BO_CHI_TIEU, "mo_ta": MO_TA, "quy_cach": QUY_CACH, "thay_doi": THAY_DOI}
)
"""The fields of each kind of file."""

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "bao_cao": "Tệp dữ liệu của một báo cáo",
        "bo_chi_tieu": "Tệp bộ chỉ tiêu",
        "mo_ta": "Tệp mô tả một mẫu văn bản",
        "quy_cach": "Quy cách riêng của cơ quan",
        "thay_doi": "Bảng thay đổi tên cơ quan, tên địa phương",
    }
)

REGISTERED: Mapping[str, Rules] = MappingProxyType({"khoi": {**MOT_KHOI, "schema": KHOI, "nullable": False}})
"""What rules name instead of holding it, because it holds itself; always an item of a list."""

_NO_NAME = "Không phải tên"


def clashes_of(rules: Rules, value: object) -> list[Clash]:
    """What the check of a field says of a value whose parts have been read."""
    found: list[Clash] = []
    check: Callable[..., None] | None = rules.get("check_with")
    if check is not None:
        check("", value, lambda _field, clash: found.append(clash))
    return found


def keys_are_identifiers(table: Rules) -> bool:
    """Whether the keys of a table, which the user chooses, must be identifiers: its check refuses what is none."""
    return any(clash.key == _NO_NAME for clash in clashes_of(table, {_NO_NAME: None}))
