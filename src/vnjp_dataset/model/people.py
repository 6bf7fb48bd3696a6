"""People, and the offices they held."""

from collections.abc import Iterator
from typing import Annotated

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model.dates import PartialDate
from vnjp_dataset.model.ids import CountryCode, OfficeId
from vnjp_dataset.model.record import SourcedRecord
from vnjp_dataset.model.shape import Doc, Value
from vnjp_dataset.model.text import PersonName


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Term(Value):
    """A stretch of time during which a person held an office."""

    office: Annotated[OfficeId, Doc("The office.")]
    start: Annotated[PartialDate, Doc("The day it was taken up.")]
    end: Annotated[PartialDate | None, Doc("The day it was laid down; absent while held or not known.")] = None
    acting: Annotated[bool, Doc("Whether it was held on somebody else's behalf.")] = False
    open: Annotated[bool, Doc("Whether a source says that the office is still held.")] = False

    def flaws(self) -> Iterator[Flaw]:
        """A term does not end before it starts."""
        if self.end and self.end.surely_before(self.start):
            yield Flaw("end", f"no date before the start, {self.start}", f"`{self.end}`", rule="end-after-start")
        if self.end and self.open:
            yield Flaw("open", "no end date where the term is open", f"`{self.end}`", rule="end-after-start")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Person(SourcedRecord):
    """Somebody who takes part in the relations."""

    name: Annotated[PersonName, Doc("The name, family name first.")]
    country: Annotated[CountryCode, Doc("The country the person represents.")]
    spellings: Annotated[tuple[str, ...], Doc("Other spellings that sources use.")] = ()
    terms: Annotated[tuple[Term, ...], Doc("Offices held, each with its dates.")] = ()
