"""What templates may print: every path with its kind, meaning and example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

from msgspec import Struct, field

ITEM = "[]"


class Form(Enum):
    """What stands behind a path: plain words, words with bold and italics, a drawing, a list, a group of names."""

    TEXT = "chữ"
    RICH = "chữ có định dạng"
    DRAWN = "hình"
    LIST = "danh sách"
    GROUP = "nhóm"


class Specimen(Struct, frozen=True):
    """A kind of item that a template needs a specimen for: what it is, and the names it must print.

    ``part`` is the part of a document that it belongs to, as with ``Entry``.
    """

    meaning: str
    prints: tuple[str, ...] = ("chu",)
    part: str = ""


class Entry(Struct, frozen=True):
    """A path that tags may ask for.

    ``form_of`` is the path that says the same in another form; ``steers`` marks what conditions ask for and nobody
    prints; ``kinds`` are the values that a template needs specimens for; ``part`` is the part of a document that it
    belongs to, which some kinds do not have; where there is anything at ``unless``, this is empty.
    """

    path: str
    form: Form
    meaning: str
    example: str = ""
    form_of: str = ""
    steers: bool = False
    kinds: Mapping[str, Specimen] = field(default_factory=dict)
    part: str = ""
    unless: str = ""

    @property
    def parent(self) -> str:
        """The path of what it stands in, empty for a name that stands by itself."""
        return self.path.removesuffix(ITEM) if self.path.endswith(ITEM) else self.path.rpartition(".")[0]

    @property
    def is_words(self) -> bool:
        return self.form in (Form.TEXT, Form.RICH)


class Vocabulary(Struct, frozen=True):
    """All paths, in the order in which they are declared; ``lacking`` are the parts that the kind does not have."""

    entries: Mapping[str, Entry]
    lacking: frozenset[str] = frozenset()

    def __contains__(self, path: str) -> bool:
        return path in self.entries

    def get(self, path: str) -> Entry | None:
        return self.entries.get(path)

    def below(self, path: str) -> Iterator[Entry]:
        """What stands right in a group, or what the items of a list are."""
        return (entry for entry in self.entries.values() if entry.parent == path)

    def known_part(self, path: str) -> str:
        """The longest beginning of a path that is known, empty for none."""
        while path and path not in self.entries:
            path = path.removesuffix(ITEM) if path.endswith(ITEM) else path.rpartition(".")[0]
        return path
