"""What a catalogue says to replace: which indicator comes from which, and what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from data_reports import where

from generator.data.lineage import Lineage, group_lineage, indicator_lineage
from generator.data.loading import load_catalogue
from generator.data.model_catalogue import BoChiTieu
from generator.findings import Finding

TOP = "ten: Bộ\ncan_cu: {so: 1/QĐ-UBND, ngay: 3/1/2023, trich_yeu: x}\n"
OLD = f"""{TOP}nhom:
  - {{ma: a, ten: A, chi_tieu: [{{ma: "1", ten: Một}}, {{ma: "2", ten: "Hai, "}}]}}
  - {{ma: b, ten: B, chi_tieu: [{{ma: "3", ten: Ba}}]}}
"""


def loaded(folder: Path, text: str) -> tuple[BoChiTieu | None, list[Finding]]:
    (folder / "cu.yaml").write_text(OLD, "utf-8")
    (folder / "moi.yaml").write_text(TOP + text, "utf-8")
    return load_catalogue(folder / "moi.yaml", "moi.yaml")


def lineages(folder: Path, text: str) -> tuple[Lineage, Lineage]:
    new, findings = loaded(folder, text)
    old, _ = load_catalogue(folder / "cu.yaml")
    assert findings == []
    assert new is not None
    assert old is not None
    return indicator_lineage(old, new), group_lineage(old, new)


def test_the_same_id_and_name_is_the_same_indicator(tmp_path: Path) -> None:
    chi_tieu = '{ma: "1", ten: "một."}, {ma: "2", ten: Hai}, {ma: "3", ten: Việc khác}'
    text = f"nhom: [{{ma: a, ten: Khác, chi_tieu: [{chi_tieu}]}}]\n"
    indicators, groups = lineages(tmp_path, text)
    assert indicators.origins == {"1": ("1",), "2": ("2",), "3": ()}
    assert indicators.heirs == {"1": ("1",), "2": ("2",), "3": ()}
    assert groups.heirs == {"a": ("a",), "b": ()}


def test_what_is_said_counts_instead_and_nothing_can_be_said_too(tmp_path: Path) -> None:
    split = '{ma: "4", ten: Bốn, thay_cho: ["2", "3"]}, {ma: "5", ten: Năm, thay_cho: "3"}'
    chi_tieu = f'{{ma: "1", ten: Một, thay_cho: []}}, {split}'
    text = f"thay_cho: cu\nnhom: [{{ma: c, ten: C, thay_cho: [a, b], chi_tieu: [{chi_tieu}]}}]\n"
    indicators, groups = lineages(tmp_path, text)
    assert indicators.heirs == {"1": (), "2": ("4",), "3": ("4", "5")}
    assert indicators.origins == {"1": (), "4": ("2", "3"), "5": ("3",)}
    assert groups.origins == {"c": ("a", "b")}
    assert [indicators.is_alone(ma) for ma in ("1", "2", "3")] == [False, False, False]


@pytest.mark.parametrize(
    ("top", "more", "place", "problem"),
    [
        ("thay_cho: moi", ("", ""), "3:11 thay_cho", "Bộ «moi» không thay cho chính nó được."),
        ("", ("", "thay_cho: '1'"), "5:", "Có «thay_cho» ở đây mà bộ chỉ tiêu không nói thay cho bộ nào."),
        ("", ("thay_cho: a", ""), "5:", "Có «thay_cho» ở đây mà bộ chỉ tiêu không nói thay cho bộ nào."),
        ("thay_cho: cu", ("", "thay_cho: ['1', '9']"), "5:", "Bộ «cu» không có chỉ tiêu «9»."),
        ("thay_cho: cu", ("thay_cho: [a, d]", ""), "5:", "Bộ «cu» không có nhóm «d»."),
        ("thay_cho: cu", ("", "thay_cho: ['1', '1']"), "5:", "Mã «1» đã có ở trên."),
    ],
)
def test_what_cannot_be_replaced_is_told_at_its_place(
    tmp_path: Path, top: str, more: tuple[str, str], place: str, problem: str
) -> None:
    group, indicator = (f", {each}" if each else "" for each in more)
    text = f"{top}\nnhom:\n  - {{ma: a, ten: A{group}, chi_tieu: [{{ma: x, ten: X{indicator}}}]}}\n"
    new, (finding,) = loaded(tmp_path, text)
    assert new is None
    assert finding.problem == problem
    assert finding.fix
    assert where(finding).startswith(place)


def test_an_old_catalogue_that_is_not_there_is_not_asked(tmp_path: Path) -> None:
    text = "thay_cho: khong-co\nnhom: [{ma: a, ten: A, chi_tieu: [{ma: x, ten: X, thay_cho: '77'}]}]\n"
    new, findings = loaded(tmp_path, text)
    assert findings == []
    assert new is not None
    assert (new.thay_cho, new.chi_tieu[0].thay_cho) == ("khong-co", ("77",))
