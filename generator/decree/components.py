"""The components of a document and how each is set (Phụ lục I, phần I, mục II, III and table of mục V)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from generator.decree.facts import Align, Case, Fact, Range, RuleLine, Source, between, custom, law, specimen
from generator.decree.page import BODY, PAGE_NUMBER


class Component(Struct, frozen=True, kw_only=True):
    """One component and its look: ``name`` for messages, ``box`` in the decree's diagram (None: it has none).

    ``source`` holds for every attribute except those that ``other_sources`` names: ask ``source_of``.
    ``rule`` is None where no rule stands under the component.
    """

    id: str
    name: str
    box: str | None
    sizes: Range
    bold: bool
    italic: bool
    case: Case
    align: Align
    source: Source
    rule: RuleLine | None = None
    other_sources: tuple[tuple[str, Source], ...] = ()

    def source_of(self, attribute: str) -> Source:
        """What ``sizes``, ``bold``, ``italic``, ``case``, ``align`` or ``rule`` of the component rests on."""
        if attribute == "rule" and self.rule is not None:
            return self.rule.source
        return dict(self.other_sources).get(attribute, self.source)


_TABLE = law("Phụ lục I, phần I, mục V, số thứ tự 6.b")
_NAMED_DOCUMENT = specimen("Phụ lục III, mẫu 1.4")
_WHOLE_LINE = RuleLine(Fraction(1), Fraction(1), law("Phụ lục I, phần I, mục II.1.b"))


def _short_rule(source: Source) -> RuleLine:
    return RuleLine(Fraction(1, 3), Fraction(1, 2), source)


_HEAD = (
    Component(
        id="quoc_hieu",
        name="Quốc hiệu",
        box="1",
        sizes=between(12, 13),
        bold=True,
        italic=False,
        case=Case.CAPS,
        align=Align.CENTRE,
        source=law("Phụ lục I, phần I, mục II.1.a"),
        other_sources=(("align", _NAMED_DOCUMENT),),
    ),
    Component(
        id="tieu_ngu",
        name="Tiêu ngữ",
        box="1",
        sizes=between(13, 14),
        bold=True,
        italic=False,
        case=Case.SENTENCE,
        align=Align.CENTRE,
        source=law("Phụ lục I, phần I, mục II.1.b"),
        rule=_WHOLE_LINE,
    ),
    Component(
        id="co_quan_chu_quan",
        name="tên cơ quan, tổ chức chủ quản trực tiếp",
        box="2",
        sizes=between(12, 13),
        bold=False,
        italic=False,
        case=Case.CAPS,
        align=Align.CENTRE,
        source=law("Phụ lục I, phần I, mục II.2.b"),
        other_sources=(("align", _NAMED_DOCUMENT),),
    ),
    Component(
        id="co_quan_ban_hanh",
        name="tên cơ quan, tổ chức ban hành văn bản",
        box="2",
        sizes=between(12, 13),
        bold=True,
        italic=False,
        case=Case.CAPS,
        align=Align.CENTRE,
        source=law("Phụ lục I, phần I, mục II.2.b"),
        rule=_short_rule(law("Phụ lục I, phần I, mục II.2.b")),
    ),
    Component(
        id="so_ky_hieu",
        name="số, ký hiệu của văn bản",
        box="3",
        sizes=between(13),
        bold=False,
        italic=False,
        # Of the word "Số"; the abbreviations behind it keep their own capitals (QĐ, TTr).
        case=Case.SENTENCE,
        align=Align.CENTRE,
        source=law("Phụ lục I, phần I, mục II.3.c"),
    ),
    Component(
        id="dia_danh_thoi_gian",
        name="địa danh và thời gian ban hành văn bản",
        box="4",
        sizes=between(13, 14),
        bold=False,
        italic=True,
        case=Case.SENTENCE,
        align=Align.CENTRE,
        source=law("Phụ lục I, phần I, mục II.4.c"),
    ),
    Component(
        id="ten_loai",
        name="tên loại văn bản",
        box="5a",
        sizes=between(13, 14),
        bold=True,
        italic=False,
        case=Case.CAPS,
        align=Align.CENTRE,
        source=law("Phụ lục I, phần I, mục II.5.b"),
    ),
    Component(
        id="trich_yeu",
        name="trích yếu nội dung văn bản",
        box="5a",
        sizes=between(13, 14),
        bold=True,
        italic=False,
        case=Case.SENTENCE,
        align=Align.CENTRE,
        source=law("Phụ lục I, phần I, mục II.5.b"),
        rule=_short_rule(law("Phụ lục I, phần I, mục II.5.b")),
    ),
    Component(
        id="trich_yeu_cong_van",
        name="trích yếu nội dung công văn",
        box="5b",
        sizes=between(12, 13),
        bold=False,
        italic=False,
        case=Case.SENTENCE,
        align=Align.CENTRE,
        source=law("Phụ lục I, phần I, mục II.5.b"),
    ),
    Component(
        id="kinh_gui",
        name="Kính gửi",
        box="9a",
        sizes=between(13, 14),
        bold=False,
        italic=False,
        case=Case.SENTENCE,
        # Indented to the middle of the page, not centred line by line; indents in sizes.SPECIMEN.
        align=Align.LEFT,
        source=law("Phụ lục I, phần I, mục II.9.d"),
        other_sources=(("align", specimen("Phụ lục III, mẫu 1.5")),),
    ),
)


def _division(
    id: str, name: str, *, bold: bool = True, case: Case = Case.SENTENCE, align: Align = BODY.align
) -> Component:
    """A division of the content; those that do not stand in the middle stand as the text does."""
    return Component(
        id=id,
        name=name,
        box="6",
        sizes=BODY.sizes,
        bold=bold,
        italic=False,
        case=case,
        align=align,
        source=law("Phụ lục I, phần I, mục II.6.đ"),
        other_sources=(("align", BODY.source),) if align is BODY.align else (),
    )


_CONTENT = (
    Component(
        id="can_cu",
        name="căn cứ ban hành văn bản",
        box="6",
        sizes=BODY.sizes,
        bold=False,
        italic=True,
        case=Case.SENTENCE,
        align=BODY.align,
        source=law("Phụ lục I, phần I, mục II.6.a"),
        other_sources=(("align", BODY.source),),
    ),
    replace(_division("noi_dung", "nội dung văn bản", bold=False), source=BODY.source),
    _division("phan_chuong", "từ “Phần”, “Chương” và số thứ tự", align=Align.CENTRE),
    _division("tieu_de_phan_chuong", "tiêu đề của phần, chương", case=Case.CAPS, align=Align.CENTRE),
    _division("muc_tieu_muc", "từ “Mục”, “Tiểu mục” và số thứ tự", align=Align.CENTRE),
    _division("tieu_de_muc_tieu_muc", "tiêu đề của mục, tiểu mục", case=Case.CAPS, align=Align.CENTRE),
    _division("dieu", "từ “Điều”, số thứ tự và tiêu đề của điều"),
    # The words of mục II.6.đ are about "Mục 1" of a regulation; "I. TIÊU ĐỀ" stands in the table only.
    # Where it stands is shown there: the "Mục" that the words are about stands in the middle.
    replace(
        _division("muc", "số thứ tự và tiêu đề của mục", case=Case.CAPS),
        source=_TABLE,
        other_sources=(("align", specimen(_TABLE.article)),),
    ),
    _division("khoan", "khoản không có tiêu đề", bold=False),
    _division("khoan_co_tieu_de", "số thứ tự và tiêu đề của khoản"),
    _division("diem", "điểm", bold=False),
)

_LIKE_MAIN_OFFICE = custom("trình bày như chức vụ của người ký (Phụ lục I, phần I, mục II.7.đ chỉ quy định vị trí)")

_CLOSE = (
    Component(
        id="quyen_han_chuc_vu",
        name="quyền hạn, chức vụ của người ký",
        box="7a",
        sizes=between(13, 14),
        bold=True,
        italic=False,
        case=Case.CAPS,
        align=Align.CENTRE,
        source=law("Phụ lục I, phần I, mục II.7.đ"),
        other_sources=(("align", _NAMED_DOCUMENT),),
    ),
    Component(
        id="ho_ten",
        name="họ và tên của người ký",
        box="7b",
        sizes=between(13, 14),
        bold=True,
        italic=False,
        case=Case.TITLE,
        align=Align.CENTRE,
        source=law("Phụ lục I, phần I, mục II.7.đ"),
        other_sources=(("case", law("Phụ lục II, mục II.1")),),
    ),
    Component(
        id="chuc_vu_khac",
        name="chức vụ khác của người ký",
        box="7b",
        sizes=between(13, 14),
        bold=True,
        italic=False,
        case=Case.CAPS,
        align=Align.CENTRE,
        source=law("Phụ lục I, phần I, mục II.7.đ"),
        other_sources=tuple(
            (attribute, _LIKE_MAIN_OFFICE) for attribute in ("sizes", "bold", "italic", "case", "align")
        ),
    ),
    Component(
        id="noi_nhan_tu",
        name="từ “Nơi nhận”",
        box="9b",
        sizes=between(12),
        bold=True,
        italic=True,
        case=Case.SENTENCE,
        align=Align.LEFT,
        source=law("Phụ lục I, phần I, mục II.9.d"),
    ),
    Component(
        id="noi_nhan_danh_sach",
        name="danh sách nơi nhận",
        box="9b",
        sizes=between(11),
        bold=False,
        italic=False,
        case=Case.SENTENCE,
        align=Align.LEFT,
        source=law("Phụ lục I, phần I, mục II.9.d"),
    ),
)

_ANNEX = (
    Component(
        id="phu_luc_tu",
        name="từ “Phụ lục” và số thứ tự của phụ lục",
        box=None,
        sizes=between(14),
        bold=True,
        italic=False,
        case=Case.SENTENCE,
        align=Align.CENTRE,
        source=law("Phụ lục I, phần I, mục III.1.b"),
    ),
    Component(
        id="phu_luc_tieu_de",
        name="tiêu đề của phụ lục",
        box=None,
        sizes=between(13, 14),
        bold=True,
        italic=False,
        case=Case.CAPS,
        align=Align.CENTRE,
        source=law("Phụ lục I, phần I, mục III.1.b"),
    ),
    Component(
        id="phu_luc_kem_theo",
        name="thông tin chỉ dẫn kèm theo văn bản trên phụ lục",
        box=None,
        sizes=between(13, 14),
        bold=False,
        italic=True,
        case=Case.SENTENCE,
        align=Align.CENTRE,
        source=law("Phụ lục I, phần I, mục III.1.c"),
        # Drawn in the specimen, in no article; it is short beside its line, and no share is given.
        rule=RuleLine(Fraction(0), Fraction(1, 2), specimen("Phụ lục III, mẫu 2.1")),
    ),
)

_PAGE = (
    Component(
        id="so_trang",
        name="số trang",
        box=None,
        sizes=PAGE_NUMBER.sizes,
        bold=False,
        italic=False,
        case=Case.SENTENCE,
        align=PAGE_NUMBER.align,
        source=PAGE_NUMBER.source,
    ),
)

COMPONENTS: Mapping[str, Component] = MappingProxyType(
    {component.id: component for component in (*_HEAD, *_CONTENT, *_CLOSE, *_ANNEX, *_PAGE)}
)
"""All components by id, in the order in which they stand in a document."""

GAP_ABOVE_TRICH_YEU_CONG_VAN = Fact(Decimal(6), law("Phụ lục I, phần I, mục II.5.b"))
"""In pt, between the number and the "V/v" of a công văn."""
