"""The dataset in terms of schema.org, as search engines for datasets read them in web pages."""

from vnjp_dataset.citation.facts import AUTHOR, KEYWORDS
from vnjp_dataset.export.about import About
from vnjp_dataset.export.dcat.distributions import Distribution, distributions
from vnjp_dataset.export.extent import Period
from vnjp_dataset.export.rdf.names import dataset_iri

Json = dict[str, object]

CONTEXT: Json = {
    "@vocab": "https://schema.org/",
    "contentUrl": {"@type": "@id"},
    "license": {"@type": "@id"},
}
"""Nothing has to be fetched to read it."""


def description(facts: About, days: Period | None) -> Json:
    """Return what schema.org has words for of the records described."""
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": dataset_iri(facts.version),
        "name": facts.title,
        "description": facts.abstract,
        "version": facts.version,
        "identifier": f"sha256:{facts.fingerprint}",
        **({"datePublished": str(facts.released)} if facts.released else {}),
        "license": facts.licence_url,
        "creator": {"@type": "Organization", "name": AUTHOR},
        "creditText": facts.citation,
        "keywords": list(KEYWORDS),
        "inLanguage": ["en", "vi", "ja"],
        **({"temporalCoverage": str(days)} if days else {}),
        "spatialCoverage": [{"@type": "Country", "name": name} for name in ("Vietnam", "Japan")],
        "distribution": [_download(one) for one in distributions()],
    }


def _download(one: Distribution) -> Json:
    return {
        "@type": "DataDownload",
        "name": one.title,
        "description": one.description,
        "encodingFormat": one.media_type,
        "contentUrl": one.address,
    }
