"""Rules of the head: from Quốc hiệu to Kính gửi."""

from __future__ import annotations

from generator.rules.head import (
    tt201,
    tt202,
    tt203,
    tt204,
    tt205,
    tt206,
    tt207,
    tt208,
    tt209,
    tt210,
    tt211,
    tt212,
    tt213,
    tt214,
    tt215,
    tt216,
    tt217,
    tt218,
    tt219,
    tt220,
    tt221,
    tt222,
    tt230,
)

RULES = (
    *(tt201, tt202, tt203, tt204, tt205, tt206, tt207, tt208, tt209, tt210),
    *(tt211, tt212, tt213, tt214, tt215, tt216, tt217, tt218, tt219, tt220),
    *(tt221, tt222, tt230),
)
