"""Rendering: a prepared template and a context give the bytes of a .docx.  Pure, and the same bytes every time."""

from __future__ import annotations

import functools
import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from xml.parsers import expat

from jinja2 import Template, TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from markupsafe import escape

from generator.findings import DocxPlace, Finding, Severity
from generator.sandbox import TOO_DEEP, MissingName, Sandbox
from generator.vn.numbers import format_number
from generator.vn.suggest import closest
from generator.vn.text import quoted
from generator.word.package import Member, write_package
from generator.word.pieces import Piece, WordXml
from generator.word.prepare import BROKEN_TAG, CORE_PROPERTIES, PreparedPart, PreparedTemplate
from generator.word.runs import Runs, text_content

UNKNOWN_TAG = "MB103"
NOT_WORD = "MB104"

_MARKUP = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")
_LAST_SECTION = re.compile(
    r"(<w:p(?: [^>]*)?><w:pPr>(?:(?!</w:pPr>|<w:sectPr).)*)(<w:sectPr(?:(?!</w:sectPr>).)*</w:sectPr>)"
    r"((?:(?!</w:pPr>).)*</w:pPr>(?:(?!</w:p>|<w:t[ >]|<w:br|<w:drawing|<w:pict).)*</w:p>)\s*"
    r"<w:sectPr(?:(?!</w:sectPr>).)*</w:sectPr>\s*</w:body>",
    re.DOTALL,
)
_BLOCK_TAG = re.compile(r"\{%[-+]?\s*(end)?(?:for|if)\b")
_NO_SUCH_FILTER = re.compile(r"No (?:filter|test) named '([^']*)'")
_EXCERPT = 80
_BEFORE_TAG = 30
_FAILURES = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)


class TemplateFault(Exception):
    """The template cannot be rendered; ``findings`` say where and why."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings[0].problem)
        self.findings = findings


@dataclass(frozen=True)
class CompiledTemplate:
    """A prepared template with its Jinja compiled: made once a process, used for every document."""

    prepared: PreparedTemplate
    templates: tuple[tuple[PreparedPart, Template], ...]


class _Unprintable(TypeError):
    """A tag prints what is neither words nor a number."""


@dataclass(frozen=True)
class _Fault:
    """What is wrong on a line of a part's source; ``name`` is the word that the excerpt must show."""

    rule: str
    line: int
    problem: str
    name: str = ""


def _word_text(value: Any) -> WordXml:
    """How a tag inside ``w:t`` prints a value."""
    return value if type(value) is WordXml else text_content(_plain(value))


def _runs(value: Any) -> WordXml:
    """How a tag that stands between runs (``{{r … }}``) prints a value."""
    if isinstance(value, Piece):
        return value.xml()
    return Runs.plain(_plain(value)).xml()


def _plain_text(value: Any) -> Any:
    """How a tag in a property prints a value."""
    return escape(_SPACE.sub(" ", _plain(value)))


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return format_number(value)
    words = str(value)  # raises for a name that is missing
    if isinstance(value, bool) or not isinstance(value, str | int | Piece):
        raise _Unprintable(f"giá trị {quoted(words)} không phải là chữ hay số để in")
    return words


@functools.cache
def _environment(word: bool) -> Sandbox:
    environment = Sandbox(_word_text if word else _plain_text, autoescape=True)
    environment.filters["runs"] = _runs
    return environment


def compile_template(prepared: PreparedTemplate) -> CompiledTemplate:
    """Compile the Jinja of every part.  Raises ``TemplateFault`` naming each tag that does not parse."""
    compiled, findings = [], []
    for part in prepared.parts:
        try:
            environment = _environment(part.name != CORE_PROPERTIES)
            compiled.append((part, environment.from_string(part.source)))
        except TemplateSyntaxError as error:
            line = _unclosed_line(part.source) if _is_unclosed(error) else error.lineno
            findings.append(_finding(prepared, part, _Fault(BROKEN_TAG, line, _syntax_problem(error))))
        except TOO_DEEP:
            findings.append(_finding(prepared, part, _Fault(BROKEN_TAG, 0, "Một thẻ lồng quá nhiều tầng.")))
    if findings:
        raise TemplateFault(findings)
    return CompiledTemplate(prepared, tuple(compiled))


def render(compiled: CompiledTemplate, context: Mapping[str, Any]) -> bytes:
    """The document's bytes.  Raises ``TemplateFault`` where a tag names what the context has not."""
    members = list(compiled.prepared.static)
    for part, template in compiled.templates:
        members.append(Member.of(part.name, _rendered(compiled.prepared, part, template, context)))
    return write_package(members)


