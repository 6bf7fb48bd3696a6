"""Pictures of the dataset, as charts of Altair: one function for each, and `save` to write them into files.

They need the extra `plot`; a function is fetched from its module when it is first used.
"""

from typing import TYPE_CHECKING

from vnjp_dataset.plots.catalogue import PLOTS, Plot, module

if TYPE_CHECKING:
    from vnjp_dataset.plots.map_plot import draw as map  # noqa: A004 - called as the command calls it
    from vnjp_dataset.plots.measures_plot import draw as measures
    from vnjp_dataset.plots.network_plot import draw as network
    from vnjp_dataset.plots.saving import save
    from vnjp_dataset.plots.timeline_plot import draw as timeline
    from vnjp_dataset.plots.visits_plot import draw as visits

__all__ = ["PLOTS", "Plot", "map", "measures", "network", "save", "timeline", "visits"]


# Type checkers see the names above; to them any other name is a mistake.
if not TYPE_CHECKING:  # pragma: no branch - false to type checkers only

    def __getattr__(name: str) -> object:
        """Return a public name from its module.

        Raises MissingExtraError where the extra is not installed.
        """
        if name in PLOTS:
            return module(PLOTS[name].module).draw
        if name == "save":
            return module("saving").save
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
