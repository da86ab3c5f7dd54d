"""``cds-gen check``: what an officer sees, and what a program that reads its results gets."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest
from edits import Draft, Edit, W, both, letters, page, words
from lxml import etree
from made import cong_van
from openxml_audit import OpenXmlValidator

from generator.jobs.build import make
from generator.jobs.init import lay_out
from generator.word.package import Member, read_parts, write_package

ROOT = Path(__file__).parents[2]

CLEAN = """sạch.docx: không có phát hiện nào
    Thể thức: 77 luật, 52 đạt, 0 không đạt, 25 không đánh giá
"""
FAULTY = """lỗi.docx [word/document.xml, đoạn 1] «UBND HUYỆN HOẰNG HÓA»: LỖI TT103
    Lề trái là «20 mm», phải từ 30 đến 35 mm (Phụ lục I, phần I, mục I.3)
    Cách sửa: Chọn Bố trí > Lề > Lề tùy chỉnh (Layout > Margins), đặt lề trái (Left) từ 30 đến 35 mm.
lỗi.docx [word/document.xml, đoạn 7] «Số: 5/UBND-VHXH»: LỖI TT208
    Số của văn bản là «5», số nhỏ hơn 10 phải có số 0 phía trước (Phụ lục I, phần I, mục II.3.c)
    Cách sửa: Viết «05».
lỗi.docx [word/document.xml, đoạn 23] «Ủy ban nhân dân xã giao các thôn, các tổ công nghệ số cộng đồng rà soát từng nhi»: CẢNH BÁO TT313
    Nội dung kết thúc bằng «g thời hạn quy định.», phải kết thúc bằng «./.» (Phụ lục III, các mẫu 1.1 đến 2.2)
    Cách sửa: Gõ «./.» liền sau chữ cuối cùng của nội dung, thay cho dấu chấm.
lỗi.docx: 2 lỗi, 1 cảnh báo, 1 gợi ý
    Thể thức: 77 luật, 49 đạt, 3 không đạt, 25 không đánh giá
"""  # noqa: E501 - as it is printed
FAULTS = both(
    page("pgMar", left="1134"),
    words("So", "12/", "5/"),
    words("KetThuc", "./.", "."),
    words("NoiDung", "Kế hoạch số", "kế hoạch số"),
)


def changed(data: bytes, edit: Edit) -> bytes:
    draft = Draft(data)
    edit(draft)
    return draft.packed()


@pytest.fixture
def files(office):
    office.write("sạch.docx", cong_van())
    office.write("lỗi.docx", changed(cong_van(), FAULTS))
    return office


@pytest.fixture(scope="module")
def report() -> bytes:
    """A report of the program's own, with two faults put into it: a file with all that Word writes."""
    spoil = both(words("TieuNgu", " - Tự do - ", " – Tự do – "), letters("HoTen", "sz", by_style=False, val="32"))
    return changed(make(ROOT / "inputs" / "hoangkim.yaml", ROOT)[0], spoil)


