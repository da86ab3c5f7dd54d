"""The report as frozen data: what the office wrote, typed and located, nothing computed yet.

Names of fields are the keys of the YAML file.  Figures are ``Decimal``; percentages are stored as
percent (82,9 % is ``Decimal("82.9")``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from generator.decree.symbols import SoKyHieu
from generator.findings import DataPlace
from generator.vn.dates import VnDate


@dataclass(frozen=True)
class Text:
    """Words as typed: may hold ``**đậm**``, ``*nghiêng*`` and ``{{ … }}``; several lines are several paragraphs.

    ``place`` is where the scalar starts; ``first_line`` the line of the file that holds the first line of words
    (one further down for a block scalar ``|``), so that a fault inside a long text can be located.
    """

    raw: str
    place: DataPlace
    first_line: int

    def place_at(self, offset: int) -> DataPlace:
        """The place of the character at ``offset`` of ``raw``, to the line."""
        return self.place_of_line(self.raw.count("\n", 0, offset))

    def place_of_line(self, number: int) -> DataPlace:
        """The place of a line of ``raw``, the first of which is 0."""
        line = self.first_line + number
        return DataPlace(self.place.file, line, self.place.column if line == self.place.line else 1, self.place.path)


@dataclass(frozen=True)
class DonVi:
    """The issuing body."""

    ten: str
    viet_tat: str
    dia_danh: str
    ky_hieu: str
    cap_tren: str | None = None


@dataclass(frozen=True)
class VanBan:
    """The document itself: kind by its symbol (``BC``), number (blank until issued), date, subject."""

    loai: str
    ngay: VnDate
    trich_yeu: Text
    so: int | None = None


@dataclass(frozen=True)
class Ky:
    """The period: a year, or its half, quarter or month; ``chot_den`` is the cut-off date."""

    nam: int
    place: DataPlace
    nua_nam: int | None = None
    quy: int | None = None
    thang: int | None = None
    chot_den: VnDate | None = None


@dataclass(frozen=True)
class SoLieu:
    """A figure that the text uses: a value with its unit, or a numerator and a denominator.

    ``ty_le`` is a rate that the office states itself; ``lam_tron`` the decimals to show (0–6).
    """

    ten: str
    place: DataPlace
    gia_tri: Decimal | None = None
    don_vi: str | None = None
    tu: Decimal | None = None
    mau: Decimal | None = None
    ty_le: Decimal | None = None
    lam_tron: int | None = None


@dataclass(frozen=True)
class VanBanBanHanh:
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


@dataclass(frozen=True)
class KetQua:
    """What the unit reports for one indicator.

    Exactly one of these speaks: ``tu`` and ``mau`` (the rate is computed), ``gia_tri`` (with ``don_vi`` words, or
    ``phan_tram`` for a bare percentage), ``chu`` (words), or nothing (a result left blank).
    ``muc_tieu`` is a target set for this unit alone, ``ky_truoc`` last period's result, ``cot_them`` what columns of
    the office's own print.
    """

    ma: str
    place: DataPlace
    tu: Decimal | None = None
    mau: Decimal | None = None
    gia_tri: Decimal | None = None
    phan_tram: bool = False
    don_vi: str | None = None
    chu: str | None = None
    ty_le: Decimal | None = None
    lam_tron: int | None = None
    noi_dung: Text | None = None
    danh_gia: str | None = None
    ly_do: str | None = None
    minh_chung: str | None = None
    ghi_chu: str | None = None
    muc_tieu: MucTieu | None = None
    ky_truoc: KetQua | None = None
    cot_them: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class MucTieu:
    """A target as issued: a number (percent or counted) or words; ``chu`` is how it is printed."""

    chu: str
    gia_tri: Decimal | None = None
    phan_tram: bool = False


@dataclass(frozen=True)
class CongThuc:
    """How a superior has an indicator computed: ``ve_trai`` = ``tu`` / ``mau`` × ``nhan``, with words before it.

    ``nhan`` is as printed ("100%", "1.000"); ``he_so`` what the fraction is multiplied by, ``phan_tram`` whether the
    outcome is a percentage.
    """

    ghi: str
    ve_trai: str
    tu: str
    mau: str
    nhan: str = "100%"
    he_so: Decimal = Decimal(100)
    phan_tram: bool = True


@dataclass(frozen=True)
class ChiTieu:
    """One indicator of a catalogue.

    ``so`` is its number as printed (empty for a row without one), ``ma`` its id in the catalogue.

    ``chieu`` says when a number meets the target: ``tang`` (at least), ``giam`` (at most).  ``dat_khi`` lists words
    that count as met.  ``tong_hop`` says how a superior sums many units: ``ty_le`` (numerators over denominators),
    ``cong`` (add), ``dem_dat`` (count the units that met it), ``khong`` (not summed).
    """

    ma: str
    ten: str
    yeu_cau: str
    don_vi_tinh: str
    muc_tieu: MucTieu
    chieu: str = "tang"
    tong_hop: str = "dem_dat"
    dat_khi: tuple[str, ...] = ()
    so: str = ""
    ghi_chu: str = ""
    cong_thuc: tuple[CongThuc, ...] = ()
    cot_them: Mapping[str, str] = field(default_factory=dict)

    @property
    def cach_tinh(self) -> CongThuc | None:
        """The formula that results are computed by: all of an indicator's multiply by the same number."""
        return self.cong_thuc[0] if self.cong_thuc else None


