"""A document that a decision issues (Phụ lục III, mẫu 1.3): in place of an annex, with a head of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.data.names import names
from generator.errors import Refused
from generator.findings import Finding
from generator.jobs.build import Checked, check
from generator.jobs.view.annex import PhuLucIn, annexes
from generator.word.geometry import Geometry

A4 = Geometry(9071, 14003, 3544, motto_rule=3400)
DECISION = """\
mau: thu
don_vi: {ten: Ủy ban nhân dân xã Bình Minh, viet_tat: UBND xã Bình Minh, dia_danh: Bình Minh, ky_hieu: UBND}
van_ban: {so: 3, ngay: 05/12/2025, trich_yeu: Ban hành Quy chế làm việc}
noi_dung: [{dieu: Ban hành kèm theo Quyết định này Quy chế.}, {dieu: Thi hành.}]
noi_nhan: [{luu: VT}]
nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Lê Văn An}
"""
KIND = "ten: Quyết định\nmo_ta: Để thử\nky_hieu: QĐ\ndanh_so: [Điều 1., 1., a)]\n"
WITH, WITHOUT = (f"{KIND}phan: {{ky: khong, ket_thuc: khong{more}}}\n" for more in (", ban_hanh: duoc", ""))
CHAPTERS = """\
      - muc: Quy định chung
        gom: [{muc: Phạm vi, gom: [Áp dụng trong xã.]}, {muc: Nguyên tắc, gom: [{muc: Dân chủ}]}]
      - muc: Thi hành
        gom: [{dieu: Các thôn thi hành.}]
"""
Decide = Callable[..., Checked]


@pytest.fixture
def decide(tmp_path: Path) -> Decide:
    """A decision with those annexes, of a kind so described, checked."""

    def made(annexes_: str, kind: str = WITH) -> Checked:
        folder = tmp_path / "docx" / "thu"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "mo_ta.yaml").write_text(kind, "utf-8")
        path = tmp_path / "moi.yaml"
        path.write_text(f"{DECISION}phu_luc:\n{annexes_}", "utf-8")
        return check(path, tmp_path / "chi_tieu", tmp_path)

    return made


def issued(blocks: str = CHAPTERS, more: str = "") -> str:
    return f"  - ban_hanh: Quy chế\n    tieu_de: Làm việc của UBND xã\n{more}    noi_dung:\n{blocks}"


def printed(checked: Checked) -> list[PhuLucIn]:
    return annexes(checked.report, checked.groups, {}, A4)


def outline(annex: PhuLucIn) -> list[str]:
    return [f"{block.kieu}|{block.so}|{block.chu}" for block in annex.noi_dung]


def problems(found: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(each.rule, each.problem) for each in found]


def test_articles_count_on_from_chapter_to_chapter(decide: Decide) -> None:
    (found,) = printed(decide(issued()))
    assert outline(found) == [
        "chuong|Chương I|Quy định chung",
        "dieu_co_tieu_de|Điều 1.|Phạm vi",
        "doan||Áp dụng trong xã.",
        "dieu_co_tieu_de|Điều 2.|Nguyên tắc",
        "khoan|1.|Dân chủ",
        "chuong|Chương II|Thi hành",
        "dieu|Điều 3.|Các thôn thi hành./.",
    ]


def test_articles_without_chapters_need_no_numbering_of_their_own(decide: Decide) -> None:
    (found,) = printed(decide(issued("      - {dieu: Một., gom: [{muc: Hai}]}\n")))
    assert outline(found) == ["dieu|Điều 1.|Một.", "khoan|1.|Hai./."]


def test_the_document_has_a_head_of_its_own_and_says_what_it_is_attached_to(decide: Decide) -> None:
    (found,) = printed(decide(issued()))
    assert (found.ten, str(found.tieu_de), found.kho) == ("Quy chế", "Làm việc của UBND xã", "doc")
    assert found.kem_theo == "(Kèm theo Quyết định số 03/QĐ-UBND ngày 05 tháng 12 năm 2025 của UBND xã Bình Minh)"
    assert found.ban_hanh is not None
    assert found.ban_hanh.don_vi.viet_tat == "UBND xã Bình Minh"
    assert found.ban_hanh.ke_tieu_ngu.length == A4.motto_rule


def test_no_two_lines_share_a_number(decide: Decide) -> None:
    annex = "  - {tieu_de: Danh sách, noi_dung: [Ông An.]}\n"
    found = printed(decide(issued() + issued() + annex))
    heads = [each.ban_hanh for each in found if each.ban_hanh is not None]
    lines = [each.ke for each in found] + [line for head in heads for line in (head.don_vi.ke, head.ke_tieu_ngu)]
    assert len({line.number for line in lines}) == len(lines) == 7


def test_annexes_are_numbered_without_it(decide: Decide) -> None:
    annex = "  - {{ma: {}, tieu_de: Danh sách, noi_dung: [Ông An.]}}\n"
    checked = decide(issued(more="    ma: quy_che\n") + annex.format("mot") + annex.format("hai"))
    assert [each.ten for each in printed(checked)] == ["Quy chế", "Phụ lục I", "Phụ lục II"]
    called = names(checked.report, checked.groups)["phu_luc"]
    assert callable(called)
    assert [called(ma) for ma in ("quy_che", "mot", "hai")] == ["Quy chế", "Phụ lục I", "Phụ lục II"]


def test_a_kind_that_issues_nothing_has_no_place_for_it(decide: Decide) -> None:
    with pytest.raises(Refused) as refused:
        decide(issued(), WITHOUT)
    assert problems(refused.value.findings) == [("DL519", "Quyết định không có phần «phu_luc.ban_hanh».")]


def test_chapters_are_nothing_but_outermost(decide: Decide) -> None:
    with pytest.raises(Refused) as refused:
        decide(issued(more="    danh_so: [Điều 1., Chương I]\n"))
    assert "«Chương I» chỉ đánh số bậc ngoài cùng được." in [said for _, said in problems(refused.value.findings)]
