"""CITATION.cff files (Citation File Format 1.2.0)."""

import json
import re
from collections.abc import Iterable, Iterator

from vnjp_dataset.citation.dates import parts
from vnjp_dataset.citation.facts import ABSTRACT, AUTHOR, KEYWORDS, LICENSES, TITLE
from vnjp_dataset.citation.primary import PrimarySource
from vnjp_dataset.model import PartialDate

_LANGUAGE = re.compile(r"[a-z]{2,3}")


def dataset(
    version: str,
    fingerprint: str,
    described: str,
    released: PartialDate | None,
    documents: Iterable[PrimarySource],
) -> str:
    """Return the whole file, with the documents as references."""
    references = [line for one in documents for line in _reference(one)]
    lines = [
        "cff-version: 1.2.0",
        "message: If you use this dataset, please cite it with its version and fingerprint.",
        "type: dataset",
        f"title: {_quoted(TITLE)}",
        "authors:",
        f"  - name: {AUTHOR}",
        f"version: {version}",
        *([f'date-released: "{released}"'] if released else ()),
        "identifiers:",
        "  - type: other",
        f'    value: "sha256:{fingerprint}"',
        f"    description: {described}",
        "license:",
        *(f"  - {one}" for one in LICENSES),
        "keywords:",
        *(f"  - {one}" for one in KEYWORDS),
        f"abstract: {_quoted(ABSTRACT)}",
        *(["references:", *references] if references else ()),
    ]
    return "\n".join(lines) + "\n"


def _reference(source: PrimarySource) -> Iterator[str]:
    document = source.document
    yield "  - type: website"
    yield f"    title: {_quoted(source.title)}"
    yield "    authors:"
    yield f"      - name: {_quoted(source.author)}"
    if source.container:
        yield "    publisher:"
        yield f"      name: {_quoted(source.container)}"
    if document.published:
        yield from _published(document.published)
    if _is_day(document.accessed):
        yield f'    date-accessed: "{document.accessed}"'
    if _LANGUAGE.fullmatch(document.language):
        yield f'    languages: ["{document.language}"]'
    yield f"    url: {_quoted(source.address)}"
    yield "    identifiers:"
    yield "      - type: other"
    yield f"        value: {_quoted(source.id)}"
    yield "        description: Key of the document in vnjp-dataset"


def _published(date: PartialDate) -> Iterator[str]:
    """Yield the date of publication: the format has exact days, months and years only, so the rest is a note."""
    known = parts(date)
    if _is_day(date):
        yield f'    date-published: "{date}"'
        return
    if known:
        yield f"    year: {known[0]}"
    if known and len(known) > 1:
        yield f"    month: {known[1]}"
    if known is None or date.approximate or date.uncertain:
        yield f'    notes: "Published {date} (EDTF)"'


def _is_day(date: PartialDate) -> bool:
    return date.precision == "day" and not (date.approximate or date.uncertain)


def _quoted(text: str) -> str:
    """Return a text as a YAML scalar in double quotes; what cannot be printed is escaped."""
    return re.sub(r"[^ -~]", _shown, json.dumps(text, ensure_ascii=False))


def _shown(match: re.Match[str]) -> str:
    mark = match[0]
    if mark.isprintable():
        return mark
    return f"\\u{ord(mark):04x}" if ord(mark) < 0x10000 else f"\\U{ord(mark):08x}"
