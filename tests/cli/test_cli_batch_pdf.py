"""What ``cds-gen build --pdf`` over many files tells of each PDF: in the table, in the report, whatever goes wrong."""

from __future__ import annotations

import csv
import io
import json
import re
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from fake_office import HANGS, FakeOffice, is_running
from started import started

from generator.jobs.pdf import office as finding

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="LibreOffice giả là một tệp chạy của Unix")

NAMES = ("xa", "xa2", "hong", "xa3")


@pytest.fixture
def several(office: Any) -> Any:
    """Three good files, the PDF of one of which is somebody else's, and one that is refused."""
    for name in ("xa2", "xa3"):
        office.write(f"inputs/{name}.yaml", office.report)
    office.write("inputs/hong.yaml", "mau: bao_cao\n")
    office.write("outputs/xa2.pdf", b"cua nguoi khac")
    return office


def pdfs(path: Path) -> dict[str, dict[str, Any]]:
    """What a JSON report says of the PDF of each file."""
    return {Path(row["tep"]).stem: row["pdf"] for row in json.loads(path.read_text("utf-8"))["tep"]}


def nothing(status: str, trouble: str | None = None) -> dict[str, Any]:
    return {"ket_qua": None, "trang_thai": status, "giay": 0.0, "tro_ngai": trouble}


def test_the_report_as_json_tells_of_each_pdf(several: Any, fake: FakeOffice) -> None:
    assert several.run("build", *NAMES, "--pdf", "--report", "r.json").status == 1
    assert fake.starts == [2]
    told = pdfs(several.folder / "r.json")
    assert list(told) == list(NAMES)
    assert told["xa"].pop("giay") >= 0
    assert told["xa"] == {"ket_qua": "outputs/xa.pdf", "trang_thai": "đã tạo", "tro_ngai": None}
    assert (told["xa2"]["ket_qua"], told["xa2"]["trang_thai"]) == (None, "không làm được")
    assert "«outputs/xa2.pdf» đã được sửa" in told["xa2"]["tro_ngai"]
    assert told["hong"] == nothing("chờ tệp Word")
    whole = json.loads((several.folder / "r.json").read_text("utf-8"))
    assert whole["tom_tat"] == {"đã tạo": 3, "có lỗi": 1}
    assert whole["tom_tat_pdf"] == {"đã tạo": 2, "không làm được": 1, "chờ tệp Word": 1}

    assert several.run("build", *NAMES, "--pdf", "--report", "r.json").status == 1
    again = pdfs(several.folder / "r.json")
    assert again["xa"] == {**nothing("không đổi"), "ket_qua": "outputs/xa.pdf"}


def test_the_report_as_csv_tells_of_them_behind_what_it_told_before(several: Any, fake: FakeOffice) -> None:
    several.run("build", *NAMES, "--pdf", "--report", "r.csv")
    assert fake.starts == [2]
    text = (several.folder / "r.csv").read_bytes().decode("utf-8-sig")
    head, first, second, third, _ = csv.reader(io.StringIO(text, newline=""))
    assert head[6:] == ["tệp PDF", "trạng thái PDF", "giây PDF", "trở ngại PDF"]
    assert (first[6:8], first[9]) == (["outputs/xa.pdf", "đã tạo"], "")
    assert re.fullmatch(r"\d+(,\d+)?", first[8])
    assert second[6:8] == ["", "không làm được"]
    assert "đã được sửa" in second[9]
    assert third[6:] == ["", "chờ tệp Word", "", ""]


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_where_nobody_asked_for_pdfs_the_report_says_so(office: Any, ending: str) -> None:
    office.write("inputs/xa2.yaml", office.report)
    done = office.run("build", "xa", "xa2", "--report", f"r.{ending}")
    if ending == "json":
        assert pdfs(office.folder / "r.json") == dict.fromkeys(("xa", "xa2"), nothing("không yêu cầu"))
    else:
        assert (office.folder / "r.csv").read_text("utf-8").count(",,không yêu cầu,,\n") == 2
    assert "PDF" not in done.out


def test_the_table_tells_of_each_pdf(several: Any, fake: FakeOffice) -> None:
    lines = several.run("build", *NAMES, "--pdf").out.splitlines()
    assert fake.starts == [2]
    assert re.fullmatch(r"Tệp +Kết quả +Giây +Lỗi +Cảnh báo +PDF +Giây PDF", lines[0])
    told = [re.split(r" {2,}", line) for line in lines[1:5]]
    assert [row[5].strip() for row in told] == ["đã tạo", "không làm được", "chờ tệp Word", "đã tạo"]
    assert lines[5].startswith("Xong 4/4 tệp")
    assert re.fullmatch(r"PDF: xong 3/3 tệp trong \d+ giây: 2 đã tạo, 1 không làm được\.", lines[6])


def test_of_many_files_those_without_a_pdf_are_listed(office: Any, fake: FakeOffice) -> None:
    names = [f"inputs/xa/thon-{number}.yaml" for number in range(42)]
    for name in names:
        office.write(name, office.report)
    office.write("outputs/thon-7.pdf", b"cua nguoi khac")
    done = office.run("build", *names, "--pdf", "--jobs", "1")
    assert fake.starts == [41]
    assert done.out.startswith("Những tệp không dựng được hoặc không có PDF:\nTệp ")
    assert re.findall(r"thon-\d+", done.out) == ["thon-7"]


def test_without_libreoffice_the_report_says_why_there_is_no_pdf(several: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(finding.SOFFICE, "/khong/co/soffice")
    done = several.run("build", *NAMES, "--pdf", "--report", "r.json")
    assert done.status == 3
    assert f"{finding.SOFFICE} ghi «/khong/co/soffice»" in done.err
    told = pdfs(several.folder / "r.json")
    why = told["xa"]["tro_ngai"]
    assert f"{finding.SOFFICE} ghi «/khong/co/soffice»" in why
    assert told == {**dict.fromkeys(NAMES, nothing("chưa làm", why)), "hong": nothing("chờ tệp Word")}
    assert "Xong 4/4 tệp" in done.out
    assert re.search(r"^PDF: xong 0/3 tệp trong \d+ giây\.$", done.out, re.MULTILINE)


def test_stopped_among_the_pdfs_it_reports_what_is_done(several: Any, fake: FakeOffice, tmp_path: Path) -> None:
    text = fake.program.read_text()
    fake.program.write_text(text.replace('open(name, "rb").read()', f"{HANGS!r} if name[:3] == '001' else b'x'"))
    temporary = tmp_path / "tam"
    temporary.mkdir()
    arguments = ("build", "xa2", "xa", "hong", "xa3", "--pdf", "--report", "r.json")
    with started(*arguments, folder=several.folder, TMPDIR=str(temporary)) as program:
        program.wait_until("LibreOffice hangs", lambda: bool(fake.processes))
        program.wait_until("the first PDF is there", (several.folder / "outputs" / "xa.pdf").exists)
        program.send(signal.SIGINT)
        left = program.leave()
    assert left.status == 130, left.err
    assert "Traceback" not in left.err
    told = pdfs(several.folder / "r.json")
    assert {name: pdf["trang_thai"] for name, pdf in told.items()} == {
        "xa": "đã tạo",
        "xa2": "không làm được",
        "hong": "chờ tệp Word",
        "xa3": "chưa làm",
    }
    assert "PDF: xong 2/3 tệp" in left.out
    assert not any(map(is_running, fake.processes))
    assert list(temporary.iterdir()) == []
