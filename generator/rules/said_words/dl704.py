"""DL704: one name is spelled in one way."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Said
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.body_names import body_names, terms
from generator.rules.said_words.brand_names import abbreviations, brands, compounds, hyphens, numbered_names, spoken
from generator.rules.said_words.name_forms import Clash
from generator.rules.said_words.place_names import broken_names, place_names
from generator.rules.said_words.spots import first_and_others, listed, times
from generator.vn.text import quoted

RULE = SaidRule(
    "DL704",
    Severity.WARNING,
    "Một tên chỉ viết một cách",
    "«BCD» bên «BCĐ», «Bim Sơn» bên «Bỉm Sơn»: người đọc không biết là một hay hai; tìm kiếm bỏ sót.",
)


def check(said: Said) -> Iterator[Finding]:
    for find in (
        abbreviations,
        brands,
        spoken,
        compounds,
        hyphens,
        numbered_names,
        place_names,
        broken_names,
        body_names,
        terms,
    ):
        for clash in find(said):
            yield _finding(clash)


def _finding(clash: Clash) -> Finding:
    place, others = first_and_others(list(clash.rare))
    rare = f"{listed(spot.text for spot in clash.rare)}{times(len(clash.rare))}"
    usual = f"{quoted(clash.usual)}{times(len(clash.usual_spots))}"
    return RULE.finding(
        place,
        f"{rare} và {usual} là cách viết khác nhau của một tên.",
        f"Viết một cách trong cả văn bản, ví dụ {quoted(clash.usual)}.",
        others,
        clash.severity,
    )
