"""What pictures say, in English, Vietnamese and Japanese: the phrases of `words.json`."""

import functools
import json
import pkgutil
from collections.abc import Mapping

from vnjp_dataset.model import Language

FILE = "words.json"


@functools.cache
def phrases() -> Mapping[str, Mapping[Language, str]]:
    """Return every phrase by its key, in the three languages; `{gaps}` are for what is told."""
    found: Mapping[str, Mapping[Language, str]] = json.loads(pkgutil.get_data(__name__, FILE) or b"{}")
    return found


def say(key: str, language: Language, **values: object) -> str:
    """Return a phrase in a language, its gaps filled."""
    return phrases()[key][language].format(**values)


def has_word(key: str) -> bool:
    """Whether there is a phrase of this key."""
    return key in phrases()