class TestText:
    def test_a_clean_document(self, files):
        outcome = files.run("check", "sạch.docx")
        assert (outcome.status, outcome.out, outcome.err) == (0, CLEAN, "")

    def test_a_faulty_document(self, files):
        outcome = files.run("check", "lỗi.docx")
        assert outcome.status == 1
        assert outcome.err == ""
        assert outcome.out == FAULTY

    def test_hints_and_the_verdict_of_each_rule_with_verbose(self, files):
        outcome = files.run("check", "lỗi.docx", "--verbose")
        assert "«Thực hiện kế hoạch số 85/KH-UBND" in outcome.out
        assert "GỢI Ý TT323" in outcome.out
        assert "\n    không đạt: TT103, TT208, TT313" in outcome.out
        assert "\n    không đánh giá: TT108, " in outcome.out

    def test_several_files(self, files):
        outcome = files.run("check", "sạch.docx", "lỗi.docx")
        assert outcome.status == 1
        assert outcome.out.count("Thể thức: 77 luật") == 2
        assert outcome.out.endswith(FAULTY.splitlines()[-1] + "\n")

    def test_a_file_that_is_not_there_does_not_keep_the_others_from_being_checked(self, files):
        outcome = files.run("check", "không có.docx", "sạch.docx")
        assert outcome.status == 3
        assert outcome.out == CLEAN
        assert "Không đọc được «không có.docx»: không có tệp hay thư mục này." in outcome.err

    def test_a_folder(self, files):
        outcome = files.run("check", "inputs")
        assert (outcome.status, outcome.out) == (3, "")
        assert "«inputs» là một thư mục, không phải tệp Word." in outcome.err

    def test_what_is_no_word_file(self, files):
        files.write("thư.docx", "Kính gửi")
        outcome = files.run("check", "thư.docx")
        assert (outcome.status, outcome.err) == (1, "")
        assert outcome.out == (
            "thư.docx: LỖI TT001\n    Tệp không phải là tệp Word (.docx).\n"
            "    Cách sửa: Mở tệp bằng Word, lưu lại dạng Word Document (.docx) rồi kiểm tra lại.\n"
        )

    def test_as_a_program_of_its_own(self, files, program):
        outcome = program("check", "sạch.docx", folder=files.folder)
        assert (outcome.status, outcome.out, outcome.err) == (0, CLEAN, "")
        assert program("check", "lỗi.docx", folder=files.folder).status == 1


class TestChoice:
    def test_the_law_alone_leaves_out_what_rests_on_specimens_and_custom(self, files):
        outcome = files.run("check", "lỗi.docx", "--profile", "law")
        assert outcome.status == 1
        assert "TT208" in outcome.out
        assert "TT313" not in outcome.out
        assert "lỗi.docx: 2 lỗi\n" in outcome.out

    def test_a_fault_of_the_specimens_alone_is_none_of_the_law(self, files):
        files.write("mẫu.docx", changed(cong_van(), words("KetThuc", "./.", ".")))
        assert files.run("check", "mẫu.docx").status == 1
        assert files.run("check", "mẫu.docx", "--profile", "law").status == 0

    def test_select_asks_only_some_rules(self, files):
        outcome = files.run("check", "lỗi.docx", "--select", "TT1")
        assert "TT103" in outcome.out
        assert "TT208" not in outcome.out
        assert "Thể thức: 8 luật, " in outcome.out

    def test_ignore_leaves_rules_out(self, files):
        outcome = files.run("check", "lỗi.docx", "--ignore", "TT1", "--ignore", "TT208", "--ignore", "TT313")
        assert outcome.status == 0
        assert "lỗi.docx: 1 gợi ý" in outcome.out

    def test_select_and_ignore_together(self, files):
        outcome = files.run("check", "lỗi.docx", "--select", "TT2", "--ignore", "TT208")
        assert outcome.status == 0
        assert "lỗi.docx: không có phát hiện nào" in outcome.out

    @pytest.mark.parametrize("option", ["--select", "--ignore"])
    def test_a_rule_that_is_not_there(self, files, option):
        outcome = files.run("check", "lỗi.docx", option, "TT999")
        assert (outcome.status, outcome.out) == (2, "")
        assert "Không có luật nào mang mã «TT999»" in outcome.err


