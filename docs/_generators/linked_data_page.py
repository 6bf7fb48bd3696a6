"""The mapping to linked data as a page: which term says what, for every kind of record and every part."""

import typing
from collections.abc import Iterator

from vnjp_dataset.export.rdf.additions import ADDED, RECORD_PROPERTIES
from vnjp_dataset.export.rdf.forms import ADDRESS, EXACT, Form
from vnjp_dataset.export.rdf.mapping import BY_KIND, MAPPING, class_iri
from vnjp_dataset.export.rdf.names import PREFIXES, compact, split
from vnjp_dataset.export.rdf.properties import Property, classes, properties
from vnjp_dataset.export.rdf.vocabularies import VOCABULARIES
from vnjp_dataset.model import KINDS

from .markdown import NOTICE, joined, link, table

INTRODUCTION = """\
# Linked data

The formats `turtle` and `jsonld` are one graph. This page says which term stands for what: of
[schema.org](https://schema.org/), [PROV](https://www.w3.org/TR/prov-o/), [SKOS](https://www.w3.org/TR/skos-reference/)
and Dublin Core where one of their terms covers what a field says, of the project's own where none does. Examples are in
[Publish linked data](../how-to/publish-linked-data.md).

## Names

No server answers for the project's records, so they have names and no addresses; and there are no blank nodes, so that
equal data gives equal names.

| what | name |
| --- | --- |
| what a record speaks of | `urn:vnjp-dataset:2014-truong-tan-sang` |
| a part of it, by its field path | `urn:vnjp-dataset:2014-truong-tan-sang#itinerary.0.participants.2` |
| the record itself | `urn:vnjp-dataset:2014-truong-tan-sang#record` |
| a document | `urn:vnjp-dataset:document:mofa-japan/2022-05-01-summit` |
| a version of the dataset | `urn:vnjp-dataset:dataset:0.2.0` |
| a class or property of the project's own | `urn:vnjp-dataset:term:Visit`, `urn:vnjp-dataset:term:lead` |
| a word of a vocabulary | `urn:vnjp-dataset:term:VisitStyle.state-visit` |
| a country | `urn:vnjp-dataset:term:Country.VN` |

A part's number is its place in the list, from 0. `schema:position` says the same where order counts, in itineraries and
in the sessions of a mechanism; other lists have no order here."""

RULES = """\
## Rules for all kinds

**A record is not what it speaks of.** A person does not derive from a newspaper; a record of the person does. So
`schema:subjectOf` leads from what a record speaks of to the record, `…#record`, and that one has `prov:wasDerivedFrom`
for each document and a `prov:qualifiedDerivation` for each citation, with the field paths that it supports.

**Conflicts are other accounts.** A conflict is a `prov:Entity` of its own, `prov:alternateOf` the record: it has the
field's path as `schema:propertyID`, the other value, the documents that it derives from, and why it was not adopted.

**Dates stand as they are known.** `term:start` is the date as written, in the
[Extended Date/Time Format](https://www.loc.gov/standards/datetime/), whose stretches mean here some time between two
days; see [Dates and precision](../explanation/dates-and-precision.md). `term:start_earliest` and `term:start_latest`
are the first and last day it can be, which compare; an open side has none. A public property such as
`schema:startDate` is there only where the date is exactly a day, month or year, with the datatype of that.

**Roles stand between.** Where more is known than who took part, a `schema:Role` comes first and repeats the property:
`schema:attendee` leads to a role, and `schema:attendee` from there to the person, body or country.

**Names carry their language.** `en`, `vi`, `ja`, and `ja-Hrkt` for a reading in kana. Titles of documents have the
language of the document. Prose in our own words has no tag.

**Words are concepts.** Each vocabulary is a `skos:ConceptScheme`, each of its words a `skos:Concept` with the word as
`skos:notation`. Fields of cooperation, offices and measures are concepts too.

**What is not known is left out**, and so is a flag that does not hold.

**A number is what the source says.** `term:bound` says how the source qualifies it: 50 with the bound `at-least` is no
exact 50."""

HEAD = ("field", "property", "what stands there", "meaning")


def page() -> str:
    """Return the page."""
    return joined(_lines())


def _lines() -> Iterator[str]:
    yield from (NOTICE, "", INTRODUCTION, "", "| prefix | stands for |", "| --- | --- |")
    yield from (f"| `{prefix}:` | `{start}` |" for prefix, start in PREFIXES.items())
    yield from ("", RULES, "", "## Kinds of record", "", "All of them have:", "")
    yield from table(HEAD, map(_row, RECORD_PROPERTIES))
    yield from (line for cls in classes()[: len(KINDS)] for line in _class(cls))
    yield from ("", "## Parts of records")
    yield from (line for cls in classes()[len(KINDS) :] for line in _class(cls))
    yield from ("", "## Vocabularies", "", "Each is a scheme, and each word a concept in it.", "")
    yield from table(
        ("scheme", "words"),
        (
            (f"`term:{name}`", ", ".join(f"`{word}`" for word in typing.get_args(declared)))
            for declared, name in VOCABULARIES.items()
        ),
    )


def _heading(cls: type) -> str:
    """Return what a class is called here: a kind by its name, a part by its class."""
    named = [kind.name for kind in KINDS.values() if kind.record is cls]
    return named[0] if named else split(class_iri(cls))[1]


def _class(cls: type) -> Iterator[str]:
    mapped = MAPPING[cls]
    names = ", ".join(f"`{compact(one)}`" for one in (class_iri(cls), *mapped.classes))
    yield from ("", f"### {_heading(cls)}", "", f"{names}. {mapped.why}")
    narrower: dict[str, list[str]] = {}
    for (owner, kind), iri in BY_KIND.items():
        if owner is cls:
            narrower.setdefault(compact(iri), []).append(f"`{kind}`")
    if narrower:
        found = "; ".join(f"`{name}` for {', '.join(kinds)}" for name, kinds in narrower.items())
        yield from ("", f"By `kind` also: {found}.")
    yield ""
    yield from table(HEAD, _rows(cls))


def _rows(cls: type) -> Iterator[tuple[str, str, str, str]]:
    """Yield a row for each field, those of a date together, then one for each property that is no field."""
    fields: dict[str, list[Property]] = {}
    for prop in properties(cls):
        fields.setdefault(prop.field, []).append(prop)
    tongue = MAPPING[cls].tongue
    for field, found in fields.items():
        names = ", ".join(f"`{compact(one.iri)}`" for one in found)
        values = ", ".join(dict.fromkeys(_value(one.form) for one in found))
        tagged = tongue is not None and field == tongue[0]
        yield f"`{field}`", names, "a text in the language named" if tagged else values, found[0].doc
    yield from map(_row, ADDED.get(cls, ()))


def _row(prop: Property) -> tuple[str, str, str, str]:
    return "–", f"`{compact(prop.iri)}`", _value(prop.form), prop.doc


def _value(form: Form) -> str:
    if form is EXACT:
        return "the exact date"
    if form is ADDRESS:
        return "an IRI, or `xsd:anyURI` where it is none"
    if form.scheme:
        return f"a concept of `{compact(form.scheme)}`"
    if form.sort == "texts":
        return "texts in languages"
    if form.sort in ("name", "part"):
        return _named(form)
    return f"`{compact(form.range)}`" if form.range else "text"


def _named(form: Form) -> str:
    headings = {class_iri(cls): _heading(cls) for cls in classes()}
    if form.range is None:
        return "an IRI"
    if form.range not in headings:
        return f"a `{compact(form.range)}`"
    return f"{'a node' if form.sort == 'part' else 'an IRI'}, {link(headings[form.range])}"
