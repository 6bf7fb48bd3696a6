"""The two states of a dyad and the codes under which other datasets know them, year by year."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import attrs

from vnjp_dataset.model import Direction

FIRST_YEAR = 1945
"""The first year that can be asked for: in 1945 the Democratic Republic of Vietnam was proclaimed."""


@attrs.frozen(kw_only=True)
class Listing:
    """How a list of the states of the international system names a state, and when it leaves the state out."""

    number: int
    abbreviation: str
    absent: tuple[int, int] | None = None
    """The first and the last of the years from 1945 on in which the state is not on the list on any day."""

    def number_in(self, year: int) -> int | None:
        """Return the number of the state, or None in a year in which the list leaves it out."""
        return self.number if self.has(year) else None

    def abbreviation_in(self, year: int) -> str | None:
        """Return the abbreviation of the state, or None in a year in which the list leaves it out."""
        return self.abbreviation if self.has(year) else None

    def has(self, year: int) -> bool:
        """Whether the state is on the list on at least one day of a year."""
        return self.absent is None or not self.absent[0] <= year <= self.absent[1]


@attrs.frozen(kw_only=True)
class State:
    """A state with its codes; those of ISO 3166-1 are today's and stand for every year."""

    name: str
    iso2c: Literal["VN", "JP"]
    iso3c: str
    iso3n: int
    cow: Listing
    gw: Listing


# Where the codes come from:
# - ISO 3166-1 as pycountry carries it; a test compares. Its list of former countries has VD, VDR for "Viet-Nam,
#   Democratic Republic of", withdrawn in 1977.
# - Correlates of War, State System Membership List v2016, as the R package countrycode lays it out by year
#   (github.com/vincentarelbundock/countrycode, dictionary/data_cow.csv, ea74756): "Vietnam,DRV,816,Vietnam,1954" to
#   2016; "Republic of Vietnam,RVN,817,Republic of Vietnam,1954" to 1975; "Japan,JPN,740,Japan,1945", then 1952 to 2016.
# - Gleditsch and Ward, list of independent states (ksgleditsch.com/statelist.html), version that ends in 2020, of which
#   a copy was read: "740 JPN Japan 1816-01-01 2020-12-31", "816 DRV Vietnam 1954-05-01 2020-12-31",
#   "817 RVN Vietnam, Republic of 1954-05-01 1975-04-30".
# The state of this dataset is 816 from beginning to end: relations were established with the Democratic Republic in
# 1973, and both lists let it go on as Vietnam in 1976. 817 is another state in both; it has no row here.
VIETNAM = State(
    name="Vietnam",
    iso2c="VN",
    iso3c="VNM",
    iso3n=704,
    cow=Listing(number=816, abbreviation="DRV", absent=(1945, 1953)),
    gw=Listing(number=816, abbreviation="DRV", absent=(1945, 1953)),
)
JAPAN = State(
    name="Japan",
    iso2c="JP",
    iso3c="JPN",
    iso3n=392,
    cow=Listing(number=740, abbreviation="JPN", absent=(1946, 1951)),
    gw=Listing(number=740, abbreviation="JPN"),
)

DYADS: Mapping[Direction, tuple[State, State]] = MappingProxyType(
    {"VN-JP": (VIETNAM, JAPAN), "JP-VN": (JAPAN, VIETNAM)}
)
"""Of each direction state 1, whose figures travel, and state 2, which receives them; in the order of a year's rows."""
