"""The report as frozen data: what the office wrote, typed and located, nothing computed yet.

Names of fields are the keys of the YAML file.  Figures are ``Decimal``; percentages are stored as
percent (82,9 % is ``Decimal("82.9")``).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field

from generator.data.model_blocks import Khoi, PhuLuc
from generator.data.model_catalogue import BoChiTieu, MucTieu
from generator.data.model_documents import VanBanBanHanh
from generator.data.model_kind import MoTa
from generator.data.model_text import Text
from generator.data.remarks import Remark
from generator.decree.kinds import CONG_VAN, by_symbol
from generator.findings import DataPlace
from generator.vn.dates import VnDate


class DonVi(Struct, frozen=True):
    """The issuing body."""

    ten: str
    viet_tat: str
    dia_danh: str
    ky_hieu: str
    cap_tren: str | None = None


class VanBan(Struct, frozen=True):
    """The document itself: kind by its symbol (``BC``), number (blank until issued), date, subject.

    ``loai`` is None where symbols name the drafting unit (``don_vi_soan``) instead; ``tham_quyen`` is who decides.
    """

    loai: str | None
    ngay: VnDate
    trich_yeu: Text
    so: int | None = None
    don_vi_soan: str | None = None
    tham_quyen: Text | None = None


class Ky(Struct, frozen=True):
    """The period: a year, or its half, quarter or month; ``chot_den`` is the cut-off date.

    ``truoc`` is the period before, which the report compares itself with, and ``tep`` the data file of such a period,
    by its way from the folder of this one.
    """

    nam: int
    place: DataPlace
    nua_nam: int | None = None
    quy: int | None = None
    thang: int | None = None
    chot_den: VnDate | None = None
    truoc: Ky | None = None
    tep: str | None = None


class SoLieu(Struct, frozen=True):
    """A figure that the text uses: a value with its unit, or a numerator and a denominator.

    ``ty_le`` is a rate that the office states itself; ``lam_tron`` the decimals to show (0–6).
    ``ky_truoc`` is the figure of the period before, ``luy_ke`` what has come together up to now.
    ``de_ngo`` tells that the office has left a place open.
    """

    ten: str
    place: DataPlace
    gia_tri: Decimal | None = None
    don_vi: str | None = None
    tu: Decimal | None = None
    mau: Decimal | None = None
    ty_le: Decimal | None = None
    lam_tron: int | None = None
    ky_truoc: SoLieu | None = None
    luy_ke: SoLieu | None = None
    de_ngo: bool = False


class KetQua(Struct, frozen=True):
    """What the unit reports for one indicator.

    Exactly one of these speaks: ``tu`` and ``mau`` (the rate is computed), ``gia_tri`` (with ``don_vi`` words, or
    ``phan_tram`` for a bare percentage), ``chu`` (words), or nothing (a result left blank).
    ``muc_tieu`` is a target set for this unit alone, ``ky_truoc`` last period's result, ``luy_ke`` what has come
    together up to now, ``cot_them`` what columns of the office's own print.  ``de_ngo`` tells that the office has left
    a place open.
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
    luy_ke: KetQua | None = None
    de_ngo: bool = False
    cot_them: Mapping[str, str] = field(default_factory=dict)


class ONhom(Struct, frozen=True):
    """What the row of a group prints in one column."""

    nhom: str
    cot: str
    chu: Text


class KhongBaoCao(Struct, frozen=True):
    """An indicator that the unit need not report."""

    ma: str
    place: DataPlace


class KetQuaBo(Struct, frozen=True):
    """A catalogue and what the unit reports for it."""

    bo: BoChiTieu
    ket_qua: tuple[KetQua, ...]
    place: DataPlace
    khong_bao_cao: tuple[KhongBaoCao, ...] = ()
    o_nhom: tuple[ONhom, ...] = ()


class NguoiKy(Struct, frozen=True):
    """Who signs: ``quyen_han`` is TM, KT, Q, TL, TUQ or None; see Phụ lục I, phần I, mục II.7."""

    chuc_vu: str
    ho_ten: str
    quyen_han: str | None = None
    tap_the: str | None = None
    thay: str | None = None
    chuc_vu_khac: str | None = None


class NoiNhan(Struct, frozen=True):
    """A recipient: words as typed, or (``luu``) what stands after "Lưu:".

    ``dong_duoi`` is a line below the recipient.  A recipient with ``gom`` has no words of its own: a brace joins those
    that it names, and ``ten`` stands beside the brace.
    """

    ten: str
    luu: bool = False
    dong_duoi: str | None = None
    gom: tuple[str, ...] = ()


class BaoCao(Struct, frozen=True):
    """The whole data file.

    ``kind`` is what its kind of document is like.  ``theo_ky`` is False for a file without a period; ``ky`` is the year
    of its date then.
    ``places`` tells where the words of letterhead, addressees, recipients and signature stand, which are kept as plain
    texts: by the path of each in its full form (``nguoi_ky.ho_ten``, ``noi_nhan[2].gom[1]``).  ``remarks`` are the
    remarks to the machine in the file and its bases.
    """

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
    ket_thuc: Text | None
    noi_nhan: tuple[NoiNhan, ...]
    nguoi_ky: NguoiKy
    phu_luc: tuple[PhuLuc, ...]
    can_cu: tuple[Text, ...] = ()
    kind: MoTa = field(default_factory=MoTa)
    theo_ky: bool = True
    places: Mapping[str, DataPlace] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()

    @property
    def ket_qua(self) -> tuple[KetQua, ...]:
        """The results of every catalogue, in the order of the file."""
        return tuple(result for part in self.chi_tieu for result in part.ket_qua)

    @property
    def phu_luc_rieng(self) -> tuple[PhuLuc, ...]:
        """The annexes proper, which are numbered among themselves: those that are no document of their own."""
        return tuple(annex for annex in self.phu_luc if annex.ban_hanh is None)

    @property
    def ten_loai(self) -> str:
        """The name of its kind: by the symbol that the file gives, else that of its description."""
        loai = self.van_ban.loai
        known = by_symbol(loai) if loai else None
        if known is not None and loai != self.kind.ky_hieu:
            return known.ten
        return self.kind.ten or loai or CONG_VAN.ten

    @property
    def noi_ky_hieu(self) -> str:
        """What stands for the body in its symbol: "UBND", and "UBND-VHXH" where no kind stands before it."""
        return "-".join(filter(None, (self.don_vi.ky_hieu, self.van_ban.don_vi_soan)))
