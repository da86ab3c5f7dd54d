"""In whose name a document is signed (Phụ lục I, phần I, mục II.7.b)."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.decree.facts import Fact, Source, custom, law


class Following(enum.Enum):
    """What stands behind the abbreviation."""

    COLLECTIVE = "tên tập thể lãnh đạo hoặc tên cơ quan, tổ chức"
    HEAD = "chức vụ của người đứng đầu cơ quan, tổ chức"


@dataclass(frozen=True)
class QuyenHan:
    """One authority: ``chu`` as printed ("TM."), its meaning, what follows it on the line.

    ``own_office_below`` tells whether the signer's own office stands on the next line (KT. CHỦ TỊCH / PHÓ
    CHỦ TỊCH); under "Q." it does not, since the head's office is the signer's for the time being.
    """

    ky_hieu: str
    nghia: str
    following: Following
    own_office_below: bool
    source: Source

    @property
    def chu(self) -> str:
        return f"{self.ky_hieu}."


_SOURCE = law("Phụ lục I, phần I, mục II.7.b")

QUYEN_HAN: Mapping[str, QuyenHan] = MappingProxyType(
    {
        authority.ky_hieu: authority
        for authority in (
            QuyenHan("TM", "ký thay mặt tập thể", Following.COLLECTIVE, True, _SOURCE),
            QuyenHan("KT", "ký thay người đứng đầu", Following.HEAD, True, _SOURCE),
            QuyenHan("Q", "được giao quyền cấp trưởng", Following.HEAD, False, _SOURCE),
            QuyenHan("TL", "ký thừa lệnh người đứng đầu", Following.HEAD, True, _SOURCE),
            QuyenHan("TUQ", "ký thừa ủy quyền của người đứng đầu", Following.HEAD, True, _SOURCE),
        )
    }
)
"""All authorities by abbreviation, without its full stop."""

COMBINATIONS = Fact(
    (("TM", "KT"),),
    custom("cấp phó của tập thể: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
)
"""Authorities on successive lines; a deputy of a collective signs so, or with KT. alone: both are right."""
