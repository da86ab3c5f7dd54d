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
from markupsafe import Markup, escape

from generator.findings import DocxPlace, Finding, Severity
from generator.sandbox import Sandbox
from generator.vn.numbers import format_number
from generator.word.package import Member, write_package
from generator.word.prepare import BROKEN_TAG, CORE_PROPERTIES, PreparedPart, PreparedTemplate
from generator.word.runs import DrawnLine, Runs, runs_xml, text_content

UNKNOWN_TAG = "MB103"
NOT_WORD = "MB104"

_MARKUP = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")
_LAST_SECTION = re.compile(
    r"<w:p(?: [^>]*)?><w:pPr>(?:(?!</w:pPr>|<w:sectPr).)*(<w:sectPr(?:(?!</w:sectPr>).)*</w:sectPr>)"
    r"(?:(?!</w:pPr>).)*</w:pPr>(?:<w:r(?: [^>]*)?/>)?</w:p>\s*<w:sectPr(?:(?!</w:sectPr>).)*</w:sectPr>\s*</w:body>",
    re.DOTALL,
)
_EXCERPT = 80


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


def _word_text(value: Any) -> Any:
    """How a tag inside ``w:t`` prints a value."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, Runs | DrawnLine):
        value = str(value)
    return text_content(_plain(value))


def _plain_text(value: Any) -> Any:
    """How a tag in a property prints a value."""
    return escape(_SPACE.sub(" ", _plain(value)))


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool | float) or value is None:
        raise TypeError(f"giá trị «{value}» không phải là chữ hay số để in")
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return format_number(value)
    return str(value)


@functools.cache
def _environment(word: bool) -> Sandbox:
    environment = Sandbox(_word_text if word else _plain_text, autoescape=True)
    environment.filters["runs"] = runs_xml
    return environment


def compile_template(prepared: PreparedTemplate) -> CompiledTemplate:
    """Compile the Jinja of every part.  Raises ``TemplateFault`` naming each tag that does not parse."""
    compiled, findings = [], []
    for part in prepared.parts:
        try:
            environment = _environment(part.name != CORE_PROPERTIES)
            compiled.append((part, environment.from_string(part.source)))
        except TemplateSyntaxError as error:
            findings.append(_finding(prepared, part, error.lineno, BROKEN_TAG, _syntax_problem(error)))
    if findings:
        raise TemplateFault(findings)
    return CompiledTemplate(prepared, tuple(compiled))


def render(compiled: CompiledTemplate, context: Mapping[str, Any]) -> bytes:
    """The document's bytes.  Raises ``TemplateFault`` where a tag names what the context has not."""
    members = list(compiled.prepared.static)
    for part, template in compiled.templates:
        text = _rendered(compiled.prepared, part, template, context)
        members.append(Member.of(part.name, text.encode()))
    return write_package(members)


def _rendered(prepared: PreparedTemplate, part: PreparedPart, template: Template, context: Mapping[str, Any]) -> str:
    try:
        text = template.render(context)
    except (TemplateError, TypeError, ArithmeticError, LookupError) as error:
        problem = f"Thẻ trong mẫu không in được: {error}."
        raise TemplateFault([_finding(prepared, part, _template_line(error), UNKNOWN_TAG, problem)]) from error
    text = _close_on_last_section(text.replace("\n<w:p", "<w:p"))
    try:
        expat.ParserCreate().Parse(text.encode(), True)
    except expat.ExpatError as error:
        problem = "Mẫu và dữ liệu ghép lại không thành một tệp Word hợp lệ: một thẻ mở và thẻ đóng của nó lệch nhau."
        raise TemplateFault([_finding(prepared, part, 0, NOT_WORD, problem)]) from error
    return text


def _close_on_last_section(document: str) -> str:
    """Let the last section break be the document's own end.

    A section's layout stands in its last paragraph, that of the last section at the end of the body (ECMA-376
    part 1, 17.6.17).  A template that loops over annexes ends with a break and an empty section: the break's
    layout takes that section's place, or there would be an empty page.
    """
    return _LAST_SECTION.sub(lambda match: f"{match.group(1)}</w:body>", document)


def _template_line(error: BaseException) -> int:
    """The line of the template where rendering failed."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
    return (frames[-1].lineno or 0) if frames else 0


def _syntax_problem(error: TemplateSyntaxError) -> str:
    message = error.message or ""
    if "Unexpected end of template" in message or "unknown tag 'end" in message:
        return "Một thẻ mở «{% for … %}» hoặc «{% if … %}» không có thẻ đóng tương ứng, hoặc ngược lại."
    return f"Thẻ viết sai cú pháp: {message}"


def _finding(prepared: PreparedTemplate, part: PreparedPart, line: int, rule: str, problem: str) -> Finding:
    lines = part.source.split("\n")
    words = _SPACE.sub(" ", _MARKUP.sub(" ", lines[line - 1])).strip() if 0 < line <= len(lines) else ""
    place = DocxPlace(prepared.name, part.name, max(line - 1, 0), words[:_EXCERPT])
    fix = "Mở mẫu bằng Word, sửa thẻ ở đoạn nêu trên, hoặc lấy lại mẫu gốc bằng lệnh «cds-gen init»."
    return Finding(rule, Severity.ERROR, place, problem, fix)
