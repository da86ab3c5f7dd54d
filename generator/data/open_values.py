"""What stands in an expression for a value that the office has left open."""

from __future__ import annotations

from typing import NoReturn

from msgspec import Struct

from generator.data.open_places import PRINTED


class LeftOpen(Exception):
    """An expression reckons with a value that is left open, so that all of it is open."""


class OpenValue(Struct, frozen=True, eq=False):
    """A value left open: it can be printed; whatever else an expression does with it raises ``LeftOpen``."""

    def __str__(self) -> str:
        return PRINTED

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise LeftOpen

    def __eq__(self, other: object) -> bool:
        raise LeftOpen

    def __bool__(self) -> bool:
        raise LeftOpen

    __hash__ = object.__hash__
    __lt__ = __le__ = __gt__ = __ge__ = __neg__ = __pos__ = __abs__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __pow__ = __rpow__ = _refuse
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _refuse
    __len__ = __iter__ = __contains__ = __getitem__ = __call__ = _refuse
    # What the sandbox lets expressions call of words.
    endswith = lower = startswith = strip = upper = _refuse


OPEN_VALUE = OpenValue()
