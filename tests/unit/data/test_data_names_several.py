"""What expressions name where a report uses several catalogues, or has annexes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from data_models import PLACE, bao_cao, bo_chi_tieu, chi_tieu, ket_qua, ket_qua_bo, nhom, text

from generator.data.derive import assess
from generator.data.expressions import expand_text
from generator.data.model import BaoCao
from generator.data.model_blocks import PhuLuc
from generator.data.names import UnknownReference, names


def prints(expression: str, report: BaoCao) -> str:
    """What an expression prints in a report's text."""
    found, findings = expand_text(text(f"{{{{ {expression} }}}}"), names(report, assess(report)))
    assert findings == []
    return found.raw


def refused(function: Callable[..., Any], *arguments: object) -> str:
    with pytest.raises(UnknownReference) as raised:
        function(*arguments)
    return f"{raised.value.problem} | {raised.value.fix}"


# --- several catalogues ------------------------------------------------------------------------------------------

TWO = bao_cao(
    chi_tieu=(
        ket_qua_bo(
            bo_chi_tieu(nhom(chi_tieu("Có", "1.1"), chi_tieu("Có", "1.2"), ten="Chính quyền huyện"), ma="cap_huyen"),
            ket_qua("1.1", chu="huyện"),
            ket_qua("1.2", chu="Có"),
        ),
        ket_qua_bo(
            bo_chi_tieu(
                nhom(chi_tieu("Có", "1.1"), ten="Chính quyền xã"),
                nhom(chi_tieu("Có", "3.1"), ma="xa_hoi_so", ten="Xã hội số"),
                ma="cap_xa",
            ),
            ket_qua("1.1", chu="xã"),
            ket_qua("3.1", chu="Không"),
        ),
    )
)
OF_TWO: dict[str, Any] = names(TWO, assess(TWO))


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("ct('1.1', 'cap_huyen')", "huyện"),
        ("ct('1.1', 'cap_xa')", "xã"),
        ("ct('1.1', bo='cap_xa')", "xã"),
        ("ct('1.2')", "Có"),
        ("ct('3.1').danh_gia", "Không đạt"),
        ("nhom('chinh_quyen_so', 'cap_huyen').tong", "2"),
        ("nhom('chinh_quyen_so', 'cap_xa')", "Chính quyền xã"),
        ("nhom('xa_hoi_so').ten", "Xã hội số"),
    ],
)
def test_indicators_and_groups_are_found_in_their_catalogue(expression: str, printed: str) -> None:
    assert prints(expression, TWO) == printed


@pytest.mark.parametrize(
    ("function", "arguments", "message"),
    [
        (
            "ct",
            ("1.1",),
            "chỉ tiêu «1.1» có ở 2 bộ chỉ tiêu: cap_huyen, cap_xa | Nêu cả bộ, ví dụ ct('1.1', 'cap_huyen').",
        ),
        (
            "nhom",
            ("chinh_quyen_so",),
            "nhóm chỉ tiêu «chinh_quyen_so» có ở 2 bộ chỉ tiêu: cap_huyen, cap_xa | "
            "Nêu cả bộ, ví dụ nhom('chinh_quyen_so', 'cap_huyen').",
        ),
        ("ct", ("1.1", "cap_tinh"), "không có bộ chỉ tiêu «cap_tinh» | Xem các bộ chỉ tiêu ở mục chi_tieu."),
        ("ct", ("1.1", "cap-xa"), "không có bộ chỉ tiêu «cap-xa» | Có phải ý là «cap_xa»?"),
        ("ct", ("1.2", "cap_xa"), "không có chỉ tiêu «1.2» | Có phải ý là «1.1»? Xem các chỉ tiêu trong bộ chỉ tiêu"),
        ("ct", ("9.9",), "không có chỉ tiêu «9.9» | Xem các chỉ tiêu"),
        ("ct", (1.1, "cap_xa"), "mã chỉ tiêu «1.1» không đặt trong dấu nháy | Viết mã trong dấu nháy"),
        ("nhom", ("xa_hoi_so", "cap_huyen"), "không có nhóm chỉ tiêu «xa_hoi_so» |"),
    ],
)
def test_an_id_that_two_catalogues_have_needs_the_catalogue(
    function: str, arguments: tuple[object, ...], message: str
) -> None:
    assert refused(OF_TWO[function], *arguments).startswith(message)


def test_the_call_that_the_remedy_shows_is_answered() -> None:
    fix = refused(OF_TWO["ct"], "1.1").rpartition("ví dụ ")[2].rstrip(".")
    assert prints(fix, TWO) == "huyện"


# --- annexes ----------------------------------------------------------------------------------------------------


def annexes(*ids: str | None) -> BaoCao:
    """A report with annexes of those ids."""
    made = (PhuLuc(text("A"), "doc", (), PLACE, ("I.",), ma) for ma in ids)
    return bao_cao(phu_luc=tuple(made))


@pytest.mark.parametrize(
    ("ids", "asked", "printed"),
    [
        (("van_ban",), "van_ban", "Phụ lục"),  # one annex has no number
        (("van_ban", None), "van_ban", "Phụ lục I"),
        ((None, "van_ban"), "van_ban", "Phụ lục II"),
        (("a", "b", None, "d"), "d", "Phụ lục IV"),
    ],
)
def test_an_annex_is_called_by_its_number_in_the_file(ids: tuple[str | None, ...], asked: str, printed: str) -> None:
    assert prints(f"phu_luc('{asked}')", annexes(*ids)) == printed


def test_an_unknown_annex_is_answered_with_the_nearest() -> None:
    found: dict[str, Any] = names(annexes("van_ban", None), ())
    assert refused(found["phu_luc"], "van_ba").startswith("không có phụ lục «van_ba» | Có phải ý là «van_ban»?")
    assert refused(found["phu_luc"], "xyz") == (
        "không có phụ lục «xyz» | Xem các phụ lục ở mục phu_luc (mỗi phụ lục có «ma» riêng)."
    )


def test_a_reference_that_two_catalogues_answer_is_told_at_its_line() -> None:
    typed = text("Đạt\n{{ ct('1.1') }}", line=7)
    found, (finding,) = expand_text(typed, OF_TWO)
    assert found.raw == typed.raw
    assert (finding.rule, str(finding.place)) == ("DL403", "xa.yaml:8:1 (noi_dung)")
    assert finding.problem == "«{{ ct('1.1') }}»: chỉ tiêu «1.1» có ở 2 bộ chỉ tiêu: cap_huyen, cap_xa."
