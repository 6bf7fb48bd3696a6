"""Entries for BibTeX and biblatex, in UTF-8."""

from collections.abc import Mapping

from vnjp_dataset.citation.dates import parts, words
from vnjp_dataset.citation.facts import AUTHOR, TITLE
from vnjp_dataset.citation.primary import PrimarySource
from vnjp_dataset.model import PartialDate

# BibTeX counts braces even behind a backslash, so that a brace in a text has to go by its name.
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "#$%&_"},
        # TeX stops at characters that control a terminal; whoever reads sees that one was there.
        **dict.fromkeys(map(chr, (*range(32), *range(127, 160))), "\ufffd"),
    }
)


def escaped(text: str) -> str:
    """Return a text in which nothing means anything to TeX; letters of every script stay as they are."""
    return text.translate(_SPECIAL)


def dataset(key: str, version: str, extent: str, released: PartialDate | None) -> str:
    """Return the dataset's entry."""
    fields = {
        "author": f"{{{AUTHOR}}}",
        "title": f"{{{escaped(TITLE)}}}",
        "version": version,
        "date": released.text if released else "",
        "year": str(released.earliest.year) if released else "",
        "note": f"Data set. {extent}",
    }
    return _entry(key, fields)


def document(source: PrimarySource) -> str:
    """Return a document's entry: `date`, `urldate` and `language` for biblatex, `year` for BibTeX."""
    document, published = source.document, source.document.published
    known = parts(published) if published else None
    fields = {
        # A body's name in braces of its own is not taken to pieces, and a title keeps its letters' case.
        "author": f"{{{escaped(source.author)}}}",
        "title": f"{{{escaped(source.title)}}}",
        "howpublished": escaped(source.container or ""),
        "date": published.text if published else "",
        "year": str(known[0]) if known else words(published) if published else "",
        "language": escaped(document.language),
        "url": source.address,
        "urldate": document.accessed.text,
    }
    return _entry(source.id, fields)


def _entry(key: str, fields: Mapping[str, str]) -> str:
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{body}}}\n"
