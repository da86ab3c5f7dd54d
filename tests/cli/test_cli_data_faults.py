"""What an officer sees for each way in which a data file goes wrong: place, fault, remedy; nothing is built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

SENTENCE = "      - Xã có {{ so_lieu.may_tinh.day_du }}.\n"


@dataclass(frozen=True)
class Fault:
    """``old`` of the smallest report replaced by ``new``; the message points to where ``at`` stands after that."""

    old: str
    new: str
    at: str
    path: str
    rule: str
    problem: str
    fix: str

    def __str__(self) -> str:
        return f"{self.rule} {self.at.strip()[:30]}"


def place(text: str, at: str) -> str:
    index = text.index(at)
    return f"inputs/xa.yaml:{text.count(chr(10), 0, index) + 1}:{index - text.rfind(chr(10), 0, index)}"


FAULTS = (
    Fault(
        "  ten: Ủy ban",
        "\tten: Ủy ban",
        "\tten",
        "",
        "DL103",
        "Dòng này thụt vào bằng phím Tab; YAML chỉ nhận dấu cách.",
        "Xóa dấu Tab, thay bằng dấu cách (mỗi bậc hai dấu cách); VS Code: Convert Indentation to Spaces.",
    ),
    Fault(
        "  cap_tren:",
        "  cap_tran:",
        "cap_tran",
        "don_vi.cap_tran",
        "DL201",
        "Mục «cap_tran» không có trong mẫu; có phải ý là «cap_tren»?",
        "Đổi thành «cap_tren:» hoặc bỏ mục này.",
    ),
    Fault(
        "  dia_danh: Bình Minh\n",
        "",
        "don_vi:",
        "don_vi.dia_danh",
        "DL202",
        "Thiếu mục «dia_danh» (địa danh ghi trước ngày tháng).",
        "Thêm «dia_danh: A».",
    ),
    Fault(
        "tu: 7, mau: 8",
        "tu: 43.5, mau: 80",
        "43.5",
        'chi_tieu.ket_qua."1.2".tu',
        "DL204",
        "«43.5» không phải là số viết theo lối Việt Nam.",
        "Viết 43,5 (dấu phẩy ngăn phần thập phân).",
    ),
    Fault(
        "lam_tron: 1",
        "lam_tron: 43.5",
        "43.5",
        "so_lieu.ho_so.lam_tron",
        "DL204",
        "«43.5» phải là số nguyên.",
        "Viết số nguyên từ 0 trở lên, không có phần thập phân, ví dụ 12 hoặc 3.420.",
    ),
    Fault(
        "  so: 12\n",
        "  so: 12,850\n",
        "12,850",
        "van_ban.so",
        "DL204",
        "«12,850» phải là số nguyên.",
        "Nếu là mười hai nghìn tám trăm năm mươi thì viết 12.850; ở đây không nhận phần thập phân.",
    ),
    Fault(
        "tu: 7, mau: 8",
        "tu: 12,850, mau: 13000",
        "12,850",
        'chi_tieu.ket_qua."1.2".tu',
        "DL102",
        "«12,850» bị cắt ở dấu phẩy, vì dấu phẩy trong { } ngăn hai mục.",
        'Nếu là số nguyên thì viết «tu: 12.850»; nếu là số thập phân thì viết «tu: "12,8500"».',
    ),
    Fault(
        "{tu: 7, mau: 8, noi_dung: Đã nối mạng cho 7 trong 8 thôn.}",
        "\n      tu: 12,850\n      mau: 13.000",
        "12,850",
        'chi_tieu.ket_qua."1.2".tu',
        "DL204",
        "«12,850» có thể hiểu là 12.850 hoặc một số thập phân.",
        "Nếu là số nguyên có dấu ngăn hàng nghìn thì viết «12.850»; nếu là số thập phân thì viết «12,8500».",
    ),
    Fault(
        "tu: 421, mau: 592",
        "tu: 421, mau: 0",
        "ho_so:",
        "so_lieu.ho_so",
        "SL102",
        "«421/0»: mẫu số bằng 0 nên không có tỷ lệ.",
        "Điền tổng số vào «mau»; nếu trong kỳ không phát sinh thì ghi bằng chữ: «chu: Không phát sinh».",
    ),
    Fault(
        "ngay: 05/12/2023",
        "ngay: 31/11/2023",
        "31/11/2023",
        "van_ban.ngay",
        "DL204",
        "«31/11/2023»: tháng 11 năm 2023 chỉ có 30 ngày.",
        "Viết một ngày từ 1 đến 30.",
    ),
    Fault(
        '    "2.1":',
        '    "1.3": Có\n    "2.1":',
        '"1.3"',
        'chi_tieu.ket_qua."1.3"',
        "DL501",
        "Bộ chỉ tiêu «bo-nho» không có chỉ tiêu «1.3».",
        "Có phải ý là «1.1»? Sửa mã cho khớp tệp templates/chi_tieu/bo-nho.yaml, hoặc bỏ kết quả này.",
    ),
    Fault(
        "chi_tieu: chinh_quyen_so",
        "chi_tieu: chinh_quyen",
        "chi_tieu: chinh_quyen",
        "noi_dung[1].gom[3]",
        "DL502",
        "Không có nhóm chỉ tiêu «chinh_quyen».",
        "Có phải ý là «chinh_quyen_so»? Các nhóm có thể dùng: chinh_quyen_so, ha_tang_so.",
    ),
    Fault(
        "mau: bao_cao",
        "mau: Biểu mẫu",
        "Biểu mẫu",
        "mau",
        "DL204",
        "«Biểu mẫu» không dùng làm tên được; chỉ dùng chữ thường không dấu, chữ số và dấu gạch dưới.",
        "Viết «bieu_mau».",
    ),
    Fault(
        "Cấp thêm kinh phí.",
        "Cấp thêm \x0bkinh phí.",
        "\x0b",
        "",
        "DL104",
        "Có ký tự không dùng được U+000B (ký tự ẩn, thường dính theo khi dán từ nơi khác).",
        "Xóa ký tự ở đúng dòng, cột này rồi gõ lại chữ quanh đó.",
    ),
)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_faulty_value_is_shown_where_it_stands_with_its_remedy_and_nothing_is_built(
    fault: Fault, office: Any
) -> None:
    text = office.report.replace(fault.old, fault.new, 1)
    office.write("inputs/xa.yaml", text)
    before = office.files()

    done = office.run("build", "xa.yaml")

    path = f" ({fault.path})" if fault.path else ""
    assert done.err == (
        f"{place(text, fault.at)}{path}: LỖI {fault.rule}\n"
        f"    {fault.problem}\n"
        f"    Cách sửa: {fault.fix}\n"
        "Không dựng được: 1 lỗi.\n"
    )
    assert (done.status, done.out) == (1, "")
    assert office.files() == before


def test_a_key_typed_twice_names_both_lines(office: Any) -> None:
    text = office.report.replace("  dia_danh: Bình Minh", "  dia_danh: Bình Minh\n  ten: Khác")
    office.write("inputs/xa.yaml", text)

    done = office.run("build", "xa")

    assert done.err == (
        "inputs/xa.yaml:8:3 (don_vi.ten): LỖI DL106\n"
        "    Mục «ten» đã có ở dòng 4.\n"
        "    Xem thêm: inputs/xa.yaml:4:3 (don_vi.ten)\n"
        "    Cách sửa: Giữ lại một trong hai; nếu là hai mục khác nhau thì đổi tên một mục.\n"
        "Không dựng được: 1 lỗi.\n"
    )
    assert done.status == 1


def test_a_typo_in_an_expression_is_shown_at_its_own_line_of_a_long_text(office: Any) -> None:
    block = (
        "      - |\n"
        "        Dòng thứ nhất.\n"
        "\n"
        "        Xã có {{ so_lieu.may_tin.day_du }}.\n"
        "        Tỷ lệ {{ ct('1.2').ty_le }}.\n"
        "        Tỷ lệ {{ ct('1.2').tyle }}.\n"
    )
    text = office.report.replace(SENTENCE, block)
    office.write("inputs/xa.yaml", text)

    done = office.run("build", "xa")

    first = text[: text.index("may_tin.")].count("\n") + 1
    assert done.err == (
        f"inputs/xa.yaml:{first}:1 (noi_dung[1].gom[1]): LỖI DL403\n"
        "    «{{ so_lieu.may_tin.day_du }}»: không có tên «may_tin».\n"
        "    Cách sửa: Có phải ý là «may_tinh»?\n"
        f"inputs/xa.yaml:{first + 2}:1 (noi_dung[1].gom[1]): LỖI DL403\n"
        "    «{{ ct('1.2').tyle }}»: không có tên «tyle».\n"
        "    Cách sửa: Có phải ý là «ty_le»?\n"
        "Không dựng được: 2 lỗi.\n"
    )
    assert done.status == 1


WHOLE_FILES = {
    "an empty file": (
        b"",
        "1:1: LỖI DL108",
        "Tệp trống hoặc chỉ có ghi chú.",
        "Điền các mục của báo cáo vào tệp.",
    ),
    "a file of comments": (
        "# Ghi chú\n".encode(),
        "1:1: LỖI DL108",
        "Tệp trống hoặc chỉ có ghi chú.",
        "Điền các mục của báo cáo vào tệp.",
    ),
    "a file in an old code page": (
        "mau: bao_cao\ndon_vi: Hoàng".encode("cp1258"),
        "2:11: LỖI DL101",
        "Tệp không lưu bằng mã UTF-8 (gặp byte E0); có thể tệp lưu bằng bảng mã cũ như Windows-1258.",
        "Lưu lại bằng UTF-8: mở tệp bằng trình soạn thảo (Notepad, VS Code), "
        "chọn Lưu thành (Save As) với mã hóa UTF-8.",
    ),
    "a file saved as Unicode by Notepad": (
        "mau: bao_cao\n".encode("utf-16"),
        "1:1: LỖI DL101",
        "Tệp lưu bằng mã UTF-16 («Unicode» trong Notepad), không phải UTF-8.",
        "Mở tệp bằng trình soạn thảo (Notepad, VS Code), chọn Lưu thành (Save As) với mã hóa UTF-8.",
    ),
    "a Word file renamed to .yaml": (
        b"PK\x03\x04\x14\x00",
        "1:1: LỖI DL101",
        "Đây là tệp Word/Excel (hoặc tệp nén zip), không phải YAML.",
        "Chọn tệp dữ liệu .yaml; đổi đuôi tệp không làm tệp thành YAML.",
    ),
}


@pytest.mark.parametrize("what", WHOLE_FILES)
def test_a_file_that_is_no_data_file_at_all_is_told_as_such(what: str, office: Any) -> None:
    content, where, problem, fix = WHOLE_FILES[what]
    office.write("inputs/xa.yaml", content)
    before = office.files()

    done = office.run("build", "xa")

    assert done.err == (f"inputs/xa.yaml:{where}\n    {problem}\n    Cách sửa: {fix}\nKhông dựng được: 1 lỗi.\n")
    assert (done.status, done.out) == (1, "")
    assert office.files() == before


def test_a_word_file_given_instead_of_the_data_file_is_told_as_such(office: Any) -> None:
    office.write("inputs/bao-cao.docx", office.template.read_bytes())

    done = office.run("build", "bao-cao.docx")

    assert done.err.startswith(
        "inputs/bao-cao.docx:1:1: LỖI DL101\n    Đây là tệp Word/Excel (hoặc tệp nén zip), không phải YAML.\n"
    )
    assert done.status == 1


def test_all_faults_are_told_at_once_in_the_order_of_the_file(office: Any) -> None:
    text = (
        office.report.replace("ngay: 05/12/2023", "ngay: 31/11/2023")
        .replace("  cap_tren:", "  cap_tran:")
        .replace("tu: 421", "tu: 4.21")
    )
    office.write("inputs/xa.yaml", text)

    done = office.run("build", "xa")

    heads = [line for line in done.err.splitlines() if "LỖI" in line]
    assert heads == [
        "inputs/xa.yaml:6:3 (don_vi.cap_tran): LỖI DL201",
        "inputs/xa.yaml:12:9 (van_ban.ngay): LỖI DL204",
        "inputs/xa.yaml:17:15 (so_lieu.ho_so.tu): LỖI DL204",
    ]
    assert done.err.endswith("Không dựng được: 3 lỗi.\n")


def test_a_fault_of_a_base_file_is_shown_in_the_base_file(office: Any) -> None:
    office.write("inputs/don_vi/xa.yaml", "don_vi:\n  dia_danh: Bình Minh\n  ten_tat: UBND\n")
    office.write("inputs/xa.yaml", f"ke_thua: [don_vi/xa.yaml]\n{office.report}")

    done = office.run("build", "xa")

    assert done.err.splitlines()[0] == "inputs/don_vi/xa.yaml:3:3 (don_vi.ten_tat): LỖI DL201"
    assert done.status == 1
