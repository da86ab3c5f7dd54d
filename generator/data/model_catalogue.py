"""A catalogue of indicators as frozen data: what a superior asks of its units."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field

from generator.data.model_documents import VanBanBanHanh


class MucTieu(Struct, frozen=True):
    """A target as issued: a number (percent or counted) or words; ``chu`` is how it is printed."""

    chu: str
    gia_tri: Decimal | None = None
    phan_tram: bool = False


class CongThuc(Struct, frozen=True):
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


class ChiTieu(Struct, frozen=True):
    """One indicator of a catalogue.

    ``so`` is its number as printed (empty for a row without one), ``ma`` its id in the catalogue.

    ``chieu`` says when a number meets the target: ``tang`` (at least), ``giam`` (at most).  ``dat_khi`` lists words
    that count as met.  ``tong_hop`` says how a superior sums many units: ``ty_le`` (numerators over denominators),
    ``cong`` (add), ``dem_dat`` (count the units that met it), ``khong`` (not summed).
    ``thay_cho`` are the indicators of the older catalogue that it replaces, None where it does not say (``lineage``).
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
    thay_cho: tuple[str, ...] | None = None

    @property
    def cach_tinh(self) -> CongThuc | None:
        """The formula that results are computed by: all of an indicator's multiply by the same number."""
        return self.cong_thuc[0] if self.cong_thuc else None


class NhomChiTieu(Struct, frozen=True):
    ma: str
    so: str
    ten: str
    chi_tieu: tuple[ChiTieu, ...]
    thay_cho: tuple[str, ...] | None = None


class BoChiTieu(Struct, frozen=True):
    """A catalogue: the indicators that a superior issued, in groups; ``thay_cho`` is the older one that it replaces."""

    ma: str
    ten: str
    can_cu: VanBanBanHanh
    nhom: tuple[NhomChiTieu, ...]
    thay_cho: str | None = None

    @property
    def chi_tieu(self) -> tuple[ChiTieu, ...]:
        """The indicators of every group, in their order."""
        return tuple(indicator for group in self.nhom for indicator in group.chi_tieu)
