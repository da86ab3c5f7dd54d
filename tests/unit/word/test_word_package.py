from __future__ import annotations

import random
import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.word.package import (
    CONTENT_TYPES,
    DOCUMENT,
    PACKAGE_RELATIONS,
    Member,
    NotDocx,
    read_parts,
    write_package,
)

ROOT = Path(__file__).parents[3]
NAMES = st.text(alphabet=st.sampled_from("abcđê/_-.1"), min_size=1, max_size=12).filter(
    lambda name: not name.endswith("/")
)
PARTS = st.dictionaries(NAMES, st.binary(max_size=200), max_size=6).map(
    lambda parts: parts | {CONTENT_TYPES: b"<Types/>", DOCUMENT: b"<document/>"}
)


def packed(parts: dict[str, bytes]) -> bytes:
    return write_package(Member.of(name, data) for name, data in parts.items())


def zipped(parts: Mapping[str, bytes | str] | None = None, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package as another program writes it: content types, document, and other parts by name."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in ({CONTENT_TYPES: "<Types/>", DOCUMENT: "<document/>"} | dict(parts or {})).items():
            archive.writestr(name, data)
    return buffer.getvalue()


@given(PARTS)
def test_other_readers_find_every_part_as_it_was_given(parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(BytesIO(packed(parts))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == parts


@given(PARTS)
def test_what_is_written_is_read_again(parts: dict[str, bytes]) -> None:
    assert read_parts(packed(parts)) == parts


@given(PARTS, st.randoms(use_true_random=False))
def test_the_order_of_the_parts_does_not_matter(parts: dict[str, bytes], chance: random.Random) -> None:
    names = list(parts)
    chance.shuffle(names)
    assert packed({name: parts[name] for name in names}) == packed(parts)


@given(PARTS)
def test_content_types_come_first(parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(BytesIO(packed(parts))) as archive:
        assert archive.namelist()[0] == CONTENT_TYPES


def test_no_part_carries_a_clock() -> None:
    with zipfile.ZipFile(BytesIO(packed({CONTENT_TYPES: b"", DOCUMENT: b"x" * 500}))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.create_system for info in archive.infolist()} == {0}


def test_parts_stored_without_compression_are_read() -> None:
    assert read_parts(zipped(method=zipfile.ZIP_STORED))[DOCUMENT] == b"<document/>"


def test_folders_in_the_archive_are_passed_over() -> None:
    assert set(read_parts(zipped({"word/": ""}))) == {CONTENT_TYPES, DOCUMENT}


@given(st.binary(max_size=300))
def test_junk_is_no_word_file(junk: bytes) -> None:
    with pytest.raises(NotDocx, match=r"không phải là tệp Word|bị hỏng"):
        read_parts(junk)


@given(st.integers(0, 200))
def test_a_truncated_file_is_no_word_file(length: int) -> None:
    whole = zipped()
    with pytest.raises(NotDocx, match=r"không phải là tệp Word|bị cắt cụt"):
        read_parts(whole[: min(length, len(whole) - 1)])


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused_but_never_breaks_the_program(damage: list[tuple[int, int]]) -> None:
    data = bytearray(zipped())
    for index, value in damage:
        data[index % len(data)] = value
    try:
        parts = read_parts(bytes(data))
    except NotDocx:
        return
    assert DOCUMENT in parts


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_of_compression_that_word_never_uses_are_refused(method: int) -> None:
    with pytest.raises(NotDocx, match="không phải là tệp Word"):
        read_parts(zipped(method=method))


def test_a_part_without_a_name_is_passed_over() -> None:
    whole = zipped({"x": b"junk"})
    last, end = whole.rindex(b"PK\x01\x02"), whole.index(b"PK\x05\x06")
    entry, tail = bytearray(whole[last : end - 1]), bytearray(whole[end:])
    struct.pack_into("<H", entry, 28, 0)  # the length of the name, one letter before
    (size,) = struct.unpack_from("<L", tail, 12)
    struct.pack_into("<L", tail, 12, size - 1)
    assert set(read_parts(whole[:last] + bytes(entry) + bytes(tail))) == {CONTENT_TYPES, DOCUMENT}


def test_a_bomb_is_refused_by_its_declared_size_before_it_is_unpacked() -> None:
    data = bytearray(zipped({"word/media/x.bin": b"0" * 1000}))
    entry = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, entry + 24, 300 * 1024 * 1024)
    with pytest.raises(NotDocx, match="quá lớn"):
        read_parts(bytes(data))


def test_an_archive_of_too_many_parts_is_refused() -> None:
    with pytest.raises(NotDocx, match="quá lớn"):
        read_parts(zipped({f"word/{number}.xml": "" for number in range(2_001)}))


@pytest.mark.parametrize("start", ["", "<!-- " + "x" * 5_000 + " -->"])
def test_a_document_type_declaration_is_refused_however_far_down_it_stands(start: str) -> None:
    laughs = f'<?xml version="1.0"?>{start}<!DOCTYPE a [<!ENTITY b "c">]><a/>'
    with pytest.raises(NotDocx, match="DOCTYPE"):
        read_parts(zipped({"word/styles.xml": laughs}))


@pytest.mark.parametrize("missing", [CONTENT_TYPES, DOCUMENT])
def test_an_archive_without_a_document_is_refused(missing: str) -> None:
    parts = {CONTENT_TYPES: b"<Types/>", DOCUMENT: b"<document/>"}
    del parts[missing]
    with pytest.raises(NotDocx, match=r"thiếu word/document\.xml"):
        read_parts(packed(parts))


def test_a_locked_file_is_no_word_file() -> None:
    data = bytearray(zipped())
    for start in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[start] |= 1
    with pytest.raises(NotDocx, match="có mật khẩu"):
        read_parts(bytes(data))


# --- the main part under another name ----------------------------------------------------------------------------


def by_word_on_the_web(docx: bytes) -> bytes:
    """The package as Word on the web writes it: the main part is called ``document2.xml``."""
    parts = read_parts(docx)
    for name in (CONTENT_TYPES, PACKAGE_RELATIONS):
        parts[name] = parts[name].replace(b"word/document.xml", b"word/document2.xml")
    parts["word/document2.xml"] = parts.pop(DOCUMENT)
    parts["word/_rels/document2.xml.rels"] = parts.pop("word/_rels/document.xml.rels")
    return packed(parts)


def test_the_main_part_of_word_on_the_web_is_read_under_its_usual_name() -> None:
    docx = (ROOT / "templates" / "docx" / "bao_cao" / "mau.docx").read_bytes()
    assert b"document2.xml" in by_word_on_the_web(docx)
    assert read_parts(by_word_on_the_web(docx)) == read_parts(docx)


def test_a_second_document_beside_the_main_part_keeps_its_name() -> None:
    assert read_parts(zipped({"word/document2.xml": "<other/>"}))["word/document2.xml"] == b"<other/>"


def test_of_two_numbered_documents_neither_is_taken_for_the_main_part() -> None:
    other = dict.fromkeys(("word/document2.xml", "word/document3.xml"), b"<document/>")
    with pytest.raises(NotDocx):
        read_parts(packed({CONTENT_TYPES: b"<Types/>", **other}))
