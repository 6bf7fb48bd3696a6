"""Every picture: what it is called, what it shows, and the options it takes."""

import importlib
from collections.abc import Mapping
from types import MappingProxyType, ModuleType
from typing import Protocol, cast

import attrs

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import MissingExtraError, QueryError
from vnjp_dataset.nearest import did_you_mean

EXTRA = "plot"
LIBRARIES = ("altair", "vl_convert")
"""What the extra brings, by the names it is imported under."""


class Chart(Protocol):
    """A chart of Altair's, of whatever sort."""

    def to_dict(self) -> Mapping[str, object]:
        """Return its Vega-Lite specification."""
        ...


class _Draw(Protocol):
    def __call__(self, dataset: Dataset, /, **options: object) -> Chart: ...


@attrs.frozen(kw_only=True)
class Plot:
    """A picture of the dataset."""

    name: str
    title: str
    module: str
    """The module in `plots` that draws it, with a function `draw`."""
    shows: str
    """What it shows, in a sentence."""
    options: tuple[str, ...]
    """The options of its function besides `language` and `width`, which all have."""

    def draw(self, dataset: Dataset, **options: object) -> Chart:
        """Return the picture; an option that is None counts as not given.

        Raises QueryError for an option that the picture does not have, and what its function raises besides;
        MissingExtraError where what draws it is not installed.
        """
        given = {name: value for name, value in options.items() if value is not None}
        known = ("language", "width", *self.options)
        for name in given:
            if name not in known:
                hint = did_you_mean(name, known) or f"it takes {', '.join(known)}"
                raise QueryError(f"the picture `{self.name}` has no option `{name}`", hint)
        return cast("_Draw", module(self.module).draw)(dataset, **given)


def module(name: str) -> ModuleType:
    """Return a module of this package that needs the extra.

    Raises MissingExtraError.
    """
    try:
        return importlib.import_module(f"vnjp_dataset.plots.{name}")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in LIBRARIES:
            raise
        raise MissingExtraError("a picture", EXTRA) from None


_PLOTS = (
    Plot(
        name="timeline",
        title="Levels of the partnership and leaders’ visits",
        module="timeline_plot",
        shows="The levels of the relations as steps over time, and the leaders’ visits in both directions as marks.",
        options=("start", "end", "direction"),
    ),
    Plot(
        name="visits",
        title="Visits by year",
        module="visits_plot",
        shows="How many visits of each group of ranks began in each year, by direction, and where none was searched.",
        options=("start", "end", "direction"),
    ),
    Plot(
        name="map",
        title="Where visits went",
        module="map_plot",
        shows="The stops of one visit with its route, or of all visits, with how many of them stopped at each place.",
        options=("start", "end", "direction", "visit", "height"),
    ),
    Plot(
        name="network",
        title="Who came and what was signed",
        module="network_plot",
        shows="Leaders, their visits and the instruments that belong to these; or the same about one record.",
        options=("start", "end", "direction", "about"),
    ),
    Plot(
        name="measures",
        title="Figures of a measure",
        module="measures_plot",
        shows="The figures of one measure over time, by whose side reports them, with the numbers not adopted.",
        options=("measure", "start", "end", "height"),
    ),
)

PLOTS: Mapping[str, Plot] = MappingProxyType({one.name: one for one in _PLOTS})
"""Every picture, by name."""
