"""Rules about meetings: who met, and where."""

from collections.abc import Callable

import attrs
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import Dataset
from vnjp_dataset.model import Actor, CountryCode, OrganizationId, PersonId, PlaceId, RecordId
from vnjp_dataset.model.meetings import Medium

Breaches = Callable[..., list[tuple[str, str]]]

MEETING = "2023-bangkok"
MEDIA: tuple[Medium, ...] = ("in-person", "telephone", "video", "correspondence")
PEOPLE: dict[str, str | None] = {
    "an-van-binh": "VN",
    "cao-thi-dung": "VN",
    "sato-hanako": "JP",
    "mori-ken": "JP",
    "nobody": None,
}


@given(
    st.lists(st.sampled_from(sorted(PEOPLE)), unique=True),
    st.lists(st.sampled_from(("VN", "JP", "TH"))),
    st.booleans(),
)
def test_both_countries_meet(
    base: Dataset, breaches: Breaches, people: list[str], countries: list[str], ministry: bool
) -> None:
    """A meeting is reported unless somebody of each country, a body of it or the country itself takes part."""
    (body,) = base.organizations.where(country="JP")[:1]
    actors = (
        *(Actor(person=PersonId(RecordId(one))) for one in people),
        *(Actor(country=CountryCode(one)) for one in countries),
        *((Actor(organization=OrganizationId(body.id)),) if ministry else ()),
        *(Actor(country=CountryCode(one)) for one in ("LA", "KH")),  # a meeting has two participants at least
    )
    present = {*(PEOPLE[one] for one in people), *countries, *(["JP"] if ministry else [])}
    meeting = attrs.evolve(base.meetings[MEETING], participants=actors)
    expected = [] if {"VN", "JP"} <= present else [(MEETING, "participants")]
    assert breaches("meeting-of-both", meeting) == expected


@given(st.sampled_from(MEDIA), st.sampled_from((None, "bangkok", "hanoi", "tokyo", "nowhere")))
def test_meetings_in_person_are_in_third_countries(
    base: Dataset, breaches: Breaches, medium: Medium, place: str | None
) -> None:
    """Talks in person in one of the two countries are reported; those from afar may be anywhere."""
    where = PlaceId(RecordId(place)) if place else None
    meeting = attrs.evolve(base.meetings[MEETING], medium=medium, place=where)
    expected = medium == "in-person" and place in ("hanoi", "tokyo")
    assert breaches("meeting-in-third-country", meeting) == ([(MEETING, "place")] if expected else [])
