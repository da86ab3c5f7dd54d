from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateError
from jinja2.exceptions import SecurityError

from generator.sandbox import FILTERS, MissingName, Sandbox

SANDBOX = Sandbox(lambda value: value, autoescape=False)


def value(expression: str, **names: object) -> Any:
    """What an expression is worth; an undefined value raises."""
    found = SANDBOX.compile_expression(expression, undefined_to_none=False)(**names)
    str(found)
    return found


def missing(expression: str, **names: object) -> MissingName:
    with pytest.raises(MissingName) as raised:
        value(expression, **names)
    return raised.value


# --- what is there ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a.ten", "Hoàng Kim"),
        ("ds[0]", 1),
        ("tra['khóa']", "chữ"),
        ("so * 2 + 1", Decimal(7)),
        ("so ** 2", Decimal(9)),
        ("7 % 4", 3),
        ("so > 2 and 'có' or 'không'", "có"),
        ("a.ten.upper()", "HOÀNG KIM"),
        ("a.ten.startswith('H')", True),
        ("tra.items()|list", [("khóa", "chữ")]),
        ("ds|sum", 6),
        ("ds|join(', ')", "1, 2, 3"),
        ("nguoi|join('; ', attribute='ten')", "Hoa; Lan"),
        ("'a-b-c'|replace('-', '/')", "a/b/c"),
        ("'a-b-c'|replace('-', '/', 1)", "a/b-c"),
        ("ds|map('string')|list", None),
        ("dict(a=1).a", 1),
    ],
)
def test_what_an_office_needs_is_there(expression: str, expected: object) -> None:
    names = {
        "a": SimpleNamespace(ten="Hoàng Kim"),
        "ds": [1, 2, 3],
        "tra": {"khóa": "chữ"},
        "so": Decimal(3),
        "nguoi": [SimpleNamespace(ten="Hoa"), {"ten": "Lan"}],
    }
    if expected is None:
        with pytest.raises(TemplateError, match="No filter named 'string'"):
            value(expression, **names)
    else:
        assert value(expression, **names) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [("2.5", "3"), ("Decimal5", "3"), ("-2.5", "-3"), ("0.125", "0"), ("7 / 2", "4"), ("5", "5")],
)
def test_numbers_are_rounded_half_up(expression: str, expected: str) -> None:
    assert str(value(f"({expression})|round", Decimal5=Decimal("2.5"))) == expected


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9), st.integers(0, 6))
def test_rounding_moves_a_number_by_at_most_half_of_its_last_place(number: Decimal, places: int) -> None:
    rounded = value(f"x|round({places})", x=number)
    assert abs(rounded - number) <= Decimal(5).scaleb(-places - 1)
    assert rounded == rounded.quantize(Decimal(1).scaleb(-places))


# --- what is missing --------------------------------------------------------------------------------------------


def test_a_missing_name_is_named_in_vietnamese() -> None:
    error = missing("thieu", co=1)
    assert (str(error), error.name, error.known) == ("không có tên «thieu»", "thieu", None)


@pytest.mark.parametrize("owner", [{"ten": 1, "so": 2}, SimpleNamespace(ten=1, so=2)])
@pytest.mark.parametrize("expression", ["a.tem", "a['tem']"])
def test_a_name_missing_in_an_object_comes_with_the_names_that_it_has(expression: str, owner: object) -> None:
    error = missing(expression, a=owner)
    assert (error.name, set(error.known or ())) == ("tem", {"ten", "so"})


@pytest.mark.parametrize(
    "expression", ["thieu + 1", "thieu * 2", "2 ** thieu", "thieu()", "thieu.con", "thieu|upper", "not thieu"]
)
def test_a_missing_name_is_not_passed_over_however_it_is_used(expression: str) -> None:
    assert missing(expression).name == "thieu"


def test_the_names_of_an_empty_object_are_none_of_the_others() -> None:
    assert missing("a.b", a={}).known == ()


def test_a_text_has_no_names_to_offer() -> None:
    assert missing("a.b", a="chữ").known == ()


def test_the_first_of_nothing_says_so() -> None:
    assert str(missing("[]|first")) == "danh sách trống, không có phần tử để lấy"


