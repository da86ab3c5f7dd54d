"""Rules of the page: paper, margins, font, colour, page number."""

from __future__ import annotations

from generator.rules.page import tt101, tt102, tt103, tt104, tt105, tt106, tt107, tt108

RULES = (tt101, tt102, tt103, tt104, tt105, tt106, tt107, tt108)
