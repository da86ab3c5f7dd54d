"""Emphasis inside typed text: ``**đậm**``, ``*nghiêng*``, ``***cả hai***``; ``\\*`` is a plain star.

A star opens emphasis only before a word and closes it only after one, so that "2 * 3" and "*1" stay as typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"\\\*|\*{1,3}")
_BOLD, _ITALIC = 2, 1


@dataclass(frozen=True)
class Stretch:
    """Text in one weight and slant."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class _Token:
    text: str
    stars: int = 0
    opens: bool = False
    closes: bool = False


def _tokens(text: str) -> list[_Token]:
    tokens, end = [], 0
    for match in _MARK.finditer(text):
        tokens.append(_Token(text[end : match.start()]))
        end = match.end()
        if match.group() == r"\*":
            tokens.append(_Token("*"))
            continue
        before, after = text[: match.start()][-1:], text[end : end + 1]
        opens = bool(after) and not after.isspace()
        closes = bool(before) and not before.isspace()
        tokens.append(_Token(match.group(), len(match.group()), opens, closes))
    tokens.append(_Token(text[end:]))
    return tokens


def _closing(tokens: list[_Token], start: int) -> int | None:
    """The index of the token that closes the emphasis opened at ``start``."""
    stars = tokens[start].stars
    for index in range(start + 1, len(tokens)):
        if tokens[index].stars == stars and tokens[index].closes:
            return index
    return None


def stretches(text: str) -> tuple[Stretch, ...]:
    """The text cut where its emphasis changes; an opening star without its closing one is a star."""
    tokens = _tokens(text)
    found: list[Stretch] = []
    style, closing = 0, dict[int, int]()
    for index, token in enumerate(tokens):
        if index in closing:
            style &= ~closing.pop(index)
            continue
        end = _closing(tokens, index) if token.stars and token.opens and not style & token.stars else None
        if end is not None:
            closing[end] = token.stars
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
