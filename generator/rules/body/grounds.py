"""The căn cứ of a document as one list, with its last line."""

from __future__ import annotations

import re

from generator.patterns import one_of, regex
from generator.rules.body.prose import written
from generator.word.recognised import Fragment, Recognised
from generator.word.view import Para

# The list of a decision ends so: "Theo đề nghị của ...", "Xét đề nghị ..."; a specimen leaves the line to dots.
_OPEN = one_of(r"[\s.…]", ";")
_LAST_LINE = regex(rf"(?:Theo đề nghị|Xét|{_OPEN}+$)", re.IGNORECASE)


def grounds(doc: Recognised) -> list[Fragment]:
    """The fragments of căn cứ and the line that closes their list."""
    found = [fragment for fragment in doc.of("can_cu") if not fragment.para.is_blank]
    if not found:
        return []
    closing = _next(doc, found[-1].para)
    if closing is not None and _LAST_LINE.match(written(closing)):
        found.append(Fragment.whole(closing))
    return found


def _next(doc: Recognised, para: Para) -> Para | None:
    following = (each for each in doc.content if each.number > para.number and not each.is_blank)
    return next(following, None)
