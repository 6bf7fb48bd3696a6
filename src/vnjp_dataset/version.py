"""The one place where the version stands: that of the package and of its data."""

__version__ = "0.3.0.dev0"

SCHEMA_VERSION = 1
"""Counts up whenever a field is removed or changes its type."""