class TestForPrograms:
    def test_json(self, files):
        outcome = files.run("check", "sạch.docx", "lỗi.docx", "--format", "json")
        told = json.loads(outcome.out)
        assert outcome.status == 1
        assert set(told["tom_tat"]) == {"sạch.docx", "lỗi.docx"}
        assert told["tom_tat"]["lỗi.docx"]["khong_dat"][:2] == ["TT103", "TT208"]
        found = {finding["luat"]: finding for finding in told["phat_hien"]}
        assert found["TT208"] == {
            "luat": "TT208",
            "muc": "error",
            "can_cu": "luật",
            "cho": {"tep": "lỗi.docx", "phan": "word/document.xml", "doan": 7, "trich": "Số: 5/UBND-VHXH"},
            "van_de": "Số của văn bản là «5», số nhỏ hơn 10 phải có số 0 phía trước (Phụ lục I, phần I, mục II.3.c)",
            "cach_sua": "Viết «05».",
            "lien_quan": [],
        }
        assert found["TT323"]["muc"] == "hint"

    def test_json_of_a_clean_file_has_no_findings(self, files):
        outcome = files.run("check", "sạch.docx", "--format", "json")
        assert outcome.status == 0
        assert json.loads(outcome.out)["phat_hien"] == []

    def test_sarif_has_the_shape_that_readers_ask_for(self, files):
        told = json.loads(files.run("check", "lỗi.docx", "--format", "sarif").out)
        assert (told["version"], told["$schema"]) == ("2.1.0", "https://json.schemastore.org/sarif-2.1.0.json")
        (run,) = told["runs"]
        rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        assert run["tool"]["driver"]["name"] == "cds-gen"
        assert run["columnKind"] == "unicodeCodePoints"
        assert {result["ruleId"] for result in run["results"]} == {"TT103", "TT208", "TT313", "TT323"}
        for result in run["results"]:
            assert result["ruleId"] in rules
            assert result["level"] in {"error", "warning", "note"}
            assert result["message"]["text"]
            for location in result["locations"]:
                uri = location["physicalLocation"]["artifactLocation"]["uri"]
                assert uri.isascii()
                assert unquote(uri) == "lỗi.docx"
                assert location["logicalLocations"][0]["fullyQualifiedName"].startswith("word/document.xml")

    @pytest.mark.parametrize("others", [(), ("sạch.docx",)])
    def test_json_of_a_file_that_is_not_there_tells_of_it(self, files, others):
        outcome = files.run("check", "không có.docx", *others, "--format", "json")
        told = json.loads(outcome.out)
        assert outcome.status == 3
        assert [(each["luat"], each["muc"], each["cho"]["tep"]) for each in told["phat_hien"]] == [
            ("TT002", "error", "không có.docx")
        ]
        assert "không có tệp hay thư mục này" in told["phat_hien"][0]["van_de"]
        assert set(told["tom_tat"]) == set(others)

    def test_sarif_of_a_file_that_is_not_there_tells_of_it(self, files):
        outcome = files.run("check", "không có.docx", "--format", "sarif")
        (run,) = json.loads(outcome.out)["runs"]
        assert outcome.status == 3
        assert [(result["ruleId"], result["level"]) for result in run["results"]] == [("TT002", "error")]

    def test_sarif_holds_the_certificate(self, files):
        told = json.loads(files.run("check", "sạch.docx", "lỗi.docx", "--format", "sarif").out)
        counts = told["runs"][0]["properties"]["tom_tat"]
        assert set(counts) == {"sạch.docx", "lỗi.docx"}
        assert counts["sạch.docx"]["khong_dat"] == 0
        assert counts["lỗi.docx"]["khong_dat"] == 3
        assert sum(counts["lỗi.docx"].values()) == sum(counts["sạch.docx"].values())

    def test_sarif_of_what_is_no_word_file(self, files):
        files.write("thư.docx", "Kính gửi")
        outcome = files.run("check", "thư.docx", "--format", "sarif")
        assert outcome.status == 1
        assert [result["ruleId"] for result in json.loads(outcome.out)["runs"][0]["results"]] == ["TT001"]


