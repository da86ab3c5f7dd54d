"""Rules of the close: who signs, and to whom the document goes."""

from __future__ import annotations

from generator.rules.close import (
    tt401,
    tt402,
    tt403,
    tt404,
    tt405,
    tt406,
    tt407,
    tt408,
    tt409,
    tt410,
    tt411,
)

RULES = (
    tt401,
    tt402,
    tt403,
    tt404,
    tt405,
    tt406,
    tt407,
    tt408,
    tt409,
    tt410,
    tt411,
)
