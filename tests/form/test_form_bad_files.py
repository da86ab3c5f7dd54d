"""What is no Word document, or a hostile one, ends with a clear word, in little memory and little time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import made
import pytest
from bad_files import ACCEPTED, REFUSED, with_document

from generator.errors import Refused
from generator.jobs.check_format import NOT_DOCX, judge_form

resource = pytest.importorskip("resource", reason="giới hạn bộ nhớ của tiến trình chỉ có trên Unix")

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 700 * 1024 * 1024
SECONDS = 30


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def check(folder: Path, name: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "generator.cli.main", "check", name],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        preexec_fn=limit,
        timeout=4 * SECONDS,
    )


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_a_reason_and_a_remedy(tmp_path, name):
    make, reason = REFUSED[name]
    (tmp_path / name).write_bytes(make())
    done = check(tmp_path, name)
    printed = done.stdout.decode()
    assert (done.returncode, done.stderr.decode()) == (1, "")
    assert printed.startswith(f"{name}: LỖI {NOT_DOCX}\n")
    assert reason.lower() in printed.lower()
    assert "Cách sửa: Mở tệp bằng Word" in printed
    assert "Traceback" not in printed


@pytest.mark.parametrize("name", ACCEPTED)
def test_an_odd_document_is_checked_all_the_same(tmp_path, name):
    (tmp_path / name).write_bytes(ACCEPTED[name]())
    done = check(tmp_path, name)
    assert done.returncode in (0, 1)
    assert done.stderr == b""
    assert "Thể thức: " in done.stdout.decode()


def test_a_document_with_macros_is_judged_as_its_like_without(bases):
    plain, with_macros = judge_form(bases["cong_van"], "x"), judge_form(ACCEPTED["macro.docm"](), "x")
    assert with_macros == plain


def test_a_crowd_of_empty_paragraphs_is_refused():
    data = with_document(f"<w:document {made.NS}><w:body>{'<w:p/>' * 150_000}</w:body></w:document>")
    with pytest.raises(Refused) as refused:
        judge_form(data, "x.docx")
    assert refused.value.findings[0].problem == "Tệp giải nén ra quá lớn."


@pytest.mark.parametrize(
    "body",
    [
        made.paragraph("PhuLuc", "Phụ lục I") * 4200,
        made.paragraph("Muc", "IIII. MỤC ĐÍCH") * 4200,
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>" * 3000,
        "<w:p>" + "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>" * 10_000 + "</w:p>",
        "<w:p><w:r>" + "<w:br/><w:t>Phụ lục I</w:t>" * 30_000 + "</w:r></w:p>",
    ],
    ids=["annexes", "wrong numerals", "paragraphs", "runs", "line breaks"],
)
def test_too_much_of_anything_is_still_judged(body):
    assert judge_form(with_document(f"<w:document {made.NS}><w:body>{body}</w:body></w:document>"), "x").verdicts
