"""MB205: tags are typed in the plain characters of a keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.template.vocabulary import Vocabulary
from generator.vn.text import character_name, quoted
from generator.word.template_view import Tag, TemplateView

RULE = DataRule(
    "MB205",
    Severity.ERROR,
    "Trong thẻ chỉ có nháy thẳng và dấu cách thường",
    "Word tự đổi nháy thẳng thành nháy cong, chép từ nơi khác thì dính dấu cách không ngắt hay ký tự ẩn; "
    "nhìn không thấy khác mà máy đọc thành chữ khác.",
)

# The quotes that docxtpl reads as plain ones, wherever they stand in a tag.
_READ_AS_PLAIN = frozenset("“”‘’")
_QUOTES = "„‟″«»‚‛′"


def check(template: TemplateView, may: Vocabulary) -> Iterator[Finding]:
    for tag in template.tags:
        if tag.odd:
            read = set(tag.odd) <= _READ_AS_PLAIN
            yield RULE.finding(
                tag.place,
                f"Thẻ {quoted(tag.text)} có {_named(tag)}.",
                "Xóa thẻ rồi gõ lại bằng bàn phím: nháy thẳng ' và dấu cách thường.",
                severity=Severity.WARNING if read else None,
            )


def _named(tag: Tag) -> str:
    return ", ".join(map(_name, tag.odd))


def _name(letter: str) -> str:
    if letter in _READ_AS_PLAIN or letter in _QUOTES:
        return f"nháy không thẳng {letter}"
    return f"dấu cách không thường hoặc ký tự ẩn ({character_name(letter)})"
