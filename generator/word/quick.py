"""Templates as Python code that does less for each tag than Jinja's own, and prints the same.

Jinja's code asks the sandbox for every attribute, and passes every value through a finalizer and the escaping.  Here
each tag is printed by the one function that its place takes (``word.printing``), and attributes of our own frozen
structs are read at once.  All else (names, loops, filters, calls, the refusals of the sandbox) is Jinja's.
Where this code fails for any reason, the part is rendered by Jinja's own, which also knows how to tell what is wrong.
"""

from __future__ import annotations

import functools
import keyword
import marshal
from collections.abc import Iterator, Mapping
from types import CodeType
from typing import Any

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame

from generator.sandbox import is_ours
from generator.word.bounded import TemplateSandbox
from generator.word.printing import QUICK, word_text
from generator.word.proof import Prover


class CarefulGenerator(CodeGenerator):
    """Jinja's generator, but for constants in tags: escaped while compiling, they would be escaped again."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        if isinstance(node, nodes.TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        raise nodes.Impossible


class _Generator(CodeGenerator):
    """Jinja's generator, but for what a template does most: printing values and reading attributes."""

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        for child in node.nodes:
            if not isinstance(child, nodes.TemplateData):
                self.writeline("yield ", child)
                self.visit(child, frame)
            elif words := child.data.replace("\n", ""):  # line ends only number the paragraphs of a source
                self.writeline(f"yield {words!r}", child)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if node.attr.startswith("_") or keyword.iskeyword(node.attr) or not node.attr.isascii():
            super().visit_Getattr(node, frame)
            return
        self.write(f"(v.{node.attr} if (v := ")
        self.visit(node.node, frame)
        self.write(f").__class__ in environment.ours else environment.getattr(v, {node.attr!r}))")


class _Environment(TemplateSandbox):
    code_generator_class = _Generator

    def __init__(self) -> None:
        super().__init__(word_text)
        self.filters |= QUICK
        self.ours: set[type] = set()

    def getattr(self, obj: Any, attribute: str) -> Any:
        if is_ours(type(obj)):  # type: ignore[arg-type]
            self.ours.add(type(obj))
        return super().getattr(obj, attribute)


@functools.cache
def _environment() -> _Environment:
    return _Environment()


def quick_code(source: str, *, word: bool) -> bytes:
    """The code of a part, for ``Quick``; ``word`` is false for the properties of a file.

    The bytes are of this Python only.  Raises ``NotProven`` for a part that must be read back, jinja2's
    ``TemplateSyntaxError`` and ``sandbox.TOO_DEEP`` for what does not parse.
    """
    environment = _environment()
    template = environment.parse(source)
    prover = Prover(word=word)
    prover.prove(template)
    for output in template.find_all(nodes.Output):
        output.nodes = [_printed(each, prover.kinds.get(id(each))) for each in output.nodes]
    return marshal.dumps(environment.compile(template))


def _printed(value: nodes.Expr, kind: str | None) -> nodes.Expr:
    """The expression with the filter that prints it where it stands."""
    if kind is None or (isinstance(value, nodes.Filter) and value.name == kind):
        return value
    return nodes.Filter(value, kind, [], [], None, None, lineno=value.lineno)


class Quick:
    """A part of a template, ready to print."""

    def __init__(self, code: bytes) -> None:
        loaded = marshal.loads(code)
        if not isinstance(loaded, CodeType):
            raise TypeError(type(loaded).__name__)
        self._template = Template.from_code(_environment(), loaded, _environment().make_globals(None))

    def chunks(self, context: Mapping[str, Any]) -> Iterator[str]:
        """The part's XML, piece by piece.  Raises whatever goes wrong, without telling where."""
        template = self._template
        return template.root_render_func(template.new_context(dict(context)))
