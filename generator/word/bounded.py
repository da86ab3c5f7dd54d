"""The sandbox of templates: what one rendering may do is counted, so that no template runs on or fills the memory.

Items looped over and the lengths of what filters are given are added up; the text that comes out is measured
(``joined``).  The limits lie far above any real document: a report with a table of a hundred thousand cells takes a
hundredth of them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sized
from decimal import Decimal
from itertools import islice
from typing import Any

from jinja2 import nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context

from generator.sandbox import FILTERS, Sandbox, is_ours
from generator.word.grammar import check_grammar
from generator.word.pieces import Piece
from generator.word.printing import Unprintable

MOST_STEPS = 10_000_000
MOST_TEXT = 500_000_000  # characters; a thousand pages take about twenty million
_LONGEST = 100_000  # letters or items that two put together may have
_LARGEST = 10**30
_PER_STEP = 64  # letters that a filter goes through while a loop takes one item
_OF_WORDS = frozenset({"lower", "replace", "title", "trim", "upper"})
_BATCH = 256  # pieces joined at a time
_LOOPED, _CONCAT = "cds_looped", "cds_concat"


class _Counting(Context):
    """The names of one rendering, and how much it has done."""

    steps = 0

    def spend(self, steps: int) -> None:
        self.steps += steps
        if self.steps > MOST_STEPS:
            raise SecurityError("mẫu lặp quá nhiều lần")


@functools.cache
def _plain() -> Sandbox:
    return Sandbox(lambda value: value, autoescape=True)


@pass_context
def _looped(context: _Counting, items: Iterable[object]) -> Iterable[object]:
    """What a loop goes through, counted."""
    if not isinstance(items, Sized):
        items = list(islice(iter(items), MOST_STEPS))
    context.spend(len(items))
    return items


@pass_context
def _concat(context: _Counting, *values: object) -> str:
    """What ``~`` joins."""
    _refuse_groups(values)
    words = [str(value) for value in values]
    length = sum(map(len, words))
    if length > _LONGEST:
        raise SecurityError("chữ quá dài")
    context.spend(length // _PER_STEP)
    return "".join(words)


def _refuse_groups(values: Iterable[object]) -> None:
    """Refuse to make words of what has none of its own: a list, or one of our structs."""
    for value in values:
        ours = is_ours(type(value))  # type: ignore[arg-type]
        if isinstance(value, list | tuple | dict) or (ours and not isinstance(value, Piece)):
            raise Unprintable("một nhóm hay một danh sách không phải là chữ để in")


def _metered(name: str) -> Callable[..., object]:
    @pass_context
    def metered(context: _Counting, value: object, *args: object, **options: object) -> object:
        if isinstance(value, Sized):
            context.spend(len(value) // _PER_STEP + 1)
        if name in _OF_WORDS:
            _refuse_groups((value,))
        elif name == "join" and isinstance(value, list | tuple) and len(args) < 2 and "attribute" not in options:
            _refuse_groups(value)
        found: object = _plain().call_filter(name, value, args, options, context, context.eval_ctx)
        return found

    return metered


class TemplateSandbox(Sandbox):
    """A sandbox for templates: a small grammar, no functions of its own, and everything counted."""

    context_class = _Counting
    intercepted_binops = Sandbox.intercepted_binops | {"+"}

    def __init__(self, finalize: Callable[[Any], Any]) -> None:
        super().__init__(finalize, autoescape=True)
        self.filters = {name: _metered(name) for name in FILTERS}
        self.filters |= {_LOOPED: _looped, _CONCAT: _concat}
        self.globals = {}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """As every sandbox does, and ``+`` too is bounded."""
        if operator != "+":
            return super().call_binop(context, operator, left, right)
        found = left + right
        too_long = isinstance(found, Sized) and len(found) > _LONGEST
        if too_long or (isinstance(found, int | float | Decimal) and not -_LARGEST <= found <= _LARGEST):
            raise SecurityError("giá trị quá dài hoặc quá lớn")
        return found

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        check_grammar(tree, self)
        return tree

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        for loop in source.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, _LOOPED, [], [], None, None, lineno=loop.iter.lineno)
        return super()._generate(_with_bounded_joins(source), name, filename, defer_init)


def _with_bounded_joins(tree: nodes.Template) -> nodes.Template:
    for parent in [tree, *tree.find_all(nodes.Node)]:
        for field, value in parent.iter_fields():
            if isinstance(value, list):
                value[:] = [_bounded_join(each) for each in value]
            else:
                setattr(parent, field, _bounded_join(value))
    return tree


def _bounded_join(node: Any) -> Any:
    if not isinstance(node, nodes.Concat):
        return node
    first, *others = node.nodes
    return nodes.Filter(first, _CONCAT, others, [], None, None, lineno=node.lineno)


def batches(chunks: Iterable[str]) -> Iterator[str]:
    """The text of a rendering, some thousands of chunks at a time.  Raises ``SecurityError`` where it is too long."""
    chunks, length = iter(chunks), 0
    while batch := list(islice(chunks, _BATCH)):
        length += sum(map(len, batch))
        if length > MOST_TEXT:
            raise SecurityError("mẫu in ra quá dài")
        yield "".join(batch)


def joined(chunks: Iterable[str]) -> str:
    """The text of a rendering.  Raises ``SecurityError`` where it is too long."""
    return "".join(batches(chunks))
