"""The tables of ISO codes, against those of pycountry."""

from collections.abc import Iterable

import pycountry

from vnjp_dataset.checks.iso import COUNTRIES, CURRENCIES, LANGUAGES, SUBDIVISIONS


def codes(database: Iterable[object], name: str) -> set[str]:
    """Return the codes of one kind in a database; not every entry has one."""
    return {getattr(one, name) for one in database if hasattr(one, name)}


def test_countries_are_those_of_iso_3166_1() -> None:
    """Every alpha-2 code is there, and nothing else is."""
    assert codes(pycountry.countries, "alpha_2") == COUNTRIES


def test_currencies_are_those_of_iso_4217() -> None:
    """Every currency of today is there, and nothing else is."""
    assert codes(pycountry.currencies, "alpha_3") == CURRENCIES


def test_languages_are_those_of_iso_639_1() -> None:
    """Every two-letter code is there, and nothing else is."""
    assert codes(pycountry.languages, "alpha_2") == LANGUAGES


def test_subdivisions_are_those_of_iso_3166_2() -> None:
    """Every subdivision of Vietnam and Japan is there, and nothing else is."""
    found = codes(pycountry.subdivisions, "code")
    assert {one for one in found if one.startswith(("VN-", "JP-"))} == SUBDIVISIONS
