from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.data.markup import Stretch, stretches

STARRED = st.text(alphabet=st.sampled_from("ab ữ1.,()*\\\n"), max_size=30)


def shown(text: str) -> str:
    """The stretches of a text, bold in <b>, slanted in <i>."""
    found = []
    for stretch in stretches(text):
        piece = f"<i>{stretch.text}</i>" if stretch.italic else stretch.text
        found.append(f"<b>{piece}</b>" if stretch.bold else piece)
    return "".join(found)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("không có gì", "không có gì"),
        ("", ""),
        ("**đậm**", "<b>đậm</b>"),
        ("*nghiêng*", "<i>nghiêng</i>"),
        ("***cả hai***", "<b><i>cả hai</i></b>"),
        ("trước **đậm** sau", "trước <b>đậm</b> sau"),
        ("**một** và **hai**", "<b>một</b> và <b>hai</b>"),
        ("*một* **hai** ***ba***", "<i>một</i> <b>hai</b> <b><i>ba</i></b>"),
        ("**đậm *cả hai* đậm**", "<b>đậm </b><b><i>cả hai</i></b><b> đậm</b>"),
        ("*nghiêng **cả hai** nghiêng*", "<i>nghiêng </i><b><i>cả hai</i></b><i> nghiêng</i>"),
        ("**nhiều chữ, có dấu.**", "<b>nhiều chữ, có dấu.</b>"),
        ("**70%** (*xem phụ lục*)", "<b>70%</b> (<i>xem phụ lục</i>)"),
        ("(**đậm**)", "(<b>đậm</b>)"),
        ("**(đậm)**:", "<b>(đậm)</b>:"),
        ("**-5%** và *+3*", "<b>-5%</b> và <i>+3</i>"),
        ('*"trích dẫn"*', '<i>"trích dẫn"</i>'),
        ("*“trích dẫn”*", "<i>“trích dẫn”</i>"),
    ],
)
def test_stars_around_words_are_emphasis(typed: str, expected: str) -> None:
    assert shown(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "2 * 3",
        "2 * 3 * 4",
        "*1",
        "*1 và *2",
        "chữ* rồi chữ*",
        "**không đóng",
        "không mở**",
        "*",
        "**",
        "***",
        "* * *",
        "********",
        "*****chữ*****",
        "Ghi chú (*): xem dưới; (*) xem trên",
        "Tổng số*: 5; Trong đó*: 3",
        "Cột [*] và [**]",
    ],
)
def test_other_stars_stay_as_typed(typed: str) -> None:
    assert stretches(typed) == (Stretch(typed),)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (r"\*", "*"),
        (r"\*không nghiêng\*", "*không nghiêng*"),
        (r"\**nghiêng*", "*<i>nghiêng</i>"),
        (r"*5\*3*", "<i>5*3</i>"),
        (r"**a\*\*b**", "<b>a**b</b>"),
        (r"a \ b", r"a \ b"),
        (r"C:\tệp", r"C:\tệp"),
    ],
)
def test_a_star_after_a_backslash_is_a_star(typed: str, expected: str) -> None:
    assert shown(typed) == expected


def test_an_emphasis_of_one_kind_inside_itself_is_not_opened_again() -> None:
    assert shown("*một *hai*") == "<i>một *hai</i>"


@given(STARRED)
def test_only_marks_are_lost(typed: str) -> None:
    kept = "".join(stretch.text for stretch in stretches(typed))
    assert kept.replace("*", "") == re.sub(r"\\(?=\*)", "", typed).replace("*", "")
    assert kept.count("*") <= typed.count("*")


@given(STARRED)
def test_stretches_are_not_empty_and_no_two_alike_follow_each_other(typed: str) -> None:
    found = stretches(typed)
    assert all(stretch.text for stretch in found)
    looks = [(stretch.bold, stretch.italic) for stretch in found]
    assert all(one != next for one, next in pairwise(looks))


@given(st.text(alphabet=st.sampled_from("ab ữ1.,()*"), max_size=30))
def test_a_text_with_a_backslash_before_every_star_comes_out_as_it_is(text: str) -> None:
    assert "".join(s.text for s in stretches(text.replace("*", r"\*"))) == text
    assert not any(s.bold or s.italic for s in stretches(text.replace("*", r"\*")))


@given(st.text(alphabet=st.sampled_from("ab ữ1.,"), min_size=1, max_size=20).filter(lambda text: text == text.strip()))
def test_words_without_stars_can_be_set_in_every_way(words: str) -> None:
    text = f"x{words}x"
    assert stretches(text) == (Stretch(text),)
    assert stretches(f"**{text}**") == (Stretch(text, bold=True),)
    assert stretches(f"*{text}*") == (Stretch(text, italic=True),)
    assert stretches(f"***{text}***") == (Stretch(text, bold=True, italic=True),)


@pytest.mark.parametrize("piece", ["*a ", "a* ", "**a ", "*a* ", "**a *b ", "a*b "])
def test_a_long_text_of_many_stars_is_read_at_once(piece: str) -> None:
    started = time.monotonic()
    found = stretches(piece * 20_000)
    assert time.monotonic() - started < 2
    assert sum(len(stretch.text) for stretch in found) <= len(piece) * 20_000
