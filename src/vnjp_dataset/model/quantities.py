"""Sums of money, amounts of things and counts as sources report them."""

from decimal import Decimal
from typing import Annotated

import attrs

from vnjp_dataset.model.ids import CurrencyCode
from vnjp_dataset.model.shape import Doc, Value
from vnjp_dataset.model.vocabulary import Bound


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Amount(Value):
    """A sum of money."""

    value: Annotated[Decimal, Doc("In whole units of the currency, not thousands or millions.")]
    currency: Annotated[CurrencyCode, Doc("ISO 4217 code.")]
    bound: Annotated[Bound, Doc("How the source qualifies the sum.")] = "exact"


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Quantity(Value):
    """A number of things other than money."""

    value: Annotated[Decimal, Doc("The number.")]
    unit: Annotated[str, Doc("What is counted, e.g. doses.")]
    bound: Annotated[Bound, Doc("How the source qualifies the number.")] = "exact"


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Count(Value):
    """A count as reported."""

    value: Annotated[int, Doc("The number.")]
    bound: Annotated[Bound, Doc("How the source qualifies the number.")] = "exact"
