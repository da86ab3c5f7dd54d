"""TT330: a decision tells who decides, on what grounds, and gives its order in a line of its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.kind_parts import COMMANDS
from generator.decree.wording import CAN_CU
from generator.findings import Finding, Place
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import nfc, quoted, squeeze
from generator.word.recognised import Recognised
from generator.word.view import Para

RULE = FormatRule(
    "TT330",
    "Quyết định, nghị quyết có dòng thẩm quyền ban hành, các căn cứ, rồi dòng «QUYẾT ĐỊNH:» hoặc «QUYẾT NGHỊ:»",
    "Thẩm quyền và căn cứ cho biết ai quyết định, dựa vào đâu; thiếu chúng thì quyết định không có cơ sở.",
    COMMANDS["Quyết định"].source,
)

_MARKS = " :."


def check(doc: Recognised) -> Verdict:
    command = COMMANDS.get(doc.kind)
    if command is None or not doc.of("ten_loai") or not doc.content:
        return NOT_ASSESSED
    return judged(_findings(doc, command))


def _findings(doc: Recognised, command: str) -> Iterator[Finding]:
    top: Place = (doc.of("trich_yeu") or doc.of("ten_loai"))[-1].place
    source = COMMANDS[doc.kind].source
    grounds = doc.of("can_cu")
    if not grounds:
        yield RULE.finding(
            top,
            f"{doc.kind} không có căn cứ nào",
            f"Ghi các căn cứ dưới trích yếu, mỗi căn cứ một dòng in nghiêng: «{CAN_CU} …;».",
            source,
        )
    elif doc.content[0].number == grounds[0].para.number:
        yield RULE.finding(
            grounds[0].place,
            "Trên các căn cứ không có dòng thẩm quyền ban hành",
            "Thêm dòng in hoa, đậm, canh giữa: «CHỦ TỊCH ỦY BAN NHÂN DÂN …», «ỦY BAN NHÂN DÂN …».",
            source,
        )
    line = next((para for para in doc.content if _words(para).rstrip(_MARKS) == command.rstrip(_MARKS)), None)
    if line is None:
        yield RULE.finding(
            grounds[-1].place if grounds else top,
            f"Dưới các căn cứ không có dòng {quoted(command)}",
            f"Thêm dòng {quoted(command)} in đậm, canh giữa.",
            source,
        )
    elif _words(line) != command:
        yield RULE.finding(line.place, f"Dòng {quoted(_words(line))} phải là {quoted(command)}", "Sửa lại.", source)


def _words(para: Para) -> str:
    return squeeze(nfc(para.text)).upper()
