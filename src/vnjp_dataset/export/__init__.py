"""The dataset in files that other programs read; one module per format, with a function `write` in each."""

from vnjp_dataset.export.formats import ALL, FORMATS, Format, Source, Track, Writer, untracked

__all__ = ["ALL", "FORMATS", "Format", "Source", "Track", "Writer", "untracked"]
