"""Where a data file may say less: what a bare text, a bare list or a single item stands for.

``shapes`` writes the short forms out before the schema looks; this table says the same for those who describe the
format (the schema for editors, the reference), and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from generator.data.columns import DOCUMENT_COLUMNS, INDICATOR_COLUMNS
from generator.data.shapes import SHORT_BLOCK


class ShortForm(Struct, frozen=True):
    """What may stand at a path instead of the group or list declared there.

    ``text`` is the key of the group that a text stands for, ``rows`` the key that a list stands for; ``alone`` tells
    that one item may stand for the list of it.  ``form`` names the form of the text (see ``type_forms``) where it is
    more than what its key takes.
    """

    text: str = ""
    rows: str = ""
    alone: bool = False
    form: str = ""


_TABLE_OWNERS = ("khoi", "bao_cao.phu_luc[]")
_FIGURE = ShortForm(text="gia_tri")
_RESULT = ShortForm(text="chu", form="ket_qua")
_TABLE: Mapping[str, ShortForm] = {
    "cot[]": ShortForm(text="cot"),
    "cot[].cot": ShortForm(alone=True),
    "hang[]": ShortForm(text="nhom", rows="o"),
}

SHORT_FORMS: Mapping[str, ShortForm] = MappingProxyType(
    {
        "bao_cao.so_lieu.*": _FIGURE,
        "bao_cao.so_lieu.*.luy_ke": _FIGURE,
        "bao_cao.so_lieu.*.ky_truoc": _FIGURE,
        "bao_cao.so_lieu.*.ky_truoc.luy_ke": _FIGURE,
        "bao_cao.chi_tieu": ShortForm(alone=True),
        "bao_cao.chi_tieu[].ket_qua.*": _RESULT,
        "bao_cao.chi_tieu[].ket_qua.*.luy_ke": _RESULT,
        "bao_cao.chi_tieu[].ket_qua.*.ky_truoc": _RESULT,
        "bao_cao.chi_tieu[].ket_qua.*.ky_truoc.luy_ke": _RESULT,
        "bao_cao.noi_nhan[]": ShortForm(text="ten"),
        "khoi": ShortForm(text=SHORT_BLOCK),
        "bo_chi_tieu.nhom[].chi_tieu[].cong_thuc": ShortForm(alone=True),
        "bo_chi_tieu.nhom[].chi_tieu[].thay_cho": ShortForm(alone=True),
        "bo_chi_tieu.nhom[].thay_cho": ShortForm(alone=True),
        **{f"{owner}.{path}": form for owner in _TABLE_OWNERS for path, form in _TABLE.items()},
    }
)
"""By path: the file's kind (or a registered schema), then keys; ``[]`` for the items of a list, ``.*`` for those of a
table."""

NOTHING_SHORT = ShortForm()

SUGGESTED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {f"{owner}.cot[].cot[]": {**DOCUMENT_COLUMNS, **INDICATOR_COLUMNS} for owner in _TABLE_OWNERS}
)
"""What is often typed where any name may stand, with what it means, by path."""
