"""Which catalogues are to give way to which, as an officer asks for it."""

from __future__ import annotations

from generator.data.loading import load_catalogue
from generator.data.model import BaoCao
from generator.data.model_catalogue import BoChiTieu
from generator.errors import CannotGoOn, Refused
from generator.findings import in_order
from generator.jobs.next_period.switch import Switch
from generator.jobs.workspace import ENDING, Templates
from generator.vn.suggest import closest

_OPTION = "--catalogue"


def asked_switches(wishes: tuple[str, ...], report: BaoCao, templates: Templates) -> tuple[Switch, ...]:
    """The switches, each wish being the new catalogue's id or ``OLD=NEW``.

    Raises ``CannotGoOn`` for a wish that cannot be, ``Refused`` for a faulty catalogue.
    """
    current = {part.bo.ma: part.bo for part in report.chi_tieu}
    switches: list[Switch] = []
    for wish in wishes:
        left, sign, right = wish.partition("=")
        wished = (right if sign else left).strip().removesuffix(ENDING)
        if not current:
            raise CannotGoOn("Tệp này không có mục chi_tieu.", f"Bỏ «{_OPTION} {wish}».")
        if wished in current:
            raise CannotGoOn(
                f"Báo cáo đã dùng bộ chỉ tiêu «{wished}».", f"Viết sau {_OPTION} bộ mới, hoặc bỏ {_OPTION}."
            )
        new = _catalogue(wished, templates)
        old = _replaced(left.strip().removesuffix(ENDING) if sign else "", new, current)
        others = tuple(bo for bo in current.values() if bo is not old)
        switch = Switch(old, new, others)
        if not any(switch.indicators.heirs.values()):
            raise CannotGoOn(
                f"Không chỉ tiêu nào của bộ «{new.ma}» thay cho chỉ tiêu của bộ «{old.ma}».",
                f"Ghi «thay_cho» ở từng chỉ tiêu trong {templates.catalogues / new.ma}{ENDING}.",
            )
        switches.append(switch)
        current = {new.ma if ma == old.ma else ma: new if ma == old.ma else bo for ma, bo in current.items()}
    return tuple(switches)


def _catalogue(name: str, templates: Templates) -> BoChiTieu:
    path = templates.catalogue(name)
    catalogue, findings = load_catalogue(path)
    if catalogue is None:
        raise Refused(in_order(findings))
    return catalogue


def _replaced(asked: str, new: BoChiTieu, current: dict[str, BoChiTieu]) -> BoChiTieu:
    """The catalogue that gives way: the one asked for, else the one that the new one says to replace."""
    used = ", ".join(current)
    if asked and asked not in current:
        near = closest(asked, current)
        hint = f" Có phải ý là «{near}»?" if near else ""
        raise CannotGoOn(f"Báo cáo không dùng bộ chỉ tiêu «{asked}».{hint}", f"Viết một trong: {used}.")
    wanted = asked or (next(iter(current)) if len(current) == 1 else new.thay_cho or "")
    if new.thay_cho is None:
        example = wanted or next(iter(current))
        raise CannotGoOn(
            f"Bộ chỉ tiêu «{new.ma}» không nói thay cho bộ nào.",
            f"Thêm ở đầu tệp {new.ma}{ENDING} dòng «thay_cho: {example}», "
            "và ở mỗi chỉ tiêu đổi mã, đổi tên, tách, gộp một dòng thay_cho kể mã cũ.",
        )
    if wanted != new.thay_cho or wanted not in current:
        replaced = f"«{wanted}»" if wanted in current else f"bộ nào của báo cáo ({used})"
        raise CannotGoOn(
            f"Bộ chỉ tiêu «{new.ma}» thay cho bộ «{new.thay_cho}», không thay cho {replaced}.",
            f"Chọn bộ khác sau {_OPTION}, hoặc sửa «thay_cho» ở đầu tệp {new.ma}{ENDING}.",
        )
    return current[wanted]
