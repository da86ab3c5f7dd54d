"""TT205: the name of the issuing body: its look, its words in full, its place under the superior body."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.head import BAN_HANH_NEXT, SHORT_BODIES
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.head.spacing import apart, brought_together
from generator.rules.looks import as_printed, look_findings
from generator.vn.text import quoted
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["co_quan_ban_hanh"]

RULE = FormatRule(
    "TT205",
    "Tên cơ quan ban hành: đầy đủ, in hoa, đứng, đậm",
    "Người nhận nhìn vào đây để biết ai ban hành văn bản.",
    _COMPONENT.source,
)

_FULL = dict(SHORT_BODIES.value)
_SHORT = regex(rf"\b(?:{'|'.join(_FULL)})\b")


def check(doc: Recognised) -> Verdict:
    fragments = doc.of(_COMPONENT.id)
    if not fragments:
        return NOT_ASSESSED
    return judged([*look_findings(RULE, _COMPONENT.id, doc, fragments), *_words(doc), *_gap(doc)])


def _words(doc: Recognised) -> Iterator[Finding]:
    fragments = doc.of(_COMPONENT.id)
    name = " ".join(as_printed(fragment) for fragment in fragments)
    full = _SHORT.sub(lambda word: _FULL[word[0]], name)
    if full != name:
        yield RULE.finding(
            fragments[0].place,
            f"Tên cơ quan ban hành viết {quoted(name)}, phải là tên đầy đủ; chỉ tên cơ quan chủ quản được viết tắt",
            f"Viết {quoted(full)}.",
            SHORT_BODIES.source,
        )


def _gap(doc: Recognised) -> Iterator[Finding]:
    upper, lower = doc.of("co_quan_chu_quan"), doc.of(_COMPONENT.id)
    room = apart(upper, lower, doc)
    if room:
        yield RULE.finding(
            lower[0].place,
            f"Tên cơ quan ban hành cách tên cơ quan chủ quản «{room}», phải cách nhau dòng đơn",
            brought_together("các dòng ấy"),
            BAN_HANH_NEXT,
        )
