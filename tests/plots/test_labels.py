"""Names beside points stand in nobody's way."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from vnjp_dataset.plots.labels import Box, Spot, beside
from vnjp_dataset.plots.layout import width_of

SIZE, WIDTH, HEIGHT = 11.0, 800.0, 600.0


def spots(margin: float) -> SearchStrategy[list[Spot]]:
    """Make points with names, so far from the sides at least."""
    return st.lists(
        st.builds(
            Spot,
            x=st.floats(margin, WIDTH - margin),
            y=st.floats(margin, HEIGHT - margin),
            radius=st.floats(2, 24),
            words=st.text("abcdef ", min_size=1, max_size=14),
        ),
        max_size=8,
    )


def boxes(found: list[Spot]) -> list[Box]:
    """Return what the names of points cover."""
    return [
        (one.x, one.y - SIZE / 2, one.x + width_of(spot.words, SIZE), one.y + SIZE / 2)
        for one, spot in zip(beside(found, SIZE, WIDTH, HEIGHT), found, strict=True)
    ]


@given(spots(200))
def test_names_do_not_overlap(found: list[Spot]) -> None:
    """Where there is room, no name covers another."""
    for one, other in combinations(boxes(found), 2):
        assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


@given(spots(0))
def test_names_stay_on_the_plane(found: list[Spot]) -> None:
    """However many points there are in a corner."""
    for left, top, right, bottom in boxes(found):
        assert left >= 0
        assert top >= 0
        assert right <= WIDTH
        assert bottom <= HEIGHT


def test_the_right_is_best() -> None:
    """A name alone stands to the right of its point; the second of two at one place goes elsewhere."""
    spot = Spot(x=100, y=100, radius=5, words="Hanoi")
    first, second = beside([spot, spot], SIZE, WIDTH, HEIGHT)
    assert first.x > spot.x + spot.radius
    assert first.y == spot.y
    assert (second.x, second.y) != (first.x, first.y)