def _rendered(prepared: PreparedTemplate, part: PreparedPart, template: Template, context: Mapping[str, Any]) -> bytes:
    try:
        text = template.render(context)
    except _FAILURES as error:
        problem = f"Thẻ trong mẫu không in được: {_reason(error, context)}."
        name = error.name if isinstance(error, MissingName) else ""
        fault = _Fault(UNKNOWN_TAG, _template_line(error), problem, name)
        raise TemplateFault([_finding(prepared, part, fault)]) from error
    try:
        xml = _close_on_last_section(text.replace("\n", "")).encode()
        expat.ParserCreate().Parse(xml, True)
    except (expat.ExpatError, UnicodeEncodeError) as error:
        problem = "Mẫu và dữ liệu ghép lại không thành một tệp Word hợp lệ: một thẻ mở và thẻ đóng của nó lệch nhau."
        raise TemplateFault([_finding(prepared, part, _Fault(NOT_WORD, 0, problem))]) from error
    return xml


def _close_on_last_section(document: str) -> str:
    """Let the last section break be the document's own end.

    A section's layout stands in its last paragraph, that of the last section at the end of the body (ECMA-376
    part 1, 17.6.17).  A template that loops over annexes ends with a break and an empty section: the break's
    layout takes that section's place, or there would be an empty page.  The paragraph stays, without its layout: a
    body must not end on a table, and a paragraph that Word adds by itself is as high as a line.
    """
    last_break = document.rfind("<w:sectPr", 0, document.rfind("<w:sectPr"))
    start = max(document.rfind("<w:p>", 0, last_break), 0)
    start = max(document.rfind("<w:p ", start, last_break), start)
    return document[:start] + _LAST_SECTION.sub(r"\1\3\2</w:body>", document[start:])


def _template_line(error: BaseException) -> int:
    """The line of the template where rendering failed."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
    return (frames[-1].lineno or 0) if frames else 0


def _is_unclosed(error: TemplateSyntaxError) -> bool:
    return "Unexpected end of template" in (error.message or "")


def _unclosed_line(source: str) -> int:
    """The line of the last ``{% for %}`` or ``{% if %}`` that is not closed; Jinja only knows where the part ends."""
    opened: list[int] = []
    for tag in _BLOCK_TAG.finditer(source):
        if not tag.group(1):
            opened.append(source.count("\n", 0, tag.start()) + 1)
        elif opened:
            opened.pop()
    return opened[-1] if opened else 0


def _syntax_problem(error: TemplateSyntaxError) -> str:
    message = error.message or ""
    if _is_unclosed(error) or "unknown tag 'end" in message:
        return "Một thẻ mở «{% for … %}» hoặc «{% if … %}» không có thẻ đóng tương ứng, hoặc ngược lại."
    unknown = _NO_SUCH_FILTER.search(message)
    if unknown:
        return f"Thẻ gọi bộ lọc {quoted(unknown.group(1))} mà chương trình không có."
    return "Thẻ viết sai cú pháp."


def _reason(error: Exception, context: Mapping[str, Any]) -> str:
    if isinstance(error, MissingName):
        near = closest(error.name, context if error.known is None else error.known)
        return f"{error} (có phải ý là «{near}»?)" if near else str(error)
    if isinstance(error, SecurityError):
        return "thẻ dùng điều không được phép trong mẫu"
    return str(error) if isinstance(error, _Unprintable) else "phép tính trong thẻ không hợp với giá trị của nó"


def _excerpt(line: str, name: str) -> str:
    """The words of a paragraph about the name at fault, or about its first tag."""
    words = _SPACE.sub(" ", _MARKUP.sub(" ", line)).strip()
    start = max(words.find(name or "{") - _BEFORE_TAG, 0)
    return words[start : start + _EXCERPT]


def _finding(prepared: PreparedTemplate, part: PreparedPart, fault: _Fault) -> Finding:
    lines = part.source.split("\n")
    words = _excerpt(lines[fault.line - 1], fault.name) if 0 < fault.line <= len(lines) else ""
    place = DocxPlace(prepared.name, part.name, max(fault.line - 1, 0), words)
    fix = "Mở mẫu bằng Word, sửa thẻ ở đoạn nêu trên, hoặc lấy lại mẫu gốc bằng lệnh «cds-gen init»."
    return Finding(fault.rule, Severity.ERROR, place, fault.problem, fix)
