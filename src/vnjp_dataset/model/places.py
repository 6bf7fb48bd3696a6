"""Places, with ISO codes and coordinates."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model.ids import CountryCode, PlaceCode, PlaceId
from vnjp_dataset.model.record import SourcedRecord
from vnjp_dataset.model.shape import Doc
from vnjp_dataset.model.text import Text

PlaceKind = Literal["country", "prefecture", "province", "municipality", "city", "district", "site"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Place(SourcedRecord):
    """A place where something happened."""

    name: Annotated[Text, Doc("The place's name.")]
    country: Annotated[CountryCode, Doc("The country it lies in.")]
    kind: Annotated[PlaceKind, Doc("What sort of place it is.")]
    iso: Annotated[PlaceCode | None, Doc("ISO 3166-2 code of it, or of the subdivision it lies in.")] = None
    latitude: Annotated[Decimal | None, Doc("Degrees north, WGS 84.")] = None
    longitude: Annotated[Decimal | None, Doc("Degrees east, WGS 84.")] = None
    part_of: Annotated[PlaceId | None, Doc("The place it lies in.")] = None

    def flaws(self) -> Iterator[Flaw]:
        """Coordinates lie on the globe and come in pairs; an ISO code belongs to the country."""
        if (self.latitude is None) != (self.longitude is None):
            yield Flaw("latitude", "latitude and longitude together", "only one of them", rule="coordinates")
        for name, limit in (("latitude", 90), ("longitude", 180)):
            value: Decimal | None = getattr(self, name)
            if value is not None and abs(value) > limit:
                yield Flaw(name, f"degrees from -{limit} to {limit}", f"{value}", rule="coordinates")
        if self.iso and not self.iso.startswith(f"{self.country}-"):
            yield Flaw("iso", f"a code of {self.country}", f"`{self.iso}`", rule="name")
