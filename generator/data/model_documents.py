"""Documents that a report names, as frozen data."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from generator.data.model_text import Text
from generator.decree.symbols import SoKyHieu
from generator.findings import DataPlace
from generator.vn.dates import VnDate


class VanBanBanHanh(Struct, frozen=True):
    """A document named in the report, issued by the office or by another body."""

    so: SoKyHieu
    loai: str
    ngay: VnDate
    trich_yeu: Text
    place: DataPlace
    co_quan: str | None = None
    ma: str | None = None
    nhom: str | None = None
    cot_them: Mapping[str, str] = field(default_factory=dict)
