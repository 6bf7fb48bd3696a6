"""YAML tree to records: strict YAML, cattrs, and problems with file, line and column."""

from vnjp_dataset.reading.convert import structure, unstructure
from vnjp_dataset.reading.tree import Place, Tree, read_records, read_tree

__all__ = ["Place", "Tree", "read_records", "read_tree", "structure", "unstructure"]
