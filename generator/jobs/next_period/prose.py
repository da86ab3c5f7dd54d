"""The texts of a data file that are sentences, written for the last period."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.spans import GroupSpan, ListSpan, Span, TextSpan
from generator.jobs.next_period.flow import texts_of

_FIXED = ("don_vi", "kinh_gui", "noi_nhan", "nguoi_ky", "trinh_bay")
# What holds names, choices and figures; the rest of a data file is sentences.
_NO_PROSE = frozenset(
    ("mau", "ke_thua", "don_vi", "ky", "so_lieu", "van_ban_ban_hanh", "trinh_bay", "kinh_gui", "noi_nhan", "nguoi_ky")
)
_NAMES = frozenset(
    ("bo", "ma", "kho", "danh_so", "loc", "bang", "danh_sach", "stt", "dau", "khong_bao_cao", "kieu", "can", "rong")
)
_VALUES = frozenset(("tu", "mau", "gia_tri", "chu", "ty_le", "don_vi", "lam_tron", "luy_ke", "ky_truoc", "danh_gia"))


def sentences(root: GroupSpan) -> Iterator[tuple[tuple[str, ...], TextSpan]]:
    """The texts of a data file that are sentences, each with its keys."""
    for key, entry in root.entries.items():
        if key == "van_ban" and isinstance(entry.value, GroupSpan):
            subject = entry.value.entries.get("trich_yeu")
            if subject is not None:
                yield from _texts(subject.value, (key, "trich_yeu"))
        elif key not in _NO_PROSE and key != "van_ban":
            yield from _texts(entry.value, (key,))


def names(root: GroupSpan) -> Iterator[TextSpan]:
    """The texts of a data file that name those who write, sign and receive, and what is reported on."""
    for key in _FIXED:
        if key in root.entries:
            yield from (span for span in texts_of(root.entries[key].value) if span.value)


def _texts(span: Span, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], TextSpan]]:
    if isinstance(span, TextSpan):
        if span.value and not _names_a_thing(keys):
            yield keys, span
    elif isinstance(span, ListSpan):
        for item in span.items:
            yield from _texts(item, keys)
    else:
        for key, entry in span.entries.items():
            if key not in _NAMES and not (key in _VALUES and "ket_qua" in keys):
                yield from _texts(entry.value, (*keys, key))


def _names_a_thing(keys: tuple[str, ...]) -> bool:
    """Whether a text is the name of a column, a group of indicators, or a result written short."""
    last = keys[-1]
    return (
        last == "cot"
        or (last in ("chi_tieu", "bieu_do", "nhom") and len(keys) > 1 and "hang" not in keys)
        or keys[-2:-1] == ("ket_qua",)
    )
