"""Choosing from the data's lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.data.model import VanBanBanHanh


def chosen_documents(documents: Iterable[VanBanBanHanh], wanted: Mapping[str, str]) -> list[VanBanBanHanh]:
    """The documents that have every fact in ``wanted`` (``loai``, ``co_quan``, ``nam``), in the order of the file."""

    def facts(document: VanBanBanHanh) -> Mapping[str, str]:
        return {"loai": document.loai, "co_quan": document.co_quan or "", "nam": str(document.ngay.year)}

    return [document for document in documents if wanted.items() <= facts(document).items()]
