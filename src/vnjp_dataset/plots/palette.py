"""Colours that keep apart in grey and to colour-blind eyes: each set steps in lightness, and none is the only sign.

The hues are from the palette of Okabe and Ito; what they say is said by shape, place or words as well.
"""

from collections.abc import Mapping
from types import MappingProxyType

ORANGE, BLUE, BLACK, PALE = "#E69F00", "#0072B2", "#000000", "#DDDDDD"

DIRECTIONS: Mapping[str, str] = MappingProxyType({"VN-JP": ORANGE, "JP-VN": BLUE})
COUNTRIES: Mapping[str, str] = MappingProxyType({"VN": ORANGE, "JP": BLUE, "other": PALE})
SIDES: Mapping[str, str] = MappingProxyType({"VN": ORANGE, "JP": BLUE, "both": BLACK, "other": PALE})
INSTRUMENTS: Mapping[str, str] = MappingProxyType(
    {"joint": BLACK, "treaties": BLUE, "memoranda": ORANGE, "business": PALE}
)
SETS = (DIRECTIONS, COUNTRIES, SIDES, INSTRUMENTS)
"""The sets of colours of which a reader tells one from another."""

INK, FAINT, GRID, BAND, PAPER, LAND, HATCH = "#222222", "#6B6B6B", "#E2E2E2", "#F1F1F1", "#FFFFFF", "#E9E6DF", "#8A8A8A"
"""Text, lesser text, lines, every other band, ground and water, land, and what was not searched."""


def lightness(colour: str) -> float:
    """Return how light a colour looks, from 0 for black to 100 for white: L* of CIE 1976, for sRGB and D65."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 116 * luminance ** (1 / 3) - 16 if luminance > 216 / 24389 else luminance * 24389 / 27


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
