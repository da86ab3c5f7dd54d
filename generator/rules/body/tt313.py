"""The closing mark of the content."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.wording import KET_THUC
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.body.prose import is_form_line, stands_free
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import quoted, squeeze
from generator.word.recognised import Recognised
from generator.word.view import Para

RULE = FormatRule(
    "TT313",
    f"Nội dung kết thúc bằng dấu «{KET_THUC}»",
    "Mọi mẫu của Phụ lục III đóng nội dung bằng dấu này: sau nó không còn chữ nào của văn bản.",
    KET_THUC.source,
)

_DOUBLED = regex(r"(?:\./){2,}\.\s*$|(?:\./\.\s*){2,}$")


def check(doc: Recognised) -> Verdict:
    spoken = [para for para in doc.content if not para.is_blank]
    if not spoken:
        return NOT_ASSESSED
    last = max(spoken, key=lambda para: para.number)
    # A table may close the content, and then nothing tells where the mark should stand.
    if any(para.number > last.number for para in doc.tables if not _of_annex(doc, para)):
        return NOT_ASSESSED
    if is_form_line(last.text) and not last.text.rstrip().endswith(KET_THUC):
        return NOT_ASSESSED
    return judged([*_findings(last), *_repeated(spoken, last)])


def _of_annex(doc: Recognised, para: Para) -> bool:
    starts = [heading.para.number for annex in doc.annexes for heading in annex.heading[:1]]
    return bool(starts) and para.number > min(starts)


def _findings(last: Para) -> Iterator[Finding]:
    text = squeeze(last.text)
    if text.endswith(KET_THUC):
        return
    yield RULE.finding(
        last.place,
        f"Nội dung kết thúc bằng {quoted(text[-20:])}, phải kết thúc bằng «{KET_THUC}»",
        f"Gõ «{KET_THUC}» liền sau chữ cuối cùng của nội dung, thay cho dấu chấm.",
    )


def _repeated(spoken: list[Para], last: Para) -> Iterator[Finding]:
    """The mark twice at the end, or where the content goes on."""
    if last.text.count("./") > 1 and _DOUBLED.search(last.text):
        yield RULE.finding(
            last.place,
            f"Nội dung kết thúc bằng {quoted(squeeze(last.text)[-8:])}, dấu «{KET_THUC}» chỉ ghi một lần",
            f"Xóa phần thừa, chỉ để «{KET_THUC}».",
        )
    if not last.text.rstrip().endswith(KET_THUC):
        return
    for para in spoken:
        if para is not last and para.text.rstrip().endswith(KET_THUC) and stands_free(para):
            yield RULE.finding(
                para.place,
                f"Đoạn kết thúc bằng «{KET_THUC}» nhưng sau nó nội dung còn tiếp",
                f"Thay «{KET_THUC}» bằng dấu chấm; chỉ ghi «{KET_THUC}» ở cuối nội dung.",
            )
