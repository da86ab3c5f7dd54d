"""TT201: the Quốc hiệu, its look and its words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.head import NO_RULE_ABOVE_TIEU_NGU, ONE_LINE_EACH
from generator.decree.wording import QUOC_HIEU, QUOC_HIEU_SPELLINGS
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import as_printed, fits_one_line, look_findings
from generator.vn.text import quoted
from generator.word.recognised import Fragment, Recognised

_COMPONENT = COMPONENTS["quoc_hieu"]

RULE = FormatRule(
    "TT201",
    "Quốc hiệu: đúng chữ, in hoa, đứng, đậm, trên một dòng",
    "Quốc hiệu gõ tay hay thiếu dấu, thiếu chữ mà không ai đọc lại.",
    _COMPONENT.source,
)

_NATURAL = 100  # per cent of their width


def check(doc: Recognised) -> Verdict:
    fragments = doc.of(_COMPONENT.id)
    if not fragments:
        return NOT_ASSESSED
    return judged([*look_findings(RULE, _COMPONENT.id, doc, fragments), *_words(doc), *_line_below(doc)])


def _words(doc: Recognised) -> Iterator[Finding]:
    fragments = doc.of(_COMPONENT.id)
    printed = " ".join(as_printed(fragment) for fragment in fragments)
    # Small letters are a fault of the look, and told there.
    if printed.upper() not in QUOC_HIEU_SPELLINGS.value:
        yield RULE.finding(
            fragments[0].place,
            f"Quốc hiệu viết {quoted(printed)}, phải là «{QUOC_HIEU}»",
            f"Gõ lại dòng này: «{QUOC_HIEU}».",
            QUOC_HIEU.source,
        )
    if len(fragments) > 1 or "\n" in fragments[0].text.strip() or _overflows(fragments[0]):
        yield RULE.finding(
            fragments[0].place,
            f"Quốc hiệu «{QUOC_HIEU}» trình bày «nhiều dòng», phải trên một dòng",
            "Xóa chỗ ngắt dòng; cột không đủ rộng thì kéo rộng cột bên phải của bảng đầu trang.",
            ONE_LINE_EACH,
        )


def _overflows(fragment: Fragment) -> bool:
    """Whether the line surely breaks; letters pressed together may keep it whole."""
    looks = [stretch.look for stretch in fragment.stretches]
    pressed = any(look.width < _NATURAL or look.spread < 0 for look in looks)
    # A size that is not allowed is told of by itself, and breaks the line as well.
    allowed = all(look.size in _COMPONENT.sizes for look in looks)
    return fragment.is_whole and allowed and not pressed and not fits_one_line(fragment.para)


def _line_below(doc: Recognised) -> Iterator[Finding]:
    if doc.above_motto is not None:
        yield RULE.finding(
            doc.above_motto.place,
            "Dưới Quốc hiệu có «đường kẻ», chỉ dưới Tiêu ngữ có đường kẻ",
            "Chọn đường kẻ dưới Quốc hiệu, nhấn Delete.",
            NO_RULE_ABOVE_TIEU_NGU,
        )
