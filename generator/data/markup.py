"""Emphasis inside typed text: ``**đậm**``, ``*nghiêng*``, ``***cả hai***``; ``\\*`` is a plain star.

A star opens emphasis only before a word and closes it only after one, so that "2 * 3", "3*4*5" and "*1" stay as typed.
"""

from __future__ import annotations

from msgspec import Struct

from generator.patterns import regex

_MARK = regex(r"\\\*|\*+")
_MOST_STARS = 3
_BOLD, _ITALIC = 2, 1
# Marks that belong to the words before or after them: "(*)" is a footnote's sign, "Tổng số*:" has a star.
_NEVER_OPENED_BEFORE = frozenset(")]}.,;:!?”’»")
_NEVER_CLOSED_AFTER = frozenset("([{“‘«")


class Stretch(Struct, frozen=True):
    """Text in one weight and slant."""

    text: str
    bold: bool = False
    italic: bool = False


class _Token(Struct, frozen=True):
    text: str
    stars: int = 0
    opens: bool = False
    closes: bool = False


def _tokens(text: str) -> list[_Token]:
    tokens, end = [], 0
    for match in _MARK.finditer(text):
        tokens.append(_Token(text[end : match.start()]))
        end = match.end()
        if match.group() == r"\*" or len(match.group()) > _MOST_STARS:
            tokens.append(_Token(match.group().removeprefix("\\")))
            continue
        before, after = text[max(match.start() - 1, 0) : match.start()], text[end : end + 1]
        opens = (
            bool(after)
            and not after.isspace()
            and after not in _NEVER_OPENED_BEFORE
            and not (before.isdigit() and len(match.group()) == _ITALIC)
        )
        closes = bool(before) and not before.isspace() and before not in _NEVER_CLOSED_AFTER and not after.isdigit()
        tokens.append(_Token(match.group(), len(match.group()), opens, closes))
    tokens.append(_Token(text[end:]))
    return tokens


def _closings(tokens: list[_Token]) -> dict[int, int]:
    """Where each token that opens emphasis is closed: the next of as many stars that may close."""
    found, nearest = dict[int, int](), dict[int, int]()
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.opens and token.stars in nearest:
            found[index] = nearest[token.stars]
        if token.closes:
            nearest[token.stars] = index
    return found


def stretches(text: str) -> tuple[Stretch, ...]:
    """The text cut where its emphasis changes; an opening star without its closing one is a star."""
    if "*" not in text:
        return (Stretch(text),) if text else ()
    tokens = _tokens(text)
    closings = _closings(tokens)
    found: list[Stretch] = []
    style, closing = 0, dict[int, int]()
    for index, token in enumerate(tokens):
        if index in closing:
            style &= ~closing.pop(index)
            continue
        if index in closings and not style & token.stars:
            closing[closings[index]] = token.stars
            style |= token.stars
            continue
        if token.text:
            found.append(Stretch(token.text, bool(style & _BOLD), bool(style & _ITALIC)))
    return tuple(_merged(found))


def _merged(found: list[Stretch]) -> list[Stretch]:
    merged: list[Stretch] = []
    for stretch in found:
        last = merged[-1] if merged else None
        if last and (last.bold, last.italic) == (stretch.bold, stretch.italic):
            merged[-1] = Stretch(last.text + stretch.text, last.bold, last.italic)
        else:
            merged.append(stretch)
    return merged


def plain(text: str) -> str:
    """The words of a text without its marks of emphasis."""
    return "".join(stretch.text for stretch in stretches(text))
