"""The rules as a page."""

import itertools
from collections.abc import Iterator, Mapping

from vnjp_dataset.checks import RULE_TABLE

from .markdown import NOTICE, joined, table

INTRODUCTION = """\
# Rules

Every problem that `vnjp check` reports ends with the rule that is broken, in square brackets:

```text
file:line:column: path: expected X, got Y [rule] – what to do next
```

Files that cannot be read and records that break a rule of their own are reported first; the rules between records are
asked once everything can be read. An *error* makes `vnjp check` end with exit code 1; a *warning* asks for a second
look and does not. There is no way to switch a rule off."""

WHERE: Mapping[str, tuple[str, str]] = {
    "reading": ("Reading", "What a tree of files must be before a record can be made of it."),
    "record": ("One record", "What holds within a record; one that breaks such a rule is not built."),
    "files of other forms": ("Exported files and diffs", "What holds for JSON that the library wrote and reads again."),
    "between records": ("Between records", "What holds between records, asked of the dataset as a whole."),
}


def page() -> str:
    """Return the page."""
    return joined(_lines())


def _lines() -> Iterator[str]:
    yield from (NOTICE, "", INTRODUCTION)
    for where, rules in itertools.groupby(RULE_TABLE, key=lambda rule: rule.where):
        title, about = WHERE[where]
        yield from ("", f"## {title}", "", about, "")
        yield from table(("rule", "severity", "law"), ((f"`{one.id}`", one.severity, one.law) for one in rules))
