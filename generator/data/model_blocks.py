"""What a body or an annex is made of, as frozen data: blocks, and the tables among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from generator.data.model_text import Text
from generator.findings import DataPlace

DIEU_MARKER = "Điều 1."
"""How the numbering by articles is written in ``danh_so``."""


@dataclass(frozen=True)
class Doan:
    """A text of one or more lines in the body; a line may start with ``- `` or ``+ ``."""

    text: Text


@dataclass(frozen=True)
class Muc:
    """A heading with what stands under it."""

    muc: Text
    gom: tuple[Khoi, ...] = ()


@dataclass(frozen=True)
class Dieu:
    """An article without a title: its words on the line of its number, and what stands under it."""

    dieu: Text
    gom: tuple[Khoi, ...] = ()


@dataclass(frozen=True)
class DanhSach:
    """A list made from data: ``van_ban_ban_hanh`` (filtered by ``loc``) or ``kien_nghi``; ``dau`` starts each line."""

    danh_sach: str
    place: DataPlace
    loc: Mapping[str, str] = field(default_factory=dict)
    dau: str = "-"


@dataclass(frozen=True)
class LietKe:
    """A list typed in its place; ``dau`` starts each line: "-", "+", or a number such as "1." and "a)"."""

    liet_ke: tuple[Text, ...]
    place: DataPlace
    dau: str = "-"


@dataclass(frozen=True)
class ThuyetMinhChiTieu:
    """One group of indicators told one by one: requirement, result, verdict; ``bo`` names the catalogue."""

    chi_tieu: str
    place: DataPlace
    bo: str | None = None


@dataclass(frozen=True)
class Cot:
    """A column of a table: what it shows, and what departs from the template's column.

    ``cot`` names one source or several, stacked in a cell.  ``rong`` is in mm; ``can`` is ``giua`` or ``trai``;
    ``kieu`` is ``thuong``, ``dam`` or ``nghieng``; ``truoc`` and ``sau`` stand before and after what a cell holds.
    """

    cot: tuple[str, ...]
    place: DataPlace
    tieu_de: Text | None = None
    rong: Decimal | None = None
    can: str | None = None
    kieu: str = "thuong"
    truoc: str = ""
    sau: str = ""


@dataclass(frozen=True)
class ChiaNhom:
    """A group of a table of documents: its heading and which documents belong to it."""

    ten: Text
    loc: Mapping[str, str]


@dataclass(frozen=True)
class Hang:
    """A row typed in its place; ``nhom`` for the heading of a group, which has one cell."""

    o: tuple[Text, ...]
    place: DataPlace
    nhom: bool = False


@dataclass(frozen=True)
class Bang:
    """A table: of indicators, of issued documents, or of typed rows (``bang`` says which).

    ``bo`` and ``nhom`` choose among the indicators, ``loc`` among the documents; ``stt`` is ``theo_nhom`` where
    the numbers of documents start again in every group, else ``lien_tuc``.
    """

    bang: str
    cot: tuple[Cot, ...]
    place: DataPlace
    bo: str | None = None
    nhom: tuple[str, ...] = ()
    loc: Mapping[str, str] = field(default_factory=dict)
    chia_nhom: tuple[ChiaNhom, ...] = ()
    stt: str = "theo_nhom"
    hang: tuple[Hang, ...] = ()


@dataclass(frozen=True)
class BieuDo:
    """A chart: ``chi_tieu``, each indicator's result beside its target, or ``nhom``, each group's share of targets met.

    ``bo`` and ``nhom`` choose among the indicators; ``kieu`` is ``cot`` (upright) or ``thanh`` (lying).
    """

    bieu_do: str
    tieu_de: Text
    place: DataPlace
    bo: str | None = None
    nhom: tuple[str, ...] = ()
    kieu: str = "cot"


Khoi = Doan | Muc | Dieu | DanhSach | LietKe | ThuyetMinhChiTieu | Bang | BieuDo


@dataclass(frozen=True)
class PhuLuc:
    """An annex: its title and what it holds; ``ma`` is how texts refer to it, ``danh_so`` numbers its headings."""

    tieu_de: Text
    kho: str
    noi_dung: tuple[Khoi, ...]
    place: DataPlace
    danh_so: tuple[str, ...]
    ma: str | None = None
