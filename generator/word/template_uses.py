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
from generator.word.template_conditions import (
    FIRST,
    LAST,
    LOOP,
    ORDER,
    Asked,
    BothWays,
    Path,
    both_ways,
    full,
    picked,
    step_of,
    there,
    written,
)
from generator.word.template_spans import match
from generator.word.template_view import ITEM, PICK, Branch, Condition, Fault, Guard, How, Level, Span, Tag, Use

# What docxtpl adds to Jinja: of the cell that holds the tag.
_OF_CELL = ("colspan", "cellbg")
_MERGING = ("vm", "hm")
_SAME = frozenset({"list", "default"})
_ORDERED = frozenset({"sort", "reverse", "unique"})
_SOME = frozenset({"select", "selectattr", "reject", "rejectattr"})
_ONE = {"first": FIRST, "last": LAST}
_ASKING = (nodes.Compare, nodes.Not, nodes.Test)
_TELLING = ("endswith", "startswith")
_LOOPED = "loop in"  # no name of a template's: what the innermost loop goes through
_NEUTRAL = {"for": "{% for _ in () %}", "if": "{% if true %}", "elif": "{% elif true %}"}

Scope = Mapping[str, tuple[Path, ...]]
Branches = tuple[Branch, ...]


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

    def body(self, body: Iterable[nodes.Node], scope: Scope, branches: Branches) -> Scope:
        """Goes through the nodes; the names that are known after them."""
        for node in body:
            if isinstance(node, nodes.Output):
                for each in node.nodes:
                    self._printed(each, scope, branches)
            elif isinstance(node, nodes.For):
                self._loop(node, scope, branches)
            elif isinstance(node, nodes.If):
                scope = self._condition(node, scope, branches)
            elif isinstance(node, nodes.Assign):
                paths = self._paths(node.node, scope, How.ASKS, branches)
                if isinstance(node.target, nodes.Name):
                    scope = {**scope, node.target.name: paths}
        return scope

    def _tag(self, node: nodes.Node) -> Tag:
        return self._tags[node.lineno - 1]

    def _printed(self, node: nodes.Node, scope: Scope, branches: Branches) -> None:
        if isinstance(node, nodes.TemplateData):
            return
        if isinstance(node, nodes.Filter) and node.name == RUNS and node.node is not None:
            node = node.node
        direct = isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem)
        self._paths(node, scope, How.PRINTS if direct else How.DERIVES, branches)

    def _loop(self, node: nodes.For, scope: Scope, branches: Branches) -> None:
        paths = self._paths(node.iter, scope, How.LOOPS, branches)
        looped = full(paths[0]) if len(paths) == 1 else repr(node.iter)
        inner = {**scope, LOOP: (), _LOOPED: ((looped,),)}
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = tuple((*path, ITEM) for path in paths)
        else:
            inner |= {each.name: () for each in node.target.find_all(nodes.Name)}
        items, none = there(looped)
        within = (*branches, Branch(self._tag(node), True, items))
        if node.test is not None:
            self._paths(node.test, inner, How.ASKS, within)
            within = (*within, Branch(self._tag(node), True, self._both_ways(node.test, inner)[0]))
            none = there(repr(node))[1]
        self.body(node.body, inner, within)
        self.body(node.else_, scope, (*branches, Branch(self._tag(node), False, none)))

    def _condition(self, node: nodes.If, scope: Scope, branches: Branches) -> Scope:
        """All branches; names given in one of them are known after it."""
        ends = []
        for each in (node, *node.elif_):
            self._paths(each.test, scope, How.ASKS, branches)
            yes, no = self._both_ways(each.test, scope)
            ends.append(self.body(each.body, scope, (*branches, Branch(self._tag(each), True, yes))))
            branches = (*branches, Branch(self._tag(each), False, no))
        ends.append(self.body(node.else_, scope, branches))
        return {name: _one_of(ends, name, node.lineno) for name in dict.fromkeys(name for end in ends for name in end)}

    def _both_ways(self, test: nodes.Node, scope: Scope) -> BothWays:
        def paths(node: nodes.Node) -> tuple[Path, ...]:
            kept = list(self.uses)
            found = self._paths(node, scope, How.ASKS, ())
            self.uses = kept
            return found

        return both_ways(test, Asked(paths, full(scope.get(_LOOPED, ((),))[0])))

    def _paths(self, node: nodes.Node, scope: Scope, how: How, branches: Branches) -> tuple[Path, ...]:
        """The paths that an expression may stand for; all that it asks for on the way is written down."""
        if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            paths = tuple(self._resolved(node, scope, branches))
            self._used(paths, node, how, branches)
            return paths
        if isinstance(node, nodes.Filter) and node.node is not None:
            return self._filtered(node, scope, how, branches)
        if isinstance(node, nodes.CondExpr | nodes.Or):
            return self._chosen(node, scope, how, branches)
        if isinstance(node, nodes.Test) and node.name in ("defined", "undefined"):
            return ()
        inner = How.ASKS if how is How.ASKS or isinstance(node, _ASKING) else How.DERIVES
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr) and node.node.attr in METHODS:
            self._paths(node.node.node, scope, How.ASKS if node.node.attr in _TELLING else inner, branches)
            return ()
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Operand):
                child = child.expr
            if isinstance(child, nodes.Expr):
                self._paths(child, scope, inner, branches)
        return ()

    def _used(self, paths: Iterable[Path], node: nodes.Node, how: How, branches: Branches) -> None:
        tag = self._tag(node)
        for path in paths:
            whole = f"{full(path)}."
            # A loop over a list is there for each item of that list.
            about = [
                each
                for each in branches
                if not (each.tag.word == "for" and each.holds and _is_looped(whole, each.conditions))
            ]
            picks = picked(path)
            about += [Branch(tag, True, tuple(picks))] if picks else []
            self.uses.append(Use(written(path), tag, how, tuple(about)))

    def _resolved(self, node: nodes.Node, scope: Scope, branches: Branches) -> Iterator[Path]:
        if isinstance(node, nodes.Name):
            yield from scope.get(node.name, ((node.name,),))
        elif isinstance(node, nodes.Getattr):
            yield from ((*path, node.attr) for path in self._resolved(node.node, scope, branches))
        elif isinstance(node, nodes.Getitem):
            step = step_of(node.arg)
            yield from ((*path, *step) for path in self._resolved(node.node, scope, branches))
        elif isinstance(node, nodes.Expr):
            yield from self._paths(node, scope, How.ASKS, branches)

    def _chosen(self, node: nodes.CondExpr | nodes.Or, scope: Scope, how: How, branches: Branches) -> tuple[Path, ...]:
        """One of two values: ``a if x else b``, ``a or b``."""
        test, first, second = (
            (node.left, node.left, node.right) if isinstance(node, nodes.Or) else (node.test, node.expr1, node.expr2)
        )
        self._paths(test, scope, How.ASKS, branches)
        found: list[Path] = []
        for each, conditions in zip((first, second), self._both_ways(test, scope), strict=True):
            if each is not None:
                within = (*branches, Branch(self._tag(node), True, conditions))
                paths = self._paths(each, scope, how, within)
                found += [(*path, f"{PICK}{node!r}{each!r}") for path in paths]
        return tuple(found)

    def _filtered(self, node: nodes.Filter, scope: Scope, how: How, branches: Branches) -> tuple[Path, ...]:
        assert node.node is not None
        name = node.name
        attribute = next((_text(each.value) for each in node.kwargs if each.key == "attribute"), "")
        same = name in _SAME | _ORDERED | _SOME
        inner = how if same else How.ASKS if how is How.ASKS or name == "length" else How.DERIVES
        paths = self._paths(node.node, scope, How.LOOPS if attribute or name in _ONE else inner, branches)
        for each in (*node.args, *(pair.value for pair in node.kwargs)):
            self._paths(each, scope, How.ASKS, branches)
        if same:
            mark = {name in _ORDERED: f"{PICK}{ORDER}{name}", name in _SOME: f"{PICK}{node!r}"}.get(True)
            return tuple((*path, mark) for path in paths) if mark else paths
        items = tuple((*path, ITEM) for path in paths)
        if name in _ONE:
            return tuple((*path, _ONE[name]) for path in items)
        if attribute:
            reached = tuple((*path, *attribute.split(".")) for path in items)
            self._used(reached, node, How.DERIVES, branches)
            return tuple(path[:-1] for path in reached) if name != "map" else ()
        if name == "join":
            self._used(items, node, How.DERIVES, branches)
        return ()


def _is_looped(whole: str, conditions: Iterable[Condition]) -> bool:
    return any(isinstance(each, Guard) and whole.startswith(f"{each.path}{ITEM}") for each in conditions)


def _one_of(ends: Sequence[Scope], name: str, line: int) -> tuple[Path, ...]:
    """What a name stands for after a condition, at whose ends it may stand for this or that."""
    given = [end[name] for end in ends if name in end]
    if len(given) == len(ends) and all(each == given[0] for each in given):
        return given[0]
    mark = f"{PICK}{name} {line} "
    return tuple(dict.fromkeys((*path, f"{mark}{index}") for index, each in enumerate(given) for path in each))


def _text(node: nodes.Node) -> str:
    return str(node.value) if isinstance(node, nodes.Const) else ""
