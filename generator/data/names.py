"""The names that ``{{ … }}`` in a data file may use, and what each prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from msgspec import Struct

from generator.data import derive
from generator.data.comparison import Change, Compared, change
from generator.data.derive import ChiTieuDanhGia, NhomDanhGia
from generator.data.markup import plain
from generator.data.model import BaoCao, KetQua, Ky, SoLieu
from generator.data.model_documents import VanBanBanHanh
from generator.data.open_values import OPEN_VALUE, LeftOpen, OpenValue
from generator.data.periods import compared_with, period_name
from generator.data.selection import chosen_documents
from generator.decree.kinds import by_name
from generator.decree.wording import annex_name
from generator.vn.dates import dated
from generator.vn.numbers import format_percent, percentage
from generator.vn.suggest import closest

_WHERE = "trong bộ chỉ tiêu mà chi_tieu.bo nêu"
T = TypeVar("T")


class UnknownReference(LookupError):
    """``ct``, ``nhom`` or ``vb`` was asked for what the data has not; ``problem`` and ``fix`` in Vietnamese."""

    def __init__(self, problem: str, fix: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.fix = fix


class Printable:
    """What an expression may print as it is: each of these names says its words in ``__str__``."""


class _Moved(Struct, frozen=True):
    """What is compared with the period before; each raises ``NotComparable`` where that cannot be said.

    ``_so_sanh`` is None where one of the two is left open.
    """

    _ky: Ky
    _so_sanh: tuple[Compared, Compared] | None

    @property
    def _thay_doi(self) -> Change:
        if self._so_sanh is None:
            raise LeftOpen
        return change(*self._so_sanh)

    @property
    def tang_giam(self) -> str:
        """By how much the figure has risen or fallen, with its unit."""
        return self._thay_doi.words

    @property
    def ty_le_tang_giam(self) -> str:
        """The same in percent of the figure of before."""
        return self._thay_doi.relative

    @property
    def so_voi_ky_truoc(self) -> str:
        """By how much, and since when."""
        return f"{self.tang_giam} so với {compared_with(self._ky)}"


class TenSoLieu(Printable, _Moved, frozen=True):
    """``so_lieu.X``: prints the number or the fraction."""

    gia_tri: Decimal | OpenValue | None
    don_vi: str | None
    tu: Decimal | OpenValue | None
    mau: Decimal | OpenValue | None
    phan_so: str | OpenValue | None
    ty_le: str | OpenValue | None
    _lam_tron: int | None = None

    @property
    def day_du(self) -> str:
        """The number with its unit."""
        return f"{self} {self.don_vi}" if self.don_vi else str(self)

    def __str__(self) -> str:
        if self.phan_so is not None or isinstance(self.gia_tri, OpenValue):
            return str(self.phan_so)
        return derive.typed_text(self.gia_tri or Decimal(0), self._lam_tron)


class TenChiTieu(Printable, _Moved, frozen=True):
    """``ct('1.6')``: prints the result as the annex does."""

    ma: str
    ten: str
    chi_tieu: str
    ket_qua: str | OpenValue
    danh_gia: str | OpenValue
    tu: Decimal | OpenValue | None
    mau: Decimal | OpenValue | None
    gia_tri: Decimal | OpenValue | None
    don_vi: str | None
    phan_so: str | OpenValue | None
    ty_le: str | OpenValue | None
    day_du: str | OpenValue
    ky_truoc: str

    def __str__(self) -> str:
        return str(self.ket_qua)


class TenNhom(Struct, Printable, frozen=True):
    """``nhom('xa_hoi_so')``: prints the group's name."""

    ten: str
    tong: int
    dat: int
    khong_dat: int
    dang_trien_khai: int
    ty_le: str
    danh_gia: str

    def __str__(self) -> str:
        return self.ten


class TenVanBan(Struct, Printable, frozen=True):
    """``vb('43/QĐ-UBND')``: prints the full citation, in the order of Phụ lục I, phần I, mục II.6.b."""

    loai: str
    so: str
    ngay: str
    thoi_gian: str
    co_quan: str | None
    trich_yeu: str

    @property
    def ngan(self) -> str:
        """The short citation, for every mention after the first."""
        return f"{self.loai} số {self.so}"

    @property
    def khong_trich_yeu(self) -> str:
        """The citation without the subject."""
        body = f" của {self.co_quan}" if self.co_quan else ""
        return f"{self.ngan} {self.thoi_gian}{body}"

    def __str__(self) -> str:
        return f"{self.khong_trich_yeu} {self.trich_yeu}"


