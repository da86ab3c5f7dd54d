from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.findings import DataPlace, Severity
from generator.rules.said import AnnexHeading, Passage, Row, Said, Table
from generator.rules.said_words import (
    RULES,
    dl701,
    dl702,
    dl703,
    dl704,
    dl705,
    dl706,
    dl707,
    dl708,
    dl709,
    dl710,
    dl711,
    dl712,
    dl713,
)


def at(line):
    return DataPlace("a.yaml", line, 1)


def said(*texts, annexes=(), part="noi_dung"):
    passages = tuple(Passage(text, at(line), part) for line, text in enumerate(texts, start=1))
    headings = tuple(AnnexHeading(number, f"Tiêu đề {i}", at(90 + i)) for i, number in enumerate(annexes))
    return Said("a.yaml", passages, annexes=headings)


def lines(module, *texts, **more):
    return [finding.place.line for finding in module.check(said(*texts, **more))]


CLEAN = (
    "Ủy ban nhân dân huyện ban hành 05 kế hoạch; các cơ quan quan tâm triển khai.",
    "Đạt 43,5% (1.024/1.567 hồ sơ), tăng 2 lần so với năm 2022.",
    "Các sản phẩm lên sàn Postmart.vn, voso.vn và các sàn khác.",
    "Bộ phận một cửa dùng TDOffice, VNeID; dữ liệu dần dần đầy đủ...",
    "Mô hình “Ngày không viết” đã chạy (theo Phụ lục I), đến 16:30 ngày 05/6/2023.",
    "Các xã Vĩnh Hùng, Vĩnh Hưng, Minh Tân và thị trấn Vĩnh Lộc hoàn thành.",
)
# For each rule: words to put into a clean sentence, of which it must find every one.
SEEDS = {
    "DL701": ["đƣợc", "thuờng", "chuyểnđổi", "tòan", "qúy", "OCOPlên", "Iên", "nghành", "x·", "Vieät", "đuợc"],
    "DL702": [unicodedata.normalize("NFD", word) for word in ("huyện", "chuyển", "được")],
    "DL703": ["Ðịa", "\u041eCOP", "ðược", "hu\u0443ện", "ＸＡ"],
    "DL704": ["BCĐ và BCD", "CĐS hoặc CDS", "TDofice", "VneID", "thị trấn Vinh Lộc"],
    "DL705": ["hoà", "khoẻ", "thuỷ"],
    "DL706": ["các các", "của của", "được được", "triển khai triển khai"],
    "DL707": ["kỹ năng ;", "xã ,", "mạng :", "( xã"],
    "DL708": ['"Không giấy"', '"Một cửa"'],
    "DL709": ["có …… hộ", "đạt XX%", "số .../QĐ-UBND", "____", "có ... hộ", "xx máy", "[điền số]", "??"],
    "DL710": ["postmar.vn", "posmart.vn", "vosso.vn"],
    "DL711": ["(trừ mật", "“Không giấy", "«mật"],
    "DL712": ["phụ lục 7", "Phụ lục III", "phụ lục số 03"],
}


def test_rules_stand_in_the_order_of_their_ids():
    assert [module.RULE.id for module in RULES] == [f"DL{number}" for number in range(701, 715)]
    assert not any(module.RULE.severity is Severity.ERROR for module in RULES)


@given(st.lists(st.sampled_from(CLEAN), min_size=1, max_size=12))
def test_clean_text_gives_nothing(texts):
    assert [finding for module in RULES for finding in module.check(said(*texts, annexes=("I", "II")))] == []


@pytest.mark.parametrize("module", [module for module in RULES if module.RULE.id in SEEDS], ids=lambda m: m.RULE.id)
@settings(max_examples=60)
@given(data=st.data())
def test_a_seeded_fault_is_found(module, data):
    seed = data.draw(st.sampled_from(SEEDS[module.RULE.id]))
    place = data.draw(st.integers(0, len(CLEAN)))
    # Of two hosts that are equally common nobody can tell which is wrong.
    filler = (
        "Sàn voso.vn, postmart.vn.",
        "Thị trấn Vĩnh Lộc và Vĩnh Lộc.",
        "Sức khỏe, văn hóa, hóa đơn, đường thủy, chuyển đổi số.",
    )
    texts = [*CLEAN[:place], f"Nay cũng {seed} ở nơi ấy", *CLEAN[place:], *filler]
    assert place + 1 in lines(module, *texts, annexes=("I", "II"))


