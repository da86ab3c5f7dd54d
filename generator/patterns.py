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

    def __getattr__(self, name: str) -> object:
        # Python asks here for what the instance has not: once, and never again after that.
        compiled = re.compile(self._text, self._flags)
        self.__dict__.update({each: getattr(compiled, each) for each in _METHODS})
        return getattr(compiled, name)


def regex(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern of ``text``; a fault in it shows when it is first used, which a test does for all of them."""
    return cast("re.Pattern[AnyStr]", _Regex(text, flags))
