"""A one-line example as one would type it on several lines."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.located import read_yaml
from generator.data.nodes import Mapping, Node, Scalar, Sequence

_STEP = "  "


def in_block_style(line: str) -> list[str]:
    """The lines for an example such as ``ky: {nam: 2023}``; lists of single words stay on one line.

    Raises ``ValueError`` for what is no YAML.
    """
    tree, findings = read_yaml(line.encode("utf-8"), "")
    if tree is None or findings:
        raise ValueError(line)
    return list(_keys(tree))


def _keys(group: Mapping) -> Iterator[str]:
    for key, item in group.items.items():
        name = key if key.isidentifier() else f'"{key}"'
        if isinstance(item.node, Mapping):
            yield f"{name}:"
            yield from (_STEP + line for line in _keys(item.node))
        elif isinstance(item.node, Sequence) and not _is_row(item.node):
            yield f"{name}:"
            yield from (_STEP + line for line in _items(item.node))
        else:
            yield f"{name}: {_on_one_line(item.node)}"


def _items(rows: Sequence) -> Iterator[str]:
    for node in rows.items:
        lines = list(_keys(node)) if isinstance(node, Mapping) else [_on_one_line(node)]
        yield f"- {lines[0]}"
        yield from (_STEP + line for line in lines[1:])


def _is_row(rows: Sequence) -> bool:
    return all(isinstance(node, Scalar) and " " not in node.text for node in rows.items)


def _on_one_line(node: Node) -> str:
    if isinstance(node, Scalar):
        return node.text if node.plain else f'"{node.text}"'
    if isinstance(node, Sequence):
        return f"[{', '.join(map(_on_one_line, node.items))}]"
    return f"{{{', '.join(f'{key}: {_on_one_line(item.node)}' for key, item in node.items.items())}}}"
