from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vn.legacy import from_tcvn3, from_telex, from_vni
from generator.vn.look_alikes import misleads, plain_letters
from generator.vn.near import near_pairs, one_edit_apart
from generator.vn.syllables import is_syllable, read_syllable
from generator.vn.tones import ToneStyle, in_tone_style, tone_style
from generator.vn.word_spans import addresses, host_of, word_list, word_starts

GOOD = """chuyển đổi số ủy uỷ hòa hoà quý quốc gì gìn giếng giữ nghiệp khuỷu thuở quyết định yêu iu ươm oái khuya ngoằn
nguệch xoong huỳnh suýt phường tuýp kỹ kĩ đắc rượu xuyên khoảng loãng ngoéo quạu"""
BAD = "chuyểm thưòng qúy tòan đuợc thuờng nghành gh cách̉ ngỉêm iên ngẻ ká cế tât mâp đựơc"


@pytest.mark.parametrize("word", GOOD.split())
def test_words_of_the_language_are_syllables(word):
    assert is_syllable(word)
    assert is_syllable(word.upper())


@pytest.mark.parametrize("word", BAD.split())
def test_broken_words_are_none(word):
    assert not is_syllable(word)


@pytest.mark.parametrize(("written", "meant"), [("qúy", "quý"), ("tòan", "toàn"), ("gỉa", "giả"), ("đựơc", "được")])
def test_a_tone_in_the_wrong_place_is_told_from_a_broken_word(written, meant):
    syllable = read_syllable(written)
    assert syllable is not None
    assert syllable.mended == meant


@pytest.mark.parametrize(("first", "second"), [("hòa", "hoà"), ("Ủy", "Uỷ"), ("khỏe", "khoẻ"), ("THỦY", "THUỶ")])
def test_both_tone_styles_turn_into_each_other(first, second):
    assert (tone_style(first), tone_style(second)) == (ToneStyle.FIRST, ToneStyle.SECOND)
    assert in_tone_style(second, ToneStyle.FIRST) == first
    assert in_tone_style(first, ToneStyle.SECOND) == second


@pytest.mark.parametrize("word", ["quý", "quả", "toàn", "mía", "khuỷu", "hoa", "ngoài", "TTHC"])
def test_other_words_have_no_style(word):
    assert tone_style(word) is None
    assert in_tone_style(word, ToneStyle.SECOND) == word


def test_old_encodings_and_telex_are_read():
    assert from_tcvn3("x·") == "xã"
    assert from_tcvn3("chuyÓn") == "chuyển"
    assert from_vni("hoäi") == "hội"
    assert from_vni("Vieät") == "việt"
    assert from_telex("ngayf") == "ngày"
    assert from_telex("dduwowcj") == "được"


@pytest.mark.parametrize("word", ["Zürich", "Noël", "hội", "café", "Postmart"])
def test_other_words_are_of_no_old_encoding(word):
    assert from_tcvn3(word) is None
    assert from_vni(word) is None


def test_look_alikes_mislead_only_among_other_letters():
    assert misleads("Ðịnh")
    assert plain_letters("Ðịnh") == "Định"
    assert misleads("О\u0421OP")
    assert not misleads("α")
    assert not misleads("Москва")


@given(st.text("ab", max_size=6), st.text("ab", max_size=6))
def test_one_edit_apart_is_the_same_both_ways_and_what_near_pairs_finds(one, other):
    assert one_edit_apart(one, other) == one_edit_apart(other, one)
    assert bool(list(near_pairs([one, other]))) == one_edit_apart(one, other)


def test_addresses_are_no_words():
    text = "Xem (https://a.vn/b_c), voso.vn. Thư a.b@xa.gov.vn; TP.Hà"
    assert [address.text for address in addresses(text)] == ["https://a.vn/b_c", "voso.vn", "a.b@xa.gov.vn"]
    assert [host_of(address.text) for address in addresses(text)] == ["a.vn", "voso.vn", ""]
    assert word_list(text) == ["Xem", "Thư", "TP", "Hà"]


@given(st.text(max_size=60))
def test_a_word_stands_where_it_says(text):
    words = word_list(text)
    starts = word_starts(text, words)
    assert all(text[start : start + len(word)] == word for start, word in zip(starts, words, strict=True))
    assert starts == sorted(set(starts))