class TenKy(Struct, Printable, frozen=True):
    """``ky``: the period; prints its year, ``ten`` names the whole ("6 tháng đầu năm 2024", "quý III năm 2024")."""

    ten: str
    nam: int
    nua_nam: int | None
    quy: int | None
    thang: int | None
    chot_den: str | None

    def __str__(self) -> str:
        return str(self.nam)


class TenDonVi(Struct, Printable, frozen=True):
    """``don_vi``: the issuing body; prints its name."""

    ten: str
    viet_tat: str
    dia_danh: str
    cap_tren: str | None

    def __str__(self) -> str:
        return self.ten


def citation(document: VanBanBanHanh) -> TenVanBan:
    """How a document of the list is cited."""
    return TenVanBan(
        document.loai,
        str(document.so),
        document.ngay.written,
        dated(document.ngay),
        document.co_quan,
        plain(document.trich_yeu.raw),
    )


def _compared(item: SoLieu | KetQua | None, both: tuple[Compared, Compared]) -> tuple[Compared, Compared] | None:
    """The two that are compared, None where one of them is left open."""
    is_open = item is not None and (item.de_ngo or (item.ky_truoc is not None and item.ky_truoc.de_ngo))
    return None if is_open else both


def _figure(figure: SoLieu, ky: Ky) -> TenSoLieu:
    compared = _compared(figure, derive.compared_figures(figure))
    if figure.de_ngo:
        return TenSoLieu(ky, compared, OPEN_VALUE, figure.don_vi, *(OPEN_VALUE,) * 4)
    return TenSoLieu(
        ky,
        compared,
        figure.gia_tri,
        figure.don_vi,
        figure.tu,
        figure.mau,
        derive.fraction_text(figure),
        derive.rate_text(figure),
        figure.lam_tron,
    )


def _indicator(assessed: ChiTieuDanhGia, ky: Ky) -> TenChiTieu:
    result = assessed.ket_qua
    indicator = assessed.chi_tieu
    compared = _compared(result, derive.compared_results(indicator, result))
    known = (indicator.ma, indicator.ten, indicator.muc_tieu.chu)
    before = _on_one_line(assessed.ky_truoc)
    if result and result.de_ngo:
        values = (OPEN_VALUE,) * 5
        return TenChiTieu(ky, compared, *known, *values, result.don_vi, OPEN_VALUE, OPEN_VALUE, OPEN_VALUE, before)
    return TenChiTieu(
        ky,
        compared,
        *known,
        _on_one_line(assessed.chu),
        assessed.danh_gia,
        result.tu if result else None,
        result.mau if result else None,
        result.gia_tri if result else None,
        result.don_vi if result else None,
        derive.fraction_text(result) if result else None,
        _rate(assessed),
        _on_one_line(derive.full_result_text(indicator, result)),
        before,
    )


def _rate(assessed: ChiTieuDanhGia) -> str | None:
    """The rate that a fraction gives, where the indicator's formula gives a rate at all."""
    formula = assessed.chi_tieu.cach_tinh
    if assessed.ket_qua is None or (formula and not formula.phan_tram):
        return None
    return derive.rate_text(assessed.ket_qua)


def _on_one_line(text: str) -> str:
    """A result of several lines as it stands inside a sentence."""
    return " ".join(text.split("\n"))


def _group(group: NhomDanhGia) -> TenNhom:
    share = percentage(Decimal(group.dat), Decimal(group.tong)) if group.tong else Decimal(0)
    return TenNhom(
        group.nhom.ten,
        group.tong,
        group.dat,
        group.dem(derive.KHONG_DAT),
        group.dem(derive.DANG_TRIEN_KHAI),
        format_percent(share),
        group.danh_gia,
    )


def _finder(kind: str, found: Mapping[str, T], where: str) -> Callable[[object], T]:
    """A function of the expressions that looks up ``found`` and names what is close when it fails."""

    def find(key: object) -> T:
        _refuse_number(kind, key)
        try:
            return found[str(key)]
        except KeyError:
            near = closest(str(key), found)
            hint = f"Có phải ý là «{near}»? " if near else ""
            raise UnknownReference(f"không có {kind} «{key}»", f"{hint}Xem các {kind} {where}.") from None

    return find


def _refuse_number(kind: str, key: object) -> None:
    if not isinstance(key, str):
        # 1.10 without quotes is the number 1.1: another indicator than "1.10".
        problem = f"mã {kind} «{key}» không đặt trong dấu nháy"
        raise UnknownReference(problem, "Viết mã trong dấu nháy, ví dụ '1.10'.")


