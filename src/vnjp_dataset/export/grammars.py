"""The forms of names as other programs check them: lengths, and a pattern in the syntax of XML Schema."""

import functools
import re

import attrs

from vnjp_dataset.model.ids import GRAMMARS

_LENGTHS = re.compile(r"\(\?=\.\{([0-9]+),([0-9]+)\}\\Z\)")


@attrs.frozen(kw_only=True)
class Form:
    """What a name looks like: a pattern that the whole of it matches, and how many letters it may have.

    JavaScript and Python read the pattern as well; to them `^` and `$` must be put around it.
    """

    pattern: str
    least: int | None = None
    most: int | None = None


@functools.cache
def form_of(declared: object) -> Form | None:
    """Return the form of the names of a type, or None for a type that is no name."""
    grammar = GRAMMARS.get(declared)
    if grammar is None:
        return None
    lengths = _LENGTHS.match(grammar.form)
    # XML Schema knows neither looking ahead nor groups without a number, and escapes no quotes.
    pattern = _LENGTHS.sub("", grammar.form).replace("(?:", "(").replace('\\"', '"')
    if lengths is None:
        return Form(pattern=pattern)
    return Form(pattern=pattern, least=int(lengths[1]), most=int(lengths[2]))
