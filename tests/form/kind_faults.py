"""Single faults of what a kind of document must have, each with the rule meant for it; one line for one fault."""

from __future__ import annotations

from collections.abc import Mapping

import made
from edits import Draft, Edit, both, runs, text_of, without, words
from lxml import etree


def _before(style: str, held: str, *added: str) -> Edit:
    """Puts made paragraphs above the one of a style that holds these words."""

    def edit(draft: Draft) -> None:
        place = draft.paragraph(style, held)
        for xml in added:
            wrapped = etree.fromstring(f"<w:x {made.NS}>{xml}</w:x>")
            for each in wrapped:
                place.addprevious(each)

    return edit


def _without_articles(draft: Draft) -> None:
    """The words of the articles stay, their numbers go."""
    for p in (*draft.paragraphs("NoiDung"), *draft.paragraphs("KetThuc")):
        lead = next(runs(p))
        if text_of(lead).startswith("Điều "):
            p.remove(lead)


KIND_FAULTS: Mapping[str, tuple[tuple[str, str, Edit], ...]] = {
    "cong_van": (
        ("TT230", "công văn with its kind", _before("KinhGui", "Kính gửi", made.paragraph("TenLoai", "CÔNG VĂN"))),
    ),
    "quyet_dinh": (
        ("TT330", "no one who decides", without("ThamQuyen", "CHỦ TỊCH")),
        ("TT330", "no command", without("ThamQuyen", "QUYẾT ĐỊNH:")),
        ("TT330", "command without a colon", words("ThamQuyen", "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH")),
        ("TT331", "no articles", _without_articles),
        ("TT330", "no grounds", both(*(without("CanCu") for _ in range(3)))),
    ),
    "giay_moi": (
        ("TT332", "no place", without("NoiDung", "Địa điểm")),
        ("TT332", "no time", without("NoiDung", "Thời gian")),
    ),
}
