"""What there is to say of every rule: the list, the page of one, the pages in ``docs/quy-tac/``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec import Struct

from generator.decree.facts import Source
from generator.findings import Basis, Severity
from generator.jobs.made_rules import MADE_RULES
from generator.rules.form_registry import FORM_RULES
from generator.rules.format_rule import SEVERITY_OF
from generator.rules.graded_rule import GradedRule
from generator.rules.house_registry import HOUSE_RULES
from generator.rules.registry import DATA_RULES
from generator.rules.said_registry import SAID_RULES
from generator.rules.template_registry import TEMPLATE_RULES

INDEX = "README.md"
_BASES = {
    Basis.LAW: "điều khoản bắt buộc của Nghị định",
    Basis.SPECIMEN: "mẫu trình bày hoặc ví dụ của Nghị định",
    Basis.CUSTOM: "thông lệ; Nghị định không quy định",
    Basis.HOUSE: "quy cách mà cơ quan tự chọn trong các khoảng của Nghị định",
}
_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "DL6": "Văn bản viện dẫn",
        "DL7": "Chữ, dấu câu, tên gọi",
        "DL8": "Chỗ để ngỏ, ghi chú cho máy",
        "DL": "Dữ liệu",
        "SL2": "Số liệu: tỷ lệ và cách viết số",
        "SL3": "Số liệu: kết quả và chỉ tiêu",
        "SL4": "Số liệu: tổng và các phần",
        "SL5": "Số liệu: chỗ này và chỗ kia",
        "SL6": "Số liệu: kỳ này và kỳ trước",
        "SL": "Số liệu",
        "MB": "Mẫu Word",
        "TT1": "Thể thức: trang giấy",
        "TT2": "Thể thức: phần đầu văn bản",
        "TT3": "Thể thức: nội dung",
        "TT4": "Thể thức: phần cuối văn bản",
        "TT5": "Thể thức: phụ lục",
        "TT6": "Thể thức: quy cách riêng của cơ quan",
    }
)


class RulePage(Struct, frozen=True):
    """A rule as people read it; ``source`` is None for rules over data and what is said, which rest on no article."""

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
        return (
            f"# {self.id}: {self.title}\n\n"
            f"- Phần: {self.part}\n- Mức: {self.severity.label.lower()}\n- Căn cứ: {self._rests}\n\n"
            f"{self.why}\n\nXét bằng lệnh {self._commands}.\n"
        )

    @property
    def _rests(self) -> str:
        if self.source:
            return f"{self.source.article} ({_BASES[self.source.basis]})"
        if self.id in TEMPLATE_RULES:
            return "cách máy đọc và in mẫu"
        return "phép tính và lời của chính văn bản" if self.id in SAID_RULES else "quy ước của tệp dữ liệu"

    @property
    def _commands(self) -> str:
        if self.source:
            house = "--profile house " if self.id in HOUSE_RULES else ""
            return f"`cds-gen check TỆP.docx {house}--select {self.id}`"
        if self.id in TEMPLATE_RULES:
            return "`cds-gen template check LOẠI`"
        of_data = f"`cds-gen check TỆP.yaml --select {self.id}`"
        of_word = f" hoặc `cds-gen check TỆP.docx --figures --select {self.id}`"
        return of_data + (of_word if self.id in SAID_RULES else "")


def all_pages() -> tuple[RulePage, ...]:
    """Every rule, those over data and what is said first, those of the house style last, in the order of their ids."""
    rules: list[GradedRule] = [rule for rule, _ in DATA_RULES.values()]
    rules += [*MADE_RULES.values(), *(rule for rule, _ in SAID_RULES.values())]
    rules += [rule for rule, _ in TEMPLATE_RULES.values()]
    rules.sort(key=lambda rule: rule.id)
    data = (RulePage(rule.id, rule.title, rule.why, rule.severity, None) for rule in rules)
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
