"""Collections of records: immutable, indexed, typed by kind."""

from vnjp_dataset.collection.core import Collection, DateLike, EventCollection
from vnjp_dataset.collection.facets import FacetValue, Store
from vnjp_dataset.collection.kinds import (
    Agreements,
    Commitments,
    CoverageRows,
    Fields,
    Figures,
    Measures,
    Mechanisms,
    Meetings,
    Milestones,
    Offices,
    Organizations,
    People,
    Places,
    RetiredIds,
    Sources,
    Visits,
)
from vnjp_dataset.collection.tables import Tables

__all__ = [
    "Agreements",
    "Collection",
    "Commitments",
    "CoverageRows",
    "DateLike",
    "EventCollection",
    "FacetValue",
    "Fields",
    "Figures",
    "Measures",
    "Mechanisms",
    "Meetings",
    "Milestones",
    "Offices",
    "Organizations",
    "People",
    "Places",
    "RetiredIds",
    "Sources",
    "Store",
    "Tables",
    "Visits",
]
