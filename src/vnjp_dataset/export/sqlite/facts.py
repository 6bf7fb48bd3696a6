"""The table `about`: what the file says of itself."""

from collections.abc import Iterator

from vnjp_dataset.export.about import About

ABOUT = "about"
DOC = "What this file is: a fact in each row."
COLUMNS = {"name": "What the fact is about.", "value": "The fact, as text."}
CREATE = f"""CREATE TABLE "{ABOUT}" (
  -- {DOC}
  "name" TEXT PRIMARY KEY, -- {COLUMNS["name"]}
  "value" TEXT NOT NULL -- {COLUMNS["value"]}
) STRICT, WITHOUT ROWID"""
INSERT = f'INSERT INTO "{ABOUT}" VALUES (?, ?)'


def facts_of(about: About) -> Iterator[tuple[str, str]]:
    """Yield the rows of the table."""
    yield "title", about.title
    yield "description", about.abstract
    yield "version", about.version
    yield "schema_version", str(about.schema_version)
    yield "records", str(about.records)
    yield "fingerprint", f"sha256:{about.fingerprint}"
    yield "licence", about.licence
    yield "licence_url", about.licence_url
    yield "citation", about.citation
