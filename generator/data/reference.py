"""The reference of the data format, in Vietnamese: a page of Markdown made from the declarations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.data.columns import DOCUMENT_COLUMNS, INDICATOR_COLUMNS
from generator.data.declared import DECLARED, TITLES
from generator.data.markdown import anchor, table_of
from generator.data.reference_fields import Sections, used_types
from generator.data.reference_names import filters_section, names_section
from generator.data.type_forms import FORMS

MADE_BY = "<!-- Lệnh «cds-gen schema --doc» viết trang này; đừng sửa tay. -->"

_HEAD = """\
# Tra cứu: mọi mục của các tệp

Trang này kể đủ từng mục được viết trong năm loại tệp YAML của cds-gen. Mới làm lần đầu thì đọc
[hướng dẫn](huong-dan.md) trước; ở đó có báo cáo mẫu và giải thích từng bước.
"""

_HOW_TO_READ = """\
Mỗi bảng là một nhóm mục: tên mục, nghĩa, giá trị viết thế nào, có bắt buộc không. Cột «Giá trị» nói bằng những tên
như «chữ», «số», «ngày»: nghĩa từng tên ở [Cách viết từng loại giá trị](#cách-viết-từng-loại-giá-trị).
Mục không bắt buộc thì bỏ hẳn hoặc để trống sau dấu hai chấm; mục bắt buộc có thể nằm ở tệp nền (`ke_thua`).
Các mục viết theo thứ tự nào cũng được.

- **Nhóm mục**: các mục con viết mỗi mục một dòng, thụt vào hai dấu cách; hoặc viết gọn trên một dòng trong
  `{ }`, ngăn nhau bằng dấu phẩy.
- **Danh sách**: mỗi phần tử một dòng, bắt đầu bằng gạch ngang và dấu cách; hoặc viết gọn trên một dòng trong `[ ]`.
- **Viết gọn**: nhiều chỗ cho viết một giá trị thay cho cả nhóm; chỗ nào được thì ghi ngay trên bảng.
- Mã chỉ tiêu như `1.10` luôn đặt trong dấu nháy: `"1.10"`.
- Chữ có dấu hai chấm hoặc dấu thăng, chữ bắt đầu bằng `{{`, `*`, `[`: đặt cả trong dấu nháy, hoặc viết sau dấu
  sổ đứng `|` rồi xuống dòng, thụt vào.

Trong VS Code, cài tiện ích «YAML» của Red Hat, rồi để dòng này ở đầu tệp dữ liệu trong `inputs/`:

```yaml
# yaml-language-server: $schema=../templates/luoc_do/bao_cao.json
```

Từ đó VS Code gợi ý tên mục, giải thích khi rê chuột, gạch chân chỗ viết sai ngay lúc gõ. Với bộ chỉ tiêu trong
`templates/chi_tieu/` dòng ấy là `$schema=../luoc_do/bo_chi_tieu.json`. Không có dòng này mọi thứ vẫn chạy; lệnh
`cds-gen build` mới là nơi kiểm tra đầy đủ."""

_TYPES = "Cột «Giá trị» của các bảng dùng những tên sau."

_RICH_TEXT = """\
Câu văn và đoạn văn dùng được ba thứ:

| Gõ | In ra |
|---|---|
| `**chữ**` | chữ đậm |
| `*chữ*` | chữ nghiêng |
| `***chữ***` | vừa đậm vừa nghiêng |
| `{{ so_lieu.thon }}` | giá trị của biểu thức: xem [Biểu thức](#biểu-thức) |
| `\\*` | dấu sao |
| `\\{{` | hai dấu ngoặc nhọn |

Trong đoạn văn nhiều dòng, dòng bắt đầu bằng `- ` in thành gạch đầu dòng, bằng `+ ` thành ý nhỏ hơn."""

_EXPRESSIONS = """\
Viết trong câu văn, giữa hai dấu ngoặc nhọn mở và hai dấu ngoặc nhọn đóng. Mã và số ký hiệu đặt trong dấu nháy đơn.
Chỗ nào chưa có giá trị thì máy báo lỗi, không in chỗ trống. Cộng, trừ, nhân, chia được các con số:
`{{ so_lieu.thon_co_wifi.mau - so_lieu.thon_co_wifi.tu }}`."""

_FILTERS = "Viết sau biểu thức và một dấu sổ đứng."

_FILES = {
    "bao_cao": "Mỗi báo cáo một tệp trong `inputs/`.",
    "bo_chi_tieu": "Trong `templates/chi_tieu/`. Tên tệp, bỏ đuôi, là tên bộ mà báo cáo ghi ở `chi_tieu` › `bo`.",
    "mo_ta": "Tệp `mo_ta.yaml` nằm cạnh `mau.docx` trong `templates/docx/`, mỗi mẫu một thư mục.",
    "quy_cach": "Tệp `templates/quy_cach.yaml`, mỗi cơ quan một tệp. Mục nào bỏ hẳn hoặc để trống thì như mẫu gốc; "
    "không có tệp thì mọi mục như mẫu gốc.",
    "thay_doi": "Tệp `templates/thay_doi.yaml`, mỗi cơ quan một tệp; không có tệp thì dùng bảng gốc của máy.",
}
_COLUMNS = (
    ("Bảng chỉ tiêu (`bang: chi_tieu`)", INDICATOR_COLUMNS),
    ("Bảng văn bản (`bang: van_ban_ban_hanh`)", DOCUMENT_COLUMNS),
)
_OWN_COLUMNS = """\
Tên khác (chữ thường không dấu, chữ số, gạch dưới) là **cột riêng**: phải ghi `tieu_de` cho cột, còn giá trị từng
dòng lấy ở `cot_them` của kết quả, của văn bản hoặc của chỉ tiêu."""


def reference() -> str:
    """The whole page."""
    parts = _parts()
    contents = " · ".join(f"[{title}](#{anchor(title)})" for title, _ in parts)
    pages = (f"## {title}\n\n{chr(10).join(lines)}" for title, lines in parts)
    return "\n\n".join((MADE_BY, _HEAD.rstrip(), f"Mục lục: {contents}", *pages)) + "\n"


def _parts() -> list[tuple[str, list[str]]]:
    sections = Sections()
    files = [(TITLES[name], [_FILES[name], "", *sections.of(name)]) for name in DECLARED]
    return [
        ("Cách đọc trang này", [_HOW_TO_READ]),
        *files,
        ("Các cột của bảng", list(_columns())),
        ("Cách viết từng loại giá trị", [_TYPES, "", *_types(), "", _RICH_TEXT]),
        ("Biểu thức", [_EXPRESSIONS, "", *names_section()]),
        ("Bộ lọc", [_FILTERS, "", *filters_section()]),
    ]


def _columns() -> Iterator[str]:
    for title, columns in _COLUMNS:
        yield from (f"{title}:", "")
        yield from table_of(("Cột", "In"), ((f"`{name}`", words) for name, words in columns.items()))
        yield ""
    yield _OWN_COLUMNS


def _types() -> Iterator[str]:
    used = {*used_types(), "ket_qua"}
    rows = (
        (f"**{form.ten}**", form.cach_viet, _listed(form.dung), _listed(form.sai))
        for name, form in FORMS.items()
        if name in used
    )
    return table_of(("Loại", "Cách viết", "Ví dụ", "Máy không nhận"), rows)


def _listed(texts: Iterable[str]) -> str:
    return " · ".join(f"`{text}`" for text in texts)
