"""Whole documents: the decree's specimens, built reports, what other programs write; and the table in the docs."""

from __future__ import annotations

import copy
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from lxml import etree
from test_word_recognise_close import MAKES as CLOSES
from test_word_recognise_head import IN_MARGIN, in_margin
from test_word_recognise_head import MAKES as HEADS
from word_reports import annex, built
from word_views import BODY, CLOSE, HEAD, TITLE, p, package, recognised, texts

from generator.word.package import DOCUMENT, Member, read_parts, write_package
from generator.word.reading import read_view
from generator.word.recognise import recognise
from generator.word.recognised import Recognised

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCS = Path(__file__).resolve().parents[3] / "docs" / "nhan-dien.md"


@pytest.fixture(scope="module")
def specimens(shared: Path) -> dict[str, Recognised]:
    """Each specimen of Phụ lục III as a document of its own."""
    parts = read_parts((shared / "reference/nd30/phu-luc-3-mau-trinh-bay.docx").read_bytes())
    root = etree.fromstring(parts[DOCUMENT])
    body = root.find(f"{W}body")
    found: dict[str, list[etree._Element]] = {}
    current: list[etree._Element] = []
    for block in body:
        text = "".join(block.itertext(f"{W}t")) if block.tag == f"{W}p" else ""
        if match := re.match(r"\s*Mẫu (\d\.\d+)", text):
            current = found.setdefault(match[1], [])
        elif not re.match(r"\s*Mẫu văn bản \(được", text):
            current.append(block)
    setup = body.find(f"{W}sectPr")
    return {
        name: recognise(read_view(_document(parts, root, [*blocks, setup]), name)) for name, blocks in found.items()
    }


def _document(parts: dict[str, bytes], root: etree._Element, blocks: list[etree._Element]) -> bytes:
    document = copy.deepcopy(root)
    body = document.find(f"{W}body")
    for child in list(body):
        body.remove(child)
    body.extend(copy.deepcopy(block) for block in blocks)
    changed = parts | {DOCUMENT: etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True)}
    return write_package(Member.of(name, data) for name, data in changed.items())


FULL = ("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "3.1", "3.2")


@pytest.mark.parametrize("name", FULL)
def test_head_and_close_of_every_specimen(specimens: dict[str, Recognised], name: str) -> None:
    found = specimens[name]
    assert texts(found, "quoc_hieu")[0].endswith("XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert texts(found, "tieu_ngu") == ["Độc lập - Tự do - Hạnh phúc"]
    assert texts(found, "co_quan_chu_quan")[0].startswith("TÊN CQ, TC CHỦ QUẢN")
    assert texts(found, "co_quan_ban_hanh")[0].startswith("TÊN CƠ QUAN, TỔ CHỨC")
    assert texts(found, "so_ky_hieu")[0].startswith("Số:")
    assert texts(found, "noi_nhan_tu") == ["Nơi nhận:"]
    assert "Lưu: VT" in texts(found, "noi_nhan_danh_sach")[-1]
    assert texts(found, "quyen_han_chuc_vu") in (["QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ"], ["CHỦ TỌA"])
    assert texts(found, "ho_ten") == ["Họ và tên"]
    assert found.annexes == ()
    rules = {part: rule.kind if rule else None for part, rule in found.rules.items()}
    assert rules["tieu_ngu"] == rules["co_quan_ban_hanh"] == "characters"
    assert rules.get("trich_yeu", "characters") in ("characters", "shape")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("1.1", "Nghị quyết"),
        ("1.2", "Quyết định"),
        ("1.5", "Công văn"),
        ("1.6", "Công điện"),
        ("1.7", "Giấy mời"),
        ("1.8", "Giấy giới thiệu"),
        ("1.9", "Biên bản"),
        ("1.10", "Giấy nghỉ phép"),
        ("1.4", ""),
    ],
)
def test_kinds_of_the_specimens(specimens: dict[str, Recognised], name: str, kind: str) -> None:
    assert specimens[name].kind == kind


def test_components_that_only_some_specimens_have(specimens: dict[str, Recognised]) -> None:
    assert len(specimens["1.2"].of("can_cu")) == 3
    assert len(specimens["1.5"].of("kinh_gui")) == 3
    assert len(specimens["1.5"].of("trich_yeu_cong_van")) == 1
    assert "dia_danh_thoi_gian" not in specimens["1.9"].found
    assert "trich_yeu" not in specimens["1.8"].found


@pytest.mark.parametrize("name", ["2.1", "2.2"])
def test_specimens_of_annexes(specimens: dict[str, Recognised], name: str) -> None:
    found = specimens[name]
    (each,) = found.annexes
    assert each.rule is not None
    assert set(found.found) == {"phu_luc_tu", "phu_luc_tieu_de", "phu_luc_kem_theo"}
    assert found.content == ()


def test_a_built_report_is_recognised_whole() -> None:
    found = recognise(read_view(built(annex("ngang"), annex("doc")), "bao-cao.docx"))
    assert texts(found, "co_quan_chu_quan") == ["UBND HUYỆN C"]
    assert texts(found, "co_quan_ban_hanh") == ["ỦY BAN NHÂN DÂN XÃ A & B"]
    assert texts(found, "quyen_han_chuc_vu") == ["TM. Ủy ban nhân dân", "Chủ tịch"]
    assert texts(found, "ho_ten") == ["Lê Quang Thành"]
    assert found.kind == "Báo cáo"
    assert len(found.annexes) == 2
    assert all(rule is not None and rule.kind == "shape" and rule.centred for rule in found.rules.values())
    assert set(found.rules) == {"tieu_ngu", "co_quan_ban_hanh", "trich_yeu"}


