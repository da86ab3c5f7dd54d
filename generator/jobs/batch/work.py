"""The unit of work of a batch: an order in, a result out, both plain values that travel between processes.

It is a function of what the files hold, and writes none: whoever gave the order writes what came of it.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from generator.errors import CannotGoOn, Refused
from generator.findings import Finding, in_order
from generator.jobs.batch.bearing import bearing
from generator.jobs.build import Wished, finish
from generator.jobs.workspace import shown_path


class Order(Struct, frozen=True):
    """A data file to be built into ``target``; ``here`` is the folder from which paths are shown."""

    source: Path
    target: Path
    here: Path
    wished: Wished = field(default_factory=Wished)


class Trouble(Struct, frozen=True):
    """What kept a file from being built, where there is no place to point to, and how to mend it."""

    problem: str
    fix: str


class Result(Struct, frozen=True):
    """What came of an order: the bytes of the Word file, or what stood in the way.

    ``read`` are the files that bear on it, each with its hash; ``seconds`` is what the making took.
    """

    data: bytes | None = None
    findings: tuple[Finding, ...] = ()
    trouble: Trouble | None = None
    read: Mapping[Path, str] = field(default_factory=dict)
    seconds: float = 0.0


def work(order: Order) -> Result:
    """Make the report of one data file; never raises for what is wrong with that file, or with this program."""
    began = time.perf_counter()
    # Before anything is read: what changes while the report is made differs from what was hashed, the next time.
    read = bearing(order.source, order.here)
    data, findings, trouble = _made(order)
    return Result(data, findings, trouble, read, time.perf_counter() - began)


def _made(order: Order) -> tuple[bytes | None, tuple[Finding, ...], Trouble | None]:
    try:
        done = finish(order.source, shown_path(order.target, order.here), order.here, order.wished)
    except Refused as refused:
        return None, tuple(in_order(refused.findings)), None
    except CannotGoOn as error:
        return None, (), Trouble(error.problem, error.fix)
    except Exception:
        told = traceback.format_exc()
        problem = f"Chương trình gặp lỗi của chính nó:\n{told}".rstrip()
        return None, (), Trouble(problem, "Gửi những dòng trên cùng tệp dữ liệu cho người phụ trách cds-gen.")
    return done.data, tuple(in_order((*done.checked.findings, *done.form.findings))), None
