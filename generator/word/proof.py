"""Proof, before anything is rendered, that whatever a template prints is well-formed XML.

A template that gives well-formed XML whichever way its branches go and however often its loops run need not be read
back after every rendering.  That is so where each branch and each turn of a loop leaves open exactly the elements that
were open before it, and where every tag stands in an element's content or in an attribute's value.  What the proof
does not understand it declines; such a part is rendered by Jinja's own code and read back each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jinja2 import nodes

from generator.patterns import regex
from generator.word.printing import BARE, PROPERTY, RUNS, TEXT

_HOLE = "\0"  # a printed value among the words of a template; no XML holds it
_DECLARATION = regex(r"\s*<\?xml [^<>?\0]*\?>")
_TOKEN = regex(
    r"<(?P<end>/?)(?P<name>[A-Za-z_][\w:.-]*)"
    r"""(?P<attributes>(?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<\0]*'))*)\s*(?P<empty>/?)>"""
    r"|(?P<text>[^<]+)"
)
_ATTRIBUTE_NAME = regex(r"""([\w:.-]+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_NO_ENTITY = regex(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9A-Fa-f]+);)")

Stack = tuple[str, ...]


class NotProven(Exception):
    """Why there is no proof, in English: for developers, who find it in ``CompiledTemplate.read_back``."""


class Prover:
    """Walks a parsed template, and tells of each printed expression what kind of place it stands in."""

    def __init__(self, *, word: bool) -> None:
        self._word = word
        self._ended = False
        self.kinds: dict[int, str] = {}
        """By ``id`` of the node: a kind of ``word.printing``."""

    def prove(self, template: nodes.Template) -> None:
        """Raises ``NotProven``."""
        if self._after(template.body, (), at_start=True) or not self._ended:
            raise NotProven("an element stays open")

    def _after(self, body: Sequence[nodes.Node], stack: Stack, *, at_start: bool = False) -> Stack:
        """The elements that are open after the nodes."""
        for printed, node in _parted(body):
            if printed:
                stack = self._after_words(printed, stack, at_start=at_start)
            at_start = False
            if isinstance(node, nodes.For):
                self._same(node.body, stack)
                self._same(node.else_, stack)
                if node.recursive:
                    raise NotProven("a loop calls itself")
            elif isinstance(node, nodes.If):
                branches = [node.body, *(each.body for each in node.elif_), node.else_]
                ends = {self._after(branch, stack) for branch in branches}
                if len(ends) > 1:
                    raise NotProven("branches end in different elements")
                (stack,) = ends
            elif node is not None and not isinstance(node, nodes.Assign):
                raise NotProven(f"a tag of a kind that is not known: {type(node).__name__}")
        return stack

    def _same(self, body: Sequence[nodes.Node], stack: Stack) -> None:
        if self._after(body, stack) != stack:
            raise NotProven("a loop does not end where it began")

    def _after_words(self, printed: Sequence[nodes.Expr], stack: Stack, *, at_start: bool) -> Stack:
        """The elements that are open after words of the template and the values printed among them."""
        source = "".join(each.data if isinstance(each, nodes.TemplateData) else _HOLE for each in printed)
        values = iter([each for each in printed if not isinstance(each, nodes.TemplateData)])
        declared = _DECLARATION.match(source) if at_start else None
        position = declared.end() if declared else 0
        while position < len(source):
            token = _TOKEN.match(source, position)
            if token is None:
                raise NotProven("a tag inside an element's own tag, or markup that is not known")
            position = token.end()
            if token["text"] is not None:
                self._text(token["text"], stack, values)
            else:
                stack = self._element(token, stack, values)
        return stack

    def _text(self, text: str, stack: Stack, values: Iterator[nodes.Expr]) -> None:
        if not stack and text.strip():
            raise NotProven("words outside the document")
        if _NO_ENTITY.search(text) or "]]>" in text:
            raise NotProven("an ampersand that is no entity")
        for _ in range(text.count(_HOLE)):
            value = next(values)
            self.kinds[id(value)] = self._kind(value, stack)

    def _kind(self, value: nodes.Expr, stack: Stack) -> str:
        if not self._word:
            return PROPERTY
        if isinstance(value, nodes.Filter) and value.name == RUNS:
            return RUNS
        return TEXT if stack[-1] == "w:t" else BARE

    def _element(self, token: re.Match[str], stack: Stack, values: Iterator[nodes.Expr]) -> Stack:
        name, attributes = token["name"], token["attributes"]
        if token["end"]:
            if attributes or token["empty"] or not stack or stack[-1] != name:
                raise NotProven(f"{name} is closed where it is not open")
            self._ended = self._ended or len(stack) == 1
            return stack[:-1]
        if not stack and self._ended:
            raise NotProven("more than one document")
        names = _ATTRIBUTE_NAME.findall(attributes)
        if len(set(names)) < len(names) or _NO_ENTITY.search(attributes):
            raise NotProven(f"attributes of {name}")
        for _ in range(attributes.count(_HOLE)):
            value = next(values)
            self.kinds[id(value)] = BARE if self._word else PROPERTY
        if token["empty"]:
            self._ended = self._ended or not stack
            return stack
        return (*stack, name)


def _parted(body: Sequence[nodes.Node]) -> Iterator[tuple[list[nodes.Expr], nodes.Node | None]]:
    """Each node that prints nothing itself, with what is printed right before it; last what is printed at the end."""
    printed: list[nodes.Expr] = []
    for node in body:
        if isinstance(node, nodes.Output):
            printed += node.nodes
        else:
            yield printed, node
            printed = []
    yield printed, None
