"""Which main components of a document are missing, where it surely is an administrative document."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from generator.decree.components import COMPONENTS
from generator.decree.head import WITHOUT_DATE, WITHOUT_RECIPIENTS, WITHOUT_SUBJECT
from generator.decree.kinds import CONG_VAN, by_name, by_symbol
from generator.rules.head.symbol_text import read_line
from generator.rules.looks import as_printed
from generator.word.recognised import Recognised

_HEAD = ("quoc_hieu", "tieu_ngu", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh_thoi_gian")
_ENOUGH_OF_HEAD = 3
_RECIPIENTS = "Nơi nhận"


class Absent(Struct, frozen=True):
    """A component that is not there; ``is_sure`` is False where a draft may leave it or it may not have been seen."""

    name: str
    is_sure: bool = True
    in_close: bool = False


@lru_cache(maxsize=1)  # the rule asks, and the certificate
def absent(doc: Recognised) -> tuple[Absent, ...] | None:
    """The main components that are missing; None where the document may be no administrative document at all."""
    # Without number and date it may be what is issued with another document.
    if sum(bool(doc.of(part)) for part in _HEAD) < _ENOUGH_OF_HEAD or not any(map(doc.of, _HEAD[-2:])):
        return None
    head = [part for part in _HEAD if not doc.of(part)]
    if doc.kind in WITHOUT_DATE.value and "dia_danh_thoi_gian" in head:
        head.remove("dia_danh_thoi_gian")
    return (*(Absent(COMPONENTS[part].name) for part in head), *_title(doc), *_close(doc))


def _title(doc: Recognised) -> list[Absent]:
    if doc.kind == CONG_VAN.ten:
        return [] if doc.of("trich_yeu_cong_van") else [Absent(f"{COMPONENTS['trich_yeu_cong_van'].name} (V/v …)")]
    if not doc.of("ten_loai"):
        return [Absent(COMPONENTS["ten_loai"].name)] if _lacks_kind(doc) else []
    # Behind the name of the kind the subject may stand on its line.
    known = by_name(as_printed(doc.of("ten_loai")[0]).strip(" :.;,-–")) is not None
    asked = known and not doc.kind.startswith(WITHOUT_SUBJECT.value)
    return [Absent(COMPONENTS["trich_yeu"].name)] if asked and not doc.of("trich_yeu") else []


def _lacks_kind(doc: Recognised) -> bool:
    """Whether the symbol is that of a kind, and no title stands where its name should."""
    line = read_line(doc)
    sign = (line.symbol or "").strip().partition("-")[0] if line else ""
    return by_symbol(sign) is not None and not doc.of("ten_loai_khac")


def _close(doc: Recognised) -> list[Absent]:
    found = []
    signed = bool(doc.of("quyen_han_chuc_vu") or doc.of("ho_ten"))
    listed = bool(doc.of("noi_nhan_danh_sach") or doc.of("noi_nhan_tu"))
    if not doc.of("quyen_han_chuc_vu"):
        found.append(Absent(COMPONENTS["quyen_han_chuc_vu"].name, is_sure=bool(doc.of("ho_ten")), in_close=True))
    if not doc.of("ho_ten"):
        found.append(Absent(COMPONENTS["ho_ten"].name, is_sure=False, in_close=True))
    if not doc.of("noi_nhan_tu"):
        is_sure = signed and doc.kind not in WITHOUT_RECIPIENTS.value
        name = COMPONENTS["noi_nhan_tu"].name if listed else _RECIPIENTS
        found.append(Absent(name, is_sure=is_sure, in_close=True))
    return found
