"""Rules of the house style: what the office has chosen inside the decree's ranges."""

from __future__ import annotations

from generator.rules.house import tt601, tt602, tt603, tt604, tt605, tt606, tt607

RULES = (tt601, tt602, tt603, tt604, tt605, tt606, tt607)
