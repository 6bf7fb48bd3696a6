"""A Data Package that is CSV on the Web too: every table, with descriptions of what is in them."""

from vnjp_dataset.export.datapackage.package import write

__all__ = ["write"]