@pytest.mark.parametrize("module", RULES, ids=lambda module: module.RULE.id)
@pytest.mark.parametrize(
    "piece",
    ["a", ".", "(", "“", '"', "ƣ ", "các ", "a.", "a-", "a.vn ", "…", " ", "\n", "BCĐ BCD ", "Phụ lục 1, ", "Sở A "],
)
def test_hostile_text_is_read_in_time(module, piece):
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    start = time.process_time()
    for _ in module.check(said(text)):
        pass
    assert time.process_time() - start < 1


def test_cells_of_tables_are_judged_too():
    row = Row((Passage("Kết quả đạt đƣợc", at(7)),))
    (finding,) = dl701.check(Said("a.yaml", (), (Table(("Tên",), (row,), at(6)),)))
    assert finding.place.line == 7


def test_loans_names_and_abbreviations_are_no_broken_words():
    assert (
        lines(dl701, "Người Ba Na ở Đắk Lắk, bêtông, vắcxin, ôtô, crôm; Zürich; CSDL, đ/c, 20 tr.đ; Internet, His")
        == []
    )


def test_a_telex_key_counts_only_where_the_document_has_the_word():
    assert lines(dl701, "Hưởng ứng ngayf ấy", "Ngày hội, ngày ấy") == [1]
    assert lines(dl701, "Dùng chef và beef") == []


@pytest.mark.parametrize(
    "texts",
    [
        ("Trung tâm VH-TT&DL", "Trung tâm VHTT-TT&DL"),
        ("mã QR-code", "mã QR - code"),
        ("mô hình “3 KHÔNG”", "mô hình “03 Không”"),
    ],
)
def test_one_name_with_other_parts_hyphens_and_numbers(texts):
    (finding,) = dl704.check(said(*texts))
    assert finding.severity is Severity.HINT


@pytest.mark.parametrize(
    "texts", [("UBND-VP-KT", "UBND-TC-KT"), ("QR - code",), ("“3 Không”, “3 Có”",), ("Zalo - Facebook, mã QR-code",)]
)
def test_names_that_are_alike_and_are_two(texts):
    assert list(dl704.check(said(*texts))) == []


def test_many_names_with_capitals_inside_are_a_directory():
    names = [f"Td{a}{b}{c}Office" for a in "abcdeghikl" for b in "mnopqrstuv" for c in "mnopqrstuvxy"]
    assert list(dl704.check(said(" ".join(names)))) == []


def test_a_binding_word_is_let_be_where_it_ends_another_word():
    assert lines(dl706, "chưa đạt do do thiếu bác sĩ", "có lý do do khách quan") == [1]


def test_a_number_left_blank_is_another_bodys():
    words = "kèm theo Công văn số      /{} ngày      /05/2024"
    for symbol, told in (("STTTT-CNTT", 1), ("UBND-VX", 0)):
        passages = (Passage(words.format(symbol), at(1)),)
        assert len(list(dl709.check(Said("a.yaml", passages, body="UBND huyện Cẩm Thủy")))) == told


def test_marks_that_a_reader_has_composed_are_told_all_the_same():
    (finding,) = dl702.check(Said("a.docx", (), loose=(Passage(unicodedata.normalize("NFD", "huyện"), at(3)),)))
    assert finding.place == at(3)


@pytest.mark.parametrize("text", ["Giải pháp CDS", "Dự án DA và đề án ĐA", "UBND, HĐND, TTHC", "zalo và Zalo"])
def test_what_is_not_one_name_twice(text):
    assert lines(dl704, text) == []


def test_a_place_that_lost_its_mark_is_told_by_the_commoner_form():
    (finding,) = dl704.check(said("Bỉm Sơn", "xã Bỉm Sơn", "về Bỉm Sơn", "Bim Sơn"))
    assert finding.place.line == 4
    assert "«Bỉm Sơn»" in finding.fix


def test_the_rarer_way_of_setting_tones_is_pointed_at():
    (finding,) = dl705.check(said("hóa, hòa", "hoá"))
    assert (finding.place.line, finding.severity) == (2, Severity.HINT)
    assert lines(dl705, "hóa", "Trần Thị Thuý", part="cuoi") == []


@pytest.mark.parametrize(
    "text",
    ["luôn luôn, dần dần, từ từ", "Ủy ban ban hành", "giao thông thông suốt", "cấp huyện Huyện ủy", "Trung Trung Bộ"],
)
def test_doubles_of_the_language_stay(text):
    assert lines(dl706, text) == []


