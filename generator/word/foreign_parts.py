"""What ``word.foreign`` and ``word.disguised`` find."""

from __future__ import annotations

from msgspec import Struct


class Foreign(Struct, frozen=True):
    """A thing that a template must not hold: in which part, what it is, and how to be rid of it, in Vietnamese."""

    part: str
    paragraph: int
    problem: str
    fix: str
