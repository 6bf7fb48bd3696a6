"""The panel of directed dyad-years: what the records say of each year and direction, in the codes of other datasets."""

from vnjp_dataset.insight.panel.building import dyad_years
from vnjp_dataset.insight.panel.rows import DyadYear, DyadYears
from vnjp_dataset.insight.panel.states import DYADS, JAPAN, VIETNAM, Listing, State
from vnjp_dataset.insight.panel.table import GROUPS, VARIABLES
from vnjp_dataset.insight.panel.variable import Cell, PanelVariable

__all__ = [
    "DYADS",
    "GROUPS",
    "JAPAN",
    "VARIABLES",
    "VIETNAM",
    "Cell",
    "DyadYear",
    "DyadYears",
    "Listing",
    "PanelVariable",
    "State",
    "dyad_years",
]
