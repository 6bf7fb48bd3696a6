"""The citation is the same wherever it stands, and the change log is in order."""

import json
import re
from pathlib import Path

import pytest
import yaml

from vnjp_dataset.citation import DatasetCitation
from vnjp_dataset.loading import load_tree

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def citation() -> DatasetCitation:
    """Return the citation of the records in the repository."""
    return load_tree(ROOT / "data").cite()


def test_citation_file_agrees(citation: DatasetCitation) -> None:
    """CITATION.cff is valid YAML and gives the library's version, fingerprint and title."""
    found = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert found["cff-version"] == "1.2.0"
    assert str(found["version"]) == citation.version
    assert [one["value"] for one in found["identifiers"]] == [f"sha256:{citation.fingerprint}"]
    assert found["title"] == json.loads(citation.csl)[0]["title"]


def test_deposit_file_agrees(citation: DatasetCitation) -> None:
    """.zenodo.json is valid JSON and gives the same version, fingerprint and title."""
    found = json.loads((ROOT / ".zenodo.json").read_text(encoding="utf-8"))
    assert found["version"] == citation.version
    assert citation.fingerprint in found["notes"]
    assert found["title"] == json.loads(citation.csl)[0]["title"]


def test_readme_agrees(citation: DatasetCitation) -> None:
    """The README cites as the library does, and states no other fingerprint."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert citation.apa in text
    assert set(re.findall(r"\b[0-9a-f]{64}\b", text)) == {citation.fingerprint}


def test_changelog_has_data_before_code() -> None:
    """Each release of the change log has a section on data, then one on code."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    assert releases
    for release in releases:
        assert re.findall(r"^### (.+)$", release, flags=re.MULTILINE) == ["Data", "Code"]
