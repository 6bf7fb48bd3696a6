"""Hypothesis strategies for values, records and whole datasets, all of them valid.

>>> from hypothesis import given, strategies as st
>>> from vnjp_dataset import strategies
>>> @given(strategies.visits(direction=st.just("VN-JP")))
... def test_a_visit_ends_no_earlier_than_it_starts(visit):
...     assert not visit.end.surely_before(visit.start)
>>> test_a_visit_ends_no_earlier_than_it_starts()

Strategies of values and records take, by the names of fields, strategies for these fields; everything else is drawn
from what the field is declared to hold. With the package installed, `st.from_type(Visit)` is `visits()`, and so for
every class of the model. A record made by itself may refer to records that do not exist; `datasets()` makes records
that fit together and pass every check.
"""

from vnjp_dataset.strategies.datasets import datasets
from vnjp_dataset.strategies.dates import partial_dates
from vnjp_dataset.strategies.records import (
    agreements,
    commitments,
    coverage_rows,
    fields_of_cooperation,
    figures,
    measures,
    mechanisms,
    meetings,
    milestones,
    offices,
    organizations,
    people,
    places,
    records,
    retired_ids,
    sources,
    visits,
)
from vnjp_dataset.strategies.shapes import decimals, instances
from vnjp_dataset.strategies.values import (
    actors,
    amounts,
    audit_checks,
    citations,
    companions,
    conflicts,
    counts,
    documents,
    levels,
    person_names,
    quantities,
    sessions,
    steps,
    terms,
    texts,
)
from vnjp_dataset.strategies.words import document_ids, field_paths, names, prose, record_ids, releases, urls

__all__ = [
    "actors",
    "agreements",
    "amounts",
    "audit_checks",
    "citations",
    "commitments",
    "companions",
    "conflicts",
    "counts",
    "coverage_rows",
    "datasets",
    "decimals",
    "document_ids",
    "documents",
    "field_paths",
    "fields_of_cooperation",
    "figures",
    "instances",
    "levels",
    "measures",
    "mechanisms",
    "meetings",
    "milestones",
    "names",
    "offices",
    "organizations",
    "partial_dates",
    "people",
    "person_names",
    "places",
    "prose",
    "quantities",
    "record_ids",
    "records",
    "releases",
    "retired_ids",
    "sessions",
    "sources",
    "steps",
    "terms",
    "texts",
    "urls",
    "visits",
]
