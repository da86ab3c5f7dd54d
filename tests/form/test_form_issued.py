"""A regulation in the file of the decision that issues it is judged as a document of its own (mẫu 1.3)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.jobs.build import make
from generator.jobs.check_format import judge_form
from generator.jobs.said_of_word import said_of_document
from generator.word.package import DOCUMENT, Member, read_parts, write_package
from generator.word.reading import read_view
from generator.word.recognise import recognise

ROOT = Path(__file__).parents[2]
Edit = Callable[[str], str]


@pytest.fixture(scope="module")
def decision() -> bytes:
    return make(ROOT / "templates" / "docx" / "quyet_dinh" / "vi_du_quy_che.yaml", ROOT)[0]


def edited(data: bytes, edit: Edit) -> bytes:
    """The document, edited from where the regulation begins."""
    parts = read_parts(data)
    text = parts[DOCUMENT].decode()
    start = text.rindex("CỘNG HÒA XÃ HỘI")
    changed = text[start:]
    assert edit(changed) != changed
    parts = parts | {DOCUMENT: (text[:start] + edit(changed)).encode()}
    return write_package(Member.of(name, each) for name, each in parts.items())


def test_the_regulation_is_a_document_of_its_own(decision: bytes) -> None:
    whole = recognise(read_view(decision, "qd"))
    (issued,) = whole.issued
    assert (whole.kind, issued.kind) == ("Quyết định", "Quy chế")
    assert whole.annexes == ()
    assert [each.text for each in issued.of("trich_yeu")] == ["Hoạt động của Tổ công nghệ số cộng đồng xã Xuân Lộc"]
    assert [each.text for each in issued.of("phan_chuong")] == ["Chương I", "Chương II", "Chương III"]
    assert [each.text[:7] for each in issued.of("dieu")] == [f"Điều {number}." for number in range(1, 6)]
    assert all(rule is not None for rule in issued.rules.values())
    assert not any(para in whole.content for para in issued.content)


@pytest.mark.parametrize(
    ("rule", "edit"),
    [
        ("TT202", lambda text: text.replace("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")),
        ("TT313", lambda text: text.replace("./.", ".")),
        ("TT310", lambda text: text.replace("Điều 4.", "Điều 6.")),
        ("TT305", lambda text: text.replace("Chương II<", "Chương 2<")),
    ],
)
def test_a_fault_of_the_regulation_is_found(rule: str, edit: Edit, decision: bytes) -> None:
    assert judge_form(decision, "qd").findings == ()
    found = judge_form(edited(decision, edit), "qd").findings
    assert {each.rule for each in found} == {rule}


def test_an_annex_behind_the_regulation_is_the_decision_s(tmp_path: Path) -> None:
    text = (ROOT / "templates" / "docx" / "quyet_dinh" / "vi_du_quy_che.yaml").read_text("utf-8")
    path = tmp_path / "qd.yaml"
    path.write_text(
        f"{text}  - tieu_de: Danh sách thành viên\n    kho: doc\n    noi_dung: [Ông Lê Văn Hùng.]\n", "utf-8"
    )
    data, _ = make(path, ROOT)
    whole = recognise(read_view(data, "qd"))
    assert [annex.heading[0].text for annex in whole.annexes] == ["Phụ lục"]
    assert len(whole.issued) == 1
    assert judge_form(data, "qd").findings == ()


def test_the_words_of_the_regulation_are_read_with_the_decision(decision: bytes) -> None:
    said = said_of_document(recognise(read_view(decision, "qd")))
    of_regulation = [each.text for each in said.passages if each.part == "phu_luc"]
    assert of_regulation[0] == "Hoạt động của Tổ công nghệ số cộng đồng xã Xuân Lộc"
    assert of_regulation[-1].endswith("để sửa đổi, bổ sung Quy chế./.")
    assert not any(each.text in of_regulation for each in said.passages if each.part == "noi_dung")
