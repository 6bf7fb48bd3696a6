"""How things are named: prefixes of vocabularies, terms of the project's own, parts of records."""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote

from vnjp_dataset.export.iri import BASE, iri, term_iri
from vnjp_dataset.export.rdf.terms import Iri
from vnjp_dataset.model import RecordId

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "term": f"{BASE}term:",
        "shape": f"{BASE}shape:",
        "vnjp": BASE,
        "datatypes": "http://id.loc.gov/datatypes/",
        "dcterms": "http://purl.org/dc/terms/",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""Longer names before those they begin with: a name is cut at the first prefix that fits."""


def public(name: str) -> Iri:
    """Return a term of a public vocabulary by its prefix and name, such as `schema:Event`."""
    prefix, _, local = name.partition(":")
    return Iri(PREFIXES[prefix] + local)


def own(name: str) -> Iri:
    """Return a term of the project's own."""
    return Iri(term_iri(name))


def is_own(term: Iri) -> bool:
    """Whether a term is the project's own."""
    return term.startswith(PREFIXES["term"])


def split(name: str) -> tuple[str, str]:
    """Return prefix and rest of a name; no prefix where none fits."""
    for prefix, start in PREFIXES.items():
        if name.startswith(start):
            return prefix, name[len(start) :]
    return "", name


def compact(name: str) -> str:
    """Return a name with its prefix, `schema:Event`, or as it is where no prefix fits."""
    prefix, rest = split(name)
    return f"{prefix}:{rest}" if prefix else rest


def record_iri(record_id: str) -> Iri:
    """Return the IRI of what a record speaks of."""
    return Iri(iri(record_id))


def part_iri(whole: Iri, path: str) -> Iri:
    """Return the IRI of a part of a record by its field path: `…:2014-truong-tan-sang#itinerary.0.participants.2`."""
    return Iri(f"{whole}#{path.replace('[', '.').replace(']', '')}")


def account_iri(record_id: RecordId) -> Iri:
    """Return the IRI of the record itself, which is no part of what it speaks of."""
    return part_iri(record_iri(record_id), "record")


def country_iri(code: str) -> Iri:
    """Return the IRI of a country by its ISO 3166-1 code."""
    return own(f"Country.{code}")


def dataset_iri(version: str) -> Iri:
    """Return the IRI of a version of the dataset."""
    return Iri(f"{BASE}dataset:{quote(version, safe='')}")


LABEL = public("rdfs:label")
COMMENT = public("rdfs:comment")
NAME = public("schema:name")
IDENTIFIER = public("schema:identifier")
