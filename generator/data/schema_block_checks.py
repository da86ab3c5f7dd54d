"""Checks on the keys of a block of content: what goes with each kind of block, of list and of table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.data import finding_ids as ids
from generator.data.schema_checks import Clash, Group, at_most_one, given, needs

# What goes with each kind of block, and with each kind of table.
_BLOCK_KEYS: Mapping[str, tuple[str, ...]] = {
    "doan": (),
    "muc": ("gom",),
    "dieu": ("gom",),
    "danh_sach": ("loc", "dau"),
    "liet_ke": ("dau",),
    "chi_tieu": ("bo",),
    "bang": ("cot", "bo", "nhom", "loc", "chia_nhom", "stt", "hang"),
    "bieu_do": ("tieu_de", "bo", "nhom", "kieu"),
}
_TABLE_KEYS: Mapping[str, tuple[str, ...]] = {
    "chi_tieu": ("cot", "bo", "nhom"),
    "van_ban_ban_hanh": ("cot", "loc", "chia_nhom", "stt"),
    "tu_nhap": ("cot", "hang"),
}
_LIST_KEYS: Mapping[str, tuple[str, ...]] = {"van_ban_ban_hanh": ("loc", "dau"), "kien_nghi": ("dau",)}
_COMPANIONS = tuple(dict.fromkeys(key for keys in _BLOCK_KEYS.values() for key in keys))
_BLOCK_EXAMPLES: Mapping[str, str] = {
    "muc": "muc: Công tác chỉ đạo",
    "dieu": "dieu: Thành lập Tổ giúp việc.",
    "danh_sach": "danh_sach: van_ban_ban_hanh",
    "liet_ke": "liet_ke: [Một dòng, Hai dòng]",
    "chi_tieu": "chi_tieu: chinh_quyen_so",
    "bieu_do": "bieu_do: chi_tieu",
}
_COLUMN_EXAMPLES: Mapping[str, str] = {
    "van_ban_ban_hanh": "[tt, so, trich_yeu]",
    "tu_nhap": "[{tieu_de: Nội dung}]",
}


def block(khoi: Group) -> Iterator[Clash]:
    """A block is one of: words, a heading, a list, a group of indicators, a table, a chart."""
    yield from at_most_one(khoi, *_BLOCK_KEYS)
    kinds = given(khoi, *_BLOCK_KEYS)
    if not kinds and not (set(khoi) - {*_BLOCK_KEYS, *_COMPANIONS}):
        yield _of_no_kind(khoi)
    if len(kinds) == 1:
        yield from _companions(khoi, kinds[0])


def _of_no_kind(khoi: Group) -> Clash:
    """What is said of a block without the key that tells its kind."""
    companions = given(khoi, *_COMPANIONS)
    blank = [kind for kind in _BLOCK_KEYS if kind in khoi]
    if len(blank) == 1 and not companions:
        example = _BLOCK_EXAMPLES.get(blank[0], f"{blank[0]}: …")
        return Clash(blank[0], f"mục «{blank[0]}» để trống.", f"điền «{example}».", rule=ids.MISSING_KEY)
    if not companions:
        fix = "viết một đoạn văn, hoặc một trong các mục muc, dieu, danh_sach, liet_ke, chi_tieu, bang, bieu_do."
        return Clash("", "khối này trống.", fix, rule=ids.MISSING_KEY)
    kind = next((kind for kind, keys in _BLOCK_KEYS.items() if {*companions} <= {*keys}), "bang")
    example = _BLOCK_EXAMPLES.get(kind) or f"bang: {_table_for(companions)}"
    problem = f"có «{companions[0]}» mà thiếu «{kind}»."
    return Clash("", problem, f"thêm «{example}».", rule=ids.MISSING_KEY)


def _table_for(companions: Iterable[str]) -> str:
    """The kind of table that those keys go with."""
    wanted = {*companions}
    return next((named for named, keys in _TABLE_KEYS.items() if wanted <= {*keys}), "chi_tieu")


def _companions(khoi: Group, kind: str) -> Iterator[Clash]:
    """A clash at each key that does not go with the kind of block, or of list or table."""
    allowed = _BLOCK_KEYS[kind]
    named = khoi[kind] if isinstance(khoi[kind], str) else ""
    narrower = {"danh_sach": _LIST_KEYS, "bang": _TABLE_KEYS}.get(kind, {}).get(named)
    for key in given(khoi, *_COMPANIONS):
        if key not in (allowed if narrower is None else narrower):
            where = f"{kind}: {named}" if narrower is not None and key in allowed else kind
            homes = ", ".join(f"«{home}»" for home in _homes(key))
            yield Clash(key, f"«{key}» không đi cùng «{where}».", f"bỏ «{key}»; mục này chỉ đi với {homes}.", (kind,))
    if kind == "bang":
        yield from _table_needs(khoi)
    if kind == "bieu_do":
        yield from needs(khoi, "bieu_do", "tieu_de", "Kết quả thực hiện các chỉ tiêu")


def _homes(key: str) -> Iterator[str]:
    """The kinds of blocks, lists and tables that a key goes with."""
    for kind, keys in _BLOCK_KEYS.items():
        if key in keys:
            narrower = {"danh_sach": _LIST_KEYS, "bang": _TABLE_KEYS}.get(kind)
            if narrower is None or all(key in each for each in narrower.values()):
                yield kind
            else:
                yield from (f"{kind}: {named}" for named, each in narrower.items() if key in each)


def _table_needs(khoi: Group) -> Iterator[Clash]:
    named = str(khoi.get("bang"))
    yield from needs(khoi, "bang", "cot", _COLUMN_EXAMPLES.get(named, "[tt, ten, ket_qua]"))
    if named == "tu_nhap":
        yield from needs(khoi, "bang", "hang", "[[Một ô]]")


def annex(phu_luc: Group) -> Iterator[Clash]:
    """An annex holds blocks, or is one table."""
    yield from at_most_one(phu_luc, "noi_dung", "bang")
    held, of_table = given(phu_luc, "noi_dung", "bang"), given(phu_luc, *_BLOCK_KEYS["bang"])
    if held == ["bang"]:
        table = {key: value for key, value in phu_luc.items() if key in ("bang", *_BLOCK_KEYS["bang"])}
        yield from _companions(table, "bang")
    elif held == ["noi_dung"]:
        for key in of_table:
            fix = f"bỏ «{key}»; bảng nằm trong noi_dung thì viết cả «bang» và «{key}» ở đó."
            yield Clash(key, f"«{key}» không đi cùng «noi_dung».", fix, ("noi_dung",))
    elif not held and of_table:
        yield from needs(phu_luc, of_table[0], "bang", _table_for(of_table))
    elif not held:
        fix = "thêm «noi_dung: [Một đoạn văn.]», hoặc một bảng: «bang: chi_tieu» và «cot: [tt, ten, ket_qua]»."
        problem, missing = "phụ lục này không có gì dưới tiêu đề.", ("noi_dung", "bang")
        yield Clash("", problem, fix, rule=ids.MISSING_KEY, missing=missing)


_COLUMN_KEYS = ("cot", "tieu_de", "rong", "can", "kieu", "truoc", "sau")


def column(cot: Group) -> Iterator[Clash]:
    """A column says what it holds, or (in a table of typed rows) at least how it is headed."""
    if not given(cot, "cot", "tieu_de") and not (set(cot) - {*_COLUMN_KEYS}):
        yield Clash("", "cột này chưa có tên.", "thêm «cot: ket_qua» hoặc «tieu_de: Kết quả».", rule=ids.MISSING_KEY)


def row(hang: Group) -> Iterator[Clash]:
    """A row is cells, or the heading of a group."""
    yield from at_most_one(hang, "nhom", "o")
    if not given(hang, "nhom", "o") and not (set(hang) - {"nhom", "o"}):
        yield Clash("", "hàng này trống.", "viết các ô trong ngoặc vuông, hoặc xóa hàng.", rule=ids.MISSING_KEY)
