"""What the conditions of a template make sure of: a test of Jinja's, read as conditions over paths."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jinja2 import nodes
from msgspec import Struct

from generator.word.template_view import ITEM, PICK, Condition, Either, Guard, length_of

Path = tuple[str, ...]
"""Names from a top one down; ``ITEM`` for any item of a list.

A step that begins with ``PICK`` tells that only some of what stands there is meant, and which; one that begins with
``ORDER``, that the items come in another order.
"""

NOT, ORDER = "!", "~"
FIRST, LAST = f"{PICK}first", f"{PICK}last"
LOOP = "loop"
_EMPTY = frozenset({""})
_LENGTHS = ("length", "count")
_MOST_COUNTED = 20
_FLIPPED = {"lt": "gt", "gt": "lt", "lteq": "gteq", "gteq": "lteq", "eq": "eq", "ne": "ne"}

Conditions = tuple[Condition, ...]
BothWays = tuple[Conditions, Conditions]
"""What is sure where a test holds, and where it does not."""


class Asked(Struct, frozen=True):
    """Where a test stands: ``paths`` tells what names mean there, ``looped`` what the innermost loop goes through."""

    paths: Callable[[nodes.Node], Sequence[Path]]
    looped: str = ""


def full(path: Path) -> str:
    """A path with its picks."""
    return ".".join(path).replace(f".{ITEM}", ITEM).replace(f".{PICK}", PICK)


def written(path: Path) -> str:
    """A path as people write it."""
    return full(tuple(step for step in path if not step.startswith(PICK)))


def there(name: str) -> BothWays:
    """The conditions that what stands under a name is there, and is not."""
    return (Guard(name, _EMPTY, False),), (Guard(name, _EMPTY),)


def negated(conditions: Conditions) -> Conditions:
    """What is sure where not all of some conditions hold."""
    turned = [_turned(each) for each in conditions]
    return turned[0] if len(turned) == 1 else (Either(tuple(turned)),)


def _turned(condition: Condition) -> Conditions:
    if isinstance(condition, Guard):
        return (Guard(condition.path, condition.values, not condition.holds),)
    return tuple(each for way in condition.ways for each in negated(way))


def both_ways(test: nodes.Node, asked: Asked) -> BothWays:
    """What a test makes sure of."""
    if isinstance(test, nodes.Not):
        yes, no = both_ways(test.node, asked)
        return no, yes
    if isinstance(test, nodes.And):
        yes = (*both_ways(test.left, asked)[0], *both_ways(test.right, asked)[0])
        return yes, negated(yes)
    if isinstance(test, nodes.Or):
        no = (*both_ways(test.left, asked)[1], *both_ways(test.right, asked)[1])
        return negated(no), no
    if isinstance(test, nodes.Compare) and len(test.ops) == 1:
        guard = _compared(test.expr, test.ops[0].op, test.ops[0].expr, asked)
        if guard is not None:
            return (guard,), _turned(guard)
    return there(_name(test, asked))


def _name(test: nodes.Node, asked: Asked) -> str:
    """Under which name a test is asked: the path that it asks for, or a name of its own.

    What is asked in the same words of the same paths has the same name.
    """
    if isinstance(test, nodes.Getattr) and isinstance(test.node, nodes.Name) and test.node.name == LOOP:
        return f"{asked.looped}{PICK}{test.attr}"
    if isinstance(test, nodes.Name | nodes.Getattr | nodes.Getitem):
        paths = asked.paths(test)
        if len(paths) == 1:
            return full(paths[0])
    names = [test] if isinstance(test, nodes.Name) else list(test.find_all(nodes.Name))
    of = [asked.looped if each.name == LOOP else " ".join(map(full, asked.paths(each))) for each in names]
    return f"{test!r} {of}"


def _compared(left: nodes.Expr, op: str, right: nodes.Expr, asked: Asked) -> Guard | None:
    """A comparison with words, or of a length with a number; None for any other."""
    if isinstance(left, nodes.Const) and op in _FLIPPED:
        left, op, right = right, _FLIPPED[op], left
    if isinstance(left, nodes.Filter) and left.name in _LENGTHS and left.node is not None:
        return _counted(asked.paths(left.node), op, right)
    paths, values = asked.paths(left), words(right)
    if len(paths) != 1 or not values or op not in ("eq", "in", "ne", "notin"):
        return None
    return Guard(full(paths[0]), values, op in ("eq", "in"))


def _counted(paths: Sequence[Path], op: str, number: nodes.Expr) -> Guard | None:
    if len(paths) != 1 or not isinstance(number, nodes.Const) or type(number.value) is not int:
        return None
    count = number.value
    if not 0 < count < _MOST_COUNTED:
        return None
    counts = {"eq": [count], "ne": [count]}.get(op) or range(count + (op in ("gt", "lteq")))
    return Guard(length_of(full(paths[0])), frozenset(map(str, counts)), op in ("eq", "lt", "lteq"))


def words(node: nodes.Expr) -> frozenset[str]:
    """The words that a comparison is with, none where it is with anything else."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return frozenset({node.value})
    if isinstance(node, nodes.List | nodes.Tuple):
        found = [each.value for each in node.items if isinstance(each, nodes.Const) and isinstance(each.value, str)]
        return frozenset(found) if len(found) == len(node.items) else frozenset()
    return frozenset()


def picked(path: Path) -> list[Condition]:
    """Under which conditions one of many that stand at a path is meant by it: it is the first, it is chosen …"""
    found: list[Condition] = []
    for index, step in enumerate(path):
        if step.startswith(PICK) and not step.startswith(f"{PICK}{ORDER}"):
            inverse = step.startswith(f"{PICK}{NOT}")
            before = full(path[:index]).removesuffix(ITEM)
            guard = Guard(f"{before}{PICK}{step.lstrip(PICK + NOT)}", _EMPTY, inverse)
            alone = Guard(length_of(before), frozenset({"1"}))
            found.append(Either(((alone,), (guard,))) if step in (FIRST, LAST) else guard)
    return found


def step_of(index: nodes.Expr) -> Path:
    """What an index in square brackets leads to: an attribute by its name, an item, or part of the same list."""
    if isinstance(index, nodes.Slice):
        bounds = (_number(index.start), _number(index.stop), _number(index.step))
        pick = {("1", "", ""): f"{NOT}first", ("", "-1", ""): f"{NOT}last"}.get(bounds, repr(index))
        return (f"{PICK}{pick}",)
    if isinstance(index, nodes.Const) and isinstance(index.value, str):
        return (index.value,)
    return ITEM, {"0": FIRST, "-1": LAST}.get(_number(index), f"{PICK}{index!r}")


def _number(node: nodes.Expr | None) -> str:
    """A number as written, empty for none."""
    if isinstance(node, nodes.Neg):
        return f"-{_number(node.node)}"
    return str(node.value) if isinstance(node, nodes.Const) else repr(node) if node else ""
