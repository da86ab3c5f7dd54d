"""Regular expressions that are compiled when they are first used.

A build loads every rule with its patterns, and one report gives work to some half of them: compiling the others as well
would take a tenth of the time of a build.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn", "pattern", "flags")


class _Regex:
    """What ``re.compile`` gives, from the first time that it is asked for anything."""

    def __init__(self, text: Any, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        # Python asks here for what the instance has not: once, and never again after that.
        return getattr(self._compiled(), name)

    def _compiled(self) -> re.Pattern[Any]:
        compiled = re.compile(self._text, self._flags)
        self.__dict__.update({each: getattr(compiled, each) for each in _METHODS})
        return compiled


class _Opening(_Regex):
    """One that is not compiled either before it is asked to match a text that begins as it must.

    Once it is compiled, the methods of the pattern take the place of these.
    """

    def __init__(self, text: str, flags: int, begins: tuple[str, ...]) -> None:
        super().__init__(text, flags)
        self.begins, self._longest = begins, max(map(len, begins))

    def match(self, text: str, pos: int = 0) -> re.Match[str] | None:
        return self._compiled().match(text, pos) if self._may_match(text, pos) else None

    def fullmatch(self, text: str, pos: int = 0) -> re.Match[str] | None:
        return self._compiled().fullmatch(text, pos) if self._may_match(text, pos) else None

    def _may_match(self, text: str, pos: int) -> bool:
        return text[pos : pos + self._longest].lower().startswith(self.begins)


def one_of(*classes: str) -> str:
    """The text of a pattern for one character of any of these classes.

    ``[.:–-]`` says the same as ``one_of("[.:-]", "–")`` and takes ten times as long to compile as the rest of its
    pattern: for a class of more than two stretches of characters, not all of them below U+0100, Python goes through a
    table of 65,536 each time.  ``{1}`` keeps it from making one class of several again.
    """
    return f"(?:{'|'.join(each + '{1}' for each in classes)})"


def regex(text: AnyStr, flags: int = 0, begins: tuple[str, ...] = ()) -> re.Pattern[AnyStr]:
    """The pattern of ``text``; a fault in it shows when it is first used, which a test does for all of them.

    ``begins`` has small letters, and whatever the pattern matches begins with one of them, in letters of any case: of
    all that is asked about a line, nearly everything is answered by how it begins.
    """
    made = _Opening(str(text), flags, begins) if begins else _Regex(text, flags)
    return cast("re.Pattern[AnyStr]", made)
