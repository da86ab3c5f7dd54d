"""What a ``w:rPr`` says of letters (ECMA-376 part 1, 17.3.2), and how several of them come together."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal, TypedDict, get_args

from generator.word.looks import RunLook
from generator.word.markup import attribute, children, is_on, measure, value, whole
from generator.word.ooxml import Element
from generator.word.theme import Theme, hexadecimal

Toggle = Literal["b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "vanish"]

# 17.7.3; the other toggles (emboss, imprint, outline, shadow) have no place in RunLook.
TOGGLES: Final[tuple[Toggle, ...]] = get_args(Toggle)

_DEFAULT_FONT = "Times New Roman"
_DEFAULT_SIZE = Decimal(10)
_FULL_WIDTH = 100  # per cent (17.3.2.43)
_THEME_ATTRIBUTES = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "cs": "cstheme"}
# 17.18.40
_HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "white": "FFFFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
}


class RunFormat(TypedDict, total=False):
    """What one level says; a name that is missing leaves what the levels below say."""

    ascii: str
    hAnsi: str
    cs: str
    size: Decimal
    size_complex: Decimal
    b: bool
    bCs: bool
    i: bool
    iCs: bool
    caps: bool
    smallCaps: bool
    strike: bool
    dstrike: bool
    vanish: bool
    underline: bool
    colour: str
    highlight: str
    shade: str
    width: int
    spread: int
    rtl: bool
    complex: bool


def run_format(rpr: Element | None, theme: Theme) -> RunFormat:
    """Reads a ``w:rPr``; theme fonts and colours come out as names and digits."""
    found: RunFormat = {}
    for name, element in children(rpr):
        if name == "rFonts":
            _read_fonts(element, theme, found)
        elif name in TOGGLES:
            found[name] = is_on(value(element))
        else:
            _read_other(name, element, theme, found)
    return found


def _read_fonts(element: Element, theme: Theme, found: RunFormat) -> None:
    for slot, themed in _THEME_ATTRIBUTES.items():
        # 17.3.2.26: the theme's font goes before a name in the same element.
        font = theme.fonts.get(attribute(element, themed) or "") or attribute(element, slot)
        if font:
            found[slot] = font  # type: ignore[literal-required]


def _read_other(name: str, element: Element, theme: Theme, found: RunFormat) -> None:
    if name in ("sz", "szCs"):
        halves = measure(value(element), 2)
        if halves and halves > 0:
            found["size" if name == "sz" else "size_complex"] = halves / 2
    elif name == "u":
        found["underline"] = value(element) not in (None, "none")
    elif name == "color":
        found["colour"] = _colour(element, theme)
    elif name == "highlight":
        found["highlight"] = _HIGHLIGHTS.get(value(element) or "", "")
    elif name == "shd":
        found["shade"] = shade_of(element, theme)
    elif name == "dstrike":
        found["dstrike"] = is_on(value(element))
    elif name == "w":
        found["width"] = whole((value(element) or "").removesuffix("%")) or _FULL_WIDTH
    elif name == "spacing":
        found["spread"] = int(measure(value(element), 20) or 0)
    elif name == "rtl":
        found["rtl"] = is_on(value(element))
    elif name == "cs":
        found["complex"] = is_on(value(element))


def _colour(element: Element, theme: Theme) -> str:
    themed = theme.colour(
        attribute(element, "themeColor"), attribute(element, "themeTint"), attribute(element, "themeShade")
    )
    return themed or hexadecimal(value(element)) or "auto"


def shade_of(element: Element, theme: Theme) -> str:
    """The colour that a ``w:shd`` (17.3.5) lays behind, "" for none; a dotted pattern comes out as its mixture."""
    pattern = value(element) or "clear"
    ground = theme.colour(
        attribute(element, "themeFill"), attribute(element, "themeFillTint"), attribute(element, "themeFillShade")
    ) or hexadecimal(attribute(element, "fill"))
    if pattern == "nil":
        return ""
    share = 100 if pattern == "solid" else whole(pattern.removeprefix("pct")) or 0
    if share <= 0:
        return ground or ""
    colour = theme.colour(
        attribute(element, "themeColor"), attribute(element, "themeTint"), attribute(element, "themeShade")
    ) or hexadecimal(attribute(element, "color"))
    return _mixed(colour or "000000", ground or "FFFFFF", min(share, 100))


def _mixed(colour: str, ground: str, share: int) -> str:
    pairs = ((int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round((dots * share + below * (100 - share)) / 100):02X}" for dots, below in pairs)


def toggled(levels: tuple[RunFormat, ...], default: RunFormat, name: Toggle) -> bool:
    """A toggle property from table, paragraph and character style (17.7.3): on where an odd number of them has it on.

    Where two or more speak and the document defaults have it on, it is on; a single one is taken at its word, also
    where it says no to the defaults: Word counts only the levels that speak.
    """
    spoken = [level[name] for level in levels if name in level]
    if not spoken:
        return default.get(name, False)
    if len(spoken) > 1 and default.get(name, False):
        return True
    return sum(spoken) % 2 == 1


def combined(default: RunFormat, styles: tuple[RunFormat, ...], direct: RunFormat) -> RunFormat:
    """Document defaults, the styles from the weakest to the strongest, direct formatting: what comes out of them."""
    merged: RunFormat = {**default}
    for style in styles:
        merged = {**merged, **style}
    for name in TOGGLES:
        merged[name] = toggled(styles, default, name)
    return {**merged, **direct}


def looks_of(effective: RunFormat) -> tuple[RunLook, RunLook]:
    """How plain Latin letters come out, and how accented ones do; one and the same object where they do not differ."""
    complex_script = effective.get("rtl", False) or effective.get("complex", False)
    plain = effective.get("ascii", _DEFAULT_FONT)
    accented = effective.get("hAnsi", _DEFAULT_FONT)
    size = effective.get("size", _DEFAULT_SIZE)
    bold, italic = effective.get("b", False), effective.get("i", False)
    if complex_script:
        plain = accented = effective.get("cs", _DEFAULT_FONT)
        size = effective.get("size_complex", _DEFAULT_SIZE)
        bold, italic = effective.get("bCs", False), effective.get("iCs", False)

    def look(font: str) -> RunLook:
        return RunLook(
            font=font,
            size=size,
            bold=bold,
            italic=italic,
            caps=effective.get("caps", False),
            small_caps=effective.get("smallCaps", False),
            underline=effective.get("underline", False),
            strike=effective.get("strike", False) or effective.get("dstrike", False),
            hidden=effective.get("vanish", False),
            colour=effective.get("colour", "auto"),
            shade=effective.get("highlight", "") or effective.get("shade", ""),
            width=effective.get("width", _FULL_WIDTH),
            spread=effective.get("spread", 0),
        )

    first = look(plain)
    return first, first if accented == plain else look(accented)
