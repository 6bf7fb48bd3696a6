"""Guess what was meant: the few known words nearest to one that is not known."""

from collections.abc import Iterable

MARGIN = 0.2
"""How far behind the nearest a guess may be, of 1 for equal words: a slip of one letter has no alternatives."""

MAX_WORD = 120
"""How much of a word is looked at: no known one is longer, and what is asked for can be of any length."""


def nearest(word: str, known: Iterable[str], *, count: int = 3) -> tuple[str, ...]:
    """Return up to `count` of `known` that resemble `word`, nearest first, and none that is far behind the nearest.

    Words that contain every part of `word` come in where spelling alone finds nothing: `kishida` finds `kishida-fumio`.
    """
    from difflib import SequenceMatcher, get_close_matches  # noqa: PLC0415 - only a miss needs it, and loading must not wait for it

    word = word[:MAX_WORD]
    candidates = sorted(set(known))
    close = get_close_matches(word, candidates, n=count, cutoff=0.6)
    alike = [SequenceMatcher(None, one, word).ratio() for one in close]
    close = [one for one, ratio in zip(close, alike, strict=True) if ratio >= alike[0] - MARGIN]
    parts = [part for part in word.lower().replace("_", "-").split("-") if part]
    holding = [one for one in candidates if parts and one not in close and all(part in one for part in parts)]
    return tuple((close + holding)[:count])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean `x`?`` for the nearest known words, or an empty text."""
    near = nearest(word, known)
    return f"did you mean {' or '.join(f'`{one}`' for one in near)}?" if near else ""
