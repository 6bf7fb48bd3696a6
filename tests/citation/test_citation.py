"""The citation of the dataset: one set of facts in every style."""

import json
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset.citation import STYLES, DatasetCitation

CITATION = DatasetCitation(version="1.2.3", fingerprint="ab" * 32)
VERSIONS = st.from_regex(r"[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}(\.dev[0-9])?", fullmatch=True)


@given(VERSIONS, st.text("0123456789abcdef", min_size=64, max_size=64))
def test_every_style_has_version_and_fingerprint(version: str, fingerprint: str) -> None:
    """Whoever cites in whatever style names the version and the fingerprint."""
    citation = DatasetCitation(version=version, fingerprint=fingerprint)
    for style in (*STYLES, "zenodo"):
        text: str = getattr(citation, style)
        assert version in text
        assert f"sha256:{fingerprint}" in text


@pytest.mark.parametrize("style", ["csl", "zenodo"])
def test_json_styles_are_json(style: str) -> None:
    """CSL and Zenodo's file are JSON that says the title and version."""
    found = json.loads(getattr(CITATION, style))
    item = found[0] if style == "csl" else found
    assert item["version"] == "1.2.3"
    assert item["title"].startswith("vnjp-dataset")


def test_cff_is_yaml_with_the_keys_of_its_schema() -> None:
    """CITATION.cff has the keys that Citation File Format 1.2.0 requires."""
    found = yaml.safe_load(CITATION.cff)
    assert {"cff-version", "message", "title", "authors", "version", "license", "keywords", "abstract"} <= found.keys()
    assert found["cff-version"] == "1.2.0"
    assert found["version"] == "1.2.3"
    assert found["type"] == "dataset"


def test_bibtex_is_one_balanced_entry() -> None:
    """The entry's braces balance, and it has a key."""
    text = CITATION.bibtex
    assert re.match(r"@misc\{vnjp-dataset-1\.2\.3,\n", text)
    assert text.count("{") == text.count("}")


def test_apa_is_the_citation_in_a_line() -> None:
    """The citation's text is APA style, one line."""
    assert str(CITATION) == CITATION.apa
    assert "\n" not in CITATION.apa
