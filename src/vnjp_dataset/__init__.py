"""The typed, sourced record of Vietnam–Japan relations since 1973.

>>> import vnjp_dataset as vnjp
>>> ds = vnjp.load()
>>> ds.visits["2023-vo-van-thuong"].start
PartialDate('2023-11-27')
"""

from typing import TYPE_CHECKING

from vnjp_dataset.version import __version__

if TYPE_CHECKING:
    from vnjp_dataset.changes import Diff
    from vnjp_dataset.citation import DatasetCitation
    from vnjp_dataset.dataset import Dataset
    from vnjp_dataset.errors import (
        DatasetError,
        DiffError,
        InvalidDataError,
        InvalidValueError,
        MissingExtraError,
        MissingReleaseError,
        Problem,
        QueryError,
        ReleaseError,
        RetiredIdError,
        SnapshotError,
        UnknownIdError,
    )
    from vnjp_dataset.insight.asymmetries import Account, Asymmetries, Asymmetry
    from vnjp_dataset.insight.audit import Audit, Claim, Verdict
    from vnjp_dataset.insight.coverage import CoverageAnswer, Stretch
    from vnjp_dataset.insight.explain import FieldExplanation, OtherValue, RecordExplanation
    from vnjp_dataset.insight.panel import DyadYear, DyadYears, PanelVariable
    from vnjp_dataset.insight.resolve import (
        Current,
        Elsewhere,
        MergedInto,
        NeverExisted,
        Resolution,
        SplitInto,
        Withdrawn,
    )
    from vnjp_dataset.insight.tally import Tally
    from vnjp_dataset.insight.voices import Evidence, Speaker
    from vnjp_dataset.insight.ways import Way
    from vnjp_dataset.insight.yearly import YearCount, YearCounts
    from vnjp_dataset.links import Link
    from vnjp_dataset.loading import load, stream
    from vnjp_dataset.model import PartialDate, partial_date
    from vnjp_dataset.reading.stream import StreamedTree
    from vnjp_dataset.relation import Relation
    from vnjp_dataset.terms import Holder
    from vnjp_dataset.versions import apply, at, diff

__all__ = [
    "Account",
    "Asymmetries",
    "Asymmetry",
    "Audit",
    "Claim",
    "CoverageAnswer",
    "Current",
    "Dataset",
    "DatasetCitation",
    "DatasetError",
    "Diff",
    "DiffError",
    "DyadYear",
    "DyadYears",
    "Elsewhere",
    "Evidence",
    "FieldExplanation",
    "Holder",
    "InvalidDataError",
    "InvalidValueError",
    "Link",
    "MergedInto",
    "MissingExtraError",
    "MissingReleaseError",
    "NeverExisted",
    "OtherValue",
    "PanelVariable",
    "PartialDate",
    "Problem",
    "QueryError",
    "RecordExplanation",
    "Relation",
    "ReleaseError",
    "Resolution",
    "RetiredIdError",
    "SnapshotError",
    "Speaker",
    "SplitInto",
    "StreamedTree",
    "Stretch",
    "Tally",
    "UnknownIdError",
    "Verdict",
    "Way",
    "Withdrawn",
    "YearCount",
    "YearCounts",
    "__version__",
    "apply",
    "at",
    "diff",
    "load",
    "partial_date",
    "stream",
]

# Importing the package costs next to nothing: a name is fetched from its module when it is first used.
_HOMES = {
    "Account": "insight.asymmetries",
    "Asymmetries": "insight.asymmetries",
    "Asymmetry": "insight.asymmetries",
    "Audit": "insight.audit",
    "Claim": "insight.audit",
    "CoverageAnswer": "insight.coverage",
    "Current": "insight.resolve",
    "Dataset": "dataset",
    "DatasetCitation": "citation",
    "DatasetError": "errors",
    "Diff": "changes",
    "DiffError": "errors",
    "DyadYear": "insight.panel",
    "DyadYears": "insight.panel",
    "Elsewhere": "insight.resolve",
    "Evidence": "insight.voices",
    "FieldExplanation": "insight.explain",
    "Holder": "terms",
    "InvalidDataError": "errors",
    "InvalidValueError": "errors",
    "Link": "links",
    "MergedInto": "insight.resolve",
    "MissingExtraError": "errors",
    "MissingReleaseError": "errors",
    "NeverExisted": "insight.resolve",
    "OtherValue": "insight.explain",
    "PanelVariable": "insight.panel",
    "PartialDate": "model",
    "Problem": "errors",
    "QueryError": "errors",
    "RecordExplanation": "insight.explain",
    "Relation": "relation",
    "ReleaseError": "errors",
    "Resolution": "insight.resolve",
    "RetiredIdError": "errors",
    "SnapshotError": "errors",
    "Speaker": "insight.voices",
    "SplitInto": "insight.resolve",
    "StreamedTree": "reading.stream",
    "Stretch": "insight.coverage",
    "Tally": "insight.tally",
    "UnknownIdError": "errors",
    "Verdict": "insight.audit",
    "Way": "insight.ways",
    "Withdrawn": "insight.resolve",
    "YearCount": "insight.yearly",
    "YearCounts": "insight.yearly",
    "apply": "versions",
    "at": "versions",
    "diff": "versions",
    "load": "loading",
    "partial_date": "model",
    "stream": "loading",
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
