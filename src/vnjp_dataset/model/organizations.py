"""Ministries, agencies, companies and other bodies."""

from typing import Annotated, Literal

import attrs

from vnjp_dataset.model.ids import CountryCode
from vnjp_dataset.model.record import SourcedRecord
from vnjp_dataset.model.shape import Doc
from vnjp_dataset.model.text import Text

OrganizationKind = Literal[
    "government",
    "ministry",
    "agency",
    "parliament",
    "party",
    "court",
    "local-government",
    "company",
    "university",
    "association",
    "international",
    "media",
    "other",
]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Organization(SourcedRecord):
    """A body that takes part in the relations."""

    name: Annotated[Text, Doc("The body's name.")]
    kind: Annotated[OrganizationKind, Doc("What sort of body it is.")]
    country: Annotated[CountryCode | None, Doc("Its country; absent for international bodies.")] = None
    spellings: Annotated[tuple[str, ...], Doc("Other names and spellings that sources use.")] = ()
