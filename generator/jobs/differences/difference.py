"""One difference between two reports, and the reports as they are held against each other."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.findings import Place

OPEN: Final = "còn để ngỏ"
FACTS, FIGURES, RESULTS, CATALOGUES, DOCUMENTS, WORDS, LAYOUT = (
    "thong_tin", "so_lieu", "chi_tieu", "bo_chi_tieu", "van_ban", "cau_chu", "bo_cuc",
)  # fmt: skip
PARTS: Mapping[str, str] = MappingProxyType(
    {
        FACTS: "Đơn vị, văn bản, kỳ",
        FIGURES: "Số liệu",
        RESULTS: "Chỉ tiêu",
        CATALOGUES: "Bộ chỉ tiêu",
        DOCUMENTS: "Văn bản nêu trong báo cáo",
        WORDS: "Câu chữ",
        LAYOUT: "Bố cục",
    }
)
"""The parts in which differences are told, in order, by their names in JSON."""


class Told(Struct, frozen=True):
    """What one report says at a place: as people read it, and where it stands (None where the model does not tell)."""

    words: str
    place: Place | None = None


class Difference(Struct, frozen=True):
    """What differs: ``old`` and ``new``, None where one of the reports has nothing of the kind.

    ``part`` is one of ``PARTS``, ``path`` the path in a data file.  ``name`` is what the thing is called,
    ``aspect`` which side of it is meant (empty for its value), ``note`` by how much it has moved.
    """

    part: str
    name: str
    path: str
    old: Told | None
    new: Told | None
    note: str = ""
    aspect: str = ""


class Side(Struct, frozen=True):
    """A report that is compared: assessed, its expressions not expanded; ``left_open`` are the paths of open places."""

    report: BaoCao
    groups: tuple[NhomDanhGia, ...]
    left_open: frozenset[str] = frozenset()


def changed(part: str, name: str, path: str, old: Told | None, new: Told | None) -> list[Difference]:
    """The difference between two values, if there is one: what is said is compared, not where."""
    same = (old and old.words) == (new and new.words)
    return [] if same else [Difference(part, name, path, old, new)]
