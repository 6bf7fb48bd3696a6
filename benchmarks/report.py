"""Results as a page: what was to be reached, then every ratio measured."""

from collections.abc import Iterable, Iterator
from typing import Any

from benchmarks.targets import Target, targets


def report(results: dict[str, Any]) -> str:
    """Return the report of one run, in Markdown."""
    machine, packages = results["machine"], results["packages"]
    lines = [
        "# Benchmarks",
        "",
        "Made by `python -m benchmarks`; README.md beside this file says what each ratio means.",
        f"{' '.join(str(one) for one in machine.values())} cores;",
        f"{', '.join(f'{name} {version}' for name, version in packages.items())}.",
        "",
        "## Targets",
        "",
        *_table(("target", "measured", "limit", "reached", "reason"), map(_target, targets(results))),
        "",
        "## Cold start",
        "",
        *_table(("program", "ms", "× floor", "MB"), _cold(results["cold"])),
        "",
        "## What is loaded",
        "",
        *_kinds(results["queries"]["kinds"]),
        "",
        f"## Questions to the {results['queries']['records']:,} published records",
        "",
        *_questions(results["queries"]["seconds"]),
    ]
    for scale in results["scale"]:
        lines += ["", f"## {scale['visits']:,} generated visits", "", *_scale(scale)]
    lines += ["", "## Growth", "", *_growth(results["growth"])]
    return "\n".join(lines) + "\n"


def _kinds(kinds: dict[str, dict[str, int]]) -> Iterator[str]:
    """Yield what the snapshot holds, the largest kind first: what grows is what is loaded."""
    whole = sum(found["bytes"] for found in kinds.values())
    rows = sorted(kinds.items(), key=lambda one: -one[1]["bytes"])
    yield from _table(
        ("kind", "records", "kB", "of all", "bytes a record"),
        (
            (
                kind,
                f"{found['records']:,}",
                f"{found['bytes'] / 1000:,.0f}",
                f"{found['bytes'] / whole:.0%}",
                f"{found['bytes'] / max(found['records'], 1):,.0f}",
            )
            for kind, found in rows
        ),
    )
    yield ""
    yield f"{whole / 1e6:.2f} MB in all. Publishers carry the documents that were read, and every record its citations:"
    yield "a sweep that brings a record brings two or three documents, so that these grow first."


def _growth(growth: dict[str, Any]) -> Iterator[str]:
    few, many = (f"{growth['visits'][size]:,}" for size in ("small", "large"))
    for way, times in growth["times"].items():
        yield f"- {way}: one visit among {many} takes {times:.2f} times as long to load as one among {few}."


def _target(one: Target) -> tuple[str, ...]:
    limit = f"{'≥' if one.at_least else '≤'} {one.limit:g} {one.unit}"
    return (one.name, f"{one.value:.2f} {one.unit}", limit, "yes" if one.reached else "**no**", one.reason)


def _cold(cold: dict[str, dict[str, float]]) -> Iterator[tuple[str, ...]]:
    for name, found in cold.items():
        yield (
            name,
            f"{found['milliseconds']:.0f}",
            f"{found['times the floor']:.2f}",
            f"{found['megabytes']:.1f}",
        )


def _scale(scale: dict[str, Any]) -> Iterator[str]:
    load = scale["load"]
    ours = load["vnjp_dataset"]
    rows = ((name, f"{one * 1000:,.1f}", f"{ours / one:.2f}") for name, one in load.items())
    yield from _table(("load", "ms", "vnjp_dataset / it"), rows)
    yield ""
    memory = ", ".join(f"{name} {size:,.0f} MB" for name, size in scale["megabytes"].items())
    yield f"File {scale['bytes'] / 1e6:.1f} MB; greatest resident set of a process that loads it: {memory}."
    counts = ", ".join(f"{name} {count:,}" for name, count in scale["rows"].items())
    yield f"Rows returned: {counts}."
    yield ""
    yield from _questions(scale["seconds"])


def _questions(seconds: dict[str, dict[str, float]]) -> Iterator[str]:
    rows = (
        (question, who, f"{one * 1e6:,.2f}", f"{one / found['vnjp_dataset']:,.2f}")
        for question, found in seconds.items()
        for who, one in found.items()
    )
    return _table(("question", "asked of", "µs", "it / vnjp_dataset"), rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
