"""TT106: the page number stands in the header, centred, in Arabic figures, of the right size, upright."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.facts import Align
from generator.decree.head import NUMBER_ALONE
from generator.decree.page import PAGE_NUMBER
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, mm, off_centre
from generator.rules.page.numbering import in_use, is_surely_long, numbers_of, shows_number
from generator.rules.page.sections import annex_sections, place_of, runs_of, whole_document
from generator.vn.numbers import format_number
from generator.vn.text import quoted, squeeze
from generator.word.recognised import Fragment, Recognised
from generator.word.view import Para, Section

RULE = FormatRule(
    "TT106",
    "Số trang ở giữa lề trên, đánh từ 1 bằng chữ số Ả Rập, chữ đứng",
    "Văn bản nhiều trang không có số trang thì rời tờ là không xếp lại được.",
    PAGE_NUMBER.source,
)

_ARABIC = ("decimal", "decimalZero")
_DASHED = "numberInDash"
# What Word asks a field to keep or change of its look, and the figures that are Arabic whatever the page says.
_ARABIC_SWITCHES = ("mergeformat", "charformat", "arabic", "caps", "firstcap", "lower", "upper")
_DASHED_SWITCH = "arabicdash"
_NUMBER_ALONE = regex(r"[\d\s]*|[IVXLCDM]+|[ivxlcdm]+|[A-Za-z]")
_PLAIN_FORMAT = "Chèn > Số Trang > Định dạng Số Trang (Insert > Page Number > Format Page Numbers)"
_INSERT = "Chèn > Số Trang > Đầu Trang > Số Thuần 2 (Insert > Page Number > Top of Page > Plain Number 2)"


def check(doc: Recognised) -> Verdict:
    view = doc.view
    headers = [part for section in view.sections for part in in_use(section.headers, section, view).values()]
    footers = [part for section in view.sections for part in in_use(section.footers, section, view).values()]
    above, below = list(numbers_of(headers, view)), list(numbers_of(footers, view))
    if above or below:
        return judged(
            [
                *_below(below),
                *(finding for para in above for finding in _look(para, doc)),
                *(finding for para in (*above, *below) for finding in _beside(para, doc)),
                *_even_pages(doc),
                *_figures(doc),
                *_first(doc),
                *_below_margin(doc),
            ]
        )
    body = frozenset(section.number for section in view.sections) - annex_sections(doc)
    if not is_surely_long(doc, body):
        return NOT_ASSESSED
    problem = "Văn bản dài hơn một trang nhưng «không có số trang» ở lề trên"
    return judged([RULE.finding(whole_document(doc), problem, f"Chọn {_INSERT}.")])


def _below(numbers: list[Para]) -> Iterator[Finding]:
    for para in numbers:
        yield RULE.finding(
            para.place, "Số trang ở «chân trang», phải ở giữa lề trên", f"Xóa số trang ở chân trang, chọn {_INSERT}."
        )


def _look(para: Para, doc: Recognised) -> Iterator[Finding]:
    align = doc.alignment(Fragment.whole(para))
    # With a tab before it, or in a text box or a table, the number stands where the file does not tell us.
    if align not in (None, PAGE_NUMBER.align) and not ("\t" in para.text or para.boxed or para.cell):
        align_found = (align or Align.LEFT).value
        yield RULE.finding(
            para.place,
            f"Số trang đang «{align_found}», phải {PAGE_NUMBER.align.value} theo chiều ngang",
            "Nháy đúp vào lề trên, đặt con trỏ vào số trang, bấm Căn giữa (Center, Ctrl+E).",
        )
    elif align is PAGE_NUMBER.align and not (para.boxed or para.cell) and off_centre("so_trang", para):
        yield RULE.finding(
            para.place,
            f"Số trang canh giữa nhưng bị thụt lề nên «lệch» khỏi giữa trang, phải {PAGE_NUMBER.align.value}",
            "Nháy đúp vào lề trên, đặt con trỏ vào số trang, mở Trang đầu > Đoạn văn (Home > Paragraph), đặt Thụt lề "
            "Trái, Phải (Left, Right) về 0 và Đặc biệt (Special) là Không (None).",
        )
    looks = [s.look for s in para.stretches if any(ch.isalnum() for ch in s.text) and not s.look.hidden]
    sizes = dict.fromkeys(look.size for look in looks if look.size not in PAGE_NUMBER.sizes)
    if sizes:
        found = ", ".join(f"«{format_number(size)}»" for size in sizes)
        allowed = bounds(PAGE_NUMBER.sizes)
        yield RULE.finding(
            para.place,
            f"Số trang có cỡ chữ {found}, phải {allowed}",
            f"Nháy đúp vào lề trên, bôi đen số trang, đặt cỡ chữ {allowed} ở Trang đầu > Phông chữ (Home > Font Size).",
        )
    slants = [name for name, is_so in (("nghiêng", "italic"), ("đậm", "bold")) if any(getattr(k, is_so) for k in looks)]
    if slants:
        yield RULE.finding(
            para.place,
            f"Số trang là chữ «{', '.join(slants)}», phải là chữ đứng, không đậm",
            "Nháy đúp vào lề trên, bôi đen số trang, bỏ nút Nghiêng và nút Đậm ở Trang đầu > Phông chữ (Home > Font).",
        )


def _even_pages(doc: Recognised) -> Iterator[Finding]:
    """Even pages have a header of their own, which is easily forgotten."""
    view = doc.view
    if not view.even_and_odd:
        return

    def forgotten(section: Section) -> bool | None:
        numbered = shows_number(section.headers.get("default"), view)
        return True if numbered and not shows_number(section.headers.get("even"), view) else None

    for section, _ in runs_of(view.sections, forgotten):
        yield RULE.finding(
            place_of(section, doc),
            "Trang chẵn «không có số trang» ở lề trên",
            "Nháy đúp vào lề trên, bỏ chọn «Trang chẵn & lẻ khác nhau» (Different Odd & Even Pages).",
        )


def _figures(doc: Recognised) -> Iterator[Finding]:
    for section, found in runs_of(doc.view.sections, lambda s: None if s.number_format in _ARABIC else s.number_format):
        yield RULE.finding(
            place_of(section, doc),
            f"Số trang viết theo kiểu «{found}», phải là chữ số Ả Rập (1, 2, 3)",
            f"Chọn {_PLAIN_FORMAT}, chọn kiểu 1, 2, 3.",
            NUMBER_ALONE if found == _DASHED else None,
        )


def _beside(para: Para, doc: Recognised) -> Iterator[Finding]:
    """What the field is asked to write instead of figures, and words typed beside it."""
    asked = [
        name for name in doc.view.formats.get((para.part, para.number), ()) if name.lower() not in _ARABIC_SWITCHES
    ]
    for name in asked:
        yield RULE.finding(
            para.place,
            f"Số trang được lệnh viết theo kiểu «{name}», phải là chữ số Ả Rập (1, 2, 3)",
            f"Nháy đúp vào số trang, xóa số trang, chọn {_PLAIN_FORMAT}, chọn kiểu 1, 2, 3, rồi chèn lại số trang.",
            NUMBER_ALONE if name.lower() == _DASHED_SWITCH else None,
        )
    if not asked and not _NUMBER_ALONE.fullmatch(para.text.strip()):
        yield RULE.finding(
            para.place,
            f"Số trang ghi {quoted(squeeze(para.text))}, nên chỉ có chữ số",
            "Nháy đúp vào số trang, xóa các chữ và dấu bên cạnh, chỉ để lại số.",
            NUMBER_ALONE,
        )


def _first(doc: Recognised) -> Iterator[Finding]:
    """The number that the document begins with; annexes have a rule of their own."""
    first = doc.view.sections[0]
    if first.start not in (None, PAGE_NUMBER.first) and first.number not in annex_sections(doc):
        yield RULE.finding(
            place_of(first, doc),
            f"Số trang của văn bản bắt đầu từ «{first.start}», phải đánh từ số {PAGE_NUMBER.first}",
            f"Chọn {_PLAIN_FORMAT} > Bắt đầu từ (Start at): {PAGE_NUMBER.first}.",
        )


def _below_margin(doc: Recognised) -> Iterator[Finding]:
    """A header that begins below the top margin pushes the text down: its number stands in no margin."""

    def sunk(section: Section) -> int | None:
        numbered = any(shows_number(part, doc.view) for part in in_use(section.headers, section, doc.view).values())
        return section.header if numbered and section.header > section.top else None

    for section, found in runs_of(doc.view.sections, sunk):
        yield RULE.finding(
            place_of(section, doc),
            f"Đầu trang cách mép giấy «{format_number(mm(found), 0)} mm», lề trên {format_number(mm(section.top), 0)} "
            "mm; số trang phải nằm trong lề trên",
            "Nháy đúp vào lề trên, đặt Đầu trang từ trên xuống (Header from Top) khoảng 10 mm, nhỏ hơn lề trên.",
        )
