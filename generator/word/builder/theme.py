"""``word/theme/theme1.xml``: Word asks for one (ECMA-376 part 1, 14.2.7); ours only names the font and black."""

from __future__ import annotations

from generator.decree.page import FONT
from generator.word.builder.xml import DECLARATION

THEME = "word/theme/theme1.xml"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WHITE = "FFFFFF"


def _colours() -> str:
    slots = {"dk1": FONT.colour, "lt1": _WHITE, "dk2": FONT.colour, "lt2": _WHITE}
    slots |= {f"accent{number}": FONT.colour for number in range(1, 7)}
    slots |= {"hlink": FONT.colour, "folHlink": FONT.colour}
    return "".join(f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>' for slot, colour in slots.items())


def _fonts() -> str:
    faces = f'<a:latin typeface="{FONT.name}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return f"<a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont>"


def _formats() -> str:
    # The schema wants three of each: fills, lines, effects, backgrounds.
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )


def theme_part() -> str:
    """The theme's XML."""
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_DRAWING}" name="cds-gen"><a:themeElements>'
        f'<a:clrScheme name="cds-gen">{_colours()}</a:clrScheme>'
        f'<a:fontScheme name="cds-gen">{_fonts()}</a:fontScheme>'
        f'<a:fmtScheme name="cds-gen">{_formats()}</a:fmtScheme>'
        "</a:themeElements></a:theme>"
    )
