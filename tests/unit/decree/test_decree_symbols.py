from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.decree.kinds import COPIES, KINDS
from generator.decree.symbols import (
    LEGAL_KINDS,
    PARTY_KINDS,
    STATE_KINDS,
    SoKyHieu,
    SymbolError,
    build_symbol,
    parse_symbol,
    ten_loai,
)
from generator.vn.text import fold

KIND_SYMBOLS = sorted(kind.ky_hieu for kind in (*KINDS, *COPIES) if kind.ky_hieu)

numbers = st.builds(
    lambda number, zeros, letter: f"{'0' * zeros}{number}{letter}",
    st.integers(1, 9999),
    st.integers(0, 1),
    st.sampled_from(["", "", "", "a", "b"]),
)
words = st.text("ABCDĐEGHIKLMNOPQRSTUVXYÊÔƯ", min_size=1, max_size=6)
bodies = st.lists(words, min_size=1, max_size=3).map("-".join)
years = st.integers(1990, 2099)


@st.composite
def symbols(draw: st.DrawFn) -> SoKyHieu:
    so, body = draw(numbers), draw(bodies)
    form = draw(st.sampled_from(["named", "công văn", "legal", "party"]))
    if form == "named":
        return SoKyHieu(so, draw(st.sampled_from(KIND_SYMBOLS)), body)
    if form == "legal":
        return SoKyHieu(so, draw(st.sampled_from([*LEGAL_KINDS, "NĐ", "QĐ", "NQ"])), body, nam=draw(years))
    if form == "party":
        return SoKyHieu(so, draw(st.sampled_from([*KIND_SYMBOLS, *PARTY_KINDS])), body, dang=True)
    first = body.split("-")[0]
    all_kinds = {*KIND_SYMBOLS, *STATE_KINDS, *LEGAL_KINDS}
    assume(fold(first) not in {fold(kind) for kind in all_kinds})
    return SoKyHieu(so, None, body, nam=draw(st.none() | years))


@given(symbols())
def test_a_symbol_survives_being_written_and_read(symbol: SoKyHieu):
    assert parse_symbol(str(symbol)) == symbol


@given(symbols(), st.sampled_from(["", " ", "  ", "\u00a0"]), st.sampled_from(["", "Số: ", "số ", "Số:"]))
def test_blanks_around_marks_and_the_word_so_do_not_matter(symbol: SoKyHieu, blank: str, prefix: str):
    typed = prefix + str(symbol).replace("-", f"{blank}-{blank}").replace("/", f"{blank}/{blank}")
    assert parse_symbol(typed) == symbol


@given(symbols())
def test_a_written_symbol_has_no_blanks(symbol: SoKyHieu):
    assert not any(ch.isspace() for ch in str(symbol))


def outcome(text: str) -> SoKyHieu | SymbolError:
    try:
        return parse_symbol(text)
    except SymbolError as error:
        return error


@given(st.text() | st.text("0149/-–: .aSốQĐqđTrUBND"))
def test_any_text_is_read_or_refused_with_a_remedy(text: str):
    found = outcome(text)
    if isinstance(found, SymbolError):
        assert found.problem.startswith("«")
        assert found.fix.startswith("viết ")
    else:
        assert parse_symbol(str(found)) == found


