"""A batch: what a dying worker costs, how much is under way at once, and what bears on a report."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import subprocess
import sys
import threading
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

from generator.jobs.batch.bearing import bearing
from generator.jobs.batch.crews import DIED, Alone
from generator.jobs.batch.processes import LATE, Processes
from generator.jobs.batch.running import Batch, Outcome, Status
from generator.jobs.batch.work import Order, Result, Trouble, work
from generator.jobs.init import lay_out

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "tests" / "rules"


def orders(folder: Path, *names: str) -> list[Order]:
    return [Order(folder / f"{name}.yaml", folder / f"{name}.docx", folder) for name in names]


def echo(order: Order) -> Result:
    """A unit of work that dies for some names."""
    if order.source.stem.startswith("chet"):
        os._exit(9)
    return Result(order.source.stem.encode())


def outcomes(batch: Batch, entries: list[Order]) -> list[Outcome]:
    return [outcome for outcome in batch.outcomes(entries) if outcome is not None]


def test_a_file_that_kills_its_process_fails_alone(tmp_path: Path) -> None:
    names = ("a", "b", "chet-1", "c", "d", "chet-2", *(f"e{number}" for number in range(20)))
    done = outcomes(Batch(lambda: Processes(2, echo), rebuild=True), orders(tmp_path, *names))
    assert [Path(outcome.source).stem for outcome in done] == list(names)
    failed = [outcome for outcome in done if outcome.status.failed]
    assert [Path(outcome.source).stem for outcome in failed] == ["chet-1", "chet-2"]
    assert {outcome.trouble for outcome in failed} == {DIED}
    assert len(list(tmp_path.glob("*.docx"))) == len(names) - 2


MUCH = 5_000_000  # bytes, more than a pipe holds


def dying_while_it_tells(order: Order) -> Result:
    """A unit of work whose process dies, the first time, when a part of its result is in the pipe."""
    died = order.source.with_suffix(".chet")
    if not died.exists():
        died.touch()
        threading.Timer(0.2, os._exit, [9]).start()
    return Result(bytes(MUCH))


def test_a_process_that_dies_while_it_tells_its_result_stops_nobody(tmp_path: Path) -> None:
    (order,) = orders(tmp_path, "a")
    crew = Processes(1, dying_while_it_tells)
    try:
        begun = crew.begin(order)
        (worker,) = multiprocessing.active_children()
        worker.join(60)
        assert worker.exitcode == 9
        result = crew.result(order, begun, 60)
        assert result
        assert result.data == bytes(MUCH)
    finally:
        crew.leave(at_once=True)


def hanging(order: Order) -> Result:
    """A unit of work that hangs for some names."""
    if order.source.stem.startswith("treo"):
        time.sleep(300)
    return echo(order)


def test_a_file_that_takes_too_long_is_given_up_and_the_others_go_on(tmp_path: Path) -> None:
    names = ("a", "treo-1", "b", "c", "treo-2", "d")
    done = outcomes(Batch(lambda: Processes(2, hanging, limit=0.5), rebuild=True), orders(tmp_path, *names))
    assert [outcome.trouble for outcome in done] == [LATE if name.startswith("treo") else None for name in names]
    assert not multiprocessing.active_children()


def test_work_that_is_given_up_leaves_no_process(tmp_path: Path) -> None:
    course = Batch(lambda: Processes(2, hanging), rebuild=True).outcomes(orders(tmp_path, "a", "treo-1", "treo-2"))
    assert next(outcome for outcome in course if outcome)
    course.close()
    assert not multiprocessing.active_children()


class Counting(Alone):
    """A crew that notes how many orders it has begun and not given back."""

    at_once = 3

    def __init__(self) -> None:
        super().__init__(echo)
        self.under_way = self.most = 0
        self.left: list[bool] = []

    def begin(self, order: Order) -> Future[Result]:
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        return super().begin(order)

    def result(self, order: Order, begun: Future[Result], seconds: float) -> Result | None:
        self.under_way -= 1
        return super().result(order, begun, seconds)

    def leave(self, *, at_once: bool) -> None:
        self.left.append(at_once)


def test_only_a_few_files_are_under_way_however_many_there_are(tmp_path: Path) -> None:
    crew = Counting()
    assert len(outcomes(Batch(lambda: crew, rebuild=True), orders(tmp_path, *map(str, range(200))))) == 200
    assert crew.most == 3
    assert crew.left == [False]


def test_who_stops_in_the_middle_writes_no_more(tmp_path: Path) -> None:
    crew = Counting()
    course = Batch(lambda: crew, rebuild=True).outcomes(orders(tmp_path, *map(str, range(50))))
    assert next(course) is not None
    course.close()
    assert [path.name for path in tmp_path.glob("*.docx")] == ["0.docx"]
    assert crew.left == [True]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    lay_out(tmp_path)
    return tmp_path


def real_order(office: Path, name: str = "hoangkim") -> Order:
    return Order(office / "inputs" / f"{name}.yaml", office / "outputs" / f"{name}.docx", office)


def test_orders_and_results_travel_between_processes(office: Path) -> None:
    order = pickle.loads(pickle.dumps(real_order(office)))
    result = work(order)
    assert result.data is not None
    again = pickle.loads(pickle.dumps(result))
    assert (again.data, again.findings, again.read) == (result.data, result.findings, result.read)


def test_the_work_writes_nothing(office: Path) -> None:
    before = sorted(office.rglob("*"))
    work(real_order(office))
    assert sorted(office.rglob("*")) == before


def test_a_fault_of_the_program_is_the_trouble_of_its_file(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("generator.jobs.batch.work.finish", broken)
    result = work(real_order(office))
    assert result.data is None
    assert isinstance(result.trouble, Trouble)
    assert "ZeroDivisionError" in result.trouble.problem


WATCHED = """
import sys
from pathlib import Path
from generator.jobs.batch.bearing import bearing
from generator.jobs.batch.work import Order, work
here, name = Path(sys.argv[1]), sys.argv[2]
order = Order(here / "inputs" / name, here / "outputs" / "x.docx", here)
known = {str(path) for path in bearing(order.source, here)}
opened = set()
def note(event, arguments):
    if event == "open" and str(arguments[0]).startswith(str(here)):
        opened.add(str(arguments[0]))
