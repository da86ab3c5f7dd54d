"""DL605: the symbol of a document is one of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.kinds import by_name
from generator.decree.symbols import SoKyHieu, ten_loai
from generator.findings import Finding, Place, Severity
from generator.patterns import regex
from generator.rules.said import Said
from generator.rules.said_citations.ledger import Document, ledger, place_of_number
from generator.rules.said_citations.mention import Mention
from generator.rules.said_citations.scan import misspelled
from generator.rules.said_rule import SaidRule

RULE = SaidRule(
    "DL605",
    Severity.WARNING,
    "Ký hiệu của văn bản phải đúng với tên loại",
    "Quyết định có chữ QĐ, kế hoạch có chữ KH, công văn không có chữ nào trước tên cơ quan; "
    "sai thì không biết là văn bản gì.",
)
_SHORT = {"qđ": "Quyết định", "cv": "Công văn"}
_NOUN = regex(r"(?P<kind>Báo cáo|Quyết định|Nghị quyết|Tờ trình) (?:về|số)\s")
_CONG_VAN = "Công văn"


def check(said: Said) -> Iterator[Finding]:
    seen = set[tuple[str, str]]()
    for document in ledger(said).documents:
        finding = _cv(document, place_of_number(said, document.first))
        if finding is not None and (document.first.key, "") not in seen:
            seen.add((document.first.key, ""))
            yield finding
        for mention in document.mentions:
            kind = _kind(mention)
            if not kind or (document.first.key, kind) in seen:
                continue
            seen.add((document.first.key, kind))
            yield from _against(mention, kind, place_of_number(said, mention))
        yield from _by_subject(document)
    for passage in said.everything:
        for each in misspelled(passage) if "/" in passage.text else ():
            yield RULE.finding(
                passage.place_at(each.start),
                f"Ký hiệu «{each.words}» viết thiếu dấu: tên loại viết tắt là «{each.meant.loai}».",
                f"Viết «{each.meant}».",
            )


def _kind(mention: Mention) -> str:
    """The kind as named, spelled as in the decree's table."""
    name = _SHORT.get(mention.kind.casefold(), mention.kind)
    known = by_name(name)
    return known.ten if known else name[:1].upper() + name[1:].lower()


def _cv(document: Document, place: Place) -> Finding | None:
    """An official letter has no abbreviation of the kind; the Party's may."""
    symbol = document.first.symbol
    if symbol.loai != "CV" or symbol.dang:
        return None
    right = SoKyHieu(symbol.so, None, symbol.co_quan)
    return RULE.finding(
        place,
        f"Công văn «{symbol}» có chữ «CV»; ký hiệu của công văn không ghi tên loại.",
        f"Nếu là công văn của đơn vị thì viết theo dạng «{right}-…» (sau tên cơ quan là đơn vị soạn thảo); "
        "nếu bản gốc ghi như thế thì giữ nguyên khi dẫn.",
    )


def _against(mention: Mention, kind: str, place: Place) -> Iterator[Finding]:
    symbol = mention.symbol
    meant = _CONG_VAN if symbol.is_cong_van else ten_loai(symbol)
    if meant is None or meant == kind or (symbol.dang and {meant, kind} <= {"Quy định", "Quyết định"}):
        return
    how = "không có chữ viết tắt tên loại, là của công văn" if symbol.is_cong_van else f"là của {meant.lower()}"
    yield RULE.finding(
        place,
        f"Gọi là «{kind}» mà ký hiệu «{symbol}» {how}.",
        f"Xem lại bản gốc: hoặc tên loại là «{meant}», hoặc ký hiệu gõ sai.",
        severity=Severity.HINT if symbol.is_cong_van else None,
    )


def _by_subject(document: Document) -> Iterator[Finding]:
    """A subject that names another kind: "Báo cáo về tình hình …" under the symbol of a công văn."""
    for mention in document.mentions:
        noun = _NOUN.match(mention.subject) if mention.listed else None
        symbol = mention.symbol
        meant = _CONG_VAN if symbol.is_cong_van else ten_loai(symbol)
        if noun is None or meant is None or noun["kind"] == meant:
            continue
        yield RULE.finding(
            mention.place,
            f"Trích yếu gọi là «{noun['kind']}» mà ký hiệu «{symbol}» là của {meant.lower()}.",
            "Xem lại bản gốc: số, ký hiệu hoặc trích yếu của một văn bản khác; "
            "nếu là công văn gửi báo cáo thì viết trích yếu «về việc báo cáo …».",
            severity=Severity.HINT,
        )
        return
