"""What is told of the types holds: examples are read, counterexamples refused, no readable text fails its pattern."""

from __future__ import annotations

import re
from typing import Any

import pytest
from editor_yaml import plain_value
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from generator.data.json_schema import field_schema
from generator.data.nodes import Scalar
from generator.data.reference_fields import used_types
from generator.data.schema_fields import value
from generator.data.schema_types import KINDS
from generator.data.text_types import Unreadable
from generator.data.type_forms import FORMS, text_pattern
from generator.findings import DataPlace

READ = sorted(set(FORMS) & set(KINDS))
# Refused by the reader alone: what a pattern cannot tell.
BEYOND_PATTERNS = {("ngay", "30/2/2022"), ("so_do", "0"), ("so_duong", "0"), ("ten_loai_van_ban", "Quyet dinh")}


def readable(kind: str, text: str) -> bool:
    try:
        KINDS[kind].read(Scalar(text, DataPlace("f", 1, 1), 1, True))
    except Unreadable:
        return False
    return bool(text.strip()) or KINDS[kind].takes_empty


def typed(example: str) -> str:
    """The text of an example, which may stand in quotes."""
    return example[1:-1] if example[:1] == '"' else example


def takes(kind: str, instance: Any) -> bool:
    field = field_schema({**value(kind, "Một mục", "x"), "nullable": False}, "mo_ta.x")
    return bool(Draft7Validator(field).is_valid(instance))


def test_every_type_in_use_is_described() -> None:
    missing = used_types() - set(FORMS)
    assert not missing, "thêm vào FORMS của generator/data/type_forms.py"
    assert set(FORMS) - set(KINDS) == {"ket_qua"}


@pytest.mark.parametrize("kind", READ)
def test_examples_are_read_as_the_reference_says(kind: str) -> None:
    form = FORMS[kind]
    assert form.dung
    assert [text for text in form.dung if not readable(kind, typed(text))] == []
    assert [text for text in form.sai if readable(kind, typed(text))] == []


@pytest.mark.parametrize("kind", READ)
def test_editors_see_what_is_wrong_with_the_counterexamples(kind: str) -> None:
    unseen = {text for text in FORMS[kind].sai if takes(kind, plain_value(text))}
    # An editor takes 43.5 for the number that 43.500 is, too.
    points = {text for text in FORMS[kind].sai if isinstance(plain_value(text), float)}
    assert unseen <= {text for name, text in BEYOND_PATTERNS if name == kind} | points


NUMBERS = st.text("0123456789.,-+% /", max_size=14) | st.integers(0, 10**9).map(lambda n: f"{n:,}".replace(",", "."))
WORDS = st.text(st.sampled_from("aBđ Đ1.{}\n%-"), max_size=12)
DATES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(("", "ngày ", "Ngày ", "NĂM ", "tháng ", "ngày  ")),
        st.sampled_from(("", "5/", "05/", "31/", "5 ", "05  tháng ")),
        st.sampled_from(("", "2/", "12/", "02/", "tháng 5 ", "5 năm ", "Tháng 12 năm ")),
        st.sampled_from(("2022", "1900", "2100", "1899", "năm 2022", "2022 ")),
    ),
)
PERCENTAGES = NUMBERS.map(lambda text: f"{text}%")
SYMBOLS = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(("", "Số: ", "số ", " ")),
        st.sampled_from(("43", "08a", "12đ", "0", "2022")),
        st.sampled_from(("", "", "/2022", " / 2019", "/1899")),
        st.sampled_from(("/", "/", "-", " – ", "", "/ ")),
        st.lists(
            st.sampled_from(
                ("QĐ", "QD", "NĐ", "TTr", "HD", "HĐ", "NQ", "TU", "UBND", "VP.1", "QH14", "ubnd", "QyĐ", "21")
            ),
            min_size=1,
            max_size=3,
        ).map("-".join),
        st.sampled_from(("", "/TU", "/CP", "-X1", " ")),
    ),
)
NAMES = st.text("abz019_-AĐ ", max_size=8)


TEXTS = {"ky_hieu": SYMBOLS, **dict.fromkeys(("ngay", "ngay_co_thang", "ngay_du"), DATES)}


@pytest.mark.parametrize("kind", READ)
@given(data=st.data())
def test_no_readable_text_fails_its_pattern(kind: str, data: st.DataObject) -> None:
    text = data.draw(TEXTS.get(kind, NUMBERS | PERCENTAGES | WORDS | NAMES))
    if not readable(kind, text) or "-0" in text:  # "-0" is read as 0
        return
    blank = KINDS[kind].takes_empty
    assert re.search(text_pattern(FORMS[kind], blank=blank), text)
    assert takes(kind, text)
    plain = plain_value(text)
    if isinstance(plain, int | float) and not isinstance(plain, bool) and text == text.strip():
        assert takes(kind, plain)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_patterns_keep_to_what_python_and_javascript_share(form: Any) -> None:
    assert not re.search(r"\(\?[PiaLmsux<#]|\\[AZdwbB]|[*+?}][+]", form.pattern.replace("(?!", "(").replace("(?:", "("))


@pytest.mark.parametrize("start", ["", "43/", "ngày ", "43/2022/", "1"])
@pytest.mark.parametrize("part", ["A-", "A -", "1.", "111.", " ", "1 ", "A ", "{", "a\n", "/"])
def test_patterns_stay_fast_on_long_texts(start: str, part: str) -> None:
    # A pattern that goes back over every way to part the text would never end here.
    for form in FORMS.values():
        re.search(text_pattern(form, blank=False), f"{start}{part * 400}\n{{{{")
