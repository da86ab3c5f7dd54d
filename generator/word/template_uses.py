"""What the tags of a template ask for, as full paths: loops and names given by ``set`` are resolved.

Every tag is a line of the Jinja source made here, so that a node of the parsed template tells its tag.  Whatever is
wrong with single tags is told and left out: the others are still understood.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from jinja2 import TemplateSyntaxError, nodes
from msgspec import Struct

from generator.sandbox import METHODS, TOO_DEEP, Sandbox
from generator.vn.text import quoted
from generator.word.grammar import NotAllowed, check_grammar
from generator.word.printing import RUNS
from generator.word.template_spans import match
from generator.word.template_view import ITEM, Fault, Guard, How, Level, Span, Tag, Use

# What docxtpl adds to Jinja: of the cell that holds the tag.
_OF_CELL = ("colspan", "cellbg")
_MERGING = ("vm", "hm")
_SAME = frozenset({"sort", "list", "reverse", "select", "selectattr", "reject", "rejectattr", "unique", "default"})
_ONE = frozenset({"first", "last"})
_LOOP = "loop"
_NEUTRAL = {"for": "{% for _ in () %}", "if": "{% if true %}", "elif": "{% elif true %}"}

Path = tuple[str, ...]
Scope = Mapping[str, tuple[Path, ...]]


class Understood(Struct, frozen=True):
    """What the tags of one part do."""

    uses: tuple[Use, ...]
    spans: tuple[Span, ...]
    astray: tuple[Tag, ...]
    faults: tuple[Fault, ...]


def understand(tags: Sequence[Tag], environment: Sandbox) -> Understood:
    """What the tags of one part do."""
    matched = match(tags)
    faults: list[Fault] = []
    sources = dict(_sources(tags, matched.astray, environment, faults))
    ends = {index: "".join(f"{{% {end} %}}" for end in missing) for index, missing in matched.ends.items()}
    lines = [ends.get(index, "") + sources.get(index, "") for index in range(len(tags) + 1)]
    walker = _Walker(tags)
    with suppress(TemplateSyntaxError, *TOO_DEEP):  # together they are too deep, or in a way that no tag alone shows
        walker.body(environment.parse("\n".join(lines)).body, {}, ())
    return Understood(tuple(walker.uses), tuple(matched.spans), tuple(matched.astray), tuple(faults))


def _sources(
    tags: Sequence[Tag], astray: Iterable[Tag], environment: Sandbox, faults: list[Fault]
) -> Iterator[tuple[int, str]]:
    """The Jinja source of each tag that there is any use in, by its index."""
    left_out = {id(tag) for tag in astray}
    for index, tag in enumerate(tags):
        if id(tag) in left_out or tag.word in _MERGING:
            continue
        source = _source(tag)
        problem = _problem(tag, source, environment)
        if problem:
            faults.append(Fault(tag, problem))
            yield index, _NEUTRAL.get(tag.word, "")
        else:
            yield index, source


def _source(tag: Tag) -> str:
    code = " ".join(tag.code.split())
    if tag.prints:
        return f"{{{{ ({code})|{RUNS} }}}}" if tag.level is Level.RUN else f"{{{{ {code} }}}}"
    if tag.word in _OF_CELL:
        return f"{{{{ {code.removeprefix(tag.word)} }}}}"
    return f"{{% {code} %}}"


def _problem(tag: Tag, source: str, environment: Sandbox) -> str:
    """Why a tag cannot be used, empty for one that can."""
    alone = {
        "for": f"{source}{{% endfor %}}",
        "if": f"{source}{{% endif %}}",
        "elif": f"{{% if true %}}{source}{{% endif %}}",
        "else": f"{{% if true %}}{source}{{% endif %}}",
        "endfor": "{% for _ in () %}" + source,
        "endif": "{% if true %}" + source,
    }.get(tag.word, source)
    try:
        check_grammar(environment.parse(alone), environment)
    except NotAllowed as error:
        return str(error)
    except TemplateSyntaxError as error:
        unknown = "unknown tag" in (error.message or "")
        return f"Máy không có lệnh {quoted(tag.word)}." if unknown else "Thẻ viết sai cú pháp."
    except TOO_DEEP:
        return "Thẻ lồng quá nhiều tầng."
    return ""


class _Walker:
    """Goes through a parsed part and writes down what its tags ask for."""

    def __init__(self, tags: Sequence[Tag]) -> None:
        self._tags = tags
        self.uses: list[Use] = []

    def body(self, body: Iterable[nodes.Node], scope: Scope, guards: tuple[Guard, ...]) -> Scope:
        """Goes through the nodes; the names that are known after them."""
        for node in body:
            if isinstance(node, nodes.Output):
                for each in node.nodes:
                    self._printed(each, scope, guards)
            elif isinstance(node, nodes.For):
                self._loop(node, scope, guards)
            elif isinstance(node, nodes.If):
                scope = self._condition(node, scope, guards)
            elif isinstance(node, nodes.Assign):
                paths = self._paths(node.node, scope, How.ASKS, guards)
                if isinstance(node.target, nodes.Name):
                    scope = {**scope, node.target.name: paths}
        return scope

    def _printed(self, node: nodes.Node, scope: Scope, guards: tuple[Guard, ...]) -> None:
        if isinstance(node, nodes.TemplateData):
            return
        if isinstance(node, nodes.Filter) and node.name == RUNS and node.node is not None:
            node = node.node
        direct = isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem)
        self._paths(node, scope, How.PRINTS if direct else How.DERIVES, guards)

    def _loop(self, node: nodes.For, scope: Scope, guards: tuple[Guard, ...]) -> None:
        paths = self._paths(node.iter, scope, How.LOOPS, guards)
        inner = {**scope, _LOOP: ()}
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = tuple((*path, ITEM) for path in paths)
        else:
            inner |= {each.name: () for each in node.target.find_all(nodes.Name)}
        if node.test is not None:
            self._paths(node.test, inner, How.ASKS, guards)
        self.body(node.body, inner, guards)
        self.body(node.else_, scope, guards)

    def _condition(self, node: nodes.If, scope: Scope, guards: tuple[Guard, ...]) -> Scope:
        """All branches; names given in one of them are known after it."""
        known = dict(scope)
        for branch in (node, *node.elif_):
            self._paths(branch.test, scope, How.ASKS, guards)
            yes, no = self._guards(branch.test, scope)
            known |= self.body(branch.body, scope, (*guards, *yes))
            guards = (*guards, *no)
        known |= self.body(node.else_, scope, guards)
        return known

    def _guards(self, test: nodes.Node, scope: Scope) -> tuple[tuple[Guard, ...], tuple[Guard, ...]]:
        """What a condition makes sure of where it holds, and where it does not; only comparisons with words count."""
        if isinstance(test, nodes.Not):
            yes, no = self._guards(test.node, scope)
            return no, yes
        if isinstance(test, nodes.And):
            return (*self._guards(test.left, scope)[0], *self._guards(test.right, scope)[0]), ()
        if isinstance(test, nodes.Or):
            (left, _), (right, _) = self._guards(test.left, scope), self._guards(test.right, scope)
            if len(left) == len(right) == 1 and left[0].path == right[0].path and left[0].holds and right[0].holds:
                return _both_ways(Guard(left[0].path, left[0].values | right[0].values))
            return (), ()
        if isinstance(test, nodes.Compare) and len(test.ops) == 1:
            return self._compared(test.expr, test.ops[0], scope)
        return (), ()

    def _compared(
        self, left: nodes.Expr, operand: nodes.Operand, scope: Scope
    ) -> tuple[tuple[Guard, ...], tuple[Guard, ...]]:
        right = operand.expr
        if isinstance(left, nodes.Const):
            left, right = right, left
        paths, values = self._quietly(left, scope), _words(right)
        if len(paths) != 1 or not values:
            return (), ()
        yes, no = _both_ways(Guard(_written(paths[0]), values))
        return (yes, no) if operand.op in ("eq", "in") else (no, yes) if operand.op in ("ne", "notin") else ((), ())

    def _quietly(self, node: nodes.Node, scope: Scope) -> tuple[Path, ...]:
        kept = list(self.uses)
        paths = self._paths(node, scope, How.ASKS, ())
        self.uses = kept
        return paths

    def _paths(self, node: nodes.Node, scope: Scope, how: How, guards: tuple[Guard, ...]) -> tuple[Path, ...]:
        """The paths that an expression may stand for; all that it asks for on the way is written down."""
        if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            return self._named(node, scope, how, guards)
        if isinstance(node, nodes.Filter) and node.node is not None:
            return self._filtered(node, scope, how, guards)
        if isinstance(node, nodes.CondExpr):
            self._paths(node.test, scope, How.ASKS, guards)
            ends = [self._paths(each, scope, how, guards) for each in (node.expr1, node.expr2) if each is not None]
            return tuple(path for end in ends for path in end)
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr) and node.node.attr in METHODS:
            self._paths(node.node.node, scope, How.ASKS if how is How.ASKS else How.DERIVES, guards)
            return ()
        if isinstance(node, nodes.Test) and node.name in ("defined", "undefined"):
            return ()
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Operand):
                child = child.expr
            if isinstance(child, nodes.Expr):
                self._paths(child, scope, How.ASKS if how is How.ASKS else How.DERIVES, guards)
        return ()

    def _named(self, node: nodes.Node, scope: Scope, how: How, guards: tuple[Guard, ...]) -> tuple[Path, ...]:
        paths = tuple(self._resolved(node, scope, guards))
        for path in paths:
            self.uses.append(Use(_written(path), self._tags[node.lineno - 1], how, guards))
        return paths

    def _resolved(self, node: nodes.Node, scope: Scope, guards: tuple[Guard, ...]) -> Iterator[Path]:
        if isinstance(node, nodes.Name):
            if node.name in scope:
                yield from scope[node.name]
            else:
                yield (node.name,)
        elif isinstance(node, nodes.Getattr):
            yield from ((*path, node.attr) for path in self._resolved(node.node, scope, guards))
        elif isinstance(node, nodes.Getitem):
            step = _step(node.arg)
            yield from ((*path, *step) for path in self._resolved(node.node, scope, guards))
        elif isinstance(node, nodes.Expr):
            yield from self._paths(node, scope, How.ASKS, guards)

    def _filtered(self, node: nodes.Filter, scope: Scope, how: How, guards: tuple[Guard, ...]) -> tuple[Path, ...]:
        assert node.node is not None
        attribute = next((_text(each.value) for each in node.kwargs if each.key == "attribute"), "")
        inner = how if node.name in _SAME else How.ASKS if how is How.ASKS else How.DERIVES
        paths = self._paths(node.node, scope, How.LOOPS if attribute else inner, guards)
        for each in (*node.args, *(pair.value for pair in node.kwargs)):
            self._paths(each, scope, How.ASKS, guards)
        if node.name in _SAME:
            return paths
        items = tuple((*path, ITEM) for path in paths)
        if node.name in _ONE:
            return items
        if attribute:
            reached = tuple((*path, *attribute.split(".")) for path in items)
            self.uses += [Use(_written(path), self._tags[node.lineno - 1], How.DERIVES, guards) for path in reached]
            return tuple(path[:-1] for path in reached) if node.name != "map" else ()
        if node.name == "join":
            self.uses += [Use(_written(path), self._tags[node.lineno - 1], How.DERIVES, guards) for path in items]
        return ()


def _both_ways(guard: Guard) -> tuple[tuple[Guard, ...], tuple[Guard, ...]]:
    return (guard,), (Guard(guard.path, guard.values, not guard.holds),)


def _written(path: Path) -> str:
    return ".".join(path).replace(f".{ITEM}", ITEM)


def _text(node: nodes.Node) -> str:
    return str(node.value) if isinstance(node, nodes.Const) else ""


def _words(node: nodes.Expr) -> frozenset[str]:
    """The words that a comparison is with, none where it is with anything else."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return frozenset({node.value})
    if isinstance(node, nodes.List | nodes.Tuple) and all(isinstance(each, nodes.Const) for each in node.items):
        return frozenset(_text(each) for each in node.items)
    return frozenset()


def _step(node: nodes.Expr) -> Path:
    """What an index in square brackets leads to: an item, an attribute by its name, or the same list again."""
    if isinstance(node, nodes.Slice):
        return ()
    return (str(node.value),) if isinstance(node, nodes.Const) and isinstance(node.value, str) else (ITEM,)
