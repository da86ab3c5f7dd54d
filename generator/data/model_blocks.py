"""What a body or an annex is made of, as frozen data: blocks, and the tables among them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field

from generator.data.model_text import Text
from generator.findings import DataPlace

DIEU_MARKER = "Điều 1."
"""How the numbering by articles is written in ``danh_so``."""
CHUONG_MARKER = "Chương I"
"""How the numbering of chapters is written there; the articles below them count on through all chapters."""


class Doan(Struct, frozen=True):
    """A text of one or more lines in the body; a line may start with ``- `` or ``+ ``."""

    text: Text


class Muc(Struct, frozen=True):
    """A heading with what stands under it."""

    muc: Text
    gom: tuple[Khoi, ...] = ()


class Dieu(Struct, frozen=True):
    """An article without a title: its words on the line of its number, and what stands under it."""

    dieu: Text
    gom: tuple[Khoi, ...] = ()


class DanhSach(Struct, frozen=True):
    """A list made from data: ``van_ban_ban_hanh`` (filtered by ``loc``) or ``kien_nghi``; ``dau`` starts each line."""

    danh_sach: str
    place: DataPlace
    loc: Mapping[str, str] = field(default_factory=dict)
    dau: str = "-"


class LietKe(Struct, frozen=True):
    """A list typed in its place; ``dau`` starts each line: "-", "+", or a number such as "1." and "a)"."""

    liet_ke: tuple[Text, ...]
    place: DataPlace
    dau: str = "-"


class ThuyetMinhChiTieu(Struct, frozen=True):
    """One group of indicators told one by one: requirement, result, verdict; ``bo`` names the catalogue."""

    chi_tieu: str
    place: DataPlace
    bo: str | None = None


class Cot(Struct, frozen=True):
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


class ChiaNhom(Struct, frozen=True):
    """A group of a table of documents: its heading and which documents belong to it."""

    ten: Text
    loc: Mapping[str, str]


class Hang(Struct, frozen=True):
    """A row typed in its place; ``nhom`` for the heading of a group, which has one cell."""

    o: tuple[Text, ...]
    place: DataPlace
    nhom: bool = False


class Bang(Struct, frozen=True):
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


class BieuDo(Struct, frozen=True):
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


class PhuLuc(Struct, frozen=True):
    """An annex: its title and what it holds; ``ma`` is how texts refer to it, ``danh_so`` numbers its headings.

    ``ban_hanh`` is the kind of a document that stands in place of an annex, being issued by this one (mẫu 1.3);
    ``tieu_de`` is its subject then.
    """

    tieu_de: Text
    kho: str
    noi_dung: tuple[Khoi, ...]
    place: DataPlace
    danh_so: tuple[str, ...]
    ma: str | None = None
    ban_hanh: str | None = None
