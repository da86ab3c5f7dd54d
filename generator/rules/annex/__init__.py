"""Rules of annexes."""

from __future__ import annotations

from generator.rules.annex import (
    tt501,
    tt502,
    tt503,
    tt504,
    tt505,
    tt506,
    tt507,
)

RULES = (
    tt501,
    tt502,
    tt503,
    tt504,
    tt505,
    tt506,
    tt507,
)