def _finder_in(kind: str, call: str, parts: Mapping[str, Mapping[str, T]]) -> Callable[..., T]:
    """A finder of what stands in one of several catalogues: by its id, and the catalogue's where two have the id."""
    all_of = _finder(kind, {key: value for part in parts.values() for key, value in part.items()}, _WHERE)
    by_catalogue = _finder("bộ chỉ tiêu", parts, "ở mục chi_tieu")

    def find(key: object, bo: str | None = None) -> T:
        if bo is not None:
            return _finder(kind, by_catalogue(bo), f"trong bộ chỉ tiêu «{bo}»")(key)
        _refuse_number(kind, key)
        homes = [name for name, part in parts.items() if key in part]
        if len(homes) > 1:
            problem = f"{kind} «{key}» có ở {len(homes)} bộ chỉ tiêu: {', '.join(homes)}"
            raise UnknownReference(problem, f"Nêu cả bộ, ví dụ {call}('{key}', '{homes[0]}').")
        return all_of(key)

    return find


def _documents(documents: Iterable[VanBanBanHanh]) -> Callable[[object], TenVanBan]:
    by_key: dict[str, TenVanBan] = {}
    ambiguous: set[str] = set()
    for document in documents:
        number = str(document.so)
        if number in by_key:
            ambiguous.add(number)
        by_key[number] = citation(document)
        if document.ma:
            by_key[document.ma] = by_key[number]
    find = _finder("văn bản", by_key, "ở mục van_ban_ban_hanh")

    def cite(key: object) -> TenVanBan:
        if str(key) in ambiguous:
            raise UnknownReference(
                f"có hai văn bản cùng số «{key}»",
                "Thêm «ma: …» cho từng văn bản rồi gọi theo mã, ví dụ vb('qd_43').",
            )
        return find(key)

    return cite


def _count(documents: tuple[VanBanBanHanh, ...]) -> Callable[..., int]:
    issued = {document.loai: document for document in documents}
    by_case = {name.casefold(): name for name in issued}

    def dem(
        loai: str | None = None,
        co_quan: str | None = None,
        nam: int | str | None = None,
        nhom: str | None = None,
    ) -> int:
        meant = closest(loai, issued) if loai is not None and loai not in issued else None
        if meant is not None and by_name(str(loai)) is None:
            raise UnknownReference(f"không có loại văn bản «{loai}»", f"Có phải ý là «{meant}»?")
        kind = None if loai is None else by_case.get(loai.casefold(), loai)
        wanted = {"loai": kind, "co_quan": co_quan, "nam": nam, "nhom": nhom}
        return len(chosen_documents(documents, {key: str(value) for key, value in wanted.items() if value is not None}))

    return dem


def _period(ky: Ky) -> TenKy:
    return TenKy(period_name(ky), ky.nam, ky.nua_nam, ky.quy, ky.thang, ky.chot_den.written if ky.chot_den else None)


def _annexes(report: BaoCao) -> Callable[[object], str]:
    numbered = report.phu_luc_rieng
    found = {annex.ma: annex.ban_hanh for annex in report.phu_luc if annex.ma and annex.ban_hanh}
    found |= {annex.ma: annex_name(number, len(numbered)) for number, annex in enumerate(numbered, start=1) if annex.ma}
    return _finder("phụ lục", found, "ở mục phu_luc (mỗi phụ lục có «ma» riêng)")


def names(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> dict[str, object]:
    """Everything that the texts of this report may refer to."""
    indicators, tallies = dict[str, dict[str, TenChiTieu]](), dict[str, dict[str, TenNhom]]()
    for group in groups:
        indicators.setdefault(group.bo, {}).update({ct.chi_tieu.ma: _indicator(ct, report.ky) for ct in group.chi_tieu})
        tallies.setdefault(group.bo, {})[group.nhom.ma] = _group(group)
    unit = report.don_vi
    return {
        "so_lieu": {figure.ten: _figure(figure, report.ky) for figure in report.so_lieu},
        "ct": _finder_in("chỉ tiêu", "ct", indicators),
        "nhom": _finder_in("nhóm chỉ tiêu", "nhom", tallies),
        "vb": _documents(report.van_ban_ban_hanh),
        "dem": _count(report.van_ban_ban_hanh),
        "phu_luc": _annexes(report),
        "ky": _period(report.ky),
        "don_vi": TenDonVi(unit.ten, unit.viet_tat, unit.dia_danh, unit.cap_tren),
    }
