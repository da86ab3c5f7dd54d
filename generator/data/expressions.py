"""``{{ … }}`` inside the texts of a data file: expressions only, in the project's sandbox.

``\\{{`` is a plain ``{{``.  Statements and comments of Jinja (``{% %}``, ``{# #}``) mean nothing here: they are text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from jinja2 import TemplateError, TemplateSyntaxError, Undefined
from jinja2.exceptions import SecurityError
from msgspec import Struct
from msgspec.structs import asdict, replace

from generator.data.comparison import NotComparable
from generator.data.derive import typed_text
from generator.data.model_text import Text
from generator.data.names import Printable, UnknownReference
from generator.data.open_places import PRINTED
from generator.data.open_values import LeftOpen, OpenValue
from generator.findings import Finding, Severity
from generator.patterns import regex
from generator.sandbox import TOO_DEEP, MissingName, Sandbox
from generator.vn.numbers import parse_number
from generator.vn.numerals import two_digits
from generator.vn.suggest import closest
from generator.vn.text import forbidden_character

UNCLOSED = "DL401"
SYNTAX = "DL402"
UNKNOWN_NAME = "DL403"
NO_VALUE = "DL404"

_EXPRESSION = regex(r"(?P<literal>\\\{\{)|\{\{(?P<inner>(?:(?!\}\}|\{\{).)*)\}\}|(?P<open>\{\{)", re.DOTALL)
# One brace instead of two around a name of ours: a slip of the keys that would be printed as it stands.
_ONE_BRACE = regex(r"(?<!\{)\{\s*(?:so_lieu|ky|don_vi|ct|nhom|vb|dem|phu_luc)\b[^{}\n]*\}(?!\})")
# What nearly every expression is; compiling each with Jinja takes a millisecond.
_WORDS = r"(?:'[^'\"\\]*'|\"[^'\"\\]*\")"
_REFERENCE = regex(
    rf"\s*(?P<name>[a-z_][a-z0-9_]*)(?P<call>\((?P<words>{_WORDS}(?:,\s*{_WORDS})*)(?:,\s*(?P<key>[a-z_]+)=(?P<named>{_WORDS}))?\))?"
    r"(?P<steps>(?:\.[a-z_][a-z0-9_]*)*)\s*(?P<filters>(?:\|\s*[a-z_]+\s*)*)"
)
_QUOTED = regex(_WORDS)
_LONGEST = 500
_OPEN_IT = "Viết đủ hai dấu ngoặc ở mỗi bên, ví dụ {{ so_lieu.may_tinh }}; không phải biểu thức thì bỏ «}}»."
_NO_SUCH_FILTER = regex(r"No filter named '([^']*)'")


M = TypeVar("M")


class _Fault(Exception):
    def __init__(self, rule: str, problem: str, fix: str) -> None:
        super().__init__(problem)
        self.rule, self.problem, self.fix = rule, problem, fix


@functools.cache
def _environment() -> Sandbox:
    environment = Sandbox(lambda value: value, autoescape=False)
    environment.filters["bang_chu"] = _in_words
    environment.filters["hai_chu_so"] = _two_digits
    environment.filters = {name: _never_of_open(call) for name, call in environment.filters.items()}
    return environment


def _never_of_open(call: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, which raises ``LeftOpen`` for what has no value yet."""

    @functools.wraps(call)
    def guarded(*values: Any, **named: Any) -> Any:
        if any(isinstance(value, OpenValue) for value in values):
            raise LeftOpen
        return call(*values, **named)

    return guarded


def _figure(value: Any) -> Decimal:
    """The number that a filter was given: a figure, a result, a number or a number as printed ("3.420")."""
    number = getattr(value, "gia_tri", value)
    if isinstance(number, OpenValue):
        raise LeftOpen
    return parse_number(number) if isinstance(number, str) else Decimal(number)


def _in_words(value: Any) -> str:
    from generator.vn.words import in_words  # num2words is slow to import and rarely asked for

    return in_words(_figure(value))


def _two_digits(value: Any) -> str:
    number = _figure(value)
    if number != int(number):
        raise ValueError(f"not a whole number: {number}")
    return two_digits(int(number))


@functools.lru_cache(maxsize=4096)
def _compiled(source: str) -> Any:
    return _environment().compile_expression(source, undefined_to_none=False)


def _evaluated(source: str, names: Mapping[str, object]) -> object:
    """The expression's value.  A plain reference is looked up step by step, as Jinja would once it is compiled."""
    reference = _REFERENCE.fullmatch(source)
    filters = _filters(reference["filters"]) if reference else None
    if reference is None or filters is None or reference["name"] not in names:
        return _compiled(source)(**names)
    value: Any = names[reference["name"]]
    if reference["call"]:
        words = [quoted[1:-1] for quoted in _QUOTED.findall(reference["words"])]
        named = {reference["key"]: reference["named"][1:-1]} if reference["key"] else {}
        value = value(*words, **named)
    for step in reference["steps"].split(".")[1:]:
        value = _environment().getattr(value, step)
    for each in filters:
        value = each(value)
    return value


def _filters(named: str) -> list[Callable[[Any], Any]] | None:
    """The filters of "|lower|hai_chu_so"; None where Jinja would refuse one or hand it more than the value."""
    known = _environment().filters
    names = [name.strip() for name in named.split("|")[1:]]
    if any(name not in known or hasattr(known[name], "jinja_pass_arg") for name in names):
        return None
    return [known[name] for name in names]