sys.addaudithook(note)
assert work(order).data
assert opened and str(order.source) in opened
print(sorted(opened - known))
"""


@pytest.mark.parametrize("name", ["hoangkim.yaml", "camthuy.yaml", "con.yaml"])
def test_every_file_that_is_read_for_a_report_bears_on_it(office: Path, name: str) -> None:
    inputs = office / "inputs"
    (inputs / "chung").mkdir()
    (inputs / "chung" / "nen.yaml").write_text("ke_thua: [chung/goc.yaml]\n".replace("chung/", ""), "utf-8")
    (inputs / "chung" / "goc.yaml").write_text("don_vi: {cap_tren: UBND huyện Sông Hồng}\n", "utf-8")
    text = (EXAMPLES / "nen.yaml").read_text("utf-8").replace("bo: bo-nho", "bo: bo-nho")
    before = "ky: {nam: 2023, truoc: {nam: 2022, tep: hoangkim.yaml}}"
    lines = [before if line.startswith("ky:") else line for line in text.splitlines()]
    (inputs / "con.yaml").write_text("\n".join(["ke_thua: [chung/nen.yaml]", *lines, ""]), "utf-8")
    small = (EXAMPLES / "chi_tieu" / "bo-nho.yaml").read_bytes()
    (office / "templates" / "chi_tieu" / "bo-nho.yaml").write_bytes(small)
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(office), name],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_a_file_that_is_not_there_bears_on_a_report_as_well(office: Path) -> None:
    order = real_order(office)
    text = order.source.read_text("utf-8").replace("nam: 2023\n", "nam: 2023\n  truoc: {nam: 2022, tep: cu.yaml}\n", 1)
    order.source.write_text(text, "utf-8")
    assert bearing(order.source, office)[office / "inputs" / "cu.yaml"] == ""


@pytest.mark.parametrize(("way", "file"), [("../2022/cu.yaml", "2022/cu.yaml"), ("../../cu.yaml", None)])
def test_the_file_of_the_period_before_bears_on_a_report_from_anywhere_in_its_office(
    office: Path, way: str, file: str | None
) -> None:
    order = real_order(office)
    (office / "2022").mkdir()
    (office / "2022" / "cu.yaml").write_text("mau: bao_cao\n", "utf-8")
    truoc = f"nam: 2023\n  truoc: {{nam: 2022, tep: {way}}}\n"
    order.source.write_text(order.source.read_text("utf-8").replace("nam: 2023\n", truoc, 1), "utf-8")
    earlier = [path for path in bearing(order.source, office) if path.name == "cu.yaml"]
    assert earlier == ([office / file] if file else [])


def test_a_status_says_whether_there_is_a_report() -> None:
    assert {status for status in Status if status.failed} == {Status.FAULTY, Status.EDITED, Status.STOPPED}
