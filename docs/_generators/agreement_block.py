"""How far a second coder agrees with the dataset, or that there is none yet."""

from pathlib import Path

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.insight.coding import compare_codings
from vnjp_dataset.reading.tree import SECOND_CODING

DATA = Path(__file__).resolve().parents[2] / "data"
NONE_YET = "There is no second coding yet.\n"


def agreement(dataset: Dataset, codings: Path = DATA / SECOND_CODING) -> str:
    """Return the comparison of every second coding with the dataset."""
    return "\n".join(one.markdown() for one in compare_codings(dataset, codings)) or NONE_YET