def test_half_of_a_compound_written_twice_is_found_by_its_other_places():
    assert lines(dl706, "báo cáo kết quả", "báo cáo cáo kết quả") == [2]
    assert lines(dl706, "cơ quan quan tâm", "được quan tâm") == []


@pytest.mark.parametrize(
    "text",
    [
        "16:30",
        "1.024,5",
        "TP.Hà Nội",
        "v.v..",
        "a, ... b",
        "theo quy định./.",
        "1 : 500",
        "hội,...) du lịch",
        "http://a.vn,",
    ],
)
def test_marks_that_stand_right(text):
    assert lines(dl707, text) == []


def test_straight_quotes_alone_are_one_kind():
    assert lines(dl708, '"Không giấy"') == []
    assert lines(dl708, '"Không giấy"', "“Một cửa”") == [1]


@pytest.mark.parametrize(
    "text",
    [
        "Bkav, Avira... Công tác",
        "không cần đi khám... giúp dân",
        "(điện, nước, …)",
        "sản phẩm,..., đã",
        "Đại hội XX",
        "Số:      /BC",
        "gồm Cẩm Bình.....",
        "“… về việc”",
        "thế kỷ XX và XXI",
    ],
)
def test_dots_and_figures_that_are_no_placeholder(text):
    assert lines(dl709, text) == []


def test_number_and_date_of_the_head_stay_open():
    assert lines(dl709, "Số: …/BC-UBND", part="dau") == []


def test_the_wrong_host_is_the_one_whose_place_is_not_named():
    texts = ("http://a.tanhhoa.gov.vn",) * 3 + ("http://a.thanhhoa.gov.vn của tỉnh Thanh Hóa",)
    (finding,) = dl710.check(said(*texts))
    assert finding.place.line == 1
    assert "«a.thanhhoa.gov.vn»" in finding.fix
    assert lines(dl710, "dv1.gov.vn, dv2.gov.vn", "hoangphu.vn hoangphuc.vn: Hoàng Phú, Hoàng Phúc") == []


def test_a_quotation_closed_by_an_opening_mark_is_told_from_one_left_open():
    (finding,) = dl711.check(said("kênh “Công an xã“, nhóm"))
    assert "đóng ngoặc bằng dấu mở" in finding.problem
    assert lines(dl711, 'a) một; b) hai; 32" và (x [y])') == []


def test_annexes_of_other_documents_and_other_writings_of_a_number():
    assert lines(dl712, "Phụ lục II, phụ lục 01 và 2", annexes=("I", "02")) == []
    assert lines(dl712, "Phụ lục V Nghị định 30", "phụ lục I ban hành kèm theo Quyết định số 5") == []
    assert lines(dl712, "(có phụ lục kèm theo)") == []


def test_two_annexes_with_one_number():
    assert lines(dl713, annexes=("I", "2", "II", "")) == [92]
    assert lines(dl713, annexes=("", "", "I")) == []


def test_every_finding_is_made_of_sentences():
    texts = [f"Nay cũng {seed} ở nơi ấy" for seeds in SEEDS.values() for seed in seeds] + list(CLEAN)
    for module in (*RULES, dl702, dl703):
        for finding in module.check(said(*texts, annexes=("I", "01"))):
            assert finding.problem.endswith(".")
            assert finding.fix[0].isupper()
            assert finding.fix.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "xã Yên Khương, xã Yên Khưong",
        "tổ Quang Trung, tổ Qung Trung",
        "phần mềm TABMIS, phần mềm TAMBIS",
        "hệ thống IOFFICE, hệ thống IOFICE",
    ],
)
def test_a_name_that_is_no_syllable_or_has_letters_swapped(text):
    assert lines(dl704, text) == [1]


@pytest.mark.parametrize(
    "text",
    [
        "Trường A, Trường B",
        "Smart Phone, Smart Phones",
        "Quang Trung, Quảng Trung",
        "EMAIL và EMAILS",
        "VNPOST, VNPORT",
    ],
)
def test_names_that_only_look_alike(text):
    assert lines(dl704, text) == []


def test_a_double_at_the_head_of_a_sentence():
    assert lines(dl706, "Đơn vị đơn vị phối hợp.", "- Công tác công tác tốt.", "Đã họp. Đơn vị đơn vị đạt.") == [
        1,
        2,
        3,
    ]
    assert lines(dl706, "Từng bước từng bước làm. Ngày càng ngày càng tốt.", "Các Đơn vị đơn vị ấy.") == []
