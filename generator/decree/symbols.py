"""Numbers and symbols of documents, "43/QĐ-UBND": read, compared, written (Phụ lục I, phần I, mục II.3).

Besides administrative documents, a report cites legal normative documents (42/2022/NĐ-CP) and documents of
the Party (06-NQ/TU); the decree does not rule those, but their symbols must be read as well.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from generator.decree.kinds import COPIES, KINDS, by_symbol
from generator.decree.wording import BLANK_NUMBER, NUMBER_PADDED_BELOW, SO
from generator.patterns import regex
from generator.vn.misread import Misread
from generator.vn.text import fold, nfc, quoted, squeeze

STATE_KINDS: Mapping[str, str] = MappingProxyType({"NĐ": "Nghị định", "KL": "Kết luận", "CV": "Công văn"})
"""Kinds outside the decree's table that real symbols carry; "CV" is a fault, but a common one."""

LEGAL_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "TT": "Thông tư",
        "TTLT": "Thông tư liên tịch",
        "NQLT": "Nghị quyết liên tịch",
        "PL": "Pháp lệnh",
        "L": "Lệnh",
    }
)
"""Kinds only of symbols with a year: without one, "12/TT-HC" is the công văn of a body named TT."""

PARTY_KINDS: Mapping[str, str] = MappingProxyType(
    {"QĐi": "Quy định", "KL": "Kết luận", "TT": "Thông tri", "QH": "Quy hoạch", "CV": "Công văn"}
)
"""Kinds of Party documents that the decree lacks or names otherwise."""

_MIXED_CASE_KINDS = {
    kind.ky_hieu.casefold(): kind.ky_hieu for kind in (*KINDS, *COPIES) if kind.ky_hieu and not kind.ky_hieu.isupper()
}
_HOW = "số và ký hiệu theo dạng «43/QĐ-UBND», «2142/STTTT-CNTT», «42/2022/NĐ-CP» hoặc «06-NQ/TU»"
_REMEMBERED = 1024
_PREFIX = regex(r"số(?=[\s:0-9])\s*:?\s*", re.IGNORECASE)
_DASHES = regex("[\u2010-\u2015\u2212]")
# Letters of other languages (eth, African d) that look like Đ; some keyboards and old converters give them.
_FALSE_D = regex("[\u00d0\u0189\u00f0\u0256]")
_TRUE_D = str.maketrans("\u00d0\u0189\u00f0\u0256", "ĐĐđđ")
_STATE = regex(r"(?P<so>[0-9]{1,6}[a-zđ]?)(?:/(?P<nam>(?:19|20)[0-9]{2}))?/(?P<symbol>[^/]+)")
_PARTY = regex(r"(?P<so>[0-9]{1,6}[a-zđ]?)-(?P<loai>[^-/]+)/(?P<co_quan>[^/]+)")


class SymbolError(Misread):
    """A text is no number and symbol; see ``Misread`` for ``problem`` and ``fix``."""


class SoKyHieu(Struct, frozen=True):
    """The number and symbol of a document; ``str`` gives the one right spelling, without blanks.

    ``so`` is kept as typed ("08"); ``loai`` is the abbreviation of the kind, None where the symbol has none
    (a công văn: 2142/STTTT-CNTT); ``nam`` is for legal normative documents only; ``dang`` marks the form of
    the Party.
    """

    so: str
    loai: str | None
    co_quan: str
    nam: int | None = None
    dang: bool = False

    def __post_init__(self) -> None:
        if self.dang and (self.loai is None or self.nam is not None):
            raise ValueError(f"a Party document has a kind and no year: {self!r}")

    def __str__(self) -> str:
        if self.dang:
            return f"{self.so}-{self.loai}/{self.co_quan}"
        number = self.so if self.nam is None else f"{self.so}/{self.nam}"
        symbol = self.co_quan if self.loai is None else f"{self.loai}-{self.co_quan}"
        return f"{number}/{symbol}"

    @property
    def is_cong_van(self) -> bool:
        """Whether the symbol has the form of a công văn: no kind, and no year (52/2019/QH14 is a law)."""
        return self.loai is None and self.nam is None


@functools.lru_cache(_REMEMBERED)
def parse_symbol(text: str) -> SoKyHieu:
    """Read a number and symbol; blanks around "-" and "/", long dashes and a leading "Số:" do not matter.

    Raises ``SymbolError`` for anything else that is not a number and symbol.
    """
    plain = _plain(text)
    problem = _problem(plain)
    if problem is None:
        return _read(plain)
    mended = _mended(plain)
    remedy = f"«{_read(mended)}»" if _problem(mended) is None else _HOW
    raise SymbolError(f"{quoted(text)} {problem}.", f"viết {remedy}.")


def mended_symbol(text: str) -> SoKyHieu | None:
    """What a text that is no number and symbol comes to when its common slips are put right; None where it does not."""
    mended = _mended(_plain(text))
    return _read(mended) if _problem(mended) is None else None


def _plain(text: str) -> str:
    """Without "Số:", blanks around the marks, long dashes."""
    return re.sub(r"\s*([-/])\s*", r"\1", _DASHES.sub("-", _PREFIX.sub("", squeeze(nfc(text)), count=1)))


def ten_loai(symbol: SoKyHieu) -> str | None:
    """The name of the document's kind ("Quyết định" for QĐ); None where the symbol does not tell it."""
    if symbol.loai is None:
        return None
    own = PARTY_KINDS if symbol.dang else LEGAL_KINDS if symbol.nam is not None else STATE_KINDS
    known = by_symbol(symbol.loai)
    return own.get(symbol.loai) or STATE_KINDS.get(symbol.loai) or (known.ten if known else None)


