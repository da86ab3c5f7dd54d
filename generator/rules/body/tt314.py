"""One size of letters throughout the body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from generator.decree.components import COMPONENTS
from generator.decree.page import BODY
from generator.decree.sizes import SIZES_AGREE
from generator.findings import Finding
from generator.rules.body.prose import fragments_of, gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import speaks
from generator.vn.numbers import format_number
from generator.word.recognised import Fragment, Recognised
from generator.word.view import Stretch

_DIVISIONS = ("dieu", "khoan", "khoan_co_tieu_de", "diem")

RULE = FormatRule(
    "TT314",
    "Lời văn một cỡ chữ từ đầu đến cuối; khoản, điểm cùng cỡ với lời văn",
    "Cỡ chữ trong cùng một văn bản phải thống nhất; đoạn dán từ nơi khác vào thường mang theo cỡ chữ của nơi ấy.",
    SIZES_AGREE,
)


def check(doc: Recognised) -> Verdict:
    prose, divisions = fragments_of(doc, ("noi_dung",)), fragments_of(doc, _DIVISIONS)
    weights: Counter[Decimal] = Counter()
    for fragment in prose or divisions:
        for stretch in _judged(fragment):
            weights[stretch.look.size] += len(stretch.text)
    if not weights:
        return NOT_ASSESSED
    usual = weights.most_common(1)[0][0]
    if usual not in BODY.sizes:
        # The whole text has to change; TT301 says so.
        return NOT_ASSESSED
    return judged(gathered(_findings(usual, prose, divisions)))


def _judged(fragment: Fragment) -> list[Stretch]:
    return [stretch for stretch in fragment.stretches if speaks(stretch) and not stretch.look.lowered]


def _findings(usual: Decimal, prose: list[Fragment], divisions: list[Fragment]) -> Iterator[Finding]:
    for fragments, source in ((prose, SIZES_AGREE), (divisions, COMPONENTS["khoan"].source)):
        for fragment in fragments:
            # A size that is not allowed at all is told of by the rule of its component.
            others = dict.fromkeys(
                s.look.size for s in _judged(fragment) if s.look.size != usual and s.look.size in BODY.sizes
            )
            if not others:
                continue
            shown = ", ".join(f"«{format_number(size)}»" for size in others)
            yield RULE.finding(
                fragment.place,
                f"Có chữ cỡ {shown}, lời văn của văn bản này cỡ {format_number(usual)}",
                f"Bôi đen đoạn này, đặt cỡ chữ {format_number(usual)} ở Trang đầu > Phông chữ (Home > Font Size).",
                source,
            )
