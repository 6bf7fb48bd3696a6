"""The panel of dyad-years as a page: its codes and every variable."""

from collections.abc import Iterator

from vnjp_dataset.insight.panel import DYADS, GROUPS, Listing, PanelVariable
from vnjp_dataset.insight.yearly import ZERO

from .markdown import NOTICE, joined, table

INTRODUCTION = """\
# Panel

The variables of `ds.dyad_years(start, end)` and of `vnjp panel`. How to merge them with other data stands under
[Merge into a panel](../how-to/merge-into-a-panel.md).

A row is a directed dyad-year: one calendar year and one direction. *State 1* is the state whose figures travel,
*state 2* the one that receives them. Each year has two rows, VN-JP before JP-VN, whether there are records of it or
not. In the tables,

- **unit** – what a number counts; codes, words and names have none;
- **of the direction** – *no* means that the value is about the year, whoever travels: it stands in both rows, and a
  sum over both counts it twice;
- **flag** – the variable that says how a zero is to be read; where there is none, there is nothing to be read into
  it."""

COUNTING = """\
## What is counted

- Visits and meetings count where they were held; announced and cancelled ones are left out.
- A record counts once, in the year in which it surely began: a visit from 30 December to 2 January stands in the
  earlier year. One whose date leaves the year open stands in no count, but in the variable that ends with
  `_perhaps`, in every year in which it may have begun.
- What is counted is what was found. The flags judge the search over the whole calendar year, so that 1973 is
  `partial` as long as nobody has searched the months before relations were established.
- Counts by rank are read with the flag of all leaders, or of all other ranks together, which is `partial` where
  ranks differ; `ds.coverage_of("visits", rank=…, direction=…)` tells of one rank.

| flag | a zero reads |
| --- | --- |"""

CODES = """\
## Codes

| state | list | number | abbreviation | years from 1945 on |
| --- | --- | --- | --- | --- |"""

SOURCES = """\
The Vietnam of the panel is the state with which Japan established relations on 21 September 1973: the Democratic
Republic, since 1976 the Socialist Republic. Both lists give it one number, 816, throughout. They have the Republic
of Vietnam as 817 (RVN, 1954 to 1975): another state, which has no rows here, so that rows of 817 meet nothing.

The codes of ISO 3166-1 are today's, in every year. Until 1977 the standard had codes of its own for the Democratic
Republic (VD, VDR).

`ccode1`, `ccode2`, `gwcode1`, `gwcode2` and `year` are named as in the dyad-years of the R package `peacesciencer`,
`stateabb` as in the list of Correlates of War, `iso2c`, `iso3c` and `iso3n` as in the R package `countrycode`. The
codes were taken from:

- ISO 3166-1 and 3166-3, as the Python package `pycountry` carries them;
- Correlates of War Project, *State System Membership List*, version 2016, as `countrycode` lays it out by year
  (`dictionary/data_cow.csv`); the list ends in 2016, and what it has then is continued;
- Kristian S. Gleditsch and Michael D. Ward, *List of independent states* (ksgleditsch.com/statelist.html), in the
  version that ends in 2020, of which a copy was read; what it has then is continued."""


def page() -> str:
    """Return the page."""
    return joined(_lines())


def _lines() -> Iterator[str]:
    yield from (NOTICE, "", INTRODUCTION, "", COUNTING)
    yield from (f"| {status} | {words} |" for status, words in ZERO.items())
    yield from ("", CODES)
    yield from _codes()
    yield from ("", SOURCES)
    for title, variables in GROUPS.items():
        yield from ("", f"## {title}", "")
        yield from _variables(variables)


def _codes() -> Iterator[str]:
    for state in DYADS["VN-JP"]:
        yield f"| {state.name} | ISO 3166-1 | {state.iso3n} | {state.iso2c}, {state.iso3c} | all |"
        yield _listed(state.name, "Correlates of War", state.cow)
        yield _listed(state.name, "Gleditsch–Ward", state.gw)


def _listed(name: str, called: str, listing: Listing) -> str:
    years = f"all but {listing.absent[0]}–{listing.absent[1]}" if listing.absent else "all"
    return f"| {name} | {called} | {listing.number} | {listing.abbreviation} | {years} |"


def _variables(variables: tuple[PanelVariable, ...]) -> Iterator[str]:
    return table(
        ("variable", "type", "unit", "of the direction", "flag", "what it holds"),
        (
            (
                f"`{one.name}`",
                _type(one),
                one.unit,
                "yes" if one.directed else "no",
                f"`{one.coverage}`" if one.coverage else "",
                one.doc,
            )
            for one in variables
        ),
    )


def _type(variable: PanelVariable) -> str:
    column = variable.column
    kind = " or ".join(column.words) if column.words else "whole number" if column.type == "whole" else "text"
    return kind if column.required else f"{kind}, or empty"
