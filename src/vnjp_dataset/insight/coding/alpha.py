"""Krippendorff's alpha: agreement beyond what chance alone would give."""

import math
from collections.abc import Sequence

from vnjp_dataset.errors import MissingExtraError
from vnjp_dataset.insight.coding.variables import Coded, Level

Pairs = Sequence[tuple[Coded | None, Coded | None]]


def alpha(pairs: Pairs, level: Level) -> float | None:
    """Return alpha for what two coders say: 1 for full agreement, 0 for that of chance, below 0 for less.

    Of words, saying nothing is an answer of its own; of dates and numbers only pairs in which both give one count.
    None where it is not defined: all say the same, so that chance alone would agree, or nobody says anything. Raises
    MissingExtraError without the extra `coding`.
    """
    ours, theirs = (_numbers if level == "interval" else _words)(pairs)
    if len({*ours, *theirs}) < 2:
        return None
    try:
        import krippendorff  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("Krippendorff's alpha", "coding") from None
    found = float(krippendorff.alpha(reliability_data=[ours, theirs], level_of_measurement=level))
    return found if math.isfinite(found) else None


def _words(pairs: Pairs) -> tuple[list[float], list[float]]:
    said = sorted({one.same for pair in pairs for one in pair if one})
    place: dict[str | None, float] = {None: -1.0, **{word: float(at) for at, word in enumerate(said)}}
    ours, theirs = ([place[one.same if one else None] for one in column] for column in _columns(pairs))
    return ours, theirs


def _numbers(pairs: Pairs) -> tuple[list[float], list[float]]:
    both = [(a.number, b.number) for a, b in pairs if a and b]
    known = [(a, b) for a, b in both if a is not None and b is not None]
    return [a for a, _ in known], [b for _, b in known]


def _columns(pairs: Pairs) -> tuple[list[Coded | None], list[Coded | None]]:
    return [a for a, _ in pairs], [b for _, b in pairs]
