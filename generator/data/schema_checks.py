"""Checks on the keys of one group together: which exclude and which need each other.

Each takes the group as cerberus has it after reading (a value may still be a mark) and gives its clashes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct

from generator.data import finding_ids as ids
from generator.data.model_blocks import CHUONG_MARKER, DIEU_MARKER
from generator.data.model_catalogue import MucTieu
from generator.data.text_types import IDENTIFIER, suggested_name
from generator.decree.signing import COMBINATIONS, QUYEN_HAN
from generator.decree.symbols import SoKyHieu, ten_loai
from generator.vn.text import quoted

Group = Mapping[str, Any]
Path = tuple[str | int, ...]

# Only after TM. does the name of the collective stand, be it alone or above another authority.
_WITH_COLLECTIVE = tuple(dict.fromkeys(name for lines in COMBINATIONS.value for name in lines))


class Clash(Struct, frozen=True):
    """A key (empty: the group) that does not go with the ``others``, or lacks one of ``missing``.

    Where a list is checked, ``at`` and ``first`` are paths in it, from index to key: to the value that is at fault, and
    to the earlier one that it is at odds with.
    """

    key: str
    problem: str
    fix: str
    others: tuple[str, ...] = ()
    rule: str = ids.KEYS_AT_ODDS
    missing: tuple[str, ...] = ()
    at: Path = ()
    first: Path = ()


def rule(check: Callable[[Any], Iterable[Clash]]) -> Callable[[str, Any, Callable[..., None]], None]:
    """The check as a ``check_with`` rule, which tells each clash as the error of the field."""

    def check_with(field: str, value: Any, error: Callable[..., None]) -> None:
        # Cerberus runs this for a blank too, which other rules have judged.
        for clash in () if value is None else check(value):
            error(field, clash)

    return check_with


def given(group: Group, *keys: str) -> list[str]:
    """Those of the keys that have a value, in the order of the group."""
    return [key for key in group if key in keys and group[key] is not None]


def at_most_one(group: Group, *keys: str) -> Iterator[Clash]:
    """A clash at each key after the first of those that exclude each other."""
    first, *more = given(group, *keys) or [""]
    for key in more:
        yield Clash(
            key, f"«{key}» không đi cùng «{first}»; chỉ viết một trong hai.", f"bỏ «{key}» hoặc «{first}».", (first,)
        )


def needs(group: Group, key: str, other: str, example: str) -> Iterator[Clash]:
    """A clash where the key has a value and the other has none: at the other, where it stands there blank."""
    if given(group, other) or not given(group, key):
        return
    if other in group:
        fix = f"điền «{other}: {example}», hoặc bỏ cả «{other}» và «{key}»."
        yield Clash(other, f"có «{key}» mà «{other}» để trống.", fix, (key,))
    else:
        fix = f"thêm «{other}: {example}», hoặc bỏ «{key}»."
        yield Clash(key, f"có «{key}» mà thiếu «{other}».", fix, missing=(other,))


def _authority_needs(group: Group, other: str, example: str) -> Iterator[Clash]:
    if given(group, other):
        return
    problem = f"«quyen_han: {group['quyen_han']}» phải đi cùng «{other}»."
    if other in group:
        yield Clash(other, f"{problem[:-1]}, mục này để trống.", f"điền «{other}: {example}».", ("quyen_han",))
    else:
        yield Clash("quyen_han", problem, f"thêm «{other}: {example}».", missing=(other,))


def period(ky: Group) -> Iterator[Clash]:
    """A year has at most one of half, quarter and month."""
    yield from at_most_one(ky, "nua_nam", "quy", "thang")


def _fraction(group: Group) -> Iterator[Clash]:
    yield from needs(group, "tu", "mau", "1024")
    yield from needs(group, "mau", "tu", "845")
    if given(group, "ty_le") and not given(group, "tu", "mau"):
        problem = "«ty_le» chỉ viết kèm «tu» và «mau», để đối chiếu với tỷ lệ tính ra."
        yield Clash("ty_le", problem, "thêm «tu» và «mau»; nếu chỉ có tỷ lệ thì viết vào «gia_tri».")


def figure(so_lieu: Group) -> Iterator[Clash]:
    """A figure is a value, or a numerator and a denominator."""
    yield from _fraction(so_lieu)
    parts = given(so_lieu, "tu", "mau")
    if parts and given(so_lieu, "gia_tri"):
        yield from at_most_one(so_lieu, "gia_tri", parts[0])
    if not parts and not given(so_lieu, "gia_tri", "ty_le"):
        fix = "thêm «gia_tri: 368», hoặc «tu: 421» và «mau: 592»."
        yield Clash("", "số liệu này chưa có giá trị.", fix, rule=ids.MISSING_KEY)


def result(ket_qua: Group) -> Iterator[Clash]:
    """A result is a fraction, a number or words; a reason speaks for a verdict, a unit for a number."""
    yield from _fraction(ket_qua)
    parts = given(ket_qua, "tu", "mau")[:1]
    yield from at_most_one(ket_qua, *parts, "gia_tri", "chu")
    if given(ket_qua, "ly_do") and not given(ket_qua, "danh_gia"):
        problem = "«ly_do» là lý do của «danh_gia» ghi tay, ở đây không có «danh_gia»."
        fix = "thêm «danh_gia: Đạt» (hoặc Không đạt, Đang triển khai), hoặc bỏ «ly_do»."
        yield Clash("ly_do", problem, fix)
    if given(ket_qua, "chu") and given(ket_qua, "don_vi"):
        problem = "«don_vi» chỉ đi với một con số ở «gia_tri», không đi cùng «chu»."
        yield Clash("don_vi", problem, "viết cả đơn vị vào «chu» rồi bỏ «don_vi».", ("chu",))


def cited(van_ban: Group) -> Iterator[Clash]:
    """The kind of a document must be told where its symbol does not tell it."""
    so = van_ban.get("so")
    if given(van_ban, "loai") or not isinstance(so, SoKyHieu):
        return
    if ten_loai(so) is None and not so.is_cong_van:
        problem = f"không suy ra được loại văn bản từ số, ký hiệu {quoted(str(so))}."
        yield Clash("loai", problem, "thêm «loai: Luật» (hoặc tên loại văn bản đúng).", rule=ids.MISSING_KEY)


def formula(cong_thuc: Group) -> Iterator[Clash]:
    """A fraction is multiplied by a number."""
    factor = cong_thuc.get("nhan")
    if isinstance(factor, MucTieu) and not _is_factor(factor):
        problem = f"{quoted(factor.chu)} không phải là số để nhân với phân số."
        yield Clash("nhan", problem, "viết «100%» hoặc một số lớn hơn 0, ví dụ «1.000».", rule=ids.UNREADABLE_VALUE)


def _is_factor(factor: MucTieu) -> bool:
    return factor.gia_tri is not None and factor.gia_tri > 0


def formulas(cong_thuc: list[Any]) -> Iterator[Clash]:
    """All formulas of an indicator give the same kind of number, or its results could not be compared."""
    typed = [each.get("nhan") or MucTieu("100%", Decimal(100), True) for each in cong_thuc if isinstance(each, Mapping)]
    # The same factor may be typed in two ways ("1000" and "1.000"); one that is no number has been told of.
    factors = {
        (each.gia_tri, each.phan_tram): each.chu for each in typed if isinstance(each, MucTieu) and _is_factor(each)
    }
    if len(factors) > 1:
        problem = f"các công thức của một chỉ tiêu nhân với những số khác nhau: {', '.join(factors.values())}."
        yield Clash("", problem, "viết cùng một «nhan» cho mọi công thức.", rule=ids.KEYS_AT_ODDS)


def recipient(noi_nhan: Group) -> Iterator[Clash]:
    """A recipient is words, what stands after "Lưu:", or several that a brace joins."""
    kinds = ("ten", "luu", "gom")
    yield from at_most_one(noi_nhan, *kinds)
    for key, home, example in (("dong_duoi", "ten", "UBND huyện (b/c)"), ("chu_thich", "gom", "[UBND tỉnh, Sở A]")):
        others = tuple(given(noi_nhan, *kinds))
        if not others:
            yield from needs(noi_nhan, key, home, example)
        elif home not in others and given(noi_nhan, key):
            fix = f"bỏ «{key}»; mục này chỉ đi với «{home}»."
            yield Clash(key, f"«{key}» không đi cùng «{others[0]}».", fix, others)
    yield from needs(noi_nhan, "gom", "chu_thich", "để b/c")
    blank = not given(noi_nhan, *kinds, "dong_duoi", "chu_thich")
    if blank and not (set(noi_nhan) - {*kinds, "dong_duoi", "chu_thich"}):
        # A key that is there has been left blank.
        key = next((key for key in kinds if key in noi_nhan), "")
        fix = "điền «luu: VT, VHXH», hoặc xóa dòng này." if key == "luu" else "viết tên nơi nhận, hoặc «luu: VT»."
        yield Clash(key, "nơi nhận này trống.", fix, rule=ids.MISSING_KEY)


def recipients(noi_nhan: list[Any]) -> Iterator[Clash]:
    """What is kept stands in one line at the end."""
    kept = [place for place in noi_nhan if isinstance(place, Mapping) and place.get("luu") is not None]
    if len(kept) > 1:
        yield Clash("", "có hai dòng «luu».", "gộp nơi lưu vào một dòng, ví dụ «luu: VT, VHXH».")


def signer(nguoi_ky: Group) -> Iterator[Clash]:
    """TM. names the collective, KT., TL. and TUQ. name whose power is used (Phụ lục I, phần I, mục II.7)."""
    authority = nguoi_ky.get("quyen_han")
    if authority == "TM":
        yield from _authority_needs(nguoi_ky, "tap_the", "Ủy ban nhân dân")
    if authority in ("KT", "TL", "TUQ"):
        yield from _authority_needs(nguoi_ky, "thay", "Chủ tịch")
    elif given(nguoi_ky, "thay") and (authority is None or isinstance(authority, str)):
        problem = "«thay» chỉ dùng khi ký thay, ký thừa lệnh hoặc thừa ủy quyền."
        yield Clash(
            "thay",
            problem,
            "thêm «quyen_han: KT» (hoặc TL, TUQ), hoặc bỏ «thay».",
            tuple(given(nguoi_ky, "quyen_han")),
        )
    if authority is None:
        yield from needs(nguoi_ky, "tap_the", "quyen_han", "TM")
    elif isinstance(authority, str) and authority not in _WITH_COLLECTIVE and given(nguoi_ky, "tap_the"):
        if authority not in QUYEN_HAN:
            return
        problem = f"«tap_the» chỉ đi cùng quyen_han {' hoặc '.join(_WITH_COLLECTIVE)}, không đi cùng {authority}."
        fix = f"bỏ «tap_the»: dòng ký bắt đầu bằng {QUYEN_HAN[authority].chu} và chức vụ."
        yield Clash("tap_the", problem, fix, ("quyen_han",))


def identifier_keys(group: Group) -> Iterator[Clash]:
    """Names of figures can be used in expressions, so they are identifiers."""
    yield from _identifiers(group, "tên số liệu", "may_tinh")


def column_keys(group: Group) -> Iterator[Clash]:
    """Names of columns are identifiers."""
    yield from _identifiers(group, "tên cột", "kho_khan")


def _repeated(values: Iterable[tuple[Path, Any]], what: str, fix: str = "đổi một trong hai mã.") -> Iterator[Clash]:
    """A clash at each id that an earlier one has."""
    seen = dict[str, Path]()
    for path, value in values:
        if isinstance(value, str) and seen.setdefault(value, path) != path:
            problem = f"{what} {quoted(value)} đã có ở trên."
            yield Clash("", problem, fix, rule=ids.DUPLICATE_KEY, at=path, first=seen[value])


def _groups(items: list[Any]) -> list[tuple[int, Group]]:
    return [(index, item) for index, item in enumerate(items) if isinstance(item, Mapping)]


def own_ids(items: list[Any]) -> Iterator[Clash]:
    """Documents and annexes are called by the ids that they were given, so no two have one id."""
    yield from _repeated((((index, "ma"), item.get("ma")) for index, item in _groups(items)), "mã")


def catalogue_ids(nhom: list[Any]) -> Iterator[Clash]:
    """In a catalogue no two groups have one id, and no two indicators, be they in one group or in two."""
    yield from _repeated((((index, "ma"), group.get("ma")) for index, group in _groups(nhom)), "mã nhóm")
    indicators = (
        ((above, "chi_tieu", index, "ma"), indicator.get("ma"))
        for above, group in _groups(nhom)
        if isinstance(group.get("chi_tieu"), list)
        for index, indicator in _groups(group["chi_tieu"])
    )
    yield from _repeated(indicators, "mã chỉ tiêu")


def replaced_ids(thay_cho: list[Any]) -> Iterator[Clash]:
    """What an indicator or a group replaces is named once."""
    yield from _repeated((((index,), ma) for index, ma in enumerate(thay_cho)), "mã", "bỏ một trong hai.")


def _identifiers(group: Group, what: str, example: str) -> Iterator[Clash]:
    for key in group:
        if not IDENTIFIER.fullmatch(key):
            meant = suggested_name(key).replace("-", "_")
            name = meant if IDENTIFIER.fullmatch(meant) else example
            problem = f"{what} {quoted(key)} không dùng được; chỉ dùng chữ thường không dấu, chữ số, dấu gạch dưới."
            yield Clash(key, problem, f"đổi tên thành «{name}».", rule=ids.UNREADABLE_VALUE)


def markers(danh_so: list[Any]) -> Iterator[Clash]:
    """ "1.1." repeats the number above it, so it cannot be the outermost; chapters are nothing else."""
    if CHUONG_MARKER in danh_so[1:]:
        problem = f"«{CHUONG_MARKER}» chỉ đánh số bậc ngoài cùng được."
        fix = f"viết «{CHUONG_MARKER}» đầu tiên, ví dụ «danh_so: [{CHUONG_MARKER}, {DIEU_MARKER}, 1., a)]»."
        yield Clash("", problem, fix, rule=ids.VALUE_NOT_ALLOWED)
    if danh_so and danh_so[0] == "1.1.":
        problem = "«1.1.» không đánh số bậc ngoài cùng được."
        yield Clash(
            "", problem, "bắt đầu bằng I. hoặc 1., ví dụ «danh_so: [1., 1.1., a)]».", rule=ids.VALUE_NOT_ALLOWED
        )
