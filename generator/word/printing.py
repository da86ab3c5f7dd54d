"""How tags print values: words and numbers escaped, pieces of WordprocessingML as they are.

Each place of a tag has two printers.  The finalizers (``word_text``, ``property_text``) and the filter ``runs`` serve
Jinja's own code, which escapes what is not marked as XML.  The others (``QUICK``) give finished XML at once, for
places whose kind is known beforehand (``word.proof``), and raise ``ValueError`` for XML that such a place cannot take.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from markupsafe import escape

from generator.patterns import regex
from generator.vn.numbers import format_number
from generator.vn.text import quoted
from generator.word.pieces import Piece, WordXml
from generator.word.runs import content, plain_run, text_content

TEXT, BARE, RUNS, PROPERTY = "cds_text", "cds_bare", "runs", "cds_property"
"""Kinds of places: inside ``w:t``, in an attribute or another element, between runs, in a property of the file."""

_SPACE = regex(r"\s+")


class Unprintable(TypeError):
    """A tag prints what is neither words nor a number."""


def word_text(value: Any) -> WordXml:
    """How a tag inside ``w:t`` prints a value."""
    return value if type(value) is WordXml else text_content(_plain(value))


def runs(value: Any) -> WordXml:
    """How a tag that stands between runs (``{{r … }}``) prints a value."""
    return WordXml(_runs(value))


def property_text(value: Any) -> Any:
    """How a tag in a property prints a value."""
    return escape(_SPACE.sub(" ", _plain(value)))


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return format_number(value)
    words = str(value)  # raises for a name that is missing
    if isinstance(value, bool) or not isinstance(value, str | int | Piece):
        raise Unprintable(f"giá trị {quoted(words)} không phải là chữ hay số để in")
    return words


def _runs(value: Any) -> str:
    if isinstance(value, Piece):
        return value.xml()
    return plain_run(_plain(value))


def _text(value: Any) -> str:
    kind = value.__class__
    if kind is str:
        return content(value)
    return str(value) if kind is int or kind is WordXml else content(_plain(value))


def _bare(value: Any) -> str:
    if value.__class__ is int:
        return str(value)
    return _without_elements(_text(value))


def _property(value: Any) -> str:
    return _without_elements(str(property_text(value)))


def _without_elements(xml: str) -> str:
    if "<" in xml:
        raise ValueError(xml)
    return xml


QUICK: Mapping[str, Callable[[Any], str]] = {TEXT: _text, BARE: _bare, RUNS: _runs, PROPERTY: _property}
