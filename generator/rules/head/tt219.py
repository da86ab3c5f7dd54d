"""TT219: the symbol is that of the kind of document."""

from __future__ import annotations

from generator.decree.head import BODY_SIGNS, SYMBOL_MARKS, SYMBOL_OF_BODY
from generator.decree.kinds import CONG_VAN, COPIES, KINDS_SOURCE, WITHOUT_SYMBOL_SOURCE, by_name
from generator.decree.symbols import SoKyHieu, ten_loai
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.head.symbol_text import COMPONENT, symbol_of
from generator.rules.looks import as_printed
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT219",
    "Ký hiệu đúng với tên loại văn bản",
    "Văn bản chép từ văn bản cũ hay còn ký hiệu của loại cũ: kế hoạch mang ký hiệu BC.",
    KINDS_SOURCE,
)

_COPY_SYMBOLS = frozenset(copy.ky_hieu for copy in COPIES)


def check(doc: Recognised) -> Verdict:
    kind = by_name(doc.kind) if doc.kind else None
    symbol = symbol_of(doc)
    # A copy carries the symbol of copies, whatever it copies.
    if kind is None or symbol is None or symbol.loai in _COPY_SYMBOLS or kind.ky_hieu in _COPY_SYMBOLS:
        return NOT_ASSESSED
    faults = (_fault(kind.ten, kind.ky_hieu, symbol, doc), _other_body(symbol, doc))
    return judged(fault for fault in faults if fault)


def _fault(name: str, wanted: str | None, symbol: SoKyHieu, doc: Recognised) -> Finding | None:
    place = doc.of(COMPONENT)[0].place
    if symbol.loai == wanted or (wanted is None and ten_loai(symbol) == CONG_VAN.ten):
        return None  # the «CV» of a công văn is told of by the rule of its form
    if wanted is None:
        return RULE.finding(
            place,
            f"Ký hiệu «{symbol.loai}-{symbol.co_quan}» là của {(ten_loai(symbol) or '').lower()}; "
            f"{name.lower()} không có chữ viết tắt tên loại",
            "Viết chữ viết tắt tên cơ quan rồi đến đơn vị soạn thảo, ví dụ «UBND-VHXH».",
            WITHOUT_SYMBOL_SOURCE,
        )
    if symbol.loai is None and symbol.co_quan.startswith(f"{wanted}."):
        rest = symbol.co_quan.removeprefix(f"{wanted}.")
        return RULE.finding(
            place,
            f"Trong ký hiệu «{symbol.co_quan}» sau «{wanted}» là dấu chấm, phải là dấu gạch nối (-)",
            f"Viết «{wanted}-{rest}».",
            SYMBOL_MARKS,
        )
    if symbol.loai is None:
        return RULE.finding(
            place,
            f"Ký hiệu «{symbol.co_quan}» thiếu chữ viết tắt tên loại; {name.lower()} có ký hiệu «{wanted}»",
            f"Viết «{wanted}-{symbol.co_quan}».",
        )
    return RULE.finding(
        place,
        f"Ký hiệu «{symbol.loai}» không phải là của {name.lower()}, phải là «{wanted}»",
        f"Viết «{wanted}-{symbol.co_quan}».",
    )


def _other_body(symbol: SoKyHieu, doc: Recognised) -> Finding | None:
    """The sign of one elected body under the name of the other."""
    name = " ".join(as_printed(part) for part in doc.of("co_quan_ban_hanh")).upper().replace("UỶ", "ỦY")
    own = next((sign for body, sign in BODY_SIGNS.value if name.startswith(body)), None)
    written = symbol.co_quan.split("-")[0]
    if own is None or written == own or written not in dict(BODY_SIGNS.value).values():
        return None
    right = f"{symbol.loai}-{own}" if symbol.loai else symbol.co_quan.replace(written, own, 1)
    return RULE.finding(
        doc.of(COMPONENT)[0].place,
        f"Ký hiệu ghi «{written}», cơ quan ban hành là «{name}»",
        f"Viết «{right}», hoặc sửa tên cơ quan ban hành.",
        SYMBOL_OF_BODY,
    )
