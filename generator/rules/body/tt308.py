"""Khoản, with a title and without."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.facts import custom
from generator.decree.wording import AFTER_KHOAN_NUMBER
from generator.findings import Finding
from generator.rules.body.divisions import Break, Level, divisions, loose_divisions, mark_of, read_division
from generator.rules.body.prose import gathered, off_the_edge, prose_findings
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import look_findings
from generator.vn.text import quoted
from generator.word.recognised import Fragment, Recognised

_TITLED = frozenset(("sizes", "bold", "italic", "case", "marks"))
_SIZE = frozenset(("sizes",))
_BRACKET = ")"
_ENUMERATION = custom("«1)», «2)» ở chỗ này có thể là liệt kê, không phải khoản; Nghị định không nói về liệt kê")

RULE = FormatRule(
    "TT308",
    "Khoản: số Ả Rập có dấu chấm, chữ đứng bằng cỡ lời văn; có tiêu đề thì số và tiêu đề đậm",
    "Số thứ tự và tiêu đề của khoản được trình bày trên một dòng riêng, chữ đậm; khoản không có tiêu đề trình bày như "
    "lời văn.",
    COMPONENTS["khoan"].source,
)


def check(doc: Recognised) -> Verdict:
    plain, titled = doc.of("khoan"), doc.of("khoan_co_tieu_de")
    if not (plain or titled or any(loose_divisions(doc, Level.KHOAN))):
        return NOT_ASSESSED
    return judged(gathered(_findings(doc, plain, titled)))


def _findings(doc: Recognised, plain: tuple[Fragment, ...], titled: tuple[Fragment, ...]) -> Iterator[Finding]:
    yield from prose_findings(RULE, "khoan", doc, plain)
    # The decree knows no 1.1., so it says nothing of how such a title is set, but for the size of the text.
    for part in titled:
        yield from look_findings(RULE, "khoan_co_tieu_de", doc, [part], _SIZE if _is_dotted(part) else _TITLED)
    yield from off_the_edge(RULE, "khoan_co_tieu_de", doc, titled)
    enumerated = _enumerated(doc)
    for fragment in (*plain, *titled):
        division = read_division(fragment.para, "khoan") if fragment.start == 0 else None
        # 1.1. is not of the decree, and people write it with a stop behind and without.
        if division is None or division.level != Level.KHOAN or division.mark == AFTER_KHOAN_NUMBER:
            continue
        yield RULE.finding(
            fragment.place,
            f"Sau số thứ tự của khoản {mark_of(division)}, phải là dấu chấm",
            f"Gõ dấu chấm sau số thứ tự: «1{AFTER_KHOAN_NUMBER}», «2{AFTER_KHOAN_NUMBER}».",
            _ENUMERATION if fragment.para.number in enumerated and fragment in plain else None,
        )
    for loose in loose_divisions(doc, Level.KHOAN):
        right = f"{loose.shown}{AFTER_KHOAN_NUMBER}"
        yield RULE.finding(
            loose.para.place,
            f"Số thứ tự của khoản viết {quoted(loose.loose)}, phải là «{right}»",
            f"Gõ lại «{right} {loose.rest[:30]}».",
        )


def _is_dotted(fragment: Fragment) -> bool:
    division = read_division(fragment.para, "khoan_co_tieu_de")
    return division is not None and division.level > Level.DOTTED


def _enumerated(doc: Recognised) -> frozenset[int]:
    """The paragraphs of lists "1) 2) 3)" without điểm, in a document that has khoản "1." elsewhere."""
    found, current = set[int](), set[int]()
    dotted = False
    for each in (*divisions(doc), None):
        if each is not None and not isinstance(each, Break) and each.level == Level.KHOAN:
            dotted = dotted or each.mark == AFTER_KHOAN_NUMBER
            if each.mark == _BRACKET:
                current.add(each.para.number)
                continue
        deeper = each is not None and not isinstance(each, Break) and each.level >= Level.KHOAN
        found |= set() if deeper else current
        current = set()
    return frozenset(found) if dotted else frozenset()
