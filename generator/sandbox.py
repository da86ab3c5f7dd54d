"""The one Jinja environment of the project: sandboxed, strict, autoescaping.

Templates and data come by e-mail from strangers, so expressions may only read what they are given:
no attribute that starts with an underscore, no call that changes anything, no filter outside a short list.
What fills the memory or the processor in one short expression is refused as well: texts multiplied, padded,
formatted or grown by replacing, towers of powers.  The loops of a template are not bounded.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from jinja2 import StrictUndefined, UndefinedError, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.nodes import EvalContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from msgspec import Struct

# What an office may reasonably need; notably not `format`, `center`, `indent`, `pprint` or `attr`.
FILTERS = (
    *("abs", "default", "first", "int", "join", "last", "length", "list", "lower", "map", "reject", "rejectattr"),
    *("replace", "reverse", "round", "select", "selectattr", "sort", "sum", "title", "trim", "unique", "upper"),
)
GLOBALS = ("dict", "namespace")
# The methods of texts and numbers that may be called; notably not `format`, `center`, `replace` or `to_bytes`.
METHODS = ("endswith", "lower", "startswith", "strip", "upper")

TOO_DEEP = (RecursionError, SyntaxError)
"""What compiling raises for an expression nested too deep: Jinja's own parser, or Python's on what Jinja made."""

_LARGEST = 10**30
_LARGEST_POWER = 64
_LONGEST = 1_000_000
_MOST_DECIMALS = 6


class MissingName(UndefinedError):
    """A name that is not there was used; ``known`` holds the names of the object asked, None for a bare name."""

    def __init__(self, message: str | None = None, *, name: str = "", known: tuple[str, ...] | None = None) -> None:
        super().__init__(message)
        self.name = name
        self.known = known


def _public_names(value: object) -> tuple[str, ...]:
    if isinstance(value, Mapping):
        return tuple(str(key) for key in value)
    if isinstance(value, str | int | float | Decimal):
        return ()
    return tuple(name for name in dir(value) if not name.startswith("_"))


class Missing(StrictUndefined):
    """A strict undefined that says in Vietnamese what is missing and remembers where it was looked for."""

    __slots__ = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self._undefined_exception is UndefinedError:
            known = None if self._undefined_obj is missing else _public_names(self._undefined_obj)
            self._undefined_exception = functools.partial(  # type: ignore[assignment]
                MissingName, name=str(self._undefined_name or ""), known=known
            )

    @property
    def _undefined_message(self) -> str:
        if self._undefined_name is None:
            return "danh sách trống, không có phần tử để lấy"
        return f"không có tên «{self._undefined_name}»"


def _size(value: Any) -> Any:
    return abs(value) if isinstance(value, int | float | Decimal) else 0


def _refuse_growth(count: int, text: object) -> None:
    if count * len(str(text)) > _LONGEST:
        raise SecurityError("chữ quá dài")


@pass_eval_context
def _replace(context: EvalContext, text: object, old: str, new: str, count: int | None = None) -> str:
    """Jinja's ``replace``, bounded."""
    _refuse_growth(str(text).count(str(old)), new)
    replaced: str = JINJA_FILTERS["replace"](context, text, old, new, count)
    return replaced


@pass_eval_context
def _join(context: EvalContext, items: Iterable[object], mark: str = "", attribute: str | int | None = None) -> str:
    """Jinja's ``join``, bounded."""
    found = list(items)
    _refuse_growth(len(found), mark)
    text: str = JINJA_FILTERS["join"](context, found, mark, attribute)
    return text


def _round(value: Decimal | float, decimals: int = 0) -> Decimal:
    """Round half up, as everywhere in the project; Jinja's own filter rounds half to even."""
    if not 0 <= decimals <= _MOST_DECIMALS:
        raise SecurityError(f"chỉ làm tròn đến 0–{_MOST_DECIMALS} chữ số thập phân")
    exact = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


@functools.cache
def is_ours(kind: type) -> bool:
    """Whether values of that type are frozen structs, as all that the project gives to templates."""
    return issubclass(kind, Struct) and kind.__struct_config__.frozen


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja environment in which strangers' templates and expressions are safe to run."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, finalize: Callable[[Any], Any], *, autoescape: bool) -> None:
        # Jinja's optimizer takes seconds over a long chain of sums, and gains nothing here.
        super().__init__(
            undefined=Missing,
            autoescape=autoescape,
            finalize=finalize,
            keep_trailing_newline=True,
            optimized=False,
        )
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.filters |= {"join": _join, "replace": _replace, "round": _round}
        self.globals = {name: self.globals[name] for name in GLOBALS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Public names of our frozen structs at once: they hold nothing that must not be read."""
        if attribute[:1] != "_" and is_ours(type(obj)):  # type: ignore[arg-type]
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether templates may call it; of the methods of texts and numbers only ``METHODS``."""
        method = inspect.unwrap(obj)  # Jinja puts a wrapper of its own round str.format
        owner = getattr(method, "__self__", None)
        if isinstance(owner, str | bytes | int | float | Decimal) and method.__name__ not in METHODS:
            return False
        return super().is_safe_callable(obj)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Allow ``*``, ``**`` and ``%`` between numbers only, and those of a modest size."""
        operands = (left, right)
        if any(isinstance(each, str | bytes | list | tuple) for each in operands):
            raise SecurityError("chỉ được nhân, chia số với số")
        if any(_size(each) > _LARGEST for each in operands):
            raise SecurityError("số quá lớn")
        if operator == "**" and _size(right) > _LARGEST_POWER:
            raise SecurityError("số mũ quá lớn")
        return super().call_binop(context, operator, left, right)
