"""The table of successions: the shipped one is read whole, an office's own is refused where it is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from data_reports import ROOT, where

from generator.data.successions import BangThayDoi, load_successions
from generator.errors import CannotGoOn, Refused
from generator.vn.dates import parse_date

SHIPPED = load_successions(ROOT / "templates" / "thay_doi.yaml", "thay_doi.yaml")
Load = Callable[[str], BangThayDoi]
REFORM = """\
dot:
  - ten: Sắp xếp các sở
    tu: 01/3/2025
    can_cu:
      - {{so: 45/2025/NĐ-CP, ngay: 28/02/2025, trich_yeu: quy định tổ chức các cơ quan chuyên môn}}
    ap_dung: [noi_nhan]
    doi:
      - {change}
"""


@pytest.fixture
def table(tmp_path: Path) -> Load:
    def load(text: str) -> BangThayDoi:
        path = tmp_path / "thay_doi.yaml"
        path.write_text(text, "utf-8")
        return load_successions(path, "thay_doi.yaml")

    return load


def with_change(change: str) -> str:
    return REFORM.format(change=change)


def provinces(table: BangThayDoi) -> dict[str, str]:
    merged = (entry for entry in table.thay_doi if str(entry.can_cu[0].so) == "202/2025/QH15")
    return {entry.cu[0]: entry.moi or "" for entry in merged}


def test_sixty_three_provinces_have_become_thirty_four() -> None:
    merged = provinces(SHIPPED)
    assert (len(SHIPPED.tinh_thanh), len(merged)) == (34, 29)
    assert not set(merged) & set(SHIPPED.tinh_thanh)
    assert set(merged.values()) <= set(SHIPPED.tinh_thanh)


def test_the_shipped_table_tells_since_when_and_by_what() -> None:
    entry = next(entry for entry in SHIPPED.thay_doi if entry.cu == ("Sở Thông tin và Truyền thông",))
    assert (entry.moi, entry.tu) == ("Sở Khoa học và Công nghệ", parse_date("01/3/2025"))
    assert entry.ly_do == "từ ngày 01/3/2025 (sắp xếp các sở: Nghị định số 45/2025/NĐ-CP ngày 28/02/2025)"


def test_a_change_serves_where_its_reform_does_unless_it_says_otherwise(table: Load) -> None:
    (as_reform,) = table(with_change("{cu: [Sở A], moi: Sở B}")).thay_doi
    (own,) = table(with_change("{cu: [Sở A], moi: Sở B, ap_dung: [loi_van]}")).thay_doi
    (nowhere,) = table(with_change("{cu: [Sở A], moi: Sở B, ap_dung: []}")).thay_doi
    assert [each.ap_dung for each in (as_reform, own, nowhere)] == [{"noi_nhan"}, {"loi_van"}, set()]


def test_what_falls_out_and_what_a_person_decides_are_told_apart(table: Load) -> None:
    (gone,) = table(with_change("{cu: [Sở A], bo: Có}")).thay_doi
    (open_,) = table(with_change("{cu: [Sở A], ghi_chu: hỏi tỉnh}")).thay_doi
    assert (gone.bo, gone.moi, open_.bo, open_.moi) == (True, None, False, None)


@pytest.mark.parametrize(
    ("change", "rule", "words"),
    [
        ("{moi: Sở B}", "DL202", "cu"),
        ("{cu: [Sở A], moi: Sở B, bo: Có}", "DL206", "«moi»"),
        ('{cu: ["UBND {huyen}"]}', "DL205", "«UBND {huyen}»"),
        ('{cu: ["{ten}"]}', "DL205", "«{ten}»"),
        ('{cu: ["{ten} và {ten}"]}', "DL205", "«{ten} và {ten}»"),
        ('{cu: [Sở A], moi: "Sở {ten}"}', "DL206", "«Sở A»"),
        ('{cu: [Sở A], moi: "Sở {xa}"}', "DL205", "«{xa}»"),
        ("{cu: [Sở A], ap_dung: [khap_noi]}", "DL205", "«khap_noi»"),
        ("{cu: [Sở A], thay: Sở B}", "DL201", "«thay»"),
        ("{cu: []}", "DL202", "cu"),
    ],
)
def test_a_faulty_change_is_refused_where_it_stands(table: Load, change: str, rule: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        table(with_change(change))
    (finding,) = refused.value.findings
    assert (finding.rule, where(finding).split(":")[0]) == (rule, "8")
    assert words in finding.problem + finding.fix


def test_a_reform_needs_its_day_and_its_law(table: Load) -> None:
    with pytest.raises(Refused) as refused:
        table("dot:\n  - ten: Đợt một\n    tu: 7/2025\n    doi:\n      - {cu: [Sở A]}\n")
    assert {finding.rule for finding in refused.value.findings} == {"DL202", "DL204"}


def test_a_table_that_cannot_be_read_stops_the_work(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn, match=r"thay_doi\.yaml"):
        load_successions(tmp_path, "thay_doi.yaml")
