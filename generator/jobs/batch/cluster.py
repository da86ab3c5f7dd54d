"""A crew of many machines: Dask distributed, an extra that is only loaded where it is asked for."""

from __future__ import annotations

from concurrent.futures import Future, wait
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from generator.errors import CannotGoOn
from generator.jobs.batch.bearing import Hashes, bearing
from generator.jobs.batch.crews import DIED
from generator.jobs.batch.parcels import packed, packed_office, work_on_parcel
from generator.jobs.batch.work import Order, Result, Trouble

_SECONDS_TO_ANSWER = 10
_FEWEST_AT_ONCE = 4


class Cluster:
    """The workers of a Dask scheduler.  They get values and give values; files are read and written here."""

    def __init__(self, address: str) -> None:
        """Raises ``CannotGoOn`` where Dask is not installed, nobody answers at the address, or there is no worker."""
        try:
            import distributed
        except ImportError as error:
            raise CannotGoOn(
                "Chưa cài phần dựng trên nhiều máy (Dask), là phần mà --scheduler cần.",
                "Chạy «pip install 'cds-gen[cluster]'» trên máy này và trên mọi máy của cụm.",
            ) from error
        try:
            self._client: Any = distributed.Client(address, timeout=_SECONDS_TO_ANSWER, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise CannotGoOn(
                f"Không nối được với bộ điều phối Dask ở «{address}».",
                "Kiểm tra địa chỉ mà lệnh «dask scheduler» in ra, ví dụ tcp://10.0.0.5:8786, và mạng giữa hai máy.",
            ) from error
        try:
            self._client.wait_for_workers(1, timeout=_SECONDS_TO_ANSWER)
        except TimeoutError as error:
            self._client.close()
            raise CannotGoOn(
                f"Bộ điều phối Dask ở «{address}» chưa có máy nào để giao việc.",
                f"Trên mỗi máy của cụm chạy «dask worker {address} --nthreads 1 --nworkers auto», rồi chạy lại.",
            ) from error
        # A report that ends its worker would end every worker that it is tried on.
        self._executor: Any = self._client.get_executor(pure=False, retries=0)
        self.at_once = max(_FEWEST_AT_ONCE, 2 * sum(self._client.nthreads().values()))
        self._offices: dict[str, Any] = {}
        self._folders: dict[Path, Any] = {}
        self._read: dict[Future[Result], Hashes] = {}

    def begin(self, order: Order) -> Future[Result]:
        """Send an order with its files."""
        try:
            read = bearing(order.source, order.here)
            begun: Future[Result] = self._executor.submit(work_on_parcel, packed(order), self._office_of(order))
        except CannotGoOn as error:
            begun = Future()
            begun.set_result(Result(trouble=Trouble(error.problem, error.fix)))
            return begun
        self._read[begun] = read
        return begun

    def _office_of(self, order: Order) -> Any:
        """What stands for the order's office on the workers; each office is sent once."""
        folder = order.source.parent
        if folder not in self._folders:
            office = packed_office(order)
            if office.hash not in self._offices:
                self._offices[office.hash] = self._client.scatter(office, broadcast=True, hash=False)
            self._folders[folder] = self._offices[office.hash]
        return self._folders[folder]

    def result(self, _order: Order, begun: Future[Result], seconds: float) -> Result | None:
        """What a worker made of an order; a worker that died is told as the trouble of its file."""
        import distributed

        if not wait([begun], timeout=seconds).done:
            return None
        read = self._read.pop(begun, {})
        try:
            return replace(begun.result(), read=read)
        except distributed.KilledWorker:
            return Result(trouble=DIED)
        except Exception as error:
            told = ": ".join(filter(None, (type(error).__name__, str(error))))
            problem = f"Cụm máy không trả kết quả: {told}."
            return Result(trouble=Trouble(problem, "Xem nhật ký của bộ điều phối và các máy của cụm, rồi chạy lại."))

    def leave(self, *, at_once: bool) -> None:
        """Go; what is still being made is cancelled."""
        if at_once:
            self._executor.shutdown(wait=False)
        self._client.close()
