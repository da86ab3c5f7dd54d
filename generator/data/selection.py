"""Choosing from the data's lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.data.model_documents import VanBanBanHanh


def facts(document: VanBanBanHanh) -> Mapping[str, str]:
    """What documents are chosen by; empty where the document has no such fact."""
    return {
        "loai": document.loai,
        "co_quan": document.co_quan or "",
        "nam": str(document.ngay.year),
        "nhom": document.nhom or "",
    }


def chosen_documents(documents: Iterable[VanBanBanHanh], wanted: Mapping[str, str]) -> list[VanBanBanHanh]:
    """The documents, in their order, that have every fact in ``wanted`` (see ``facts``)."""
    return parted_documents(documents, wanted)[0]


def parted_documents(
    documents: Iterable[VanBanBanHanh], wanted: Mapping[str, str]
) -> tuple[list[VanBanBanHanh], list[VanBanBanHanh]]:
    """The documents that have every fact in ``wanted``, and the others; both in their order."""
    chosen: list[VanBanBanHanh] = []
    left: list[VanBanBanHanh] = []
    for document in documents:
        (chosen if wanted.items() <= facts(document).items() else left).append(document)
    return chosen, left
