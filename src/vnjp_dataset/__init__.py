"""The typed, sourced record of Vietnam–Japan relations since 1973.

>>> import vnjp_dataset as vnjp
>>> ds = vnjp.load()
>>> ds.visits["2023-vo-van-thuong"].start
PartialDate('2023-11-27')
"""

from typing import TYPE_CHECKING

from vnjp_dataset.version import __version__

if TYPE_CHECKING:
    from vnjp_dataset.citation import DatasetCitation
    from vnjp_dataset.dataset import Dataset
    from vnjp_dataset.errors import (
        DatasetError,
        InvalidDataError,
        InvalidValueError,
        MissingExtraError,
        Problem,
        QueryError,
        SnapshotError,
        UnknownIdError,
    )
    from vnjp_dataset.links import Link
    from vnjp_dataset.loading import load
    from vnjp_dataset.model import PartialDate, partial_date
    from vnjp_dataset.relation import Relation
    from vnjp_dataset.terms import Holder

__all__ = [
    "Dataset",
    "DatasetCitation",
    "DatasetError",
    "Holder",
    "InvalidDataError",
    "InvalidValueError",
    "Link",
    "MissingExtraError",
    "PartialDate",
    "Problem",
    "QueryError",
    "Relation",
    "SnapshotError",
    "UnknownIdError",
    "__version__",
    "load",
    "partial_date",
]

# Importing the package costs next to nothing: a name is fetched from its module when it is first used.
_HOMES = {
    "Dataset": "dataset",
    "DatasetCitation": "citation",
    "DatasetError": "errors",
    "Holder": "terms",
    "InvalidDataError": "errors",
    "InvalidValueError": "errors",
    "Link": "links",
    "MissingExtraError": "errors",
    "PartialDate": "model",
    "Problem": "errors",
    "QueryError": "errors",
    "Relation": "relation",
    "SnapshotError": "errors",
    "UnknownIdError": "errors",
    "load": "loading",
    "partial_date": "model",
}


# Type checkers see the names above; to them any other name is a mistake.
if not TYPE_CHECKING:  # pragma: no branch - false to type checkers only

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - only a name that is used costs its import

        value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
