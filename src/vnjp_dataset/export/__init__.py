"""The dataset in files that other programs read; a module or package for each format, with a function `write`."""

from vnjp_dataset.export.formats import FORMATS, Format
from vnjp_dataset.export.writing import ALL, Source, Writer
from vnjp_dataset.progress import Track, untracked

__all__ = ["ALL", "FORMATS", "Format", "Source", "Track", "Writer", "untracked"]
