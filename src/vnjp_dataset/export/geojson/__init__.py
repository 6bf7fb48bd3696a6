"""GeoJSON: where visits went, and where things happened."""

from vnjp_dataset.export.geojson.features import write

__all__ = ["write"]
