"""What a kind's folder says of it, and what that asks of a data file."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.data.kind import load_kind
from generator.data.model_kind import BAT_BUOC, DUOC, KHONG, PARTS, MoTa
from generator.errors import Refused


def kind_of(folder: Path, more: str = "") -> MoTa:
    path = folder / "mo_ta.yaml"
    path.write_text(f"ten: Công văn\nmo_ta: Để thử\n{more}", "utf-8")
    return load_kind(path, "mo_ta.yaml")


def test_a_description_from_before_there_were_kinds_means_what_it_meant(tmp_path: Path) -> None:
    kind = kind_of(tmp_path, "cot: {tt: {tieu_de: TT, rong: 12, can: giua}}\n")
    assert kind.phan == PARTS
    assert kind.is_named
    assert set(kind.required) == {"ky", "ket_thuc", "van_ban.loai"}
    assert kind.danh_so == ("I.", "1.", "a)")


def test_parts_that_are_not_named_stay_as_they_are_usually(tmp_path: Path) -> None:
    kind = kind_of(tmp_path, "ky_hieu: QĐ\nphan: {ky: khong, tham_quyen: bat_buoc, can_cu: duoc}\n")
    assert kind.phan == {
        **PARTS,
        "ky": KHONG,
        "van_ban.tham_quyen": BAT_BUOC,
        "can_cu": DUOC,
    }
    assert set(kind.required) == {"ket_thuc", "van_ban.tham_quyen"}
    assert set(kind.without) == {"ky", "van_ban.don_vi_soan", "phu_luc.ban_hanh"}


def test_a_kind_after_v_v_has_a_drafting_unit_and_no_symbol(tmp_path: Path) -> None:
    kind = kind_of(tmp_path, "trich_yeu: v_v\n")
    assert not kind.is_named
    assert "van_ban.don_vi_soan" in kind.required
    assert "van_ban.loai" in kind.without
    assert "van_ban.loai" not in kind.required


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("phan: {can_cu: co}\n", "«co»"),
        ("phan: {cancu: khong}\n", "can_cu"),
        ("danh_so: [Điều 2.]\n", "«Điều 2.»"),
        ("ky_hieu: XX\n", "«XX»"),
        ("trich_yeu: tren\n", "«tren»"),
    ],
)
def test_a_slip_in_a_description_is_told_with_its_place(tmp_path: Path, more: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        kind_of(tmp_path, more)
    (finding,) = refused.value.findings
    assert said in finding.problem + finding.fix
    assert getattr(finding.place, "line", None) == 3