@given(symbols())
def test_the_remedy_for_small_letters_can_be_typed(symbol: SoKyHieu):
    found = outcome(str(symbol).lower())
    assert isinstance(found, SymbolError)
    assert str(outcome(found.fix.removeprefix("viết «").removesuffix("»."))).lower() == str(symbol).lower()


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("43/QĐ-UBND", SoKyHieu("43", "QĐ", "UBND")),
        ("2142/STTTT-CNTT", SoKyHieu("2142", None, "STTTT-CNTT")),
        ("17326/UBND-CNTT", SoKyHieu("17326", None, "UBND-CNTT")),
        ("3567/SXD-VP", SoKyHieu("3567", None, "SXD-VP")),
        ("06-NQ/TU", SoKyHieu("06", "NQ", "TU", dang=True)),
        ("06-CTr/ĐU", SoKyHieu("06", "CTr", "ĐU", dang=True)),
        ("42/2022/NĐ-CP", SoKyHieu("42", "NĐ", "CP", nam=2022)),
        ("39/2020/TT-BTTTT", SoKyHieu("39", "TT", "BTTTT", nam=2020)),
        ("52/2019/QH14", SoKyHieu("52", None, "QH14", nam=2019)),
        ("08/BCĐ", SoKyHieu("08", None, "BCĐ")),
        ("07/QĐ-BCĐ", SoKyHieu("07", "QĐ", "BCĐ")),
        ("749/QĐ-TTg", SoKyHieu("749", "QĐ", "TTg")),
        ("123a/TTr-SGD&ĐT", SoKyHieu("123a", "TTr", "SGD&ĐT")),
        ("12/TT-HC", SoKyHieu("12", None, "TT-HC")),
        ("12/DA-UBND", SoKyHieu("12", "DA", "UBND")),
        ("12/ĐA-UBND", SoKyHieu("12", "ĐA", "UBND")),
        ("12/HD-UBND", SoKyHieu("12", "HD", "UBND")),
        ("12/HĐ-UBND", SoKyHieu("12", "HĐ", "UBND")),
        ("652/UBND-VHTT", SoKyHieu("652", None, "UBND-VHTT")),
        ("548/GDĐT-THCS", SoKyHieu("548", None, "GDĐT-THCS")),
        ("12/HĐND-VP", SoKyHieu("12", None, "HĐND-VP")),
    ],
)
def test_real_symbols_are_read(text: str, symbol: SoKyHieu):
    assert parse_symbol(text) == symbol
    assert str(symbol) == text


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("50/KH - UBND", "50/KH-UBND"),
        ("Số: 12 / BC-UBND", "12/BC-UBND"),
        ("SỐ 12/BC-UBND", "12/BC-UBND"),
        ("12/BC–UBND", "12/BC-UBND"),
        ("12/SNV-TO\u0302", "12/SNV-TÔ"),
        ("06 - NQ/TU", "06-NQ/TU"),
    ],
)
def test_typed_variants_have_one_spelling(typed: str, canonical: str):
    assert str(parse_symbol(typed)) == canonical