@dataclass(frozen=True)
class NhomChiTieu:
    ma: str
    so: str
    ten: str
    chi_tieu: tuple[ChiTieu, ...]


@dataclass(frozen=True)
class BoChiTieu:
    """A catalogue: the indicators that a superior issued, in groups."""

    ma: str
    ten: str
    can_cu: VanBanBanHanh
    nhom: tuple[NhomChiTieu, ...]


@dataclass(frozen=True)
class ONhom:
    """What the row of a group prints in one column."""

    nhom: str
    cot: str
    chu: Text


@dataclass(frozen=True)
class KhongBaoCao:
    """An indicator that the unit need not report."""

    ma: str
    place: DataPlace


@dataclass(frozen=True)
class KetQuaBo:
    """A catalogue and what the unit reports for it."""

    bo: BoChiTieu
    ket_qua: tuple[KetQua, ...]
    place: DataPlace
    khong_bao_cao: tuple[KhongBaoCao, ...] = ()
    o_nhom: tuple[ONhom, ...] = ()


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


Khoi = Doan | Muc | DanhSach | LietKe | ThuyetMinhChiTieu | Bang


@dataclass(frozen=True)
class PhuLuc:
    """An annex: its title and what it holds; ``ma`` is how texts refer to it, ``danh_so`` numbers its headings."""

    tieu_de: Text
    kho: str
    noi_dung: tuple[Khoi, ...]
    place: DataPlace
    danh_so: tuple[str, ...]
    ma: str | None = None


@dataclass(frozen=True)
class NguoiKy:
    """Who signs: ``quyen_han`` is TM, KT, Q, TL, TUQ or None; see Phụ lục I, phần I, mục II.7."""

    chuc_vu: str
    ho_ten: str
    quyen_han: str | None = None
    tap_the: str | None = None
    thay: str | None = None
    chuc_vu_khac: str | None = None


@dataclass(frozen=True)
class NoiNhan:
    """A recipient: words as typed, or (``luu``) what stands after "Lưu:".

    ``dong_duoi`` is a line below the recipient.  A recipient with ``gom`` has no words of its own: a brace joins those
    that it names, and ``ten`` stands beside the brace.
    """

    ten: str
    luu: bool = False
    dong_duoi: str | None = None
    gom: tuple[str, ...] = ()


@dataclass(frozen=True)
class BaoCao:
    """The whole data file."""

    file: str
    mau: str
    don_vi: DonVi
    van_ban: VanBan
    ky: Ky
    danh_so: tuple[str, ...]
    ten_chi_tieu: str | None
    kinh_gui: tuple[str, ...]
    so_lieu: tuple[SoLieu, ...]
    van_ban_ban_hanh: tuple[VanBanBanHanh, ...]
    chi_tieu: tuple[KetQuaBo, ...]
    noi_dung: tuple[Khoi, ...]
    kien_nghi: tuple[Text, ...]
    ket_thuc: Text
    noi_nhan: tuple[NoiNhan, ...]
    nguoi_ky: NguoiKy
    phu_luc: tuple[PhuLuc, ...]

    @property
    def ket_qua(self) -> tuple[KetQua, ...]:
        """The results of every catalogue, in the order of the file."""
        return tuple(result for part in self.chi_tieu for result in part.ket_qua)
