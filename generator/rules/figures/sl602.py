"""SL602: a sentence with figures is not last period's, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao, Ky
from generator.data.periods import Period
from generator.data.remarks import Remark, Verb
from generator.data.sentences import Copied, Sentence
from generator.findings import DataPlace, Finding, Severity
from generator.patterns import regex
from generator.rules.figures.compared import CONFIRM
from generator.rules.rule import DataRule, in_short
from generator.rules.said import Passage
from generator.rules.said_citations.scan import mentions
from generator.vn.counts_in_words import counts_in_words
from generator.vn.figures_in_text import figures
from generator.vn.text import quoted

RULE = DataRule(
    "SL602",
    Severity.WARNING,
    "Câu có số gõ thẳng khác câu của kỳ trước",
    "Câu chép nguyên từ kỳ trước thì số trong câu cũng là của kỳ trước. Máy đối chiếu với tệp nêu ở «ky.truoc.tep» "
    "(không có tệp ấy thì gợi ý); "
    "không xét số gọi bằng {{ … }}, văn bản viện dẫn, và năm khác với năm của kỳ trước.",
)
_EXPRESSION = regex(r"\{\{.*?\}\}")
_DATE = regex(
    r"\b(?:[0-9]{1,2}[/.-])?[0-9]{1,2}[/.-](?P<year>[0-9]{4})\b"
    r"|\b(?:[0-9]{1,2} )?tháng [0-9]{1,2} năm (?P<named>[0-9]{4})\b",
    re.IGNORECASE,
)
# Figures that name and do not count: parts of laws, levels, items, documents, set phrases, addresses.
_NAMES = regex(
    r"\b(?:khoản|điều|mục|chương|phụ lục|mức độ|cấp độ|tiêu chí|chỉ tiêu|đề án|nội dung) "
    r"[0-9]+(?:[.,/][0-9]+)*+\b(?! ?%)"
    r"|^\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)](?= |$)"
    r"|\b(?:nghị quyết|quyết định|nghị định|thông tư|chỉ thị|kế hoạch|công văn|văn bản) số [0-9]+\b"
    r"|\b24/(?:24|7)\b|\b(?:công nghiệp|thời đại) 4\.0\b|(?:https?://|www\.)\S+",
    re.IGNORECASE,
)
_PART_OF_YEAR = regex(r"\b[0-9]{1,2} tháng (?:đầu|cuối)\b", re.IGNORECASE)
_YEAR = regex(r"(?:19|20)[0-9]{2}")
_YEAR_BEFORE = regex(r"(?:năm|quý [0-9ivx]{1,3}|[/–-]|giai đoạn|đến|và|,) ?$", re.IGNORECASE)
_SPAN_BEFORE, _SPAN_AFTER = regex(r"[0-9]{4} ?[–-] ?$"), regex(r" ?[–-] ?[0-9]{4}")
_NEAR = 16  # characters that tell what kind of figure one is


def check(
    report: BaoCao, groups: tuple[NhomDanhGia, ...], copied: tuple[Copied, ...] = (), lost: str | None = None
) -> Iterator[Finding]:
    """``copied`` are the sentences that stand in the file of the period before, ``lost`` such a file that is gone."""
    if lost is not None and report.ky.truoc is not None:
        yield RULE.finding(
            report.ky.truoc.place,
            f"Không đối chiếu được câu chữ với kỳ trước: không có, hoặc không đọc được tệp {quoted(lost)}.",
            "Sửa «tep» thành đường dẫn từ thư mục của tệp này đến tệp của kỳ trước; tệp ấy không còn thì xóa «tep».",
            severity=Severity.HINT,
        )
    to_read = [remark for remark in report.remarks if remark.verb is Verb.REVIEW]
    for each in copied:
        figure = _figure(each.now, report.ky)
        # A sentence that is still to be read again is told of already.
        if figure and not any(_is_about(remark, each.now.place) for remark in to_read):
            yield RULE.finding(
                each.now.place,
                f"«{in_short(each.now.text)}»: câu này có số «{figure}» và giống hệt câu của kỳ trước.",
                f"Sửa theo kỳ này; {CONFIRM} (câu nằm dưới dấu «|» thì ghi ở cuối dòng có dấu ấy).",
                related=(each.before,),
            )


def _is_about(remark: Remark, place: DataPlace) -> bool:
    """Whether a remark concerns a sentence, by its line or, where only its entry is known, by its path."""
    below = place.path == remark.about.path or place.path.startswith(f"{remark.about.path}.")
    return remark.covers(place) or (below and place.file == remark.about.file)


def _figure(sentence: Sentence, ky: Ky) -> str | None:
    """The first figure of the sentence that may be out of date."""
    before = ky.truoc.nam if ky.truoc else None
    text = _without_names(sentence, ky)
    for date in _DATE.finditer(text):
        if int(date["year"] or date["named"]) == before:
            return date.group()
    text = _DATE.sub(_blank, text)
    for figure in figures(text):
        is_year = _YEAR.fullmatch(figure.text) and _YEAR_BEFORE.search(
            text[max(0, figure.start - _NEAR) : figure.start]
        )
        if not is_year or (int(figure.text) == before != ky.nam and not _is_span(text, figure.start, figure.end)):
            return text[figure.start : figure.end]
    return next((text[start:end] for start, end in counts_in_words(text)), None)


def _without_names(sentence: Sentence, ky: Ky) -> str:
    """The sentence with blanks for what the program fills in, and for figures that count nothing."""
    text = _EXPRESSION.sub(_blank, sentence.text)
    for mention in mentions(Passage(text, sentence.place)):
        start, end = mention.span
        text = text[:start] + " " * (end - start) + text[end:]
    text = _NAMES.sub(_blank, text)
    return _PART_OF_YEAR.sub(_blank, text) if ky.truoc and _part(ky) == _part(ky.truoc) else text


def _part(ky: Ky) -> tuple[str, int]:
    period = Period.of(ky)
    return period.kind, period.so


def _is_span(text: str, start: int, end: int) -> bool:
    """Whether a year begins or ends a span of years («2021 - 2025»)."""
    return bool(_SPAN_BEFORE.search(text[max(0, start - _NEAR) : start]) or _SPAN_AFTER.match(text, end))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
