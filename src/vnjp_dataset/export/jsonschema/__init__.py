"""JSON Schemas, with which editors and validators check records without this library."""

from vnjp_dataset.export.jsonschema.schemas import EXPORTED, texts, write

__all__ = ["EXPORTED", "texts", "write"]
