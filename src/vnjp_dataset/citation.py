"""How to cite the dataset: one set of facts, four styles."""

import json

import attrs

TITLE = "vnjp-dataset: the typed, sourced record of Vietnam–Japan relations since 1973"
AUTHOR = "The vnjp-dataset contributors"
LICENSES = ("MIT", "CC-BY-4.0")
KEYWORDS = ("Vietnam", "Japan", "diplomacy", "state visits", "international relations", "dataset")
ABSTRACT = (
    "Visits, meetings, agreements, milestones, mechanisms, commitments and reported figures of Vietnam–Japan "
    "relations since 1973, each fact with its sources and with the conflicts between them."
)
STYLES = ("apa", "bibtex", "csl", "cff")


@attrs.frozen(kw_only=True)
class DatasetCitation:
    """A citation of one version of the dataset; `str` gives it in APA style."""

    version: str
    fingerprint: str
    """SHA-256 of the records, in hexadecimal."""

    def __str__(self) -> str:
        return self.apa

    @property
    def apa(self) -> str:
        """One line in the style of the American Psychological Association."""
        return f"{AUTHOR}. {TITLE} (Version {self.version}) [Data set]. Fingerprint sha256:{self.fingerprint}."

    @property
    def bibtex(self) -> str:
        """An entry for BibTeX and biblatex."""
        fields = {
            "author": f"{{{AUTHOR}}}",
            "title": f"{{{TITLE.replace('–', '--')}}}",
            "version": self.version,
            "note": f"Data set. Fingerprint sha256:{self.fingerprint}",
        }
        body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        return f"@misc{{vnjp-dataset-{self.version},\n{body}}}\n"

    @property
    def csl(self) -> str:
        """A CSL-JSON list with one item."""
        item = {
            "id": f"vnjp-dataset-{self.version}",
            "type": "dataset",
            "title": TITLE,
            "author": [{"literal": AUTHOR}],
            "version": self.version,
            "abstract": ABSTRACT,
            "note": f"Fingerprint sha256:{self.fingerprint}",
        }
        return json.dumps([item], ensure_ascii=False, indent=2) + "\n"

    @property
    def cff(self) -> str:
        """The content of a CITATION.cff file (Citation File Format 1.2.0)."""
        lines = [
            "cff-version: 1.2.0",
            "message: If you use this dataset, please cite it with its version and fingerprint.",
            "type: dataset",
            f"title: {json.dumps(TITLE, ensure_ascii=False)}",
            "authors:",
            f"  - name: {AUTHOR}",
            f"version: {self.version}",
            "identifiers:",
            "  - type: other",
            f'    value: "sha256:{self.fingerprint}"',
            "    description: Fingerprint of the records",
            "license:",
            *(f"  - {one}" for one in LICENSES),
            "keywords:",
            *(f"  - {one}" for one in KEYWORDS),
            f"abstract: {json.dumps(ABSTRACT, ensure_ascii=False)}",
        ]
        return "\n".join(lines) + "\n"

    @property
    def zenodo(self) -> str:
        """The content of a .zenodo.json file."""
        deposit = {
            "title": TITLE,
            "upload_type": "dataset",
            "description": ABSTRACT,
            "creators": [{"name": AUTHOR}],
            "version": self.version,
            "license": LICENSES[1],
            "keywords": list(KEYWORDS),
            "notes": f"Fingerprint of the records: sha256:{self.fingerprint}. Code under the MIT licence.",
        }
        return json.dumps(deposit, ensure_ascii=False, indent=2) + "\n"
