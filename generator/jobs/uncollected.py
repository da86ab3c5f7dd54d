"""Work during which Python does not look for objects to throw away."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Holds the garbage collector off while a document is read and judged, and lets it work again afterwards.

    A document of 300 pages becomes hundreds of thousands of objects that all stay until it is judged: the collector
    would go through them again and again and find nothing, longer each time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
