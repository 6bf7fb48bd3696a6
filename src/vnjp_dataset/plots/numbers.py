"""Numbers in pictures: in words of a language, and read from values that were not adopted."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from vnjp_dataset.model import Language

_SCALES: Mapping[Language, tuple[tuple[int, str], ...]] = MappingProxyType(
    {
        "en": ((12, "trillion"), (9, "billion"), (6, "million")),
        "vi": ((12, "nghìn tỷ"), (9, "tỷ"), (6, "triệu")),
        "ja": ((12, "兆"), (8, "億"), (4, "万")),
    }
)
"""The powers of ten that each language has a word for, largest first."""

_WORDS: Mapping[str, int] = MappingProxyType({"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12})
_UNITS: Mapping[str, str] = MappingProxyType({"yen": "JPY", "per cent": "percent"})
_VALUE = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?(?: (thousand|million|billion|trillion))?(?: (\D+))?")


def grouped(number: Decimal, language: Language) -> str:
    """Return a number with its thousands marked."""
    text = f"{number:,f}"
    return text.translate(str.maketrans(",.", ".,")) if language == "vi" else text


def scale_of(largest: Decimal, language: Language) -> tuple[int, str]:
    """Return the power of ten in which numbers up to one are said, and its word; 0 and nothing for small ones."""
    digits = abs(largest).adjusted()
    # Below ten of a unit the next smaller one would do as well; one language's smallest begins at 10,000.
    return next(((power, word) for power, word in _SCALES[language] if digits >= max(power, 6)), (0, ""))


def read_value(text: str, unit: str) -> Decimal | None:
    """Return the number of a value given in words, such as `8.5 billion USD`, or None where it is no plain number.

    The unit it names, if any, has to be the figure's.
    """
    found = _VALUE.fullmatch(text.strip())
    if found is None:
        return None
    whole, part, word, named = found.groups("")
    if named and _UNITS.get(named, named) != unit:
        return None
    return Decimal(f"{whole.replace(',', '')}{part}").scaleb(_WORDS[word])
