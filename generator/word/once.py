"""A property of a value that never changes, worked out when it is first asked for and kept with the value.

What ``functools.cached_property`` does, without the lock that Python 3.11 takes at each first asking: a document has
thousands of paragraphs, each asked for half a dozen such things, and only one thread reads it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):
    """Decorates a method without arguments of a class that has a ``__dict__``."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, value: None, owner: type) -> once[T]: ...
    @overload
    def __get__(self, value: object, owner: type) -> T: ...
    def __get__(self, value: object | None, owner: type) -> once[T] | T:
        if value is None:
            return self
        found = value.__dict__[self._name] = self._work(value)
        return found