HTML = """<html><head><meta charset="utf-8"></head><body>
<table width="100%"><tr><td align="center">UBND HUYỆN A<br><b>ỦY BAN NHÂN DÂN XÃ B</b><br>_______</td>
<td align="center"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b>Độc lập - Tự do - Hạnh phúc</b><br>
_________</td></tr>
<tr><td align="center">Số: 12/BC-UBND</td><td align="center"><i>B, ngày 05 tháng 12 năm 2023</i></td></tr></table>
<p align="center"><b>BÁO CÁO</b></p><p align="center"><b>Kết quả năm 2023</b></p>
<p align="justify"><b>I. ĐÁNH GIÁ</b></p><p>Đã làm xong.</p><ol><li>Một việc.</li><li>Hai việc.</li></ol>
<table border="1"><tr><td>TT</td><td>Tên</td></tr><tr><td>1</td><td>A</td></tr></table><p>Hết./.</p>
<table width="100%"><tr><td><b><i>Nơi nhận:</i></b><br>- Như trên;<br>- Lưu: VT.</td>
<td align="center"><b>CHỦ TỊCH</b><br><br><br><br><b>Nguyễn Văn A</b></td></tr></table></body></html>"""


def test_what_libreoffice_makes_of_a_web_page(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("không có LibreOffice")
    (tmp_path / "thu.html").write_text(HTML, encoding="utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'ho_so').as_uri()}"
    wanted = ["--convert-to", "docx:MS Word 2007 XML", "--infilter=HTML (StarWriter)", "--outdir", str(tmp_path)]
    subprocess.run(
        [soffice, profile, "--headless", *wanted, str(tmp_path / "thu.html")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    found = recognise(read_view((tmp_path / "thu.docx").read_bytes(), "thu.docx"))
    assert texts(found, "co_quan_chu_quan") == ["UBND HUYỆN A"]
    assert texts(found, "co_quan_ban_hanh") == ["ỦY BAN NHÂN DÂN XÃ B"]
    assert texts(found, "khoan") == ["Một việc.", "Hai việc."]
    assert texts(found, "noi_nhan_danh_sach") == ["- Như trên; - Lưu: VT."]
    assert texts(found, "ho_ten") == ["Nguyễn Văn A"]
    assert [para.text for para in found.tables] == ["TT", "Tên", "1", "A"]
    assert {name: rule and rule.kind for name, rule in found.rules.items()} == {
        "tieu_ngu": "characters",
        "co_quan_ban_hanh": "characters",
        "trich_yeu": None,
    }


def test_reading_takes_time_in_step_with_length() -> None:
    def seconds(count: int) -> float:
        data = package(HEAD + TITLE + p("1. Một đoạn văn của báo cáo dài vừa phải.") * count + BODY + CLOSE)
        begun = time.perf_counter()
        recognise(read_view(data, "dai.docx"))
        return time.perf_counter() - begun

    seconds(100)
    short, long = min(seconds(1_000) for _ in range(3)), seconds(8_000)
    assert long < 8 * short * 4


_ROWS = {
    "Quốc hiệu": "quoc_hieu",
    "Tiêu ngữ": "tieu_ngu",
    "Cơ quan ban hành": "co_quan_ban_hanh",
    "Số, ký hiệu": "so_ky_hieu",
    "Địa danh, thời gian": "dia_danh_thoi_gian",
    "Tên loại": "ten_loai",
    "Trích yếu": "trich_yeu",
}
_RULE_ROWS = {"Đường kẻ dưới Tiêu ngữ": "tieu_ngu", "Đường kẻ dưới cơ quan ban hành": "co_quan_ban_hanh"}
_CLOSE_ROWS = {
    "«Nơi nhận:»": "noi_nhan_tu",
    "Danh sách nơi nhận": "noi_nhan_danh_sach",
    "Quyền hạn, chức vụ": "quyen_han_chuc_vu",
    "Họ và tên": "ho_ten",
}


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _table(makes: dict[str, Recognised], rows: dict[str, str], rules: dict[str, str]) -> list[str]:
    def whole(found: Recognised, component: str) -> str:
        fragments = found.of(component)
        return "—" if not fragments else "có" if all(each.is_whole for each in fragments) else "có (một phần đoạn)"

    return [
        _line("Thành phần", *makes),
        _line(*["---"] * (len(makes) + 1)),
        *(_line(name, *(whole(found, part) for found in makes.values())) for name, part in rows.items()),
        *(
            _line(name, *("có" if found.rules.get(part) else "—" for found in makes.values()))
            for name, part in rules.items()
        ),
    ]


def test_the_tables_of_the_docs_are_what_comes_out() -> None:
    heads = {make: recognised(block, TITLE, BODY, CLOSE) for make, block in HEADS.items()}
    heads[IN_MARGIN] = in_margin(HEADS["2x2"])
    closes = {make: recognised(HEAD, TITLE, BODY, block) for make, block in CLOSES.items()}
    docs = DOCS.read_text(encoding="utf-8")
    for expected in (_table(heads, _ROWS, _RULE_ROWS), _table(closes, _CLOSE_ROWS, {})):
        assert "\n".join(expected) in docs
