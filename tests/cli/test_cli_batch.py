"""``cds-gen build`` over many files: every file is told, one never stops the others, and what is done stays done."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fake_office import is_running
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from started import Started, started

from generator.errors import CannotGoOn
from generator.jobs.output import GrowingFile

WARNED = ("loc: {loai: Quyết định}", "loc: {loai: Chỉ thị}")
FAULTY = ("tu: 7", "tu: 43.5")


def villages(office: Any, count: int, *, faulty: frozenset[int] = frozenset()) -> list[str]:
    """The names of so many data files, each with a subject of its own."""
    names = [f"inputs/xa/thon-{number}.yaml" for number in range(count)]
    for number, name in enumerate(names):
        text = office.report.replace("năm 2023", f"năm 2023 của thôn {number}")
        office.write(name, text.replace(*FAULTY) if number in faulty else text)
    return names


def statuses(outcome: Any) -> dict[str, str]:
    """What the table says of each file."""
    rows = re.findall(r"^(\S+\.yaml) {2,}(\D+?) {2,}[\d,]+ +\d+ +\d+$", outcome.out, re.MULTILINE)
    return {Path(name).stem: status for name, status in rows}


def documents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.docx"))}


def test_each_file_has_its_row_and_the_counts_stand_below(office: Any) -> None:
    office.write("inputs/hong.yaml", office.report.replace(*FAULTY))
    office.write("inputs/canh-bao.yaml", office.report.replace(*WARNED))

    done = office.run("build", "hong", "canh-bao", "xa")

    assert done.status == 1
    lines = done.out.splitlines()
    assert re.fullmatch(r"Tệp +Kết quả +Giây +Lỗi +Cảnh báo", lines[0])
    assert [line.split()[0] for line in lines[1:4]] == ["inputs/hong.yaml", "inputs/canh-bao.yaml", "inputs/xa.yaml"]
    assert statuses(done) == {"hong": "có lỗi", "canh-bao": "đã tạo", "xa": "đã tạo"}
    assert re.fullmatch(r"Xong 3/3 tệp trong \d+ giây: 2 đã tạo, 1 có lỗi; 1 lỗi, 1 cảnh báo\.", lines[4])
    assert sorted(documents(office.folder / "outputs")) == ["canh-bao.docx", "xa.docx"]


def test_errors_are_told_in_full_under_their_file_and_warnings_only_counted(office: Any) -> None:
    office.write("inputs/hong.yaml", office.report.replace(*FAULTY))
    office.write("inputs/canh-bao.yaml", office.report.replace(*WARNED))
    told = office.run("build", "hong", "canh-bao").err
    assert told.startswith("── inputs/hong.yaml: có lỗi, 1 lỗi\ninputs/hong.yaml:25:17 ")
    assert "LỖI DL204" in told
    assert "DL506" not in told
    assert "CẢNH BÁO DL506" in office.run("build", "hong", "canh-bao", "--verbose").err


def test_a_missing_file_does_not_stop_the_good_one(office: Any) -> None:
    done = office.run("build", "khong-co", "xa")
    assert done.status == 1
    assert statuses(done) == {"xa": "đã tạo"}
    assert "── khong-co: không dựng được\nLỖI: Không tìm thấy tệp dữ liệu «khong-co»." in done.err


def test_a_fault_of_a_base_is_told_with_the_first_file_that_it_spoils(office: Any) -> None:
    office.write("inputs/nen.yaml", "don_vi: {ten_tat: UBND}\n")
    for name in ("a", "b"):
        office.write(f"inputs/{name}.yaml", f"ke_thua: [nen.yaml]\n{office.report}")
    done = office.run("build", "a", "b")
    assert done.err.count("DL201") == 1
    assert "── inputs/b.yaml: có lỗi, 1 lỗi\n    và 1 phát hiện ở tệp dùng chung, đã kể ở trên\n" in done.err


@pytest.mark.parametrize("second", ["thon-b/xa", "thon-b/XA"])
def test_two_files_for_one_output_are_refused_before_anything_is_built(second: str, office: Any) -> None:
    office.write("thon-a/xa.yaml", office.report)
    office.write(f"{second}.yaml", office.report.replace("năm 2023", "cả năm 2023"))
    before = office.files()

    done = office.run("build", "thon-a/xa", second, "hoangkim")

    assert done.status == 3
    assert f"«thon-a/xa.yaml» và «{second}.yaml» cùng dựng ra một tệp" in done.err
    assert office.files() == before


def test_the_same_file_named_twice_is_built_once(office: Any) -> None:
    done = office.run("build", "xa", "inputs/xa.yaml")
    assert done.status == 0
    assert done.out.count("inputs/xa.yaml") == 1


def test_no_process_is_no_way_to_build(office: Any) -> None:
    done = office.run("build", "xa", "hoangkim", "--jobs", "0")
    assert done.status == 2
    assert "--jobs" in done.err


class TestWhatIsUpToDate:
    def test_is_not_built_again_and_its_findings_are_told_again(self, office: Any) -> None:
        office.write("inputs/canh-bao.yaml", office.report.replace(*WARNED))
        first = office.run("build", "xa", "canh-bao", "--report", "mot.json")
        before = documents(office.folder / "outputs")
        second = office.run("build", "xa", "canh-bao", "--report", "hai.json")
        assert (first.status, second.status) == (0, 0)
        assert statuses(second) == {"xa": "còn mới", "canh-bao": "còn mới"}
        assert documents(office.folder / "outputs") == before
        found = [
            [row["phat_hien"] for row in json.loads((office.folder / name).read_text("utf-8"))["tep"]]
            for name in ("mot.json", "hai.json")
        ]
        assert found[0] == found[1]
        assert found[0][1][0]["luat"] == "DL506"

    def test_is_built_again_when_it_is_asked_for(self, office: Any) -> None:
        names = villages(office, 2)
        office.run("build", *names)
        assert set(statuses(office.run("build", *names, "--all")).values()) == {"không đổi"}

    @pytest.mark.parametrize(
        ("path", "was", "now"),
        [
            ("inputs/xa.yaml", "năm 2023", "cả năm 2023"),
            ("inputs/chung/nen.yaml", "UBND huyện", "Ủy ban huyện"),
            ("inputs/ky-truoc.yaml", "Một câu", "Hai câu"),
            ("templates/chi_tieu/bo-nho.yaml", "ten: ", "# đã xem lại\nten: "),
            ("templates/docx/bao_cao/mo_ta.yaml", "", "# đã xem lại\n"),
            ("templates/quy_cach.yaml", "", "# đã xem lại\n"),
            ("templates/thay_doi.yaml", "", "# đã xem lại\n"),
        ],
    )
    def test_is_only_what_nothing_has_changed_for(self, path: str, was: str, now: str, office: Any) -> None:
        office.write("inputs/chung/nen.yaml", "don_vi: {cap_tren: UBND huyện Sông Hồng}\n")
        office.write("inputs/ky-truoc.yaml", "noi_dung: [Một câu.]\n")
        period = "ky: {nam: 2023, truoc: {nam: 2022, tep: ky-truoc.yaml}}"
        text = re.sub(r"^ky: .*$", period, office.report, flags=re.MULTILINE)
        assert period in text
        office.write("inputs/xa.yaml", f"ke_thua: [chung/nen.yaml]\n{text}")
        office.write("inputs/khac.yaml", office.report.replace("bo: bo-nho", "bo: bo-nho"))
        assert office.run("build", "xa", "khac").status == 0
        changed = office.folder / path
        office.write(path, changed.read_text("utf-8").replace(was, now, 1))

        done = office.run("build", "xa", "khac")

        assert statuses(done)["xa"] in ("đã cập nhật", "không đổi")
        alone = path.startswith("inputs")
        assert (statuses(done)["khac"] == "còn mới") == alone

    def test_counts_with_the_wishes_that_it_was_built_with(self, office: Any) -> None:
        office.write("inputs/canh-bao.yaml", office.report.replace(*WARNED))
        office.run("build", "xa", "canh-bao")
        done = office.run("build", "xa", "canh-bao", "--strict")
        assert statuses(done) == {"xa": "không đổi", "canh-bao": "có lỗi"}
        assert "CẢNH BÁO DL506" in done.err

    def test_is_found_again_after_the_office_has_moved(self, office: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        office.run("build", "xa", "hoangkim")
        moved = office.folder.with_name("noi-khac")
        monkeypatch.chdir(office.folder.parent)
        office.folder.rename(moved)
        monkeypatch.chdir(moved)
        assert set(statuses(office.run("build", "xa", "hoangkim")).values()) == {"còn mới"}

    @pytest.mark.parametrize("damage", [b"", b"{}", b"[]", b"\xff", b'{"made": 1, "read": 2}'])
    def test_is_built_again_where_the_record_is_damaged(self, damage: bytes, office: Any) -> None:
        office.run("build", "xa", "hoangkim")
        office.write("outputs/.cds-gen/xa.docx.json", damage)
        assert statuses(office.run("build", "xa", "hoangkim")) == {"xa": "không đổi", "hoangkim": "còn mới"}

    def test_is_not_what_was_taken_away(self, office: Any) -> None:
        office.run("build", "xa", "hoangkim")
        (office.folder / "outputs" / "xa.docx").unlink()
        assert statuses(office.run("build", "xa", "hoangkim")) == {"xa": "đã tạo", "hoangkim": "còn mới"}


def test_an_output_edited_by_hand_is_kept_and_the_rest_goes_on(office: Any) -> None:
    office.run("build", "xa", "hoangkim")
    edited = office.write("outputs/xa.docx", b"da sua trong Word")

    done = office.run("build", "xa", "hoangkim")

    assert done.status == 1
    assert statuses(done) == {"xa": "đã sửa tay", "hoangkim": "còn mới"}
    assert "đã được sửa sau khi dựng" in done.err
    assert edited.read_bytes() == b"da sua trong Word"

    done = office.run("build", "xa", "hoangkim", "--force")
    assert statuses(done) == {"xa": "đã cập nhật", "hoangkim": "còn mới"}
    assert "bản đã sửa tay được giữ tại outputs/xa.sua-tay-" in done.err


class TestReport:
    def test_as_json_holds_every_finding(self, office: Any) -> None:
        names = villages(office, 3, faulty=frozenset({1}))
        done = office.run("build", *names, "khong-co", "--report", "ket-qua.json")
        report = json.loads((office.folder / "ket-qua.json").read_text("utf-8"))
        assert done.out.endswith("Kết quả từng tệp: ket-qua.json\n")
        assert [row["tep"] for row in report["tep"]] == [*names, "khong-co"]
        assert [row["trang_thai"] for row in report["tep"]] == ["đã tạo", "có lỗi", "đã tạo", "không dựng được"]
        assert [row["so_loi"] for row in report["tep"]] == [0, 1, 0, 1]
        fault = report["tep"][1]["phat_hien"][0]
        assert (fault["luat"], fault["cho"]["dong"]) == ("DL204", 25)
        assert "Không tìm thấy" in report["tep"][3]["tro_ngai"]
        assert report["tom_tat"] == {"đã tạo": 2, "có lỗi": 1, "không dựng được": 1}

    def test_as_csv_opens_in_excel(self, office: Any) -> None:
        names = villages(office, 2, faulty=frozenset({1}))
        office.run("build", *names, "=cmd", "--report", "ket-qua.csv")
        data = (office.folder / "ket-qua.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        head, first, second, third = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        assert head[:6] == ["tệp", "trạng thái", "giây", "số lỗi", "số cảnh báo", "phát hiện"]
        assert (first[0], first[1], first[3:5]) == (names[0], "đã tạo", ["0", "0"])
        assert re.fullmatch(r"\d+(,\d+)?", first[2])
        assert second[5].startswith(f"LỖI DL204 {names[1]}:25:17 ")
        assert third[0] == "'=cmd"

    def test_of_one_file(self, office: Any) -> None:
        assert office.run("build", "xa", "--report", "mot.json").status == 0
        assert len(json.loads((office.folder / "mot.json").read_text("utf-8"))["tep"]) == 1

    def test_replaces_its_own_and_nobody_elses(self, office: Any) -> None:
        assert office.run("build", "xa", "hoangkim", "--report", "r.csv").status == 0
        assert office.run("build", "xa", "hoangkim", "--report", "r.csv").status == 0
        office.write("r.csv", b"cua toi")
        before = office.files()
        done = office.run("build", "xa", "hoangkim", "--report", "r.csv", "--all")
        assert done.status == 3
        assert "«r.csv» đã có từ trước" in done.err
        assert office.files() == before

    def test_that_cannot_be_written_does_not_silence_the_table(
        self, office: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise CannotGoOn("đĩa đầy", "dọn đĩa")

        monkeypatch.setattr(GrowingFile, "write", full)
        done = office.run("build", "xa", "hoangkim", "--report", "r.csv")
        assert done.status == 3
        assert statuses(done) == {"xa": "đã tạo", "hoangkim": "đã tạo"}
        assert "Xong 2/2 tệp" in done.out
        assert "đĩa đầy" in done.err
        assert not [*office.folder.glob("*r.csv*")]

    def test_is_json_or_csv(self, office: Any) -> None:
        done = office.run("build", "xa", "hoangkim", "--report", "r.xlsx")
        assert done.status == 2
        assert "phải có đuôi .json hoặc .csv" in done.err


def test_of_many_files_only_those_that_failed_are_listed(office: Any) -> None:
    names = villages(office, 42, faulty=frozenset(range(42)) - {3})
    done = office.run("build", *names)
    assert "Những tệp không dựng được:" in done.out
    assert len(statuses(done)) == 41
    assert "thon-3" not in statuses(done)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_batch_in_processes_builds_what_one_by_one_builds(office: Any, data: st.DataObject) -> None:
    count = data.draw(st.integers(2, 6))
    faulty = data.draw(st.frozensets(st.integers(0, count - 1)))
    names = villages(office, count, faulty=faulty)
    run = data.draw(st.uuids()).hex
    for name in names:
        assert office.run("build", name, "--out", f"{run}/rieng").status == (int(Path(name).stem[5:]) in faulty)
    done = office.run("build", *names, "--jobs", "2", "--out", f"{run}/chung")
    assert done.status == bool(faulty)
    one_by_one = documents(office.folder / run / "rieng") if (office.folder / run / "rieng").is_dir() else {}
    together = documents(office.folder / run / "chung") if (office.folder / run / "chung").is_dir() else {}
    assert together == one_by_one
    assert len(together) == count - len(faulty)


def built(office: Any) -> int:
    return len(documents(office.folder / "outputs"))


def children(program: Started) -> list[int]:
    """The processes that a program has started."""
    try:
        return [int(child) for child in Path(f"/proc/{program.id}/task/{program.id}/children").read_text().split()]
    except FileNotFoundError:
        return []


linux_only = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs Linux to see the processes")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals for one program")
@pytest.mark.parametrize(
    ("jobs", "asked", "status"), [("1", signal.SIGINT, 130), ("2", signal.SIGINT, 130), ("2", signal.SIGTERM, 143)]
)
def test_stopped_it_leaves_nothing_half_done_and_the_next_run_goes_on(
    jobs: str, asked: signal.Signals, status: int, office: Any, program: Callable[..., Any]
) -> None:
    names = villages(office, 400)
    with started("build", *names, "--jobs", jobs, "--report", "r.json", folder=office.folder) as running:
        running.wait_until("three reports are there", lambda: built(office) >= 3)
        running.send(asked)
        left = running.leave()

    assert left.status == status, left.err
    assert "Traceback" not in left.err
    told = re.search(r"^Xong (\d+)/400 tệp", left.out, re.MULTILINE)
    assert told
    assert "Đã dừng theo yêu cầu" in left.out
    assert 3 <= built(office) == int(told[1]) < 400
    assert not list(office.folder.rglob("*.tmp"))
    assert not (office.folder / "r.json").exists()
    rest = program("build", *names[:10], folder=office.folder)
    assert list(statuses(rest).values()).count("còn mới") == min(int(told[1]), 10)


@linux_only
def test_ctrl_c_while_the_processes_start_is_heard_by_one_alone(office: Any) -> None:
    names = villages(office, 100)
    with started("build", *names, "--jobs", "4", folder=office.folder) as program:
        program.wait_until("a process is started", lambda: bool(children(program)))
        workers = children(program)
        program.send(signal.SIGINT, to_group=True)
        left = program.leave()
    assert (left.status, left.err.count("Traceback")) == (130, 0), left.err
    assert not any(map(is_running, workers))


@linux_only
def test_what_was_started_to_outlive_its_terminal_does(office: Any) -> None:
    names = villages(office, 100)
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    try:
        with started("build", *names, "--jobs", "2", folder=office.folder) as running:
            running.wait_until("three reports are there", lambda: built(office) >= 3)
            running.send(signal.SIGHUP, to_group=True)
            left = running.leave()
    finally:
        signal.signal(signal.SIGHUP, before)
    assert left.status == 0, left.err
    assert built(office) == 100


@linux_only
def test_a_killed_worker_takes_no_file_with_it(office: Any) -> None:
    names = villages(office, 100)
    with started("build", *names, "--jobs", "2", folder=office.folder) as program:
        program.wait_until("three reports are there", lambda: built(office) >= 3)
        os.kill(children(program)[0], signal.SIGKILL)
        left = program.leave()
    assert (left.status, left.err.count("Traceback")) == (0, 0), left.err
    assert built(office) == 100
    assert "100 đã tạo" in left.out
