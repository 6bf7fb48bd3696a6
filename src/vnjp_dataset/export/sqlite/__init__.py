"""One SQLite database with everything: tables with keys, views, full-text search, and a description for Datasette."""

from vnjp_dataset.export.sqlite.database import DATABASE, METADATA, write

__all__ = ["DATABASE", "METADATA", "write"]
