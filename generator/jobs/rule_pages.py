"""What there is to say of every rule: the list, the page of one, the pages in ``docs/quy-tac/``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.decree.facts import Source
from generator.findings import Basis, Severity
from generator.rules.form_registry import FORM_RULES
from generator.rules.format_rule import SEVERITY_OF
from generator.rules.house_registry import HOUSE_RULES
from generator.rules.registry import DATA_RULES

INDEX = "README.md"
_BASES = {
    Basis.LAW: "điều khoản bắt buộc của Nghị định",
    Basis.SPECIMEN: "mẫu trình bày hoặc ví dụ của Nghị định",
    Basis.CUSTOM: "thông lệ; Nghị định không quy định",
    Basis.HOUSE: "quy cách mà cơ quan tự chọn trong các khoảng của Nghị định",
}
_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "DL": "Dữ liệu",
        "SL": "Số liệu",
        "TT1": "Thể thức: trang giấy",
        "TT2": "Thể thức: phần đầu văn bản",
        "TT3": "Thể thức: nội dung",
        "TT4": "Thể thức: phần cuối văn bản",
        "TT5": "Thể thức: phụ lục",
        "TT6": "Thể thức: quy cách riêng của cơ quan",
    }
)


@dataclass(frozen=True)
class RulePage:
    """A rule as people read it; ``source`` is None for rules over the data, which rest on no article."""

    id: str
    title: str
    why: str
    severity: Severity
    source: Source | None

    @property
    def part(self) -> str:
        """Which part of a document, or of the data, the rule is about."""
        return next(name for start, name in _PARTS.items() if self.id.startswith(start))

    def markdown(self) -> str:
        """The page of the rule."""
        rests = f"{self.source.article} ({_BASES[self.source.basis]})" if self.source else "quy ước của tệp dữ liệu"
        command = "cds-gen build TỆP.yaml"
        if self.id.startswith("TT"):
            house = "--profile house " if self.id in HOUSE_RULES else ""
            command = f"cds-gen check TỆP.docx {house}--select {self.id}"
        return (
            f"# {self.id}: {self.title}\n\n"
            f"- Phần: {self.part}\n- Mức: {self.severity.label.lower()}\n- Căn cứ: {rests}\n\n"
            f"{self.why}\n\nXét bằng lệnh `{command}`.\n"
        )


def all_pages() -> tuple[RulePage, ...]:
    """Every rule, those over the data first and those of the house style last, in the order of their ids."""
    data = (RulePage(rule.id, rule.title, rule.why, rule.severity, None) for rule, _ in DATA_RULES.values())
    form = (
        RulePage(rule.id, rule.title, rule.why, SEVERITY_OF[rule.source.basis], rule.source)
        for rule, _ in (*FORM_RULES.values(), *HOUSE_RULES.values())
    )
    return (*data, *form)


def page(id_: str) -> RulePage | None:
    """The rule of that id, None where there is none."""
    return next((each for each in all_pages() if each.id == id_.upper()), None)


def files(pages: Iterable[RulePage]) -> dict[str, str]:
    """The files of ``docs/quy-tac/`` by name: one for each rule, and the list."""
    pages = tuple(pages)
    lines = [
        "# Các quy tắc",
        "",
        "Trang này và các trang của từng quy tắc do lệnh `cds-gen rules --doc docs/quy-tac` viết ra; đừng sửa tay.",
    ]
    part = ""
    for each in pages:
        if each.part != part:
            part = each.part
            lines += ["", f"## {part}", "", "| mã | quy tắc | mức |", "|---|---|---|"]
        lines.append(f"| [{each.id}]({each.id}.md) | {each.title} | {each.severity.label.lower()} |")
    return {INDEX: "\n".join(lines) + "\n", **{f"{each.id}.md": each.markdown() for each in pages}}
