"""``ke_thua``: the tree of a data file laid over the trees of its bases."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from generator.data import finding_ids as ids
from generator.data.faults import fault
from generator.data.nodes import Item, Mapping, Scalar, Sequence
from generator.findings import Finding
from generator.patterns import regex
from generator.vn.text import quoted

KEY = "ke_thua"
MOST_DEPTH = 5
MOST_BASES = 50

_DRIVE = regex(r"[A-Za-z]:")
_FORM = "viết đường dẫn tính từ thư mục của tệp này, ví dụ don_vi/hoangkim.yaml."


class BaseNotFound(Exception):
    """There is no base of that name that may be read; ``problem`` and ``fix`` in Vietnamese."""

    def __init__(self, problem: str, fix: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.fix = fix


Read = Callable[[str], tuple[Mapping | None, list[Finding]]]
"""The tree of a base by its path from the first file's folder; raises ``BaseNotFound``."""


def with_bases(tree: Mapping, name: str, read: Read) -> tuple[Mapping, list[Finding]]:
    """The tree over its bases: later bases win over earlier ones, the tree over all.

    Groups merge key by key, anything else replaces; each node keeps the place in the file it came from.  ``name`` is
    the name of the tree's file in its folder, as ``read`` would know it.  What is wrong with a base that was read
    is among the findings; what is wrong with ``ke_thua`` itself is placed at its entry.
    """
    merging = _Merging(read)
    return merging.merged(tree, (name,)), merging.findings


def merge(low: Mapping, high: Mapping) -> Mapping:
    """``high`` laid over ``low``; the group stands where ``high`` does."""
    items = dict(low.items)
    for key, item in high.items.items():
        below = items.get(key)
        if below is not None and isinstance(below.node, Mapping) and isinstance(item.node, Mapping):
            items[key] = Item(item.key_place, merge(below.node, item.node))
        else:
            items[key] = item
    return Mapping(items, high.place)


class _Merging:
    """One merging: each base is read and merged once, however many files ask for it."""

    def __init__(self, read: Read) -> None:
        self.findings: list[Finding] = []
        self._read = read
        self._done: dict[str, Mapping | None] = {}

    def merged(self, tree: Mapping, chain: tuple[str, ...]) -> Mapping:
        """The tree over its bases; ``chain`` are the files from the first to this one."""
        result = Mapping({}, tree.place)
        for entry in _entries(tree):
            base = self._base(entry, chain)
            if base is not None:
                result = merge(result, base)
        return merge(result, tree)

    def _base(self, entry: Scalar, chain: tuple[str, ...]) -> Mapping | None:
        try:
            name = _name_from_first_folder(entry.text, chain[-1])
            self._refuse_endless(name, chain)
            if name not in self._done:
                self._done[name] = None
                tree, findings = self._read(name)
                self.findings += findings
                self._done[name] = None if tree is None else _without_key(self.merged(tree, (*chain, name)))
            return self._done[name]
        except BaseNotFound as error:
            self.findings.append(fault(ids.INHERITANCE, entry.place, error.problem, error.fix))
            return None

    def _refuse_endless(self, name: str, chain: tuple[str, ...]) -> None:
        if name in chain:
            way = " → ".join((*chain[chain.index(name) :], name))
            raise BaseNotFound(f"các tệp kế thừa lẫn nhau thành vòng: {way}.", "bỏ dòng này.")
        if len(chain) > MOST_DEPTH:
            raise BaseNotFound(f"kế thừa quá {MOST_DEPTH} bậc.", "gộp bớt các tệp nền lại.")
        if name not in self._done and len(self._done) >= MOST_BASES:
            raise BaseNotFound(f"kế thừa quá {MOST_BASES} tệp.", "gộp bớt các tệp nền lại.")


def _entries(tree: Mapping) -> list[Scalar]:
    """The names under ``ke_thua``; what has another shape is left to the schema."""
    item = tree.items.get(KEY)
    if item is None:
        return []
    nodes = item.node.items if isinstance(item.node, Sequence) else (item.node,)
    return [node for node in nodes if isinstance(node, Scalar) and node.text.strip()]


def _name_from_first_folder(written: str, child: str) -> str:
    path = written.strip().replace("\\", "/")
    if path.startswith("/") or _DRIVE.match(path):
        raise BaseNotFound(f"{quoted(written)} là đường dẫn tuyệt đối; máy khác không có đường dẫn này.", _FORM)
    parts = PurePosixPath(path).parts
    if ".." in parts:
        raise BaseNotFound(f"{quoted(written)} đi ra ngoài thư mục của tệp dữ liệu.", f"không dùng «..»; {_FORM}")
    return str(PurePosixPath(child).parent.joinpath(*parts))


def _without_key(tree: Mapping) -> Mapping:
    """The tree without its own ``ke_thua``, which is done with."""
    return Mapping({key: item for key, item in tree.items.items() if key != KEY}, tree.place)
