"""Every rule that a problem can name: those of reading, those of one record and those between records."""

from typing import Literal

import attrs

from vnjp_dataset.checks.rule import Severity
from vnjp_dataset.checks.rules import RULES

Where = Literal["reading", "record", "between records", "files of other forms"]


@attrs.frozen
class RuleEntry:
    """A rule as the documentation lists it."""

    id: str
    severity: Severity
    law: str
    where: Where


_READING = {
    "file": "A tree is a folder; it holds the folders and tables of the kinds of record and readable `.yaml` files in "
    "them, and no links.",
    "too-large": "A YAML file has at most 1 MiB, a tree at most 200,000 files and 256 MiB, a JSON file or wheel at "
    "most 32 MiB, and a reader tells at most 10,000 problems.",
    "utf-8": "A file is UTF-8.",
    "tab": "A file holds no tabs.",
    "yaml": "A file is one YAML document, its keys are texts, and no escape stands for what is no letter.",
    "alias": "A file has no anchors and no aliases.",
    "tag": "A value has no tag.",
    "too-deep": "Values are nested at most 16 levels deep.",
    "duplicate-key": "A mapping has each key once.",
    "table-order": "The ids of a table are in order.",
    "id": "A file's stem, or a table's key, is an id: lower-case ASCII words joined by hyphens.",
    "duplicate-id": "An id is unique over all kinds of record, a document's key under its publisher.",
    "unknown-key": "A record has only the keys of its kind.",
    "missing-key": "A record has every key that its kind requires.",
    "type": "A value is of the type of its key: a text, a number, a list, a mapping.",
}
_RECORD = {
    "name": "An id, a code, a field path and an address have their form, and a place's code is of its country.",
    "vocabulary": "A word is one of the closed list of its key.",
    "date": "A date is a day, month or year of the calendar, or a stretch between two.",
    "shape": "A record is a mapping; ranks and numbers of sessions are in range, and no session's number comes twice.",
    "empty": "What must name something does: names, actors, citations, conflicts, meetings, ordinals.",
    "end-after-start": "Nothing ends before it starts, and nothing that is still going on has ended.",
    "in-force-after-signature": "An instrument neither enters into force nor ends before it is signed.",
    "coordinates": "Coordinates are a pair and lie on the globe.",
    "replacement": "An id that was merged has one replacement, one that was split has several, a withdrawn one none.",
    "ladder": "A rung of the partnership's ladder has a level, and nothing else has.",
    "claim": "A check counts a kind of record once; of milestones only a first has one, and it asks for a place.",
}
_FILES = {
    "json": "A JSON file is JSON: no key twice in an object, no `NaN`, no half of a surrogate pair.",
    "schema": "An exported file is of the schema that this release reads.",
    "fingerprint": "The records of a file have the fingerprint that it gives.",
    "diff": "A diff has the form that `vnjp diff --format json` writes.",
}

RULE_TABLE: tuple[RuleEntry, ...] = (
    *(RuleEntry(one, "error", law, "reading") for one, law in _READING.items()),
    *(RuleEntry(one, "error", law, "record") for one, law in _RECORD.items()),
    *(RuleEntry(one, "error", law, "files of other forms") for one, law in _FILES.items()),
    *(RuleEntry(rule.id, rule.severity, rule.law, "between records") for rule in RULES),
)
"""Every rule, in the order in which data meet them."""
