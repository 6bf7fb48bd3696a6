"""The mapping covers the model, and uses public terms that there are."""

import typing
import warnings
from collections.abc import Iterator

import pytest
from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, XSD
from rdflib.namespace import DefinedNamespaceMeta

from vnjp_dataset.export.rdf.additions import all_properties
from vnjp_dataset.export.rdf.context import context, keys
from vnjp_dataset.export.rdf.declarations import declarations
from vnjp_dataset.export.rdf.mapped import NOTHING
from vnjp_dataset.export.rdf.mapping import BY_KIND, MAPPING, ORDERED, class_iri, classes_of
from vnjp_dataset.export.rdf.names import PREFIXES, compact, is_own, public, split
from vnjp_dataset.export.rdf.properties import classes, properties
from vnjp_dataset.export.rdf.shapes import shapes
from vnjp_dataset.export.rdf.terms import Iri, Literal, Node
from vnjp_dataset.export.rdf.vocabularies import VOCABULARIES, vocabulary_nodes
from vnjp_dataset.model import KINDS, Actor, Language, PersonName, SourcedRecord, Text, Value
from vnjp_dataset.model.shape import field_types, unwrap

CLOSED: dict[str, DefinedNamespaceMeta] = {
    "dcterms": DCTERMS,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SDO,
    "sh": SH,
    "skos": SKOS,
    "xsd": XSD,
}
NEWER = {"schema:observationAbout"}
"""Terms that there are, and that rdflib's copy of the vocabulary is too old for."""


def item(annotated: object) -> object:
    """Return the declared type of a field, of one item where it is a list."""
    declared, _ = unwrap(annotated)
    return typing.get_args(declared)[0] if typing.get_origin(declared) is tuple else declared


def model_classes() -> set[type[Value]]:
    """Return every class of the model that a record is or holds."""
    found: set[type[Value]] = set()
    waiting: list[type[Value]] = [kind.record for kind in KINDS.values()]
    while waiting:
        cls = waiting.pop()
        found.add(cls)
        inner = (item(annotated) for _, annotated, _ in field_types(cls))
        waiting += [one for one in inner if isinstance(one, type) and issubclass(one, Value) and one not in found]
    return found


def all_terms() -> Iterator[Iri]:
    """Yield every term that the graph and its shapes can use, its own ones included."""
    for cls in classes():
        yield from classes_of(cls)
        for prop in all_properties(cls):
            yield from (prop.iri, prop.form.range or prop.iri)
    yield from BY_KIND.values()
    yield from keys()
    for node in (*declarations(), *vocabulary_nodes(), *shapes()):
        for one in node.all():
            yield from one.types
            for iri, value in one.flat():
                yield iri
                if not isinstance(value, Literal):
                    yield value


def test_every_class_is_mapped() -> None:
    """Every class of the model is a node with classes of its own, or a text."""
    assert set(MAPPING) == model_classes() - {Text, PersonName} | {SourcedRecord}
    assert set(classes()) == set(MAPPING)
    names = [class_iri(cls) for cls in classes()]
    assert len(set(names)) == len(names)
    assert all(one.why for one in MAPPING.values())


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
def test_every_field_is_said(cls: type) -> None:
    """Each field has a property, but those that the mapping leaves out; nothing is mapped that is no field."""
    fields = {one.name for one, _, _ in field_types(cls)}
    said = {prop.field for prop in properties(cls)}
    left_out = {name for name, iri in MAPPING[cls].fields.items() if iri == NOTHING}
    account = {"sources", "conflicts"} if issubclass(cls, SourcedRecord) else set[str]()
    wanted = account if cls is SourcedRecord else fields - account
    assert said == wanted - {"id"} - left_out
    assert set(MAPPING[cls].fields) <= fields
    assert set(MAPPING[cls].tongue or ()) <= fields
    assert {name for one, name in ORDERED if one is cls} <= fields


def test_what_has_no_property_is_known() -> None:
    """Left out are coordinates, which have a node, a document's key and place, and the language of a tagged name."""
    assert {
        (cls.__name__, name) for cls, one in MAPPING.items() for name, iri in one.fields.items() if iri == NOTHING
    } == {
        ("Place", "latitude"),
        ("Place", "longitude"),
        ("Source", "documents"),
        ("Document", "key"),
        ("OtherName", "language"),
    }


