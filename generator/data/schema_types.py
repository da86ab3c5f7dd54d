"""The types of the schema: for each its reader and what it gives; reading never raises.

Cerberus would take any exception of a coercer for a fault of the user and file a second error for the same value.
So a coercer returns a mark instead; marks fail the ``type`` rule, once, and carry what is to be said.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.data import text_types as types
from generator.data.model_catalogue import MucTieu
from generator.data.model_text import Text
from generator.data.nodes import Scalar
from generator.data.open_places import PRINTED
from generator.decree.symbols import SoKyHieu
from generator.findings import DataPlace
from generator.vn.dates import VnDate


class Unread(Struct, frozen=True):
    """A text that its type cannot read, and where it goes wrong."""

    place: DataPlace
    problem: str
    fix: str


class Told(Struct, frozen=True):
    """A text that a finding has been noted for while the file was read; there is nothing more to say of it."""


class Crashed(Struct, frozen=True):
    """A bug of ours that came up while reading a value."""

    error: Exception


class Kind(Struct, frozen=True):
    """A type of the schema: how a text is read, what it becomes, and whether an empty text in quotes counts.

    ``words`` tells that any words will do, so that those which a draft prints at an open place do too.
    """

    read: Callable[[Scalar], Any]
    gives: type
    takes_empty: bool = False
    words: bool = False


def _plainly(read: Callable[[str], Any]) -> Callable[[Scalar], Any]:
    return lambda scalar: read(scalar.text)


def _located(read: Callable[[str], str]) -> Callable[[Scalar], Text]:
    def text(scalar: Scalar) -> Text:
        words = read(scalar.text)
        below = 0
        while words[:1] in ("\n", " "):
            line, _, rest = words.partition("\n")
            if line.strip():
                break
            words, below = rest, below + 1
        return Text(words, scalar.place, scalar.first_line + below)

    return text


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "chu": Kind(_plainly(types.chu), str, words=True),
        "chu_hoac_trong": Kind(_plainly(types.chu), str, takes_empty=True, words=True),
        "chu_giu_trang": Kind(_plainly(types.chu_giu_trang), str, words=True),
        "chu_nhieu_dong": Kind(_plainly(types.chu_nhieu_dong), str, words=True),
        "doan_van": Kind(_located(types.doan_van), Text, words=True),
        "doan_van_hoac_trong": Kind(_located(types.doan_van), Text, takes_empty=True, words=True),
        "mot_dong": Kind(_located(types.mot_dong), Text, words=True),
        "so": Kind(_plainly(types.so), Decimal),
        "so_trong_phan_so": Kind(_plainly(types.so_trong_phan_so), Decimal),
        "so_duong": Kind(_plainly(types.so_duong), Decimal),
        "so_do": Kind(_plainly(types.so_do), Decimal),
        "so_hoac_phan_tram": Kind(_plainly(types.so_hoac_phan_tram), types.SoDo),
        "dem": Kind(_plainly(types.dem), int),
        "phan_tram": Kind(_plainly(types.phan_tram), Decimal),
        "ngay": Kind(_plainly(types.ngay), VnDate),
        "ngay_co_thang": Kind(_plainly(types.ngay_co_thang), VnDate),
        "ngay_du": Kind(_plainly(types.ngay_du), VnDate),
        "ky_hieu": Kind(_plainly(types.ky_hieu), SoKyHieu),
        "ten_loai_van_ban": Kind(_plainly(types.ten_loai_van_ban), str),
        "co_khong": Kind(_plainly(types.co_khong), bool),
        "dinh_danh": Kind(_plainly(types.dinh_danh), str),
        "slug": Kind(_plainly(types.slug), str),
        "muc_tieu": Kind(_plainly(types.muc_tieu), MucTieu),
    }
)


def _place_in(scalar: Scalar, at: int) -> DataPlace:
    """The place of the character at ``at`` of the text, which is the place of the text unless it has several lines."""
    below = scalar.text.count("\n", 0, at)
    return scalar.place if not below else Text(scalar.text, scalar.place, scalar.first_line).place_at(at)


@functools.cache
def coercer(kind_name: str, *, listed: bool = False) -> Callable[[object], object]:
    """The coercer of a type: the value read, None for a blank, a mark, or (a wrong shape) the value itself.

    An open place is what a draft prints there, or a blank where mere words will not do: the value is one of a few
    that are ``listed``, or no words at all.
    """
    kind = KINDS[kind_name]

    def coerce(value: object) -> object:
        if not isinstance(value, Scalar):
            return value
        if value.told:
            return Told()
        if value.is_open and kind.words and not listed:
            value = replace(value, text=PRINTED)
        if not value.text.strip() and not kind.takes_empty:
            return None
        try:
            return kind.read(value)
        except types.Unreadable as error:
            return Unread(_place_in(value, error.at), error.problem, error.fix)
        except Exception as error:
            return Crashed(error)

    return coerce


def blank_if_open(value: object) -> object:
    """The coercer of a group or a list: one that was left open as a whole is a blank."""
    return None if isinstance(value, Scalar) and value.is_open else value
