"""TT211: the kind: its look, and its letters alone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.head import KIND_ALONE, KIND_KNOWN
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import as_printed, look_findings
from generator.vn.text import quoted
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["ten_loai"]

RULE = FormatRule(
    "TT211",
    "Tên loại văn bản: in hoa, đứng, đậm, canh giữa, không kèm dấu câu",
    "Tên loại cho biết hiệu lực của văn bản; nó đứng một mình một dòng.",
    _COMPONENT.source,
)

_MARKS = " :.;,-–"


def check(doc: Recognised) -> Verdict:
    fragments = doc.of(_COMPONENT.id)
    if not fragments:
        return NOT_ASSESSED
    return judged([*look_findings(RULE, _COMPONENT.id, doc, fragments), *_words(doc)])


def _words(doc: Recognised) -> Iterator[Finding]:
    first = doc.of(_COMPONENT.id)[0]
    text = as_printed(first)
    bare = text.rstrip(_MARKS)
    wanted = doc.kind.upper() or bare
    if _letters(bare).startswith(_letters(wanted)) and _letters(bare) != _letters(wanted):
        yield RULE.finding(
            first.place,
            f"Dòng tên loại viết {quoted(text)}, dài hơn tên loại «{wanted}»",
            f"Ghi «{wanted}» một mình trên dòng, đưa phần còn lại vào trích yếu ở dòng dưới.",
            KIND_KNOWN,
        )
        return
    if _letters(bare) != _letters(wanted):
        yield RULE.finding(first.place, f"Tên loại viết {quoted(bare)}", f"Viết «{wanted}».", KIND_KNOWN)
        return
    if len(bare) > len(wanted):
        problem = f"Tên loại viết {quoted(text)} với các chữ cái «tách rời»"
    elif bare != text:
        problem = f"Tên loại viết {quoted(text)}, sau tên loại có dấu «{text[len(bare) :].strip()}»"
    else:
        return
    yield RULE.finding(first.place, problem, f"Viết «{wanted}».", KIND_ALONE)


def _letters(text: str) -> str:
    """Without blanks and capitals; both spellings of a tone (uỷ/ủy) count as one."""
    return "".join(text.split()).casefold().replace("uỷ", "ủy").replace("oả", "ỏa")
