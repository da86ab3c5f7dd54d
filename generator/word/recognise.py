"""A document recognised: which paragraphs are which component of the decree's diagram.

By words, letters and place, never by the names of styles: a document from any hand is read in the same way.  What is
not found is left out; docs/nhan-dien.md tells what is found in which make of document.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from generator.word.recognise_annex import annex_starts, read_annex
from generator.word.recognise_body import read_body
from generator.word.recognise_close import read_close
from generator.word.recognise_head import read_head
from generator.word.recognise_issued import issued_starts
from generator.word.recognise_margin import with_head_of_margin
from generator.word.recognised import Annex, Fragment, Recognised
from generator.word.view import Para, View


def recognise(view: View) -> Recognised:
    """The components of a document, and of those that it issues."""
    starts, issued = annex_starts(view.body), issued_starts(view.body)
    view, above = with_head_of_margin(view)
    main = (*above, *view.body[: min((*starts, *issued), default=len(view.body))])
    annexes = tuple(read_annex(part) for part in _parts(view.body, starts, issued))
    whole = _recognised(view, main, annexes)
    if not issued:
        return whole
    parts = map(tuple, _parts(view.body, issued, starts))
    return replace(whole, issued=tuple(_recognised(replace(view, body=part), part, ()) for part in parts))


def _recognised(view: View, main: Sequence[Para], annexes: tuple[Annex, ...]) -> Recognised:
    """A document whose head, content and close are the paragraphs ``main``."""
    head = read_head(main)
    close = read_close(main, head.end)
    body = read_body(main[head.end : close.start], head.kind)
    found: dict[str, tuple[Fragment, ...]] = dict(head.found)
    found |= {component: tuple(fragments) for component, fragments in body.found.items()}
    found |= close.found
    found |= _of_annexes(annexes)
    return Recognised(
        view,
        found,
        head.rules,
        tuple(body.content),
        tuple(body.tables),
        annexes,
        head.kind,
        head.above_motto,
    )


def _parts(paras: Sequence[Para], starts: list[int], others: list[int]) -> list[Sequence[Para]]:
    """What begins at each of the starts, up to the next of them or of the others."""
    ends = sorted((*starts, *others, len(paras)))
    return [paras[start : next(end for end in ends if end > start)] for start in starts]


def _of_annexes(annexes: tuple[Annex, ...]) -> dict[str, tuple[Fragment, ...]]:
    """The components of all annexes together, in order."""
    all_of = {
        "phu_luc_tu": [fragment for annex in annexes for fragment in annex.heading],
        "phu_luc_tieu_de": [fragment for annex in annexes for fragment in annex.title],
        "phu_luc_kem_theo": [fragment for annex in annexes for fragment in annex.attached],
    }
    return {component: tuple(fragments) for component, fragments in all_of.items() if fragments}
