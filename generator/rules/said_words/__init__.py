"""Rules over the words themselves: letters, spelling, punctuation, names, annexes."""

from __future__ import annotations

from generator.rules.said_words import (
    dl701,
    dl702,
    dl703,
    dl704,
    dl705,
    dl706,
    dl707,
    dl708,
    dl709,
    dl710,
    dl711,
    dl712,
    dl713,
    dl714,
)

RULES = (
    dl701,
    dl702,
    dl703,
    dl704,
    dl705,
    dl706,
    dl707,
    dl708,
    dl709,
    dl710,
    dl711,
    dl712,
    dl713,
    dl714,
)
