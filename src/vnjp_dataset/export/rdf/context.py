"""The JSON-LD context: a short key for every property, and what the plain values under it are."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

import attrs

from vnjp_dataset.export.rdf.additions import all_properties
from vnjp_dataset.export.rdf.forms import Form
from vnjp_dataset.export.rdf.names import PREFIXES, compact, is_own, public, split
from vnjp_dataset.export.rdf.properties import classes
from vnjp_dataset.export.rdf.terms import Iri

NAMED, TEXTS, PLAIN = "@id", "@language", ""

_OTHERS: Mapping[str, str] = MappingProxyType(
    {
        "rdfs:comment": TEXTS,
        "rdfs:range": NAMED,
        "rdfs:subClassOf": NAMED,
        "schema:creator": NAMED,
        "schema:creditText": PLAIN,
        "schema:latitude": "xsd:decimal",
        "schema:license": NAMED,
        "schema:longitude": "xsd:decimal",
        "schema:position": "xsd:integer",
        "schema:version": PLAIN,
        "skos:notation": PLAIN,
    }
)
"""What the values are of properties that no record and no part of one has, and of coordinates and places in lists."""


@attrs.frozen
class Key:
    """How a property is written in JSON."""

    name: str
    values: str
    """What a text under the key is: `@id` a name, `@language` a text by language, empty a plain one, or a datatype."""
    several: bool
    """Whether a list stands under it even where there is one value."""


@cache
def keys() -> Mapping[Iri, Key]:
    """Return the key of each property; of two with one name, that of a public vocabulary has it alone."""
    found: dict[Iri, tuple[str, bool]] = {}
    for cls in classes():
        for prop in all_properties(cls):
            values, several = found.get(prop.iri, (_values(prop.form), False))
            found[prop.iri] = values, several or prop.several
    for name, values in _OTHERS.items():
        found.setdefault(public(name), (values, False))
    names: dict[str, Iri] = {}
    for iri in sorted(found, key=lambda one: (is_own(one), one)):
        prefix, local = split(iri)
        names[local if local not in names else f"{prefix}_{local}"] = iri
    return MappingProxyType({iri: Key(name, *found[iri]) for name, iri in names.items()})


def _values(form: Form) -> str:
    if form.sort in ("name", "part"):
        return NAMED
    if form.sort == "literal":
        return compact(form.range) if form.range else "xsd:date"
    return TEXTS if form.sort == "texts" else PLAIN


def context() -> Mapping[str, object]:
    """Return the context: prefixes, then keys in order."""
    terms = sorted((key.name, iri) for iri, key in keys().items())
    return {
        "@version": 1.1,
        "id": "@id",
        "type": "@type",
        **PREFIXES,
        **{name: dict(_definition(iri, keys()[iri])) for name, iri in terms},
    }


def _definition(iri: Iri, key: Key) -> Iterator[tuple[str, str]]:
    yield "@id", compact(iri)
    if key.values == TEXTS:
        yield "@container", TEXTS
        return
    if key.values:
        yield "@type", key.values
    if key.several:
        yield "@container", "@set"
