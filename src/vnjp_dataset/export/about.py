"""What a file with records of the dataset says of itself: title, version, fingerprint, licence and how to cite it."""

from collections.abc import Sequence

import attrs

from vnjp_dataset.citation.facts import ABSTRACT, LICENSES, TITLE
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.writing import ALL
from vnjp_dataset.model import KindName, PartialDate
from vnjp_dataset.version import SCHEMA_VERSION

LICENCE = LICENSES[1]
"""The licence of the records, as SPDX calls it; the other one is that of the code."""
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"


@attrs.frozen(kw_only=True)
class About:
    """The facts about some records of a version, taken together."""

    version: str
    fingerprint: str
    """SHA-256 of exactly these records, in hexadecimal."""
    records: int
    """How many records there are; a retired id is none."""
    citation: str
    """How to cite them, in APA style."""
    released: PartialDate | None
    """The day on which exactly these records were released; None where they were not."""
    title: str = TITLE
    abstract: str = ABSTRACT
    schema_version: int = SCHEMA_VERSION
    licence: str = LICENCE
    licence_url: str = LICENCE_URL


def about(dataset: Dataset, kinds: Sequence[KindName] = ALL) -> About:
    """Return the facts about the records of some kinds."""
    chosen = only(dataset, kinds)
    citation = chosen.cite()
    return About(
        version=chosen.version,
        fingerprint=chosen.fingerprint,
        records=len(chosen),
        citation=citation.apa,
        released=citation.released,
    )


def only(dataset: Dataset, kinds: Sequence[KindName]) -> Dataset:
    """Return a dataset with the records of some kinds and no others; the same one where that is all kinds."""
    if tuple(kinds) == ALL:
        return dataset
    return Dataset({kind: dataset.records(kind) for kind in kinds}, version=dataset.version)
