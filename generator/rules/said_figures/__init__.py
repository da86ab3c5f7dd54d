"""Rules over the figures that a document says: in its text, in its tables, and between the two."""

from __future__ import annotations

from generator.rules.said_figures import (
    sl201,
    sl202,
    sl203,
    sl204,
    sl301,
    sl302,
    sl303,
    sl304,
    sl305,
    sl401,
    sl402,
    sl501,
    sl502,
)

RULES = (sl201, sl202, sl203, sl204, sl301, sl302, sl303, sl304, sl305, sl401, sl402, sl501, sl502)
