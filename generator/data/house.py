"""An office's own house style: its choice inside the decree's ranges (``templates/quy_cach.yaml``)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import Struct

from generator.data import finding_ids as ids
from generator.data.building_blocks import given
from generator.data.faults import fault, warning
from generator.data.located import read_yaml
from generator.data.nodes import Mapping, locate
from generator.data.schema import check_house_style
from generator.data.schema_house import IN_FULL, INDENTS
from generator.decree.sizes import SIZE_SETS, SIZES_AGREE, discord
from generator.errors import CannotGoOn, Refused
from generator.findings import Finding, has_errors, in_order
from generator.vn.numbers import format_number
from generator.vn.text import quoted


class CoChu(Struct, frozen=True):
    """Sizes in points."""

    quoc_hieu: Decimal = Decimal(13)
    tieu_ngu: Decimal = Decimal(14)
    dia_danh: Decimal = Decimal(14)
    noi_dung: Decimal = Decimal(14)


class Le(Struct, frozen=True):
    """Margins of an upright page, in mm."""

    tren: Decimal = Decimal(20)
    duoi: Decimal = Decimal(20)
    trai: Decimal = Decimal(30)
    phai: Decimal = Decimal(20)


class QuyCach(Struct, frozen=True):
    """A house style inside the decree's ranges; by default that of the shipped template.

    ``thut_dau_dong`` is in cm, ``gian_doan`` in points, ``gian_dong`` in single lines.  ``uy_ban_day_du`` tells whether
    «Ủy ban nhân dân» is spelled out where it may be shortened; None where the office has not chosen.
    """

    co_chu: CoChu = CoChu()
    le: Le = Le()
    thut_dau_dong: Decimal = Decimal(1)
    gian_doan: Decimal = Decimal(6)
    gian_dong: Decimal = Decimal(1)
    uy_ban_day_du: bool | None = None


def load_house_style(path: Path, name: str) -> tuple[QuyCach, list[Finding]]:
    """The house style of a file, and what there is to say of it that does not stop the work.

    ``name`` is how messages call the file.  Raises ``CannotGoOn`` where it cannot be read and ``Refused`` where it is
    faulty or outside the law.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CannotGoOn(
            f"Không đọc được tệp quy cách {quoted(name)}.", "Kiểm tra quyền đọc tệp, hoặc xóa tệp để dùng quy cách gốc."
        ) from error
    tree, findings = read_yaml(data, name)
    if tree is None:
        raise Refused(in_order(findings))
    typed, faults = check_house_style(tree)
    findings += faults
    if not has_errors(findings):
        style = _style(typed)
        findings += _discord(style.co_chu, tree)
    if has_errors(findings):
        raise Refused(in_order(findings))
    return style, in_order(findings)


def _style(typed: dict[str, Any]) -> QuyCach:
    chosen = given(typed)
    indent, committee = chosen.get("thut_dau_dong"), chosen.get("uy_ban")
    usual = QuyCach()
    return QuyCach(
        CoChu(**given(chosen.get("co_chu", {}))),
        Le(**given(chosen.get("le", {}))),
        INDENTS[indent] if indent else usual.thut_dau_dong,
        chosen.get("gian_doan", usual.gian_doan),
        chosen.get("gian_dong", usual.gian_dong),
        committee == IN_FULL if committee else None,
    )


def _discord(sizes: CoChu, tree: Mapping) -> list[Finding]:
    """What is wrong with sizes each of which is allowed, but not beside the others."""
    ground = discord(sizes.quoc_hieu, sizes.tieu_ngu, sizes.dia_danh)
    if ground is None:
        return []
    found = _in_words(sizes.quoc_hieu, sizes.tieu_ngu, sizes.dia_danh)
    sets = " hoặc ".join(_in_words(each.quoc_hieu, each.tieu_ngu, each.dia_danh) for each in SIZE_SETS)
    problem = f"cỡ chữ của Quốc hiệu, Tiêu ngữ, địa danh là «{found}», phải tăng, giảm cùng nhau."
    fix = f"viết «quoc_hieu», «tieu_ngu», «dia_danh» là {sets} ({ground.article})."
    # The law asks that they go together and shows how by example.
    say = fault if ground is SIZES_AGREE else warning
    return [say(ids.KEYS_AT_ODDS, locate(tree, ["co_chu"]).key_place, problem, fix)]


def _in_words(*sizes: Decimal) -> str:
    return "/".join(map(format_number, sizes))