def build_symbol(so: int | None, loai: str | None, co_quan: str) -> str:
    """The line of number and symbol: "Số: 05/BC-UBND"; the number left blank for a draft (``so`` None).

    ``loai`` is None for a công văn, whose ``co_quan`` names the drafting unit too ("UBND-VHXH").
    """
    symbol = co_quan if loai is None else f"{loai}-{co_quan}"
    if so is None:
        return f"{SO}{BLANK_NUMBER.value}/{symbol}"
    if so < 1:
        raise ValueError(f"numbers of documents start at 1, not {so}")
    padded = f"0{so}" if so < NUMBER_PADDED_BELOW.value else str(so)
    return f"{SO} {padded}/{symbol}"


def _is_kind(word: str, with_year: bool) -> bool:
    return by_symbol(word) is not None or word in STATE_KINDS or (with_year and word in LEGAL_KINDS)


def _kinds(found: re.Match[str]) -> tuple[str, ...]:
    """The abbreviations of kinds that a symbol of that form may begin with."""
    form = found.groupdict()
    own = PARTY_KINDS if "loai" in form else LEGAL_KINDS if form["nam"] else {}
    return (*(kind.ky_hieu for kind in (*KINDS, *COPIES) if kind.ky_hieu), *STATE_KINDS, *own)


def _kind_meant(word: str, kinds: tuple[str, ...]) -> str | None:
    """The kind that ``word`` is but for accents, đ and capitals (QD, TTR); None where it is one, or none."""
    if word in kinds:
        return None
    for key in (str.casefold, fold):
        for kind in kinds:
            if key(kind) == key(word):
                return kind
    return None


def _problem(plain: str) -> str | None:
    """What keeps ``plain`` from being a number and symbol, as the end of a sentence; None if nothing does."""
    if not plain:
        return "không có số và ký hiệu"
    if plain.startswith("/"):
        return "thiếu số trước dấu gạch chéo"
    if re.search(r"\s", plain):
        return "có dấu cách giữa các chữ của số, ký hiệu"
    if re.fullmatch(r"[0-9/-]+", plain):
        return "chỉ có số, thiếu ký hiệu"
    match = _STATE.fullmatch(plain) or _PARTY.fullmatch(plain)
    if match is None:
        return "không phải là số và ký hiệu văn bản"
    if not match["so"].rstrip("abcdefghijklmnopqrstuvwxyzđ").strip("0"):
        return "có số 0; số của văn bản bắt đầu từ 01"
    return _problem_of_words(match)


def _problem_of_words(match: re.Match[str]) -> str | None:
    form = match.groupdict()
    words = (form.get("symbol") or f"{form.get('loai')}-{form.get('co_quan')}").split("-")
    if not words[-1] and len(words) > 1:
        return "thiếu chữ viết tắt sau dấu gạch nối"
    if not all(re.fullmatch(r"[^\W_]+(?:[.&][^\W_]+)*", word) for word in words):
        return "có ký tự không dùng trong ký hiệu"
    if not words[0][0].isalpha():
        return "có ký hiệu không bắt đầu bằng chữ"
    if any(word[0].islower() for word in words):
        return "có ký hiệu viết chữ thường; ký hiệu phải viết in hoa"
    false_d = _FALSE_D.search("".join(words))
    if false_d:
        return f"có chữ {quoted(false_d[0])} của tiếng nước ngoài, chỉ trông giống chữ Đ"
    kind = _kind_meant(words[0], _kinds(match))
    if kind:
        return f"viết {quoted(words[0])} thay cho {quoted(kind)}"
    if "symbol" in form and len(words) == 1 and _is_kind(words[0], form["nam"] is not None):
        return f"thiếu chữ viết tắt tên cơ quan sau {words[0]}"
    return None


def _read(plain: str) -> SoKyHieu:
    """The parts of a text that has no ``_problem``."""
    if party := _PARTY.fullmatch(plain):
        return SoKyHieu(party["so"], party["loai"], party["co_quan"], dang=True)
    state = _STATE.fullmatch(plain)
    if state is None:
        raise ValueError(plain)
    nam = int(state["nam"]) if state["nam"] else None
    first, _, rest = state["symbol"].partition("-")
    if _is_kind(first, nam is not None):
        return SoKyHieu(state["so"], first, rest, nam)
    return SoKyHieu(state["so"], None, state["symbol"], nam)


def _mended(plain: str) -> str:
    """``plain`` with its common slips put right (blanks, slash, small letters, QD), to be offered as a remedy."""
    text = re.sub(r"\s+", "-", plain.rstrip(".,;: ").translate(_TRUE_D))
    if "/" not in text:
        text = re.sub(r"^([0-9]+)-?(?=\D)", r"\1/", text)
    text = re.sub(r"[^-/]+", lambda word: _in_capitals(word[0]), text)
    found = _STATE.fullmatch(text) or _PARTY.fullmatch(text)
    if found is None:
        return text
    start = found.start("symbol" if "symbol" in found.groupdict() else "loai")
    word = re.split("[-/]", text[start:], maxsplit=1)[0]
    return f"{text[:start]}{_kind_meant(word, _kinds(found)) or word}{text[start + len(word) :]}"


def _in_capitals(word: str) -> str:
    """The kind that differs only in capitals; else the word in capitals if it starts with a small letter."""
    kind = _MIXED_CASE_KINDS.get(word.casefold())
    return kind or (word.upper() if word[:1].islower() else word)
