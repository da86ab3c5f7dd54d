"""The theme of a document: the fonts and colours that ``w:asciiTheme``, ``w:themeColor`` … stand for."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from msgspec import Struct, field

from generator.word.markup import attribute, child
from generator.word.ooxml import Element

_HEXADECIMAL = frozenset("0123456789ABCDEFabcdef")
_DIGITS = 6
_DEFAULT_FONT = "Times New Roman"

# ECMA-376 part 1, 20.1.6.2: the twelve colours of a scheme, by the names that WordprocessingML has for them (17.18.97).
_SCHEME = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
# 17.15.1.20: what text and background are where the settings do not say.
_MAPPED = {
    "text1": ("t1", "dark1"),
    "text2": ("t2", "dark2"),
    "background1": ("bg1", "light1"),
    "background2": ("bg2", "light2"),
}
_SCRIPTS = {"ja": "Jpan", "ko": "Hang", "ar": "Arab", "fa": "Arab", "ur": "Arab", "he": "Hebr", "th": "Thai"}
_TRADITIONAL = ("zh-TW", "zh-HK", "zh-MO", "zh-Hant")


def _script(language: str | None) -> str:
    if not language:
        return ""
    if language.startswith("zh"):
        return "Hant" if language.startswith(_TRADITIONAL) else "Hans"
    return "Viet" if language.startswith("vi") else _SCRIPTS.get(language[:2], "")


def _named(element: Element | None, name: str) -> Element | None:
    """The first child of that name in whatever namespace: DrawingML has two, like WordprocessingML."""
    return None if element is None else element.find("{*}" + name)


def _typeface(fonts: Element, slot: str, script: str) -> str:
    found = _named(fonts, slot)
    typeface = "" if found is None else str(found.get("typeface") or "")
    if typeface or slot == "latin":
        return typeface
    by_script = (each.get("typeface") for each in fonts.iterfind("{*}font") if each.get("script") == script)
    return next((str(name) for name in by_script if name), _DEFAULT_FONT)


def _fonts(elements: Element | None, settings: Element | None) -> dict[str, str]:
    language = child(settings, "themeFontLang")
    slots = {
        "Ascii": ("latin", ""),
        "HAnsi": ("latin", ""),
        "EastAsia": ("ea", _script(attribute(language, "eastAsia"))),
        "Bidi": ("cs", _script(attribute(language, "bidi"))),
    }
    scheme = _named(elements, "fontScheme")
    found = {}
    for kind in ("major", "minor"):
        fonts = _named(scheme, f"{kind}Font")
        if fonts is not None:
            found.update({kind + name: _typeface(fonts, slot, script) for name, (slot, script) in slots.items()})
    return {name: typeface for name, typeface in found.items() if typeface}


def _colours(elements: Element | None, settings: Element | None) -> dict[str, str]:
    scheme = _named(elements, "clrScheme")
    colours: dict[str, str] = {}
    for name, short in _SCHEME.items():
        holder = _named(scheme, short)
        for colour in () if holder is None else holder:
            colour_hex = str(colour.get("lastClr") or colour.get("val") or "")
            found = hexadecimal(colour_hex)
            if found:
                colours[name] = found
    mapping = child(settings, "clrSchemeMapping")
    for name, (key, usual) in _MAPPED.items():
        chosen = colours.get(attribute(mapping, key) or usual)
        if chosen:
            colours[name] = chosen
    return colours


def _fraction(text: str | None) -> float | None:
    try:
        return None if text is None else min(max(int(text, 16), 0), 255) / 255
    except ValueError:
        return None


class Theme(Struct, frozen=True):
    """``fonts`` by reference ("minorHAnsi"), ``colours`` by name ("accent1") as six hexadecimal digits."""

    fonts: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, theme: Element | None, settings: Element | None) -> Theme:
        """Reads the theme part; the settings say which language and which pair of text and background hold."""
        elements = _named(theme, "themeElements")
        return cls(_fonts(elements, settings), _colours(elements, settings))

    def colour(self, name: str | None, tint: str | None, shade: str | None) -> str | None:
        """The colour of that name made lighter or darker (17.3.2.6), None where the theme has none."""
        base = self.colours.get(name or "")
        if base is None:
            return None
        red, green, blue = (int(base[at : at + 2], 16) / 255 for at in (0, 2, 4))
        hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
        darker, lighter = _fraction(shade), _fraction(tint)
        if darker is not None:
            lightness *= darker
        if lighter is not None:
            lightness = lightness * lighter + 1 - lighter
        mixed = colorsys.hls_to_rgb(hue, lightness, saturation)
        return "".join(f"{round(part * 255):02X}" for part in mixed)


def hexadecimal(text: str | None) -> str | None:
    """A colour as six digits in capitals, None for "auto" and for what is no colour."""
    return text.upper() if text and len(text) == _DIGITS and _HEXADECIMAL.issuperset(text) else None
