"""What Jinja a template may hold: printing, loops, conditions, names given by ``set``, and expressions without effect.

A template may come from a stranger.  Macros, imports, blocks and loops that call themselves serve no letter, and with
them a short template runs for ever; lists of anything but constants grow without bound when they hold each other.
"""

from __future__ import annotations

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.vn.text import quoted

_STATEMENTS = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign)
_NAMES = (nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Const, nodes.Call, nodes.Keyword)
_LITERALS = (nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair)
_OPERATORS = (nodes.BinExpr, nodes.UnaryExpr, nodes.Compare, nodes.Operand, nodes.Concat, nodes.CondExpr)
_ALLOWED = (*_STATEMENTS, *_NAMES, *_LITERALS, *_OPERATORS, nodes.Filter, nodes.Test)


class NotAllowed(TemplateSyntaxError):
    """A template holds what none may; the message says what, in Vietnamese."""


def check_grammar(tree: nodes.Node, environment: Environment) -> None:
    """Go through a parsed template.  Raises ``NotAllowed``."""
    waiting = [(tree, 1)]
    while waiting:
        node, line = waiting.pop()
        line = node.lineno or line  # scopes that Jinja puts in by itself have none
        problem = _problem(node, environment)
        if problem:
            raise NotAllowed(problem, line)
        waiting += ((child, line) for child in node.iter_child_nodes())


def _problem(node: nodes.Node, environment: Environment) -> str:
    if not isinstance(node, _ALLOWED):
        return "Thẻ dùng một lệnh không được phép trong mẫu."
    if isinstance(node, nodes.For) and node.recursive:
        return "Vòng lặp không được gọi lại chính nó."
    if isinstance(node, _LITERALS) and not _is_constant(node):
        return "Danh sách viết trong thẻ chỉ được gồm chữ và số viết sẵn."
    if isinstance(node, nodes.Filter) and node.name not in environment.filters:
        return f"Thẻ gọi bộ lọc {quoted(node.name)} mà chương trình không có."
    if isinstance(node, nodes.Test) and node.name not in environment.tests:
        return f"Thẻ gọi phép thử {quoted(node.name)} mà chương trình không có."
    return ""


def _is_constant(node: nodes.Node) -> bool:
    """Whether a literal holds constants only; the names that a loop gives values to are written like a tuple."""
    if isinstance(node, nodes.Tuple) and node.ctx == "store":
        return True
    return all(isinstance(child, (nodes.Const, *_LITERALS)) for child in node.iter_child_nodes())
