"""Signs that Word draws from a font of symbols, named by their place in it (ECMA-376 part 1, 17.3.3.30)."""

_PRIVATE = 0xF000  # codes of a font's own places are moved up to here
_FONTS = ("symbol", "wingdings", "webdings", "dingbats")
# The places of Adobe's Symbol encoding that stand in court files.
_SYMBOL = {
    0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠",
    0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™",
}  # fmt: skip
UNKNOWN = "\ufffd"


def symbol(font: str, code: str) -> str:
    """Give the sign that stands at a code, in hexadecimal figures, of a font; one that is not known is \ufffd."""
    try:
        place = int(code, 16)
    except ValueError:
        return UNKNOWN
    place -= _PRIVATE if _PRIVATE <= place < _PRIVATE + 0x100 else 0
    if font.casefold().startswith("symbol"):
        return _SYMBOL.get(place, UNKNOWN)
    if any(name in font.casefold() for name in _FONTS) or not chr(place).isprintable():
        return UNKNOWN
    return chr(place)
