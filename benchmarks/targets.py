"""What the library is to reach, and whether the results reach it."""

from collections.abc import Iterator
from typing import Any

import attrs

REASONS = {
    "cold load of everything": (
        "Importing attrs and making the model's classes with it takes about as long as the floor: doing without cattrs "
        "and PyYAML pays for the classes. Setting up every record comes on top and grows with the records; half of "
        "what is set up are documents and what they are cited for. Who asks about some kinds waits for these only."
    ),
    "load time of one visit": (
        "`json.loads` alone grows about as much (see Growth): what many visits take up no longer fits the caches."
    ),
    "id lookup": "A method in Python costs more than a look-up in a dictionary of this size.",
}
"""Why a target is missed, by what its name begins with; a reason is printed only where the target is missed."""


@attrs.frozen
class Target:
    """One thing to reach: a ratio or amount, and the limit it must keep."""

    name: str
    value: float
    limit: float
    unit: str = "×"
    at_least: bool = False

    @property
    def reached(self) -> bool:
        """Whether the value keeps the limit."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    @property
    def reason(self) -> str:
        """Why it was missed, or nothing."""
        if self.reached:
            return ""
        return next((why for begins, why in REASONS.items() if self.name.startswith(begins)), "not explained yet")


def targets(results: dict[str, Any]) -> Iterator[Target]:
    """Yield every target of the results of one run."""
    yield from _cold(results["cold"])
    largest = results["scale"][-1]
    yield from _loading(largest)
    yield from _growth(results["growth"])
    yield from _queries(largest)


def _cold(cold: dict[str, dict[str, float]]) -> Iterator[Target]:
    yield Target("bare import, against importing attrs, cattrs and yaml", cold["import"]["times the floor"], 0.5)
    answered, everything = cold["load and answer"], cold["load everything and answer"]
    yield Target("cold load and answer, against importing attrs, cattrs and yaml", answered["times the floor"], 1.5)
    yield Target("cold load of everything, against importing attrs, cattrs and yaml", everything["times the floor"], 2)
    for name, program in (("cold load and answer", answered), ("cold load of everything", everything)):
        for peer in ("pycountry", "holidays"):
            yield Target(f"{name}, against {peer}", program["times the floor"] / cold[peer]["times the floor"], 1.0)
    yield Target("resident set of everything loaded", everything["megabytes"], 40, "MB")


def _loading(scale: dict[str, Any]) -> Iterator[Target]:
    load, at = scale["load"], f"{scale['visits']:,} visits"
    ours = load["vnjp_dataset"]
    yield Target(f"load of {at}, against json.loads and bare cattrs", ours / load["cattrs"], 1.5)
    yield Target(
        f"load of {at}, against the same into classes that check nothing", ours / load["cattrs, unchecked"], 1.5
    )


def _growth(growth: dict[str, Any]) -> Iterator[Target]:
    few, many = (f"{growth['visits'][size]:,}" for size in ("small", "large"))
    # Linear, give or take what the processor's caches make of ten times the memory.
    yield Target(f"load time of one visit among {many}, against one among {few}", growth["times"]["vnjp_dataset"], 1.25)


def _queries(scale: dict[str, Any]) -> Iterator[Target]:
    seconds, at = scale["seconds"], f"{scale['visits']:,} visits"
    lookup = seconds["id lookup"]
    yield Target(f"id lookup in {at}, against a dict", lookup["vnjp_dataset"] / lookup["dict"], 2)
    for name in ("where(year=)", "between"):
        ratio = seconds[name]["naive scan"] / seconds[name]["vnjp_dataset"]
        share = scale["rows"][name] / scale["visits"]
        label = f"{name} in {at}, returning {share:.2%}: times faster than a naive scan"
        yield Target(label, ratio, 50, at_least=True)
