"""Offices of state, party and parliament."""

from typing import Annotated

import attrs

from vnjp_dataset.model.ids import CountryCode, OrganizationId
from vnjp_dataset.model.record import SourcedRecord
from vnjp_dataset.model.shape import Doc
from vnjp_dataset.model.text import Text
from vnjp_dataset.model.vocabulary import Rank


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Office(SourcedRecord):
    """An office that people hold for a term."""

    title: Annotated[Text, Doc("The office's title.")]
    country: Annotated[CountryCode, Doc("The country it belongs to.")]
    rank: Annotated[Rank, Doc("Its rank, for counting visits.")]
    organization: Annotated[OrganizationId | None, Doc("The body it belongs to.")] = None
    single: Annotated[bool, Doc("Whether only one person holds it at a time.")] = False