def _value(source: str, names: Mapping[str, object]) -> str:
    """What the expression prints.  Raises ``_Fault``."""
    if not source.strip() or len(source) > _LONGEST:
        raise _Fault(SYNTAX, "biểu thức trống hoặc quá dài", "Viết một biểu thức, ví dụ {{ ct('1.6').ty_le }}.")
    try:
        value = _evaluated(source, names)
        if isinstance(value, Undefined):
            str(value)  # a strict undefined raises when it is used
        return _printed(value)
    except LeftOpen:
        return PRINTED
    except MissingName as error:
        raise _missing(error, names) from error
    except NotComparable as error:
        raise _Fault(NO_VALUE, error.problem, error.fix) from error
    except UnknownReference as error:
        raise _Fault(UNKNOWN_NAME, error.problem, error.fix) from error
    except TemplateSyntaxError as error:
        unknown = _NO_SUCH_FILTER.search(error.message or "")
        if unknown:
            near = closest(unknown[1], _environment().filters)
            fix = f"Có phải ý là «{near}»?" if near else "Bỏ phần sau dấu «|»."
            raise _Fault(UNKNOWN_NAME, f"không có bộ lọc «{unknown[1]}»", fix) from error
        raise _Fault(SYNTAX, "biểu thức viết sai cú pháp", "Kiểm tra dấu ngoặc và dấu nháy.") from error
    except SecurityError as error:
        raise _Fault(SYNTAX, "biểu thức dùng điều không được phép", "Chỉ gọi các tên có sẵn của báo cáo.") from error
    except TOO_DEEP as error:
        raise _Fault(SYNTAX, "biểu thức lồng quá nhiều tầng", "Viết biểu thức ngắn lại.") from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        raise _Fault(
            SYNTAX, "biểu thức không tính được", "Kiểm tra lại kiểu của các giá trị trong biểu thức."
        ) from error


def _missing(error: MissingName, names: Mapping[str, object]) -> _Fault:
    known = names if error.known is None else error.known
    near = closest(error.name, known)
    hint = "Xem lại tên này."
    if near:
        hint = f"Có phải ý là «{near}»?"
    elif known:
        hint = f"Dùng một trong: {', '.join(sorted(known)[:12])}."
    return _Fault(UNKNOWN_NAME, str(error), hint)


def _printed(value: object) -> str:
    if value is None:
        raise _Fault(NO_VALUE, "chưa có giá trị để in", "Điền số liệu mà biểu thức này gọi tới.")
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal | Printable | OpenValue):
        raise _Fault(SYNTAX, "kết quả không phải là chữ hay số", "Gọi một thuộc tính cụ thể, ví dụ .ty_le hoặc .tu.")
    # Figures of the data are decimals; a whole number is a year or a count, and a year has no point in it.
    words = typed_text(value) if isinstance(value, Decimal) else str(value)
    if not words:
        raise _Fault(NO_VALUE, "chưa có giá trị để in", "Điền số liệu mà biểu thức này gọi tới.")
    return words


def _stray_closing(text: Text) -> list[Finding]:
    """A «}}» that nothing opens may be an expression that has lost a brace; after a plain ``\\{{`` it is text."""
    plain_openings = text.raw.count(r"\{{")
    rest = _EXPRESSION.sub(lambda match: " " * len(match.group()), text.raw)
    strays = [match.start() for match in re.finditer(r"\}\}", rest)][plain_openings:]
    return [
        Finding(UNCLOSED, Severity.WARNING, text.place_at(start), "«}}» mà không có «{{» mở trước.", _OPEN_IT)
        for start in strays[:1]
    ]


def expand_text(text: Text, names: Mapping[str, object]) -> tuple[Text, list[Finding]]:
    """The text with every expression replaced by what it prints (emphasis marks in it taken literally)."""
    findings: list[Finding] = []

    def replaced(match: re.Match[str]) -> str:
        if match["literal"]:
            return "{{"
        try:
            if match["open"]:
                raise _Fault(UNCLOSED, "mở «{{» mà không có «}}»", "Thêm «}}», hoặc viết \\{{ nếu là chữ thường.")
            return _value(match["inner"], names).replace("*", r"\*")
        except _Fault as fault:
            place = text.place_at(match.start())
            shown = match.group().strip()[:60]
            findings.append(Finding(fault.rule, Severity.ERROR, place, f"«{shown}»: {fault.problem}.", fault.fix))
            return match.group()

    for slip in _ONE_BRACE.finditer(text.raw):
        problem = f"«{slip.group()[:60]}»: thiếu một dấu ngoặc ở mỗi bên."
        fix = f"Viết {{{slip.group()}}}."
        findings.append(Finding(UNCLOSED, Severity.ERROR, text.place_at(slip.start()), problem, fix))
    if "{{" not in text.raw:
        return text, [*findings, *_stray_closing(text)]
    expanded = _EXPRESSION.sub(replaced, text.raw)
    findings += _stray_closing(text)
    if forbidden_character(expanded) is not None:
        place = text.place
        findings.append(Finding(SYNTAX, Severity.ERROR, place, "Biểu thức in ra ký tự điều khiển.", "Bỏ ký tự đó."))
    return replace(text, raw=expanded), findings


class _Expander(Struct):
    names: Mapping[str, object]
    findings: list[Finding]

    def walk(self, value: Any) -> Any:
        if isinstance(value, Text):
            text, found = expand_text(value, self.names)
            self.findings += found
            return text
        if isinstance(value, tuple):
            return tuple(self.walk(item) for item in value)
        if isinstance(value, Struct):
            before = asdict(value)
            after = {name: self.walk(item) for name, item in before.items()}
            changed = {name: item for name, item in after.items() if item is not before[name]}
            return replace(value, **changed) if changed else value
        return value


def expand(model: M, names: Mapping[str, object]) -> tuple[M, list[Finding]]:
    """The model with all its texts expanded, and what could not be."""
    expander = _Expander(names, [])
    return expander.walk(model), expander.findings