def test_every_vocabulary_is_a_scheme() -> None:
    """Each list of words in the model is there, but languages, which are tags; each has a name of its own."""
    declared = (item(annotated) for cls in model_classes() for _, annotated, _ in field_types(cls))
    assert set(VOCABULARIES) == {one for one in declared if typing.get_origin(one) is typing.Literal} - {Language}
    assert len(set(VOCABULARIES.values())) == len(VOCABULARIES)


def test_public_terms_are_defined() -> None:
    """Every term that is not the project's own is in the vocabulary that its prefix names."""
    found = {compact(iri) for iri in all_terms() if split(iri)[0] not in ("term", "shape", "vnjp")}
    assert len(found) > 100
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name in sorted(found - NEWER - {"datatypes:edtf"}):
            prefix, _, local = name.partition(":")
            namespace = CLOSED[prefix]
            assert str(namespace[local]) == public(name)
            assert str(namespace) == PREFIXES[prefix]


def test_an_undefined_term_is_noticed() -> None:
    """The test above fails on a misspelt term, and what is excepted there is still unknown to rdflib."""
    for name in (*NEWER, "schema:Evnt"):
        with pytest.warns(UserWarning, match="not defined"):
            SDO[name.partition(":")[2]]


def test_own_terms_are_declared_once() -> None:
    """Every class and property of the project's own that can be used is declared with label and comment."""
    declared = list(declarations())
    names = [node.iri for node in declared]
    assert len(set(names)) == len(names)
    used = {prop.iri for cls in classes() for prop in all_properties(cls)} | {class_iri(cls) for cls in classes()}
    assert {iri for iri in used if is_own(iri)} == set(names)
    for node in declared:
        said = [prop for prop, _ in node.statements]
        assert said.count(public("rdfs:label")) == 1
        assert public("rdfs:comment") in said


def test_own_properties_say_one_thing() -> None:
    """A property of the project's own has values of one kind wherever it is used: names, texts, or of one datatype."""
    found: dict[Iri, set[object]] = {}
    for cls in classes():
        for prop in properties(cls):
            if is_own(prop.iri):
                kind = "name" if prop.form.sort in ("name", "part") else (prop.form.sort, prop.form.range)
                found.setdefault(prop.iri, set()).add(kind)
    assert {iri: kinds for iri, kinds in found.items() if len(kinds) > 1} == {}


def test_nothing_has_two_meanings() -> None:
    """No IRI is both a class, a property, a scheme, a word and a shape."""
    declared = [node.iri for node in declarations()]
    words = [node.iri for node in vocabulary_nodes()]
    shaped = [one.iri for node in shapes() for one in node.all()]
    together = [*declared, *words, *shaped]
    assert len(set(together)) == len(together)


def test_what_leads_to_a_role_has_no_range() -> None:
    """A role repeats the property that led to it, so that this property also has people and bodies as values."""
    roles = {prop.iri for cls in classes() for prop in properties(cls) if prop.form.range == class_iri(Actor)}
    ranged = {node.iri for node in declarations() if public("rdfs:range") in [prop for prop, _ in node.statements]}
    assert roles
    assert not roles & ranged
    assert ranged


def test_keys_are_short_and_distinct() -> None:
    """Every property has a key of its own in JSON, the name it has in its vocabulary unless a public one has that."""
    names = [key.name for key in keys().values()]
    assert len(set(names)) == len(names)
    assert not set(names) & {*PREFIXES, "id", "type"}
    longer = {compact(iri) for iri, key in keys().items() if key.name != split(iri)[1]}
    assert all(is_own(iri) for iri in keys() if compact(iri) in longer)
    assert set(context()) == {"@version", "id", "type", *PREFIXES, *names}


def test_every_property_of_other_nodes_has_a_key() -> None:
    """What is said of terms, schemes and words can be written as JSON-LD."""

    def properties_of(nodes: Iterator[Node]) -> set[Iri]:
        return {prop for node in nodes for one in node.all() for prop, _ in one.statements}

    assert properties_of(declarations()) | properties_of(vocabulary_nodes()) <= set(keys())
