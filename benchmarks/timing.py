"""Time calls fairly on a busy machine: contestants take turns, and medians are kept."""

import statistics
import time
from collections.abc import Callable, Mapping

Call = Callable[[], object]


def interleaved(calls: Mapping[str, Call], *, rounds: int, least: float = 0.005) -> dict[str, float]:
    """Return the median seconds that each call takes.

    Every round measures every call, repeated until it has taken about `least` seconds; 0 means once, without a first
    call that counts nowhere.
    """
    loops = {name: _loops(call, least) for name, call in calls.items()}
    seen: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            seen[name].append(_seconds(call, loops[name]) / loops[name])
    return {name: statistics.median(found) for name, found in seen.items()}


def _loops(call: Call, least: float) -> int:
    if not least:
        return 1
    # The first call may build an index or fill a cache; it counts nowhere.
    call()
    loops = 1
    while _seconds(call, loops) < least:
        loops *= 2
    return loops


def _seconds(call: Call, loops: int) -> float:
    start = time.perf_counter()
    for _ in range(loops):
        call()
    return time.perf_counter() - start
