"""What the template of a kind of document is made of."""

from __future__ import annotations

from msgspec import Struct


class Layout(Struct, frozen=True):
    """The parts of a template, by default those of an ordinary document with a name (Phụ lục III, mẫu 1.4).

    ``named`` tells whether the kind has a line of its own above the subject; else the subject stands after «V/v».
    ``closing`` tells that every document of the kind has closing words; else its last line closes it.
    ``issuing`` tells that a document of the kind may issue another, in chapters, with a head of its own (mẫu 1.3).
    """

    named: bool = True
    kinh_gui: bool = True
    can_cu: bool = False
    tham_quyen: bool = False
    menh_lenh: bool = False
    articles: bool = False
    closing: bool = True
    annexes: bool = True
    issuing: bool = False
