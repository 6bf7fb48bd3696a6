"""Descriptions of the whole dataset for catalogues and search engines."""

from vnjp_dataset.export.dcat.catalogue import JSON_LD, TURTLE, write

__all__ = ["JSON_LD", "TURTLE", "write"]
