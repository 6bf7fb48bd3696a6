"""Agreement between coders: a second, independent coding of a sample compared with the dataset."""

from vnjp_dataset.insight.coding.answers import CodingComparison, Disagreement, FieldAgreement, Match
from vnjp_dataset.insight.coding.comparing import compare_coding, compare_codings
from vnjp_dataset.insight.coding.manifest import Adjudication, CodedKind, Manifest, Sample

__all__ = [
    "Adjudication",
    "CodedKind",
    "CodingComparison",
    "Disagreement",
    "FieldAgreement",
    "Manifest",
    "Match",
    "Sample",
    "compare_coding",
    "compare_codings",
]
