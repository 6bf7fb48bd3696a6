"""Views: the joins that readers want, made once, with names beside ids and no keyword for a column."""

from collections.abc import Sequence

from vnjp_dataset.export.sqlite.gathered import VISITS_PER_YEAR, gathered
from vnjp_dataset.export.sqlite.linked import LINKED
from vnjp_dataset.export.sqlite.readable import READABLE
from vnjp_dataset.export.sqlite.view import View
from vnjp_dataset.model import KindName


def views(kinds: Sequence[KindName]) -> tuple[View, ...]:
    """Return the views that some kinds of record are enough for."""
    found = (*READABLE, *LINKED, VISITS_PER_YEAR, *gathered(kinds))
    return tuple(one for one in found if set(one.kinds) <= set(kinds))
