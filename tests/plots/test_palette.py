"""Colours keep apart in grey, and to eyes that tell few hues from each other."""

from itertools import combinations

import pytest

from vnjp_dataset.plots import palette
from vnjp_dataset.plots.palette import SETS, lightness

APART = 12.0
"""How far apart in lightness, of 100, two colours have to be that a reader is to tell from each other."""


@pytest.mark.parametrize("colours", SETS, ids="-".join)
def test_colours_of_a_set_differ_in_lightness(colours: dict[str, str]) -> None:
    """Whoever sees no hue, or prints without colour, still sees different tones."""
    for one, other in combinations(colours.values(), 2):
        assert abs(lightness(one) - lightness(other)) >= APART, (one, other)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (palette.INK, palette.PAPER),
        (palette.INK, palette.BAND),
        (palette.INK, palette.LAND),
        (palette.FAINT, palette.PAPER),
    ],
)
def test_text_stands_out(ink: str, ground: str) -> None:
    """Text is so much darker than what it stands on that WCAG 2 calls it legible, at level AA."""
    light, dark = (_luminance(lightness(one)) for one in (ground, ink))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def _luminance(level: float) -> float:
    return ((level + 16) / 116) ** 3 if level > 8 else level * 27 / 24389


def test_lightness_is_that_of_the_commission() -> None:
    """Black is 0, white 100, and the mid-grey of sRGB 53.6, as CIE 1976 has it."""
    assert lightness("#000000") == 0
    assert lightness("#FFFFFF") == pytest.approx(100)
    assert lightness("#808080") == pytest.approx(53.585, abs=0.001)
    assert lightness("#FF0000") == pytest.approx(53.24, abs=0.01)
