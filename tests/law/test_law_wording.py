"""Words and marks that a document must have, found in the annexes; the package must agree."""

from __future__ import annotations

import pytest

from generator.decree import wording
from generator.decree.kinds import by_name
from generator.decree.signing import COMBINATIONS, QUYEN_HAN, Following
from generator.findings import Basis

# Words of an article of Phụ lục I, phần I, and the value that the package draws from it.
ARTICLES = [
    ("II.1.a", "Quốc hiệu “CỘNG HÒA XÃ HỘI", wording.QUOC_HIEU, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("II.1.b", "“Độc lập - Tự do - Hạnh phúc”", wording.TIEU_NGU, "Độc lập - Tự do - Hạnh phúc"),
    ("II.3.c", "sau từ “Số” có dấu hai chấm (:)", wording.SO, "Số:"),
    ("II.5.b", "sau chữ “V/v”", wording.VE_VIEC, "V/v"),
    ("II.9.d", "Từ “Kính gửi”", wording.KINH_GUI, "Kính gửi"),
    ("II.9.d", "Từ “Nơi nhận”", wording.NOI_NHAN, "Nơi nhận"),
    ("II.9.b", "phía dưới là từ “Như trên”", wording.NHU_TREN, "Như trên"),
    ("II.9.d", "dòng cuối cùng bao gồm chữ “Lưu” sau có dấu hai chấm (:)", wording.LUU, "Lưu"),
    ("II.9.d", "tiếp theo là chữ viết tắt “VT”", wording.VAN_THU, "VT"),
    ("III.1.b", "Từ “Phụ lục”", wording.PHU_LUC, "Phụ lục"),
    ("III.1.c", "(Kèm theo văn bản số", wording.KEM_THEO, "Kèm theo"),
    ("II.6.đ", "Từ “Phần”", wording.PHAN, "Phần"),
    ("II.6.đ", "“Chương”", wording.CHUONG, "Chương"),
    ("II.6.đ", "Số thứ tự các khoản trong mỗi mục dùng chữ số Ả Rập, sau số thứ tự có dấu chấm (.)",
     wording.AFTER_KHOAN_NUMBER, "."),
    ("II.6.đ", "bảng chữ cái tiếng Việt, sau có dấu đóng ngoặc đơn", wording.AFTER_DIEM_LETTER, ")"),
]  # fmt: skip

FIGURES = [
    ("II.3.c", "với những số nhỏ hơn 10 phải ghi thêm số 0 phía trước", wording.NUMBER_PADDED_BELOW, 10),
    ("II.4.b", "ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0", wording.DAY_PADDED_BELOW, 10),
    ("II.4.b", "ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0", wording.MONTHS_PADDED, {1, 2}),
    ("III.1.a", "từ hai Phụ lục trở lên thì các Phụ lục phải được đánh số thứ tự bằng chữ số La Mã",
     wording.ANNEXES_NUMBERED_FROM, 2),
    ("II.9.b", "Tờ trình, Báo cáo (cơ quan, tổ chức cấp dưới gửi cơ quan, tổ chức cấp trên) và Công văn",
     wording.KINH_GUI_KINDS, {"Tờ trình", "Báo cáo", "Công văn"}),
    ("II.6.a", "riêng Luật, Pháp lệnh không ghi số, ký hiệu, cơ quan ban hành",
     wording.CITED_BY_NAME, {"Luật", "Pháp lệnh"}),
    ("II.3.a", "do cơ quan, tổ chức ban hành trong một năm", wording.FIRST_NUMBER_OF_YEAR, 1),
]  # fmt: skip


@pytest.mark.parametrize(("article", "words", "held", "expected"), ARTICLES)
def test_words_stand_in_their_article(article, words, held, expected, articles):
    assert words in articles[article]
    assert held == expected
    assert held.source.article == f"Phụ lục I, phần I, mục {article}"
    assert held.source.basis is Basis.LAW


@pytest.mark.parametrize(("article", "words", "held", "expected"), FIGURES)
def test_figures_stand_in_their_article(article, words, held, expected, articles):
    assert words in articles[article]
    assert held.value == expected
    assert article in held.source.article


def test_quoc_hieu_is_spelled_in_two_ways_in_the_decree_itself(annex_one, annex_three):
    printed = {
        line.text.strip()
        for annex in (annex_one, annex_three)
        for table in annex.tables()
        for row in table.rows
        for cell in row
        for line in cell
        if line.text.startswith("CỘNG HO") or line.text.startswith("CỘNG HÒ")
    }
    assert printed == set(wording.QUOC_HIEU_SPELLINGS.value)


def test_ho_chi_minh_city_is_never_shortened(annex_one):
    examples = [line.text for table in annex_one.tables() for row in table.rows for cell in row for line in cell]
    assert wording.IN_FULL == "Thành phố Hồ Chí Minh"
    assert any(text.startswith("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019") for text in examples)


def test_content_ends_with_the_closing_mark_in_every_specimen(specimens):
    assert wording.KET_THUC == "./."
    assert wording.KET_THUC.source.basis is Basis.SPECIMEN
    for number in ("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "2.1", "2.2"):
        texts = [block.text.rstrip() for block in specimens[number] if not hasattr(block, "rows")]
        assert any(text.endswith("./.") for text in texts), number


def test_points_follow_the_vietnamese_alphabet(articles):
    assert "theo thứ tự bảng chữ cái tiếng Việt" in articles["II.6.đ"]
    assert "".join(wording.DIEM_LETTERS.value) == "abcdđeghiklmnopqrstuvxy"
    points = [name.rpartition(".")[2] for name in articles if name.startswith("II.6.")]
    assert points == list(wording.DIEM_LETTERS.value[:7])


def test_marks_of_lists(articles):
    assert "cuối dòng có dấu chẩm phẩy (;), dòng cuối cùng kết thúc bằng dấu chấm (.)" in articles["II.6.a"]
    assert "cuối dòng có dấu chấm phẩy (;), cuối dòng cuối cùng có dấu chấm (.)" in articles["II.9.d"]
    assert "đầu dòng có gạch đầu dòng (-) sát lề trái, cuối dòng có dấu chấm phẩy (;)" in articles["II.9.d"]

    def of(marks):
        return (marks.before, marks.after, marks.after_last)

    assert of(wording.CAN_CU_MARKS) == ("", ";", ".")
    assert of(wording.KINH_GUI_MARKS) == ("- ", ";", ".")
    assert of(wording.NOI_NHAN_MARKS) == ("- ", ";", ".")


def test_example_of_recipients_in_muc_v_bears_these_marks(annex_one):
    table = next(table for table in annex_one.tables() if table.rows[0][0][0].text.strip() == "STT")
    row = next(row for row in table.rows if any("Lưu: VT" in line.text for cell in row for line in cell))
    for cell in row[5:7]:
        printed = [line.text.strip() for line in cell if line.text.strip()]
        assert all(text.startswith(wording.NOI_NHAN_MARKS.before) for text in printed)
        assert all(text.endswith(wording.NOI_NHAN_MARKS.after) for text in printed[:-1])
        assert printed[-1].startswith(f"- {wording.LUU}: {wording.VAN_THU}, ")
        assert printed[-1].endswith(wording.NOI_NHAN_MARKS.after_last)


def test_citations(articles):
    order = [
        ("II.6.a", wording.CAN_CU_PARTS, ["tên loại", "số, ký hiệu", "cơ quan ban hành", "ngày tháng năm"]),
        (
            "II.6.b",
            wording.FIRST_CITATION_PARTS,
            ["tên loại", "số, ký hiệu", "thời gian ban hành", "tên cơ quan"],
        ),
    ]
    for article, held, parts in order:
        sentence = articles[article][articles[article].index("ghi đầy đủ") :]
        places = [sentence.index(part) for part in parts]
        assert places == sorted(places)
        assert [given[: len(part)] for given, part in zip(held.value, parts, strict=False)] == parts
        assert held.value[-1] == "trích yếu nội dung"
    assert "chỉ ghi tên loại và số, ký hiệu của văn bản đó" in articles["II.6.b"]
    assert wording.LATER_CITATION_PARTS.value == ("tên loại", "số, ký hiệu")


def test_kinds_that_are_addressed_are_known_kinds():
    assert all(by_name(name) for name in wording.KINH_GUI_KINDS.value)


@pytest.mark.parametrize(
    ("key", "words", "following"),
    [
        (
            "TM",
            "ký thay mặt tập thể thì phải ghi chữ viết tắt “TM.” vào trước tên tập thể",
            Following.COLLECTIVE,
        ),
        ("Q", "giao quyền cấp trưởng thì phải ghi chữ viết tắt “Q.” vào trước chức vụ", Following.HEAD),
        ("KT", "viết tắt “KT.” vào trước chức vụ của người đứng đầu", Following.HEAD),
        ("TL", "ký thừa lệnh thì phải ghi chữ viết tắt “TL.” vào trước chức vụ", Following.HEAD),
        ("TUQ", "ký thừa uỷ quyền thì phải ghi chữ viết tắt “TUQ.” vào trước chức vụ", Following.HEAD),
    ],
)
def test_authorities_of_the_signer(key, words, following, articles):
    assert words in articles["II.7.b"]
    assert QUYEN_HAN[key].chu == f"{key}."
    assert QUYEN_HAN[key].following is following
    assert QUYEN_HAN[key].source.article == "Phụ lục I, phần I, mục II.7.b"


def test_there_are_five_authorities_and_one_combination():
    assert set(QUYEN_HAN) == {"TM", "Q", "KT", "TL", "TUQ"}
    assert COMBINATIONS.value == (("TM", "KT"),)
    assert COMBINATIONS.source.basis is Basis.CUSTOM
    assert not QUYEN_HAN["Q"].own_office_below
    assert all(QUYEN_HAN[key].own_office_below for key in ("TM", "KT", "TL", "TUQ"))
