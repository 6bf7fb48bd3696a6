"""A strategy for whole datasets whose records fit together."""

import datetime as dt

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.strategies.events import Events
from vnjp_dataset.strategies.world import World

FIRST_YEAR, LAST_YEAR = 1974, 2025


@st.composite
def datasets(draw: DrawFn, *, min_visits: int = 0, max_visits: int = 3) -> Dataset:
    """Make datasets that pass every check.

    People hold offices one after another; visits are led by whoever holds the office and do not overlap; instruments
    are signed within visits, and some of them raise the partnership; every reference and document resolves, nothing
    is an orphan, everything is sourced. Records grow with the number of visits, to about ten for each.
    """
    world = World(draw)
    world.people_offices()
    count = draw(st.integers(min_visits, max_visits))
    others = draw(st.integers(0, 2))
    # Each happening has a month of its own, so that nobody is in two places at once.
    numbers = st.integers(FIRST_YEAR * 12, LAST_YEAR * 12 + 11)
    months = draw(st.lists(numbers, min_size=count + others, max_size=count + others, unique=True))
    events = Events(world)
    events.establish()
    for month in sorted(months[:count]):
        events.visit(dt.date(month // 12, month % 12 + 1, 1))
    for month in sorted(months[count:]):
        events.meet(dt.date(month // 12, month % 12 + 1, 1))
    events.follow_up()
    return Dataset(world.finished())
