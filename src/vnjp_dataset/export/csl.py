"""CSL-JSON: the dataset and the documents that were read, as reference managers import them."""

from collections.abc import Sequence
from pathlib import Path

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.bibliography import bibliography
from vnjp_dataset.export.files import staged
from vnjp_dataset.export.writing import ALL
from vnjp_dataset.model import KindName
from vnjp_dataset.progress import Track, untracked

FILE = "vnjp-sources.json"


def write(
    dataset: Dataset, folder: Path, *, kinds: Sequence[KindName] = ALL, track: Track = untracked
) -> tuple[Path, ...]:
    """Write `vnjp-sources.json`: an item for the dataset, then one for each document, `publisher/key`.

    With `sources` among the kinds every document is there, else those that records of the kinds name. Raises
    UnknownIdError where one that is named is not there.
    """
    with staged(folder) as stage:
        stage.write(FILE, bibliography(dataset, kinds, track).csl)
    return stage.paths
