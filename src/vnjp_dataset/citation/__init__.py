"""Citations: of the dataset or of some of its records with the documents behind them, in four styles."""

from vnjp_dataset.citation.citation import STYLES, DatasetCitation
from vnjp_dataset.citation.primary import PrimarySource
from vnjp_dataset.citation.selection import cite_records

__all__ = ["STYLES", "DatasetCitation", "PrimarySource", "cite_records"]
