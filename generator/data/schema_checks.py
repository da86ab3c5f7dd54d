"""Checks on the keys of one group together: which exclude and which need each other.

Each takes the group as cerberus has it after reading (a value may still be a mark) and gives its clashes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cerberus.errors import ErrorDefinition

from generator.data import finding_ids as ids
from generator.data.text_types import IDENTIFIER, suggested_name
from generator.decree.signing import COMBINATIONS, QUYEN_HAN
from generator.decree.symbols import SoKyHieu, ten_loai
from generator.vn.text import quoted

Group = Mapping[str, Any]

# Only after TM. does the name of the collective stand, be it alone or above another authority.
_WITH_COLLECTIVE = tuple(dict.fromkeys(name for lines in COMBINATIONS.value for name in lines))

CLASH = ErrorDefinition(0x07, None)
"""The error that carries a ``Clash``; cerberus itself uses no such code."""


@dataclass(frozen=True)
class Clash:
    """A key (empty: the group) that does not go with the ``others``, or lacks them."""

    key: str
    problem: str
    fix: str
    others: tuple[str, ...] = ()
    rule: str = ids.KEYS_AT_ODDS


def rule(check: Callable[[Any], Iterable[Clash]]) -> Callable[[str, Any, Callable[..., None]], None]:
    """The check as the ``check_with`` rule of cerberus."""

    def check_with(field: str, value: Any, error: Callable[..., None]) -> None:
        # Cerberus runs this for a blank too, which other rules have judged.
        for clash in () if value is None else check(value):
            error(field, CLASH, clash)

    return check_with


def _given(group: Group, *keys: str) -> list[str]:
    return [key for key in group if key in keys and group[key] is not None]


def _at_most_one(group: Group, *keys: str) -> Iterator[Clash]:
    """A clash at each key after the first of those that exclude each other."""
    first, *more = _given(group, *keys) or [""]
    for key in more:
        yield Clash(
            key, f"«{key}» không đi cùng «{first}»; chỉ viết một trong hai.", f"bỏ «{key}» hoặc «{first}».", (first,)
        )


def _needs(group: Group, key: str, other: str, example: str) -> Iterator[Clash]:
    if _given(group, key) and not _given(group, other):
        yield Clash(key, f"có «{key}» mà thiếu «{other}».", f"thêm «{other}: {example}», hoặc bỏ «{key}».")


def _authority_needs(group: Group, other: str, example: str) -> Iterator[Clash]:
    if not _given(group, other):
        problem = f"«quyen_han: {group['quyen_han']}» phải đi cùng «{other}»."
        yield Clash("quyen_han", problem, f"thêm «{other}: {example}».")


def period(ky: Group) -> Iterator[Clash]:
    """A year has at most one of half, quarter and month."""
    yield from _at_most_one(ky, "nua_nam", "quy", "thang")


def _fraction(group: Group) -> Iterator[Clash]:
    yield from _needs(group, "tu", "mau", "1024")
    yield from _needs(group, "mau", "tu", "845")
    if _given(group, "ty_le") and not _given(group, "tu", "mau"):
        problem = "«ty_le» chỉ viết kèm «tu» và «mau», để đối chiếu với tỷ lệ tính ra."
        yield Clash("ty_le", problem, "thêm «tu» và «mau»; nếu chỉ có tỷ lệ thì viết vào «gia_tri».")


def figure(so_lieu: Group) -> Iterator[Clash]:
    """A figure is a value, or a numerator and a denominator."""
    yield from _fraction(so_lieu)
    parts = _given(so_lieu, "tu", "mau")
    if parts and _given(so_lieu, "gia_tri"):
        yield from _at_most_one(so_lieu, "gia_tri", parts[0])
    if not parts and not _given(so_lieu, "gia_tri", "ty_le"):
        fix = "thêm «gia_tri: 368», hoặc «tu: 421» và «mau: 592»."
        yield Clash("", "số liệu này chưa có giá trị.", fix, rule=ids.MISSING_KEY)


def result(ket_qua: Group) -> Iterator[Clash]:
    """A result is a fraction, a number or words; a reason speaks for a verdict, a unit for a number."""
    yield from _fraction(ket_qua)
    parts = _given(ket_qua, "tu", "mau")[:1]
    yield from _at_most_one(ket_qua, *parts, "gia_tri", "chu")
    if _given(ket_qua, "ly_do") and not _given(ket_qua, "danh_gia"):
        problem = "«ly_do» là lý do của «danh_gia» ghi tay, ở đây không có «danh_gia»."
        fix = "thêm «danh_gia: Đạt» (hoặc Không đạt, Đang triển khai), hoặc bỏ «ly_do»."
        yield Clash("ly_do", problem, fix)
    if _given(ket_qua, "chu") and _given(ket_qua, "don_vi"):
        problem = "«don_vi» chỉ đi với một con số ở «gia_tri», không đi cùng «chu»."
        yield Clash("don_vi", problem, "viết cả đơn vị vào «chu» rồi bỏ «don_vi».", ("chu",))


def cited(van_ban: Group) -> Iterator[Clash]:
    """The kind of a document must be told where its symbol does not tell it."""
    so = van_ban.get("so")
    if _given(van_ban, "loai") or not isinstance(so, SoKyHieu):
        return
    if ten_loai(so) is None and not so.is_cong_van:
        problem = f"không suy ra được loại văn bản từ số, ký hiệu {quoted(str(so))}."
        yield Clash("loai", problem, "thêm «loai: Luật» (hoặc tên loại văn bản đúng).", rule=ids.MISSING_KEY)


def block(khoi: Group) -> Iterator[Clash]:
    """A block is one of: words, a heading, a list, a group of indicators."""
    kinds = ("doan", "muc", "danh_sach", "chi_tieu")
    yield from _at_most_one(khoi, *kinds)
    known = {*kinds, "gom", "loc"}
    if not _given(khoi, *kinds) and not (set(khoi) - known):
        fix = "viết một đoạn văn, hoặc một trong các mục muc, danh_sach, chi_tieu."
        yield Clash("", "khối này trống.", fix, rule=ids.MISSING_KEY)
        return
    if _given(khoi, *kinds):
        yield from _needs(khoi, "gom", "muc", "Tiêu đề của mục")
    if _given(khoi, "loc") and khoi.get("danh_sach") != "van_ban_ban_hanh":
        problem = "«loc» chỉ dùng với «danh_sach: van_ban_ban_hanh»."
        yield Clash(
            "loc", problem, "bỏ «loc», hoặc viết «danh_sach: van_ban_ban_hanh».", tuple(_given(khoi, "danh_sach"))
        )


def recipient(noi_nhan: Group) -> Iterator[Clash]:
    """A recipient is words, or what stands after "Lưu:"."""
    yield from _at_most_one(noi_nhan, "ten", "luu")
    if not _given(noi_nhan, "ten", "luu") and not (set(noi_nhan) - {"ten", "luu"}):
        yield Clash("", "nơi nhận này trống.", "viết tên nơi nhận, hoặc «luu: VT».", rule=ids.MISSING_KEY)


def signer(nguoi_ky: Group) -> Iterator[Clash]:
    """TM. names the collective, KT., TL. and TUQ. name whose power is used (Phụ lục I, phần I, mục II.7)."""
    authority = nguoi_ky.get("quyen_han")
    if authority == "TM":
        yield from _authority_needs(nguoi_ky, "tap_the", "Ủy ban nhân dân")
    if authority in ("KT", "TL", "TUQ"):
        yield from _authority_needs(nguoi_ky, "thay", "Chủ tịch")
    elif _given(nguoi_ky, "thay") and (authority is None or isinstance(authority, str)):
        problem = "«thay» chỉ dùng khi ký thay, ký thừa lệnh hoặc thừa ủy quyền."
        yield Clash(
            "thay",
            problem,
            "thêm «quyen_han: KT» (hoặc TL, TUQ), hoặc bỏ «thay».",
            tuple(_given(nguoi_ky, "quyen_han")),
        )
    if authority is None:
        yield from _needs(nguoi_ky, "tap_the", "quyen_han", "TM")
    elif isinstance(authority, str) and authority not in _WITH_COLLECTIVE and _given(nguoi_ky, "tap_the"):
        if authority not in QUYEN_HAN:
            return
        problem = f"«tap_the» chỉ đi cùng quyen_han {' hoặc '.join(_WITH_COLLECTIVE)}, không đi cùng {authority}."
        fix = f"bỏ «tap_the»: dòng ký bắt đầu bằng {QUYEN_HAN[authority].chu} và chức vụ."
        yield Clash("tap_the", problem, fix, ("quyen_han",))


def identifier_keys(group: Group) -> Iterator[Clash]:
    """Names of figures can be used in expressions, so they are identifiers."""
    for key in group:
        if not IDENTIFIER.fullmatch(key):
            meant = suggested_name(key).replace("-", "_")
            name = meant if IDENTIFIER.fullmatch(meant) else "may_tinh"
            problem = (
                f"tên số liệu {quoted(key)} không dùng được; chỉ dùng chữ thường không dấu, chữ số, dấu gạch dưới."
            )
            yield Clash(key, problem, f"đổi tên thành «{name}».", rule=ids.UNREADABLE_VALUE)


def markers(danh_so: list[Any]) -> Iterator[Clash]:
    """ "1.1." repeats the number above it, so it cannot be the outermost."""
    if danh_so and danh_so[0] == "1.1.":
        problem = "«1.1.» không đánh số bậc ngoài cùng được."
        yield Clash(
            "", problem, "bắt đầu bằng I. hoặc 1., ví dụ «danh_so: [1., 1.1., a)]».", rule=ids.VALUE_NOT_ALLOWED
        )
