from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.data.decoding import MOST_BYTES, read_text
from generator.findings import DataPlace


def only(data: bytes) -> tuple[str, str, str, str]:
    """Rule, place, problem and remedy of the one finding, for bytes that cannot be read."""
    text, (finding,) = read_text(data, "xa.yaml")
    assert text is None
    return finding.rule, str(finding.place), finding.problem, finding.fix


def test_utf8_with_and_without_byte_order_mark() -> None:
    assert read_text("a: Đạt\n".encode(), "f") == ("a: Đạt\n", [])
    assert read_text(codecs.BOM_UTF8 + "a: Đạt\n".encode(), "f") == ("a: Đạt\n", [])


def test_all_line_ends_become_line_feeds() -> None:
    assert read_text(b"a: 1\r\nb: 2\rc: 3\n", "f") == ("a: 1\nb: 2\nc: 3\n", [])


def test_old_vietnamese_code_page_is_placed_at_its_first_byte() -> None:
    rule, place, problem, fix = only("ten: xa\nso: 1\r\nho: Lê\n".encode("cp1258"))
    assert (rule, place) == ("DL101", "xa.yaml:3:6")
    assert "không lưu bằng mã UTF-8" in problem
    assert fix.startswith("Lưu lại bằng UTF-8")


def test_column_of_a_bad_byte_counts_characters() -> None:
    assert only("ấấ: ".encode() + b"\xff")[1] == "xa.yaml:1:5"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_called_by_its_name(encoding: str) -> None:
    rule, place, problem, fix = only("mau: bao_cao\n".encode(encoding))
    assert (rule, place) == ("DL101", "xa.yaml:1:1")
    assert "UTF-16" in problem
    assert "UTF-8" in fix


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (b"PK\x03\x04\x14\x00", "Word/Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Word/Excel"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1", "RTF"),
    ],
)
def test_other_formats_under_a_yaml_name(start: bytes, name: str) -> None:
    rule, place, problem, _ = only(start)
    assert (rule, place) == ("DL101", "xa.yaml:1:1")
    assert name in problem
    assert "không phải YAML" in problem


def test_a_file_too_large_is_not_read() -> None:
    rule, place, problem, _ = only(b"a" * (MOST_BYTES + 1))
    assert (rule, place) == ("DL105", "xa.yaml:1:1")
    assert problem == "Tệp quá lớn (5 MB); tệp dữ liệu không được quá 5 MB."


def test_control_character_is_named_and_placed() -> None:
    text, (finding,) = read_text("a: 1\nten: Hoàng\x0bKim\n".encode(), "xa.yaml")
    assert text == "a: 1\nten: Hoàng Kim\n"
    assert finding.rule == "DL104"
    assert finding.place == DataPlace("xa.yaml", 2, 11)
    assert "U+000B" in finding.problem


def test_many_control_characters_are_not_all_listed() -> None:
    _, findings = read_text(b"\x01" * 100_000, "xa.yaml")
    assert len(findings) == 20


def test_tab_in_the_indentation_is_placed() -> None:
    text, (finding,) = read_text(b"a:\n  b: 1\n \tc: 2\n", "xa.yaml")
    assert text is None
    assert (finding.rule, str(finding.place)) == ("DL103", "xa.yaml:3:2")
    assert "phím Tab" in finding.problem


def test_tab_elsewhere_is_a_blank() -> None:
    assert read_text(b"a:\tb\tc\n\t\n", "f") == ("a: b c\n \n", [])


@given(st.binary())
def test_any_bytes_give_a_text_or_a_finding(data: bytes) -> None:
    text, findings = read_text(data, "f")
    assert text is not None or findings


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")
    )
)
def test_good_text_is_read_as_it_is(text: str) -> None:
    encoded = text.encode()
    if not encoded.startswith((b"%PDF", b"{\\rtf")):
        assert read_text(encoded, "f") == (text, [])
