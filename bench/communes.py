"""Synthetic communes: data files of one catalogue, figures and lengths of their own, some faulty on purpose.

The same seed and number give the same files.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generator.data.loading import load_catalogue
from generator.data.model_catalogue import BoChiTieu, ChiTieu

CATALOGUE = "qd-1829-2023"
FAULTY_ONE_IN = 50

BASE = """
don_vi: {cap_tren: UBND huyện Sông Hồng, ky_hieu: UBND}
noi_nhan: [UBND huyện Sông Hồng, {luu: VT}]
"""
_SENTENCES = (
    "Ủy ban nhân dân xã đã chỉ đạo các thôn tổ chức tuyên truyền trên hệ thống truyền thanh và các nhóm của khu dân cư",
    "Tổ công nghệ số cộng đồng đến từng hộ hướng dẫn người dân cài đặt và sử dụng các ứng dụng cần thiết",
    "Cán bộ, công chức được bồi dưỡng kỹ năng số, xử lý công việc trên môi trường điện tử",
    "Việc phối hợp với các doanh nghiệp viễn thông được thực hiện thường xuyên, bảo đảm đường truyền ổn định",
    "Người cao tuổi còn gặp khó khăn khi sử dụng điện thoại thông minh, cần được hướng dẫn thêm",
    "Kinh phí thực hiện được bố trí từ ngân sách xã và nguồn xã hội hóa",
)
_AREAS = ("Bình", "Đông", "Hà", "Kim", "Minh", "Ngọc", "Phú", "Quang", "Thanh", "Xuân")
_NAMES = ("An", "Bảo", "Châu", "Dương", "Giang", "Hải", "Khánh", "Lâm", "Phong", "Sơn")

# rule with which a file is refused -> what to put in place of what
FAULTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "DL204": ("  dan_so: ", "  may_tinh: 43.5\n  dan_so: "),
        "DL202": ("ket_thuc: ", "# ket_thuc: "),
        "DL201": ("ky: {nam: 2023", "ky: {nan: 1, nam: 2023"),
        "DL301": ("ke_thua: [chung/huyen.yaml]", "ke_thua: [chung/tinh.yaml]"),
        "DL302": ("bo: qd-1829-2023", "bo: qd-1892-2023"),
        "DL403": ("{{ so_lieu.dan_so }}", "{{ so_lieu.dan_xo }}"),
    }
)


def write_communes(folder: Path, catalogues: Path, count: int, seed: int) -> dict[str, str]:
    """Write the data files of ``count`` communes; the rule with which each faulty one must be refused, by file name."""
    catalogue, _ = load_catalogue(catalogues / f"{CATALOGUE}.yaml")
    if catalogue is None:
        raise ValueError(CATALOGUE)
    (folder / "chung").mkdir(parents=True)
    (folder / "chung" / "huyen.yaml").write_text(BASE, "utf-8")
    planted: dict[str, str] = {}
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        text, name = _report(number, catalogue, chance), f"xa-{number:04}.yaml"
        if chance.randrange(FAULTY_ONE_IN) == 0:
            planted[name] = rule = chance.choice(sorted(FAULTS))
            was, wrong = FAULTS[rule]
            assert was in text, rule
            text = text.replace(was, wrong, 1)
        (folder / name).write_text(text, "utf-8")
    return planted


def _report(number: int, catalogue: BoChiTieu, chance: random.Random) -> str:
    name = f"{chance.choice(_AREAS)} {chance.choice(_NAMES)}"
    length = chance.randint(1, 12)
    people = chance.randint(2_000, 20_000)
    results = "".join(_result(indicator, people, chance) for group in catalogue.nhom for indicator in group.chi_tieu)
    sections = "".join(
        f"  - muc: {group.ten}\n    gom:\n      - {_words(length, chance)}\n      - chi_tieu: {group.ma}\n"
        for group in catalogue.nhom
    )
    return f"""ke_thua: [chung/huyen.yaml]
mau: bao_cao
don_vi: {{ten: Ủy ban nhân dân xã {name}, viet_tat: UBND xã {name}, dia_danh: {name}}}
van_ban: {{loai: BC, so: {number + 1}, ngay: 05/12/2023, trich_yeu: Kết quả chuyển đổi số năm 2023 của xã {name}}}
ky: {{nam: 2023}}
so_lieu:
  dan_so: {people}
chi_tieu:
  bo: {CATALOGUE}
  ket_qua:
{results}noi_dung:
  - Xã {name} có {{{{ so_lieu.dan_so }}}} người. {_words(length, chance)}
{sections}ket_thuc: Trên đây là báo cáo, đề nghị UBND huyện xem xét.
nguoi_ky: {{quyen_han: TM, tap_the: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}}
phu_luc:
  - tieu_de: Chi tiết tự đánh giá
    bang: chi_tieu
    kho: ngang
    cot: [tt, ten, don_vi_tinh, chi_tieu, ket_qua, danh_gia]
"""


def _result(indicator: ChiTieu, people: int, chance: random.Random) -> str:
    whole = chance.randint(20, people)
    if indicator.muc_tieu.phan_tram:
        value = f"tu: {chance.randint(whole // 3, whole)}\n      mau: {whole}\n      lam_tron: 1"
    elif indicator.muc_tieu.gia_tri is not None:
        value = f"gia_tri: {chance.randint(1, 30)}"
    else:
        value = f"chu: {indicator.muc_tieu.chu or 'Có'}\n      danh_gia: Đạt\n      ly_do: đơn vị tự đánh giá"
    words = _words(chance.randint(1, 3), chance)
    return f'    "{indicator.ma}":\n      {value}\n      noi_dung: {words}\n'


def _words(sentences: int, chance: random.Random) -> str:
    return ". ".join(chance.choice(_SENTENCES) for _ in range(sentences)) + "."
