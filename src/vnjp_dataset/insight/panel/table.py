"""The table of all variables of the panel, in the order of its columns."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from vnjp_dataset.insight.panel.dealings import instruments, standing, talks
from vnjp_dataset.insight.panel.ground import Ground
from vnjp_dataset.insight.panel.identity import identity
from vnjp_dataset.insight.panel.searching import searching
from vnjp_dataset.insight.panel.travel import styles, visits
from vnjp_dataset.insight.panel.variable import Cell, Computed, PanelVariable

_COMPUTED: Mapping[str, tuple[Computed, ...]] = MappingProxyType(
    {
        "Dyad and year": tuple(identity()),
        "How a zero is read": tuple(searching()),
        "Visits": tuple(visits()),
        "Visits by style": tuple(styles()),
        "Talks outside visits": tuple(talks()),
        "Instruments and commitments": tuple(instruments()),
        "Turning points and partnership": tuple(standing()),
    }
)

GROUPS: Mapping[str, tuple[PanelVariable, ...]] = MappingProxyType(
    {title: tuple(one.variable for one in group) for title, group in _COMPUTED.items()}
)
"""The variables under the headings of their page."""

VARIABLES: tuple[PanelVariable, ...] = tuple(one for group in GROUPS.values() for one in group)
"""Every variable, in the order of the columns."""

CELLS: tuple[Callable[[Ground], Cell], ...] = tuple(one.cell for group in _COMPUTED.values() for one in group)
"""What computes each of them."""
