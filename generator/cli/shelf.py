"""Rows of a batch, put by until all is known of them."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import IO

from generator.report.batch_rows import Row


class Shelf:
    """In a file, so that memory does not grow with the number of rows."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def add(self, row: Row) -> None:
        pickle.dump(row, self._file)

    def __iter__(self) -> Iterator[Row]:
        """The rows from the first to the last, as often as asked; after it none can be added."""
        end = self._file.tell()
        self._file.seek(0)
        while self._file.tell() < end:
            yield pickle.load(self._file)
