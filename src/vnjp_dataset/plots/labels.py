"""Names beside points, where neither a point nor another name stands in their way."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from vnjp_dataset.plots.layout import width_of

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in pixels."""

HALF = 0.6
"""Half the height of a line of text, of the size of its type."""
AIR = 3.0
"""Pixels between a point and its name."""
FARTHEST = 90
"""How far, in pixels, a name may move away from its point."""


@attrs.frozen(kw_only=True)
class Spot:
    """A point with a name."""

    x: float
    y: float
    radius: float
    words: str

    @property
    def box(self) -> Box:
        """The square around the point."""
        return self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius


@attrs.frozen(kw_only=True)
class Label:
    """Where a name begins and the height of its middle; and whether it is so far off that a line has to lead there."""

    x: float
    y: float
    led: bool


def beside(spots: Sequence[Spot], size: float, width: float, height: float) -> tuple[Label, ...]:
    """Return a place for each name, in type of a size, on a plane; names that come first choose first.

    One that nothing leaves room for stands beside its point all the same.
    """
    taken: list[Box] = [one.box for one in spots]
    found: list[Label] = []
    for spot in spots:
        wide = width_of(spot.words, size)
        free = (one for one in _places(spot, wide, size) if _is_free(_box(one, wide, size), taken, width, height))
        label = next(free, None) or Label(
            x=max(min(spot.x + spot.radius + AIR, width - wide), 0),
            y=max(min(spot.y, height - size * HALF), size * HALF),
            led=False,
        )
        taken.append(_box(label, wide, size))
        found.append(label)
    return tuple(found)


def _places(spot: Spot, wide: float, size: float) -> Iterator[Label]:
    """Yield places for a name, nearest first; at one distance, to the right is best."""
    for away in range(0, FARTHEST, 6):
        reach = spot.radius + AIR + away
        right, left, middle = spot.x + reach, spot.x - reach - wide, spot.x - wide / 2
        up, down = spot.y - reach - size / 2, spot.y + reach + size / 2
        slant = reach * 0.7
        led = away > size
        for x, y in (
            (right, spot.y),
            (left, spot.y),
            (spot.x + slant, spot.y - slant - size / 3),
            (spot.x + slant, spot.y + slant + size / 3),
            (spot.x - slant - wide, spot.y - slant - size / 3),
            (spot.x - slant - wide, spot.y + slant + size / 3),
            (middle, up),
            (middle, down),
        ):
            yield Label(x=x, y=y, led=led)


def _box(label: Label, wide: float, size: float) -> Box:
    return label.x, label.y - size * HALF, label.x + wide, label.y + size * HALF


def _is_free(box: Box, taken: Iterable[Box], width: float, height: float) -> bool:
    left, top, right, bottom = box
    if left < 0 or top < 0 or right > width or bottom > height:
        return False
    return not any(left < one[2] and one[0] < right and top < one[3] and one[1] < bottom for one in taken)
