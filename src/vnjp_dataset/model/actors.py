"""Who takes part: a person, a body, a country, or a person for a body."""

from collections.abc import Iterator
from typing import Annotated

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model.ids import CountryCode, OfficeId, OrganizationId, PersonId
from vnjp_dataset.model.shape import Doc, Value


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Actor(Value):
    """A party, participant, host or signatory; at least one of person, organization and country."""

    person: Annotated[PersonId | None, Doc("The person.")] = None
    organization: Annotated[OrganizationId | None, Doc("The body, or the one the person acts for.")] = None
    country: Annotated[CountryCode | None, Doc("The country, where it acts as such.")] = None
    office: Annotated[OfficeId | None, Doc("The office the person held that day.")] = None
    role: Annotated[str | None, Doc("The part played, in a few words.")] = None

    def flaws(self) -> Iterator[Flaw]:
        """An actor is somebody."""
        if not (self.person or self.organization or self.country):
            yield Flaw("", "at least one of person, organization, country", "none of them", rule="empty")
        if self.office and not self.person:
            yield Flaw("office", "a person who holds the office", f"`{self.office}` alone", rule="empty")
