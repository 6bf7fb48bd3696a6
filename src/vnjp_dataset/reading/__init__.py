"""YAML trees and JSON to records: strict, by way of cattrs, and with problems that tell file, line and column."""

from vnjp_dataset.reading.convert import structure, unstructure
from vnjp_dataset.reading.exported import Exported, read_exported
from vnjp_dataset.reading.plain import read_plain
from vnjp_dataset.reading.tree import Place, Tree, read_records, read_tree

__all__ = [
    "Exported",
    "Place",
    "Tree",
    "read_exported",
    "read_plain",
    "read_records",
    "read_tree",
    "structure",
    "unstructure",
]
