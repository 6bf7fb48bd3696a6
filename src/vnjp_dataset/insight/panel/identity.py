"""The variables that say which dyad and year a row is about, in the codes of other datasets."""

from collections.abc import Callable, Iterator
from typing import Literal

from vnjp_dataset.insight.panel.ground import Ground
from vnjp_dataset.insight.panel.states import State
from vnjp_dataset.insight.panel.variable import Cell, Computed, known, word
from vnjp_dataset.model import Direction

Side = Literal[1, 2]
_ROLES: tuple[tuple[Side, str], ...] = ((1, "state 1, whose figures travel"), (2, "state 2, which receives them"))
_ALWAYS = "; today's, in every year"
_LISTED = "; empty in a year in which the list does not have the state"
_CODES: tuple[tuple[str, Literal["whole", "text"], str, str, Callable[[State, int], Cell]], ...] = (
    ("iso2c", "text", "ISO 3166-1 alpha-2 code", _ALWAYS, lambda one, _: one.iso2c),
    ("iso3c", "text", "ISO 3166-1 alpha-3 code", _ALWAYS, lambda one, _: one.iso3c),
    ("iso3n", "whole", "ISO 3166-1 numeric code", _ALWAYS, lambda one, _: one.iso3n),
    ("ccode", "whole", "Correlates of War code", _LISTED, lambda one, year: one.cow.number_in(year)),
    (
        "stateabb",
        "text",
        "Correlates of War abbreviation",
        _LISTED,
        lambda one, year: one.cow.abbreviation_in(year),
    ),
    ("gwcode", "whole", "Gleditsch–Ward code", _LISTED, lambda one, year: one.gw.number_in(year)),
    ("gwabb", "text", "Gleditsch–Ward abbreviation", _LISTED, lambda one, year: one.gw.abbreviation_in(year)),
)
"""Name, type, what it is, when it is there, and how a state gives it in a year."""


def identity() -> Iterator[Computed]:
    """Yield the year, the direction and the codes of both states."""
    yield known("year", "whole", "The calendar year.", lambda at: at.year, required=True, directed=False)
    yield word(
        "direction",
        "Who travels: VN-JP for Vietnamese figures in Japan, JP-VN for Japanese figures in Vietnam.",
        Direction,
        lambda at: at.direction,
        directed=True,
    )
    for side, role in _ROLES:
        for name, kind, what, when, get in _CODES:
            yield known(
                f"{name}{side}",
                kind,
                f"{what} of {role}{when}.",
                _of(side, get),
                required=when == _ALWAYS,
                directed=True,
            )


def _of(side: Side, get: Callable[[State, int], Cell]) -> Callable[[Ground], Cell]:
    return lambda at: get(at.state1 if side == 1 else at.state2, at.year)
