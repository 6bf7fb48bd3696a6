"""Where text goes: how wide it is, where it breaks, and how names that would overlap move apart."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

NARROW, WIDE = 0.54, 1.0
"""How wide a letter is on average, of the size of its type: Latin letters, and those of East Asia."""

# A word with the blank after it, or one East Asian letter with the marks that may not begin a line.
_PIECE = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef][、。・）」』，．：ー]*\s*|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+[年月日件]?\s*|\s+"
)


def width_of(text: str, size: float) -> float:
    """Return about how wide a line of text is, in pixels, in type of a size."""
    return size * sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    return WIDE if unicodedata.east_asian_width(letter) in "WF" else NARROW


def wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    """Return a text as lines that are no wider than some pixels, as far as its words allow; at least one line."""
    return tuple(_lines(_PIECE.findall(text), width, size)) or ("",)


def _lines(pieces: Iterable[str], width: float, size: float) -> Iterator[str]:
    line = ""
    for piece in pieces:
        if line.strip() and width_of(f"{line}{piece}".rstrip(), size) > width:
            yield line.rstrip()
            line = ""
        line += piece
    if line.strip():
        yield line.rstrip()


def shortened(text: str, width: float, size: float) -> str:
    """Return a text that is no wider than some pixels, with `…` for what was cut off."""
    if width_of(text, size) <= width:
        return text
    room, kept = width - width_of("…", size), ""
    for letter in text:
        room -= size * _letter_width(letter)
        if room < 0:
            break
        kept += letter
    return f"{kept.rstrip()}…"


def spread(places: Sequence[float], gap: float, low: float, high: float) -> tuple[float, ...]:
    """Return places in order, moved apart as little as possible (least squares) until neighbours keep a gap.

    They stay between low and high; where these leave no room for so many, they begin at low and run over high.
    """
    # With the gaps taken out, what is asked for is the nearest sequence that does not fall: neighbours that would are
    # pooled, and stand at their mean.
    pools: list[tuple[float, int]] = []
    for number, place in enumerate(places):
        pools.append((place - number * gap, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (mean, count), (other, several) = pools.pop(), pools.pop()
            pools.append(((mean * count + other * several) / (count + several), count + several))
    limit = max(low, high - gap * (len(places) - 1))
    flat = (min(max(mean, low), limit) for mean, count in pools for _ in range(count))
    return tuple(place + number * gap for number, place in enumerate(flat))