@pytest.mark.parametrize(
    ("typed", "words", "remedy"),
    [
        ("", "không có số và ký hiệu", "viết số và ký hiệu theo dạng"),
        ("43", "thiếu ký hiệu", "viết số và ký hiệu theo dạng"),
        ("12/2023", "thiếu ký hiệu", "viết số và ký hiệu theo dạng"),
        ("/QĐ-UBND", "thiếu số", "viết số và ký hiệu theo dạng"),
        ("43/QĐ", "thiếu chữ viết tắt tên cơ quan sau QĐ", "viết số và ký hiệu theo dạng"),
        ("43/QĐ-", "thiếu chữ viết tắt", "viết số và ký hiệu theo dạng"),
        ("0/QĐ-UBND", "bắt đầu từ 01", "viết số và ký hiệu theo dạng"),
        ("43/QĐ/UBND", "không phải là số và ký hiệu", "viết số và ký hiệu theo dạng"),
        ("quyết định của xã", "dấu cách", "viết số và ký hiệu theo dạng"),
        ("43/2QĐ-UBND", "không bắt đầu bằng chữ", "viết số và ký hiệu theo dạng"),
        ("43/QĐ-UB*D", "ký tự", "viết số và ký hiệu theo dạng"),
        ("43/QĐ UBND", "dấu cách", "viết «43/QĐ-UBND»."),
        ("43QĐ-UBND", "không phải là số và ký hiệu", "viết «43/QĐ-UBND»."),
        ("43-QĐ-UBND", "không phải là số và ký hiệu", "viết «43/QĐ-UBND»."),
        ("43/QĐ-UBND.", "ký tự", "viết «43/QĐ-UBND»."),
        ("43/qđ-ubnd", "in hoa", "viết «43/QĐ-UBND»."),
        ("46/ttr-ubnd", "in hoa", "viết «46/TTr-UBND»."),
        ("46/TTR-UBND", "TTr", "viết «46/TTr-UBND»."),
        ("42/2022/nđ-cp", "in hoa", "viết «42/2022/NĐ-CP»."),
        ("06 NQ/TU", "dấu cách", "viết «06-NQ/TU»."),
        ("12/QD-UBND", "viết «QD» thay cho «QĐ»", "viết «12/QĐ-UBND»."),
        ("12/QyD-UBND", "viết «QyD» thay cho «QyĐ»", "viết «12/QyĐ-UBND»."),
        ("12/CD-UBND", "viết «CD» thay cho «CĐ»", "viết «12/CĐ-UBND»."),
        ("42/2022/ND-CP", "viết «ND» thay cho «NĐ»", "viết «42/2022/NĐ-CP»."),
        ("42/2022/N\u00d0-CP", "«\u00d0»", "viết «42/2022/NĐ-CP»."),
        ("12/Q\u0189-UBND", "«\u0189»", "viết «12/QĐ-UBND»."),
        ("12/QĐ-BC\u00d0", "«\u00d0»", "viết «12/QĐ-BCĐ»."),
        ("12/TTR-UBND", "TTr", "viết «12/TTr-UBND»."),
        ("06-QD/TU", "viết «QD» thay cho «QĐ»", "viết «06-QĐ/TU»."),
        ("09-QDi/TW", "viết «QDi» thay cho «QĐi»", "viết «09-QĐi/TW»."),
        ("12 qd ubnd", "dấu cách", "viết «12/QĐ-UBND»."),
        ("43/QD", "viết «QD» thay cho «QĐ»", "viết số và ký hiệu theo dạng"),
    ],
)
def test_a_slip_is_named_and_mended(typed: str, words: str, remedy: str):
    with pytest.raises(SymbolError) as caught:
        parse_symbol(typed)
    assert f"«{typed}»" in caught.value.problem
    assert words in caught.value.problem
    assert caught.value.fix.startswith(remedy)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("43/QĐ-UBND", "Quyết định"),
        ("15/2024/QĐ-UBND", "Quyết định"),
        ("42/2022/NĐ-CP", "Nghị định"),
        ("39/2020/TT-BTTTT", "Thông tư"),
        ("12/2010/TTLT-BTC-BNV", "Thông tư liên tịch"),
        ("45/KL-UBND", "Kết luận"),
        ("05/SY-UBND", "Bản sao y"),
        ("06-NQ/TU", "Nghị quyết"),
        ("06-CTr/ĐU", "Chương trình"),
        ("21-KL/TW", "Kết luận"),
        ("09-QĐi/TW", "Quy định"),
        ("03-TT/TU", "Thông tri"),
        ("12-CV/ĐU", "Công văn"),
        ("12/CV-UBND", "Công văn"),
        ("2142/STTTT-CNTT", None),
        ("12/TT-HC", None),
        ("08/BCĐ", None),
        ("52/2019/QH14", None),
        ("06-XYZ/TU", None),
    ],
)
def test_the_symbol_tells_the_kind(text: str, name: str | None):
    assert ten_loai(parse_symbol(text)) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2142/STTTT-CNTT", True),
        ("08/BCĐ", True),
        ("43/QĐ-UBND", False),
        ("52/2019/QH14", False),
        ("06-NQ/TU", False),
    ],
)
def test_form_of_a_cong_van(text: str, expected: bool):
    assert parse_symbol(text).is_cong_van is expected


@pytest.mark.parametrize("wrong", [{"loai": None}, {"loai": "NQ", "nam": 2023}])
def test_a_party_symbol_has_a_kind_and_no_year(wrong: dict[str, object]):
    with pytest.raises(ValueError, match="Party"):
        SoKyHieu(so="06", co_quan="TU", dang=True, **wrong)


@pytest.mark.parametrize(
    ("so", "loai", "line"),
    [
        (12, "BC", "Số: 12/BC-UBND"),
        (10, "BC", "Số: 10/BC-UBND"),
        (9, "BC", "Số: 09/BC-UBND"),
        (5, "BC", "Số: 05/BC-UBND"),
        (None, "BC", "Số:      /BC-UBND"),
        (1234, "TTr", "Số: 1234/TTr-UBND"),
    ],
)
def test_line_of_number_and_symbol(so: int | None, loai: str, line: str):
    assert build_symbol(so, loai, "UBND") == line


def test_line_of_a_cong_van_names_no_kind():
    assert build_symbol(12, None, "UBND-VHXH") == "Số: 12/UBND-VHXH"


@pytest.mark.parametrize("so", [0, -1])
def test_numbers_start_at_one(so: int):
    with pytest.raises(ValueError, match="start at 1"):
        build_symbol(so, "BC", "UBND")


@given(st.integers(1, 99999), st.sampled_from(KIND_SYMBOLS), bodies)
def test_the_printed_line_can_be_read_back(so: int, loai: str, co_quan: str):
    symbol = parse_symbol(build_symbol(so, loai, co_quan))
    assert (int(symbol.so), symbol.loai, symbol.co_quan) == (so, loai, co_quan)
