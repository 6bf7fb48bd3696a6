"""Descriptions for catalogues and search engines: `dcat.ttl` (DCAT 3) and `dataset.jsonld` (schema.org)."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF, RDFS, SKOS, XSD

from vnjp_dataset.citation.facts import AUTHOR, KEYWORDS
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.about import About, about
from vnjp_dataset.export.care import CARE
from vnjp_dataset.export.dcat.distributions import Distribution, distributions
from vnjp_dataset.export.dcat.schema_org import description
from vnjp_dataset.export.extent import Period, period
from vnjp_dataset.export.files import staged
from vnjp_dataset.export.rdf.names import dataset_iri
from vnjp_dataset.export.writing import ALL
from vnjp_dataset.model import KindName
from vnjp_dataset.progress import Track, untracked

TURTLE = "dcat.ttl"
JSON_LD = "dataset.jsonld"

DCAT = Namespace("http://www.w3.org/ns/dcat#")  # rdflib's own is that of version 2
ADMS = Namespace("http://www.w3.org/ns/adms#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
AUTHORITY = "http://publications.europa.eu/resource/authority/"
"""Where DCAT-AP has its lists of languages, countries and themes."""
LANGUAGES = ("ENG", "VIE", "JPN")
COUNTRIES = ("VNM", "JPN")
THEME = "INTR"
"""International issues."""

Statement = tuple[URIRef, URIRef, URIRef | Literal]


def write(
    dataset: Dataset,
    folder: Path,
    *,
    kinds: Sequence[KindName] = ALL,
    track: Track = untracked,  # noqa: ARG001 - there is nothing to wait for
) -> tuple[Path, ...]:
    """Write `dcat.ttl` and `dataset.jsonld`, which describe the records of some kinds of this version.

    Addresses in them are relative: they are those of a folder for each format beside the two files.
    """
    facts = about(dataset, kinds)
    days = period(record for kind in kinds for record in dataset.records(kind))
    with staged(folder) as stage:
        stage.write(TURTLE, graph(facts, days).serialize(format="turtle"))
        stage.write(JSON_LD, json.dumps(description(facts, days), ensure_ascii=False, indent=1) + "\n")
    return stage.paths


def graph(facts: About, days: Period | None) -> Graph:
    """Return the description as a graph; every node has a name, so that equal facts give equal bytes."""
    made = Graph(bind_namespaces="none")
    for prefix, space in (
        ("adms", ADMS),
        ("dcat", DCAT),
        ("dcterms", DCTERMS),
        ("foaf", FOAF),
        ("rdfs", RDFS),
        ("skos", SKOS),
        ("spdx", SPDX),
        ("xsd", XSD),
    ):
        made.bind(prefix, space)
    here = URIRef(dataset_iri(facts.version))
    for statement in (*_dataset(here, facts), *_period(here, days), *_checks(here, facts)):
        made.add(statement)
    for one in distributions():
        for statement in _distribution(here, one, facts):
            made.add(statement)
    return made


def _dataset(here: URIRef, facts: About) -> Iterator[Statement]:
    yield here, RDF.type, DCAT.Dataset
    yield here, DCTERMS.title, Literal(facts.title, lang="en")
    yield here, DCTERMS.description, Literal(facts.abstract, lang="en")
    yield here, DCAT.version, Literal(facts.version)
    yield here, DCTERMS.license, URIRef(facts.licence_url)
    yield here, DCTERMS.bibliographicCitation, Literal(facts.citation)
    if facts.released:
        yield here, DCTERMS.issued, Literal(str(facts.released), datatype=XSD.date)
    for word in KEYWORDS:
        yield here, DCAT.keyword, Literal(word, lang="en")
    yield here, DCAT.theme, URIRef(f"{AUTHORITY}data-theme/{THEME}")
    for code in LANGUAGES:
        yield here, DCTERMS.language, URIRef(f"{AUTHORITY}language/{code}")
    for code in COUNTRIES:
        yield here, DCTERMS.spatial, URIRef(f"{AUTHORITY}country/{code}")
    creator, origin = _part(here, "creator"), _part(here, "provenance")
    yield here, DCTERMS.creator, creator
    yield creator, RDF.type, FOAF.Agent
    yield creator, FOAF.name, Literal(AUTHOR, lang="en")
    yield here, DCTERMS.provenance, origin
    yield origin, RDF.type, DCTERMS.ProvenanceStatement
    yield origin, RDFS.label, Literal(CARE["rai:dataCollection"], lang="en")


def _period(here: URIRef, days: Period | None) -> Iterator[Statement]:
    if days is None:
        return
    time = _part(here, "period")
    yield here, DCTERMS.temporal, time
    yield time, RDF.type, DCTERMS.PeriodOfTime
    yield time, DCAT.startDate, Literal(days.first.isoformat(), datatype=XSD.date)
    yield time, DCAT.endDate, Literal(days.last.isoformat(), datatype=XSD.date)


def _checks(here: URIRef, facts: About) -> Iterator[Statement]:
    """Yield the fingerprint, as an identifier and as a checksum."""
    name, check = _part(here, "identifier"), _part(here, "fingerprint")
    yield here, DCTERMS.identifier, Literal(f"sha256:{facts.fingerprint}")
    yield here, ADMS.identifier, name
    yield name, RDF.type, ADMS.Identifier
    yield name, SKOS.notation, Literal(f"sha256:{facts.fingerprint}")
    yield here, SPDX.checksum, check
    yield check, RDF.type, SPDX.Checksum
    yield check, SPDX.algorithm, SPDX.checksumAlgorithm_sha256
    yield check, SPDX.checksumValue, Literal(facts.fingerprint, datatype=XSD.hexBinary)
    yield check, RDFS.comment, Literal("Of the records, as `vnjp verify` computes it; not of a file.", lang="en")


def _distribution(dataset: URIRef, one: Distribution, facts: About) -> Iterator[Statement]:
    here = _part(dataset, f"distribution.{one.name}")
    yield dataset, DCAT.distribution, here
    yield here, RDF.type, DCAT.Distribution
    yield here, DCTERMS.title, Literal(one.title, lang="en")
    yield here, DCTERMS.description, Literal(one.description, lang="en")
    yield here, DCTERMS.license, URIRef(facts.licence_url)
    yield here, DCAT.accessURL, URIRef(one.folder)
    if one.file:
        yield here, DCAT.downloadURL, URIRef(one.file)
    yield here, DCAT.mediaType, URIRef(MEDIA_TYPES + one.media_type)
    if one.standard:
        yield here, DCTERMS.conformsTo, URIRef(one.standard)


def _part(whole: URIRef, name: str) -> URIRef:
    return URIRef(f"{whole}#{name}")
