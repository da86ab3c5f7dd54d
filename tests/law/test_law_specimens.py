"""What the official specimens (Phụ lục III) choose, measured in them; the package must agree."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from generator.decree.components import COMPONENTS
from generator.decree.page import Side
from generator.decree.sizes import SIZE_SETS, SIZES_AGREE, SPECIMEN
from generator.findings import Basis

TWIPS_PER_MM = 1440 / 25.4


def mm(twips):
    return float(twips) / TWIPS_PER_MM


def near(length):
    return pytest.approx(float(length), abs=0.05)


def tables(blocks):
    return [block for block in blocks if hasattr(block, "rows")]


def lines(blocks):
    return [block for block in blocks if not hasattr(block, "rows")]


def with_words(found, words):
    return next(line for line in found if words in line.text)


def test_margins_and_header_distance(annex_three):
    measured = annex_three.page["pgMar"]
    for side, name in (
        (Side.TOP, "top"),
        (Side.BOTTOM, "bottom"),
        (Side.LEFT, "left"),
        (Side.RIGHT, "right"),
    ):
        assert mm(measured[name]) == near(SPECIMEN.margins[side])
    assert mm(measured["header"]) == near(SPECIMEN.header_distance)
    assert [SPECIMEN.margins[side] for side in Side] == [25, 20, 35, 20]
    assert SPECIMEN.header_distance == 10
    assert SPECIMEN.different_first_page == ("titlePg" in annex_three.page)


def test_tables_of_specimen_1_4(specimens):
    head, close, *_ = tables(specimens["1.4"])
    assert head.widths == SPECIMEN.header_table == (3829, 5670)
    assert close.widths == SPECIMEN.closing_table == (2994, 6290)
    assert SPECIMEN.source.article == "Phụ lục III, mẫu 1.4"


def test_head_of_specimen_1_4(specimens):
    head = tables(specimens["1.4"])[0]
    superior, issuer, _, number = head.column(0)
    quoc_hieu, tieu_ngu, _, date = head.column(1)
    for line, key in (
        (superior, "co_quan_chu_quan"),
        (issuer, "co_quan_ban_hanh"),
        (number, "so_ky_hieu"),
        (quoc_hieu, "quoc_hieu"),
        (tieu_ngu, "tieu_ngu"),
        (date, "dia_danh_thoi_gian"),
    ):
        component = COMPONENTS[key]
        assert line.size == SPECIMEN.sizes[key], key
        assert (line.bold, line.italic, line.align) == (component.bold, component.italic, "center"), key


def test_title_and_body_of_specimen_1_4(specimens):
    found = lines(specimens["1.4"])
    title = with_words(found, "TÊN LOẠI VĂN BẢN")
    subject = found[found.index(title) + 1]
    assert (title.size, title.bold, title.align) == (SPECIMEN.sizes["ten_loai"], True, "center")
    assert (subject.size, subject.align) == (SPECIMEN.sizes["trich_yeu"], "center")
    body = next(line for line in found if line.first_line and line.text.strip())
    assert body.size == SPECIMEN.sizes["noi_dung"] == 14
    assert mm(body.first_line) == near(SPECIMEN.first_line)
    assert body.before / 20 == SPECIMEN.space_before == 6
    assert body.line / 240 == SPECIMEN.line_spacing == 1
    assert body.align == "both"


def test_close_of_specimen_1_4(specimens):
    close = tables(specimens["1.4"])[1]
    recipients, *listed = close.column(0)
    assert (recipients.text, recipients.size) == ("Nơi nhận:", SPECIMEN.sizes["noi_nhan_tu"])
    assert (recipients.bold, recipients.italic) == (True, True)
    assert {line.size for line in listed} == {SPECIMEN.sizes["noi_nhan_danh_sach"]}
    name = with_words(close.column(1), "Họ và tên")
    assert (name.size, name.bold) == (SPECIMEN.sizes["ho_ten"], True)


def test_office_of_the_signer_has_the_size_of_most_specimens(specimens):
    sizes = [
        line.size
        for blocks in specimens.values()
        for table in tables(blocks)
        for line in table.column(-1)
        if line.text.startswith("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ")
    ]
    assert len(sizes) >= 8
    assert max(set(sizes), key=sizes.count) == SPECIMEN.sizes["quyen_han_chuc_vu"] == 14


def test_kinh_gui_of_specimen_1_5(specimens):
    found = lines(specimens["1.5"])
    heading = with_words(found, "Kính gửi:")
    addressee = found[found.index(heading) + 1]
    assert heading.size == addressee.size == SPECIMEN.sizes["kinh_gui"]
    assert mm(heading.start + heading.first_line) == near(SPECIMEN.kinh_gui_indent)
    assert mm(addressee.start) == near(SPECIMEN.addressee_indent)
    assert SPECIMEN.kinh_gui_source.article == "Phụ lục III, mẫu 1.5"
    assert heading.align == addressee.align == "start"


def test_subject_of_a_cong_van_in_specimen_1_5(specimens):
    subject = with_words(tables(specimens["1.5"])[0].column(0), "V/v")
    assert subject.size == SPECIMEN.sizes["trich_yeu_cong_van"]


def test_can_cu_of_specimen_1_2(specimens):
    found = with_words(lines(specimens["1.2"]), "Căn cứ")
    assert (found.size, found.italic) == (SPECIMEN.sizes["can_cu"], True)


def test_annex_of_specimen_2_1(specimens):
    found = [line for line in lines(specimens["2.1"])[1:] if line.text.strip()]
    heading, title, attached, rule = found[:4]
    for line, key in ((heading, "phu_luc_tu"), (title, "phu_luc_tieu_de"), (attached, "phu_luc_kem_theo")):
        component = COMPONENTS[key]
        assert line.size == SPECIMEN.sizes[key], key
        assert (line.bold, line.italic, line.align) == (component.bold, component.italic, "center"), key
    assert heading.text.startswith("Phụ lục")
    assert attached.text.startswith("(Kèm theo Văn bản số")
    assert set(rule.text) == {"_"}
    assert len(rule.text) < len(attached.text) / 2


def test_every_component_has_a_size_that_the_decree_allows():
    assert set(SPECIMEN.sizes) == set(COMPONENTS)
    assert all(size in COMPONENTS[key].sizes for key, size in SPECIMEN.sizes.items())


def test_sizes_that_go_together_are_those_of_the_footnote(annex_one):
    footnote = "".join(text for text in annex_one.parts["footnotes.xml"].itertext())
    assert "Cỡ chữ trong cùng một văn bản tăng, giảm phải thống nhất, ví dụ" in footnote
    pattern = r"Quốc hiệu cỡ chữ (\d+), Tiêu ngữ cỡ chữ (\d+), địa danh và ngày, tháng, năm văn bản cỡ chữ (\d+)"
    named = {tuple(Decimal(size) for size in sizes) for sizes in re.findall(pattern, footnote)}
    assert named == {(13, 14, 14), (12, 13, 13)}
    assert {(sizes.quoc_hieu, sizes.tieu_ngu, sizes.dia_danh) for sizes in SIZE_SETS} == named


def test_agreement_is_law_but_the_sets_are_examples():
    assert SIZES_AGREE.basis is Basis.LAW
    assert {sizes.source.basis for sizes in SIZE_SETS} == {Basis.SPECIMEN}
