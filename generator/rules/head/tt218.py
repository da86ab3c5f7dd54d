"""TT218: «Kính gửi:» and its lines: one addressee on its line, more of them in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.decree.facts import specimen
from generator.decree.wording import KINH_GUI, KINH_GUI_MARKS
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import as_printed
from generator.vn.marks import list_mark
from generator.vn.text import quoted
from generator.word.recognised import Fragment, Recognised

RULE = FormatRule(
    "TT218",
    "Kính gửi: có dấu hai chấm; từ hai nơi trở lên thì mỗi nơi một dòng gạch đầu dòng",
    "Văn thư đọc từng dòng để gửi; hai nơi chung một dòng thì dễ sót một nơi.",
    KINH_GUI_MARKS.source,
)

_WORDS = r"\s+".join(KINH_GUI.split())
_HEAD = regex(rf"(?P<word>{_WORDS})\s*(?P<colon>:?)\s*(?P<rest>.*)", re.IGNORECASE)
_DASH = KINH_GUI_MARKS.before.strip()
_OTHER_DASH = specimen("Phụ lục I, phần I, mục V, số thứ tự 8.a")
# Two names on one line, as the capitals of bodies tell; "Sở Nông nghiệp và Môi trường" is one.
_BODY = r"(?:Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Sở|Phòng|Ban|Bộ|Trung tâm|Văn phòng|Chi cục|Cục|Thanh tra|Công an)"
_NEXT_NAME = regex(rf"(?:{KINH_GUI_MARKS.after}|,|\s+và)\s+(?={_BODY}\s)")


class _Item(Struct, frozen=True):
    """An addressee: the fragment where it begins, its words up to the next, the dash before it, "" for none."""

    fragment: Fragment
    text: str
    dash: str


def check(doc: Recognised) -> Verdict:
    fragments = doc.of("kinh_gui")
    found = _HEAD.match(as_printed(fragments[0])) if fragments else None
    return judged(_findings(fragments, found)) if found else NOT_ASSESSED


def _findings(fragments: tuple[Fragment, ...], head: re.Match[str]) -> Iterator[Finding]:
    if not head["colon"]:
        yield RULE.finding(fragments[0].place, "Sau từ «Kính gửi» không có dấu hai chấm (:)", f"Viết «{KINH_GUI}:».")
    word = head["word"]
    if word != KINH_GUI and not word.isupper():
        yield RULE.finding(fragments[0].place, f"Từ «{KINH_GUI}» viết {quoted(word)}", f"Viết «{KINH_GUI}:».")
    items = _items(fragments, head["rest"])
    if len(items) > 1:
        yield from _list(items, fragments[0])
    elif items:
        yield from _single(items[0], fragments[0])


def _items(fragments: tuple[Fragment, ...], rest: str) -> list[_Item]:
    """The addressees.  A line without a dash goes on with the one before it, unless that was closed."""
    items = [_item(fragments[0], rest)] if rest else []
    for fragment in fragments[1:]:
        item = _item(fragment, as_printed(fragment))
        if not item.text:
            continue
        if items and not item.dash and not items[-1].text.endswith((KINH_GUI_MARKS.after, ",")):
            last = items.pop()
            item = _Item(last.fragment, f"{last.text} {item.text}", last.dash)
        items.append(item)
    return items


def _item(fragment: Fragment, text: str) -> _Item:
    dash = list_mark(text)
    return _Item(fragment, text[len(dash) :], (dash or list_mark(fragment.para.marker))[:1])


def _single(item: _Item, head: Fragment) -> Iterator[Finding]:
    parts = [part for part in item.text.split(KINH_GUI_MARKS.after) if part.strip()]
    parts = parts if len(parts) > 1 else _NEXT_NAME.split(item.text)
    if len(parts) > 1:
        yield RULE.finding(
            item.fragment.place,
            f"Dòng {quoted(item.text)} ghi {len(parts)} nơi nhận, phải xuống dòng cho từng nơi",
            f"Ghi mỗi nơi một dòng dưới «{KINH_GUI}:», đầu dòng gạch (-), cuối dòng chấm phẩy (;), dòng cuối chấm (.).",
        )
    elif item.fragment is not head:
        yield RULE.finding(
            item.fragment.place,
            f"Chỉ có một nơi nhận {quoted(item.text)} mà ghi xuống dòng, phải cùng dòng với từ «{KINH_GUI}»",
            f"Viết «{KINH_GUI}: » rồi đến tên nơi nhận trên cùng một dòng.",
        )


def _list(items: list[_Item], head: Fragment) -> Iterator[Finding]:
    if items[0].fragment is head:
        yield RULE.finding(
            head.place,
            f"Nơi nhận đầu tiên {quoted(items[0].text)} nằm cùng dòng với từ «{KINH_GUI}»; từ hai nơi phải xuống dòng",
            f"Đặt con trỏ sau «{KINH_GUI}:», nhấn Enter.",
        )
    for item in items[items[0].fragment is head :]:
        if item.dash and item.dash != _DASH:
            yield RULE.finding(
                item.fragment.place,
                f"Đầu dòng {quoted(item.text)} có «{item.dash}», phải là gạch ngắn «{_DASH}»",
                f"Thay bằng «{KINH_GUI_MARKS.before}»; tắt tự sửa gạch ngang của Word nếu có (AutoFormat As You Type).",
                _OTHER_DASH,
            )
        if not item.dash:
            yield RULE.finding(
                item.fragment.place,
                f"Đầu dòng {quoted(item.text)} không có gạch đầu dòng (-)",
                f"Thêm «{KINH_GUI_MARKS.before}» vào đầu dòng.",
            )
    for item in items:
        wanted = KINH_GUI_MARKS.after_last if item is items[-1] else KINH_GUI_MARKS.after
        if not item.text.endswith(wanted):
            which = "dòng cuối" if item is items[-1] else "dòng"
            yield RULE.finding(
                item.fragment.place,
                f"Cuối {which} {quoted(item.text)} không có dấu «{wanted}»",
                f"Thêm dấu «{wanted}» vào cuối dòng, thay cho dấu khác nếu có.",
            )
    yield from _ragged([item for item in items if item.fragment is not head and item.dash])


def _ragged(items: list[_Item]) -> Iterator[Finding]:
    """Dashes that stand under each other; those pushed about with blanks or tabs are where we cannot tell."""
    if any(item.fragment.text[:1].isspace() or item.fragment.para.marker for item in items):
        return
    starts = [item.fragment.para.look.left + item.fragment.para.look.first_line for item in items]
    if len(set(starts)) > 1:
        odd = next(item for item, start in zip(items, starts, strict=True) if start != starts[0])
        yield RULE.finding(
            odd.fragment.place,
            f"Gạch đầu dòng của {quoted(odd.text)} «không thẳng hàng» với các dòng trên",
            "Bôi đen các dòng nơi nhận, đặt cùng một số ở Trang đầu > Đoạn văn > Thụt lề (Paragraph > Indentation).",
        )
