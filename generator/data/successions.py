"""The table of successions: what names have lapsed, since when, by which law, and what took their place.

An office keeps it as ``templates/thay_doi.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from generator.data.building import build_cited
from generator.data.building_blocks import given, listed
from generator.data.located import read_yaml
from generator.data.model_documents import VanBanBanHanh
from generator.data.nodes import Mapping, Node
from generator.data.schema import check_successions
from generator.errors import CannotGoOn, Refused
from generator.findings import DataPlace, has_errors, in_order
from generator.vn.dates import VnDate, dated, short_date
from generator.vn.text import lower_first, quoted

Plain = dict[str, Any]


class ThayDoi(Struct, frozen=True):
    """One succession: the old forms (``{ten}`` stands for a name), since when they have lapsed, and what to put.

    ``dot`` is the reform, ``can_cu`` the documents that it rests on.

    ``moi`` is the new text, with ``{ten}`` and ``{tinh}`` (the province of the office) to be filled; ``bo`` says that
    the old falls out; with neither, a person must decide.  ``ap_dung`` are the places where this may be done without
    asking.  ``tru`` are names that have not lapsed; ``dung_sau`` the words one of whose names must stand before;
    ``khi_don_vi`` the beginnings of the names of the bodies for which it may be applied (none: for all).
    """

    cu: tuple[str, ...]
    dot: str
    tu: VnDate
    can_cu: tuple[VanBanBanHanh, ...]
    place: DataPlace
    moi: str | None = None
    bo: bool = False
    ap_dung: frozenset[str] = frozenset()
    ghi_chu: str = ""
    tru: tuple[str, ...] = ()
    dung_sau: tuple[str, ...] = ()
    khi_don_vi: tuple[str, ...] = ()

    @property
    def ly_do(self) -> str:
        """Since when and by what, as messages tell it: "từ ngày 01/3/2025 (sắp xếp các sở: Nghị định số …)"."""
        grounds = ", ".join(f"{each.loai} số {each.so} {dated(each.ngay)}" for each in self.can_cu)
        return f"từ ngày {short_date(self.tu)} ({lower_first(self.dot)}: {grounds})"


class BangThayDoi(Struct, frozen=True, eq=False):
    """The whole table, itself a key for what is worked out of it once.

    ``viet_tat`` are the phrases with several spellings, the full one first; ``tinh_thanh`` today's provinces.
    """

    thay_doi: tuple[ThayDoi, ...] = ()
    viet_tat: tuple[tuple[str, ...], ...] = ()
    tinh_thanh: tuple[str, ...] = ()


NO_SUCCESSIONS = BangThayDoi()


def load_successions(path: Path, name: str) -> BangThayDoi:
    """The table of a file; ``name`` is how messages call the file.

    Raises ``CannotGoOn`` where it cannot be read and ``Refused`` where it is faulty.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CannotGoOn(
            f"Không đọc được bảng thay đổi {quoted(name)}.",
            "Kiểm tra quyền đọc tệp, hoặc xóa tệp để dùng bảng gốc.",
        ) from error
    tree, findings = read_yaml(data, name)
    if tree is None:
        raise Refused(in_order(findings))
    typed, faults = check_successions(tree)
    if has_errors([*findings, *faults]):
        raise Refused(in_order([*findings, *faults]))
    return BangThayDoi(
        tuple(_entries(typed, tree)),
        tuple((full, *(others or ())) for full, others in (typed.get("viet_tat") or {}).items()),
        tuple(typed.get("tinh_thanh") or ()),
    )


def _entries(data: Plain, tree: Mapping) -> Iterator[ThayDoi]:
    for reform, node in listed(data["dot"], tree, "dot"):
        grounds = tuple(build_cited(each, at.place) for each, at in listed(reform["can_cu"], node, "can_cu"))
        common = {"dot": reform["ten"], "tu": reform["tu"], "can_cu": grounds, "ap_dung": reform.get("ap_dung")}
        for change, at in listed(reform["doi"], node, "doi"):
            yield _entry({**common, **given(change)}, at)


def _entry(data: Plain, node: Node) -> ThayDoi:
    several = {key: tuple(data.get(key) or ()) for key in ("cu", "tru", "dung_sau", "khi_don_vi")}
    places = frozenset(data["ap_dung"] or ())
    return ThayDoi(**{**data, **several, "ap_dung": places, "bo": data.get("bo") == "Có"}, place=node.place)
