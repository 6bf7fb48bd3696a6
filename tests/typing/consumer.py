"""What a program that uses the library sees of its types; mypy and pyright verify every line, and a test runs it."""

from typing import assert_type

import polars as pl

import vnjp_dataset as vnjp
from vnjp_dataset.collection import (
    Agreements,
    Commitments,
    CoverageRows,
    FacetValue,
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
    Sources,
    Visits,
)
from vnjp_dataset.model import (
    Agreement,
    AgreementId,
    Document,
    Level,
    Milestone,
    PartialDate,
    Person,
    PersonId,
    Record,
    RecordId,
    Visit,
    VisitId,
)


def use(ds: vnjp.Dataset) -> None:
    """Use a dataset as its reader would; every type is exact, none is Any."""
    # Collections
    assert_type(ds.visits, Visits)
    assert_type(ds.meetings, Meetings)
    assert_type(ds.agreements, Agreements)
    assert_type(ds.milestones, Milestones)
    assert_type(ds.mechanisms, Mechanisms)
    assert_type(ds.commitments, Commitments)
    assert_type(ds.figures, Figures)
    assert_type(ds.people, People)
    assert_type(ds.offices, Offices)
    assert_type(ds.organizations, Organizations)
    assert_type(ds.places, Places)
    assert_type(ds.sources, Sources)
    assert_type(ds.fields, Fields)
    assert_type(ds.measures, Measures)
    assert_type(ds.coverage, CoverageRows)

    # Records
    visit = ds.visits["2023-vo-van-thuong"]
    assert_type(visit, Visit)
    assert_type(visit.start, PartialDate)
    assert_type(visit.lead, PersonId)
    assert_type(ds.visits[0], Visit)
    assert_type(ds.visits[:2], Visits)
    assert_type(ds.visits.find("x"), Visit | None)
    assert_type([one.id for one in ds.agreements], list[RecordId])
    assert_type(ds.people.find(visit.lead), Person | None)
    assert_type(ds[visit.id], Record)

    # Queries
    assert_type(ds.visits.where(direction="VN-JP", year=2023), Visits)
    assert_type(ds.visits.where(rank=["head-of-state", "head-of-government"], year=range(2013, 2021)), Visits)
    assert_type(ds.visits.where(person=visit.lead).between("2013", PartialDate("2021-06")), Visits)
    assert_type(ds.visits.led_by("kishida-fumio").sort(lambda one: one.end), Visits)
    assert_type(ds.visits.sort(lambda one: (one.lead, one.start.earliest, len(one.itinerary))), Visits)
    assert_type(ds.visits.sort(lambda one: one.summary is None, reverse=True), Visits)
    assert_type(ds.agreements.of_visit(visit.id).filter(lambda one: one.amount is not None), Agreements)
    assert_type(ds.visits.count_by("year")[2023], int)
    assert_type(list(ds.visits.group_by("direction").items()), list[tuple[FacetValue, Visits]])

    # Data frames
    assert_type(ds.visits.where(year=2023).to_polars("itinerary.participants"), pl.DataFrame)
    assert_type(ds.counts_by_year("visits").to_polars(), pl.DataFrame)
    assert_type(ds.dyad_years(1973, 2023).to_polars(), pl.DataFrame)
    assert_type(ds.dyad_years().row(2023, "VN-JP")["visits"], int | str | None)
    assert_type([one.name for one in ds.dyad_years().variables], list[str])

    # Answers
    assert_type(ds.search("Phạm Minh Chính"), tuple[Record, ...])
    assert_type(ds.partnership_on("2015-06-01"), Level | None)
    assert_type(ds.milestone_on("2015-06-01"), Milestone | None)
    assert_type(ds.office_holder(visit.office, "2023-11-27"), Person | None)
    assert_type(ds.relation_on("2014-03-18"), vnjp.Relation)
    assert_type(ds.relation_on("2014-03-18").visits_before, Visits)
    assert_type(ds.links_to(visit.id), tuple[vnjp.Link, ...])
    assert_type(ds.cite().bibtex, str)
    assert_type(ds.fingerprint, str)
    assert_type(list(ds.documents.values()), list[Document])


def use_record(agreement: Agreement) -> None:
    """Fields of a record have the types of their declarations."""
    assert_type(agreement.visit, VisitId | None)
    assert_type(agreement.amends, tuple[AgreementId, ...])
    assert_type(agreement.title.en, str | None)
    assert_type(agreement.heading, str)
