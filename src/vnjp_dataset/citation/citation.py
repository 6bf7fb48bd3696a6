"""How to cite the dataset, or some of its records: one set of facts, four styles."""

import json

import attrs

from vnjp_dataset.citation import apa, bibtex, cff, csl
from vnjp_dataset.citation.facts import ABSTRACT, AUTHOR, KEYWORDS, LICENSES, TITLE
from vnjp_dataset.citation.primary import PrimarySource
from vnjp_dataset.model import PartialDate
from vnjp_dataset.model.html import rows_html
from vnjp_dataset.model.ids import RecordId

STYLES = ("apa", "bibtex", "csl", "cff")


@attrs.frozen(kw_only=True)
class DatasetCitation:
    """A citation of one version of the dataset, or of some of its records; `str` gives it in APA style.

    A citation of records is the dataset's, followed by the documents behind these records.
    """

    version: str
    fingerprint: str
    """SHA-256 of the records cited, in hexadecimal."""
    released: PartialDate | None = None
    """The day of the release; None for a version that is none."""
    records: tuple[RecordId, ...] | None = None
    """The ids of the records cited, in the order given; None for all that there are."""
    documents: tuple[PrimarySource, ...] = ()
    """The documents that the records name, by publisher and key; none where all records are cited as one."""

    def __str__(self) -> str:
        return self.apa

    def _repr_html_(self) -> str:
        """Show the citation as a list in notebooks."""
        first, *others = self.apa.split("\n")
        return rows_html(first, ("sources",), tuple((one,) for one in others))

    @property
    def key(self) -> str:
        """The name under which bibliographies keep the dataset's entry."""
        part = "" if self.records is None else f"-{self.fingerprint[:12]}"
        return f"vnjp-dataset-{self.version}{part}"

    @property
    def extent(self) -> str:
        """What was cited, as a fingerprint, with the number of records where it is not all of them."""
        print_ = f"sha256:{self.fingerprint}"
        if self.records is None:
            return f"Fingerprint {print_}"
        return f"{len(self.records)} record{'' if len(self.records) == 1 else 's'}, fingerprint {print_}"

    @property
    def apa(self) -> str:
        """One line in the style of the American Psychological Association, and one for each document."""
        return "\n".join((apa.dataset(self.version, self.extent, self.released), *map(apa.document, self.documents)))

    @property
    def bibtex(self) -> str:
        """An entry for BibTeX and biblatex, and one for each document."""
        return "\n".join(
            (bibtex.dataset(self.key, self.version, self.extent, self.released), *map(bibtex.document, self.documents))
        )

    @property
    def csl(self) -> str:
        """A CSL-JSON list with an item for the dataset, and one for each document."""
        items = [csl.dataset(self.key, self.version, self.extent, self.released), *map(csl.document, self.documents)]
        return json.dumps(items, ensure_ascii=False, indent=2) + "\n"

    @property
    def cff(self) -> str:
        """The content of a CITATION.cff file (Citation File Format 1.2.0), the documents as its references."""
        described = (
            "Fingerprint of the records" if self.records is None else f"Fingerprint of {self.extent.partition(',')[0]}"
        )
        return cff.dataset(self.version, self.fingerprint, described, self.released, self.documents)

    @property
    def zenodo(self) -> str:
        """The content of a .zenodo.json file."""
        deposit = {
            "title": TITLE,
            "upload_type": "dataset",
            "description": ABSTRACT,
            "creators": [{"name": AUTHOR}],
            "version": self.version,
            **({"publication_date": str(self.released)} if self.released else {}),
            "license": LICENSES[1],
            "keywords": list(KEYWORDS),
            "notes": f"Fingerprint of the records: sha256:{self.fingerprint}. Code under the MIT licence.",
        }
        return json.dumps(deposit, ensure_ascii=False, indent=2) + "\n"
