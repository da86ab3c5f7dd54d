"""Rules judged while a report is read and made: over open places, over remarks to the machine, over printed tables."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.data import finding_ids as ids
from generator.findings import Severity
from generator.jobs import cramped
from generator.rules.rule import DataRule

OPEN_PLACE: Final = DataRule(
    ids.OPEN_PLACE,
    Severity.ERROR,
    "Không còn chỗ để ngỏ bằng dấu «…»",
    "Tệp của kỳ mới để ngỏ những số chưa có; báo cáo gửi đi khi còn chỗ ngỏ là báo cáo thiếu số. "
    "Bản dự thảo thì được để ngỏ.",
)
UNREVIEWED: Final = DataRule(
    ids.UNREVIEWED,
    Severity.ERROR,
    "Câu chép từ kỳ trước đã được đọc lại",
    "Câu còn ghi chú «# cds: xem lại …» có năm, có số của kỳ trước; chưa đọc lại thì số cũ lọt vào báo cáo mới. "
    "Bản dự thảo thì chỉ nhắc.",
)
REMARK: Final = DataRule(
    ids.REMARK,
    Severity.ERROR,
    "Ghi chú «# cds:» viết đúng cách, nêu luật bỏ qua được và lý do",
    "Máy không hiểu ghi chú thì điều người viết muốn bỏ qua, muốn nhắc lại không có hiệu lực mà không ai biết. "
    "Lỗi thì không bỏ qua được, chỉ cảnh báo và gợi ý.",
)
UNUSED: Final = DataRule(
    "DL804",
    Severity.WARNING,
    "Ghi chú «# cds: bỏ qua», «# cds: không đổi» còn có điều để bỏ qua",
    "Ghi chú cũ còn nằm lại sẽ che cảnh báo mới của kỳ sau; số đã sửa đúng thì ghi chú phải được xóa.",
)

MADE_RULES: Mapping[str, DataRule] = MappingProxyType(
    {rule.id: rule for rule in (cramped.RULE, OPEN_PLACE, UNREVIEWED, REMARK, UNUSED)}
)
