"""Records as HTML for notebooks."""

# The laws are stated about what the library keeps to itself, too.
# pyright: reportPrivateUsage=false

import re
from html import unescape

from hypothesis import given

from vnjp_dataset.model import Record
from vnjp_dataset.model.html import rows_html
from vnjp_dataset.model.walk import walk
from vnjp_dataset.strategies import prose, records

TAGS = re.compile(r"</?(?:table|caption|tr|th|td|ol|li|thead|tbody)(?: style='text-align:left')?>")


@given(records())
def test_a_record_shows_everything_that_is_set_and_no_markup_of_its_own(record: Record) -> None:
    """All text is there and escaped: apart from the table's own tags no angle bracket is left."""
    html = record._repr_html_()
    bare = TAGS.sub("\n", html)
    assert "<" not in bare
    assert ">" not in bare
    shown = unescape(bare)
    for _, _, value in walk(record):
        if isinstance(value, str):
            assert value in shown


@given(prose(), prose())
def test_rows_are_escaped(head: str, cell: str) -> None:
    """Heads and cells of a table are text, never markup."""
    html = rows_html(head, (head,), ((cell,),))
    assert "<" not in TAGS.sub("", html)
    assert cell in unescape(TAGS.sub("\n", html))