def comments(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/comments.xml"))
    return [" ".join(t.text or "" for t in comment.iter(f"{W}t")) for comment in root]


def hung_on(path: Path) -> list[str]:
    """The words of the paragraphs that hold the mark of a comment, in order."""
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return [
        "".join(t.text or "" for t in p.iter(f"{W}t"))
        for p in root.iter(f"{W}p")
        for _ in p.iterchildren(f"{W}commentRangeStart")
    ]


def violations(path: Path) -> list[str]:
    return [error.description for error in OpenXmlValidator().validate(path).errors]


class TestAnnotate:
    def test_every_finding_is_a_comment_where_it_belongs(self, office, report):
        office.write("báo cáo.docx", report)
        outcome = office.run("check", "báo cáo.docx", "--annotate", "ghi chú.docx")
        assert outcome.status == 1
        told = comments(office.folder / "ghi chú.docx")
        places = hung_on(office.folder / "ghi chú.docx")
        assert len(told) == len(places) >= 2
        assert any(text.startswith("LỖI TT202 Tiêu ngữ viết «Độc lập – Tự do") for text in told)
        assert any("LỖI TT403" in text and "Cách sửa: " in text for text in told)
        assert {"Độc lập – Tự do – Hạnh phúc", "Lê Quang Thành"} <= set(places)

    def test_the_document_itself_is_not_touched(self, office, report):
        office.write("báo cáo.docx", report)
        before = office.files()
        office.run("check", "báo cáo.docx", "--annotate", "ghi chú.docx")
        after = office.files()
        assert after.pop("ghi chú.docx")
        assert after == before

    def test_the_copy_is_a_sound_word_file(self, office, report):
        path = office.write("báo cáo.docx", report)
        office.run("check", "báo cáo.docx", "--annotate", "ghi chú.docx")
        assert violations(path) == []
        assert violations(office.folder / "ghi chú.docx") == []

    def test_the_words_of_the_copy_are_those_of_the_document(self, office, report):
        office.write("báo cáo.docx", report)
        first = office.run("check", "báo cáo.docx", "--annotate", "ghi chú.docx").out
        again = office.run("check", "ghi chú.docx").out
        assert again == first.replace("báo cáo.docx", "ghi chú.docx")

    def test_comments_that_were_there_are_kept(self, office, report):
        office.write("báo cáo.docx", report)
        office.run("check", "báo cáo.docx", "--annotate", "một.docx", "--select", "TT202")
        office.run("check", "một.docx", "--annotate", "hai.docx", "--select", "TT403")
        one, two = comments(office.folder / "một.docx"), comments(office.folder / "hai.docx")
        assert two[: len(one)] == one
        assert "TT403" in two[-1]
        assert violations(office.folder / "hai.docx") == []

    @pytest.mark.parametrize("target", ["báo cáo.docx", "khác.docx"])
    def test_a_file_is_never_overwritten(self, office, report, target):
        office.write("báo cáo.docx", report)
        office.write("khác.docx", b"x")
        before = office.files()
        outcome = office.run("check", "báo cáo.docx", "--annotate", target)
        assert outcome.status == 3
        assert f"«{target}» đã có nên không bị ghi đè." in outcome.err
        assert office.files() == before

    def test_a_strict_file_is_refused_and_its_findings_are_told(self, office):
        usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        parts = read_parts(changed(cong_van(), FAULTS))
        strict = {
            name: content.replace(usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            for name, content in parts.items()
        }
        office.write("chặt.docx", write_package(Member.of(name, content) for name, content in strict.items()))
        outcome = office.run("check", "chặt.docx", "--annotate", "ghi chú.docx")
        assert outcome.status == 3
        assert "Số của văn bản là «5»" in outcome.out
        assert "dạng Strict Open XML" in outcome.err
        assert not (office.folder / "ghi chú.docx").exists()

    def test_comments_that_cannot_be_read(self, office, report):
        office.write("báo cáo.docx", report)
        office.run("check", "báo cáo.docx", "--annotate", "một.docx")
        with zipfile.ZipFile(office.folder / "một.docx") as package:
            parts = {name: package.read(name) for name in package.namelist()} | {"word/comments.xml": b"<w:comments"}
        with zipfile.ZipFile(office.folder / "hỏng.docx", "w") as package:
            for name, data in parts.items():
                package.writestr(name, data)
        outcome = office.run("check", "hỏng.docx", "--annotate", "hai.docx")
        assert outcome.status == 3
        assert "Không ghi được ghi chú vào bản sao của «hỏng.docx»" in outcome.err
        assert not (office.folder / "hai.docx").exists()

    def test_only_with_one_file(self, files):
        outcome = files.run("check", "sạch.docx", "lỗi.docx", "--annotate", "ghi chú.docx")
        assert (outcome.status, outcome.out) == (2, "")
        assert "chỉ dùng khi kiểm tra một tệp" in outcome.err


def test_an_office_of_its_own_can_check_what_it_built(office):
    lay_out(office.folder)
    office.run("build", "xa")
    outcome = office.run("check", "outputs/xa.docx")
    assert outcome.status == 0, outcome.out