# --- what is refused --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "expression",
    [
        "x.__class__",
        "x['__class__']",
        "x.__class__.__mro__",
        "().__class__.__base__.__subclasses__()",
        "ham.__globals__",
        "ham.__code__",
        "dict.mro()",
        "[x]|map(attribute='__class__')|list|first",
        "'{0.__class__}'.format(x)",
        "'{a}'.format_map(dict(a=1))",
        "x._private",
        "ds.append(4)",
        "ds.clear()",
        "tra.update(a=1)",
    ],
)
def test_the_inside_of_python_is_out_of_reach(expression: str) -> None:
    ds, tra = [1], {"b": 2}
    with pytest.raises((SecurityError, TemplateError)):
        value(expression, x="chữ", ham=missing, ds=ds, tra=tra)
    assert (ds, tra) == ([1], {"b": 2})


@pytest.mark.parametrize("name", ["range", "lipsum", "cycler", "joiner", "open", "__import__", "eval"])
def test_functions_that_nobody_gave_are_not_there(name: str) -> None:
    assert missing(f"{name}(1)").name == name


@pytest.mark.parametrize(
    "name", ["format", "center", "indent", "pprint", "attr", "safe", "xmlattr", "urlize", "tojson"]
)
def test_filters_outside_the_list_are_not_there(name: str) -> None:
    assert name not in FILTERS
    with pytest.raises(TemplateError, match="No filter named"):
        value(f"x|{name}", x="chữ")


@pytest.mark.parametrize(
    "expression",
    [
        "'a' * 1000000000",
        "1000000000 * 'a'",
        "[0] * 1000000000",
        "(0,) * 1000000000",
        "'%1000000000d' % 1",
        "'{:>1000000000}'.format(1)",
        "'a'.center(1000000000)",
        "'a'.ljust(1000000000)",
        "'1'.zfill(1000000000)",
        "'a'.replace('a', 'aaaa')",
        "(1).to_bytes(1000000000, 'big')",
        "so.scaleb(1000000)",
        "10 ** 1000000000",
        "2 ** (0 - 1000000000)",
        "((((9 ** 64) ** 64) ** 64) ** 64) ** 64",
        "9.9 ** 64 * 9.9 ** 64 * 9.9 ** 64",
        "'x'" + "|replace('x', 'xxxxxxxxxx')" * 12,
        "'x'" + "|replace('', 'xxxxxxxxxx')" * 12,
        "'xxxxxxxxxx'" + "|join('xxxxxxxxxx')" * 12,
        "1|round(1000000000)",
        "1|round(0 - 1000000000)",
        "['x']|map('round', 1000000000)|list",
    ],
)
def test_no_short_expression_fills_the_memory_or_the_processor(expression: str) -> None:
    started = time.monotonic()
    with pytest.raises(SecurityError):
        value(expression, so=Decimal(3))
    assert time.monotonic() - started < 0.5


@pytest.mark.parametrize("expression", ["+".join("n" * 240), "(" * 200 + "n" + ")" * 200, "-" * 400 + "n"])
def test_a_deep_expression_is_refused_or_computed_at_once(expression: str) -> None:
    started = time.monotonic()
    with suppress(RecursionError, SyntaxError):  # what callers turn into a finding
        value(expression, n=1)
    assert time.monotonic() - started < 1


@given(
    st.recursive(
        st.sampled_from(["9", "0", "2.5", "'ab'", "[1, 2]", "n", "so", "thieu", "none", "true"]),
        lambda inner: st.one_of(
            st.builds(
                "({} {} {})".format,
                inner,
                st.sampled_from(["+", "-", "*", "/", "//", "%", "**", "~", "==", "in"]),
                inner,
            ),
            st.builds("{}|{}".format, inner.map("({})".format), st.sampled_from(FILTERS)),
            st.builds("{}|replace({}, {})".format, inner.map("({})".format), inner, inner),
            st.builds("{}|join({})".format, inner.map("({})".format), inner),
            st.builds("({})[{}]".format, inner, inner),
        ),
        max_leaves=12,
    )
)
def test_any_expression_ends_soon_and_raises_only_what_callers_expect(expression: str) -> None:
    names: Mapping[str, object] = {"n": 9, "so": Decimal("9.5")}
    started = time.monotonic()
    with suppress(TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError):
        value(expression, **names)
    assert time.monotonic() - started < 1
