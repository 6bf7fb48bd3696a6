"""What a format cannot hold is shown, and all the rest stays as it is."""

import unicodedata
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from tests.export.anytext import any_text

from vnjp_dataset.export.mended import UNSHOWN, plain_text, xml_text

LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


@given(any_text())
def test_xml_gives_the_text_back(text: str) -> None:
    """A parser of XML reads exactly what was made of the text; only controls and line ends are changed."""
    made = xml_text(text)
    element = ET.Element("a")
    element.text = made
    assert ET.fromstring(ET.tostring(element, encoding="utf-8")).text == made  # noqa: S314 - of our own making
    for one, other in zip(text.replace("\r\n", "\n"), made, strict=True):
        assert one == other or (one, other) == ("\r", "\n") or (other == UNSHOWN and not one.isprintable())


@given(any_text())
def test_plain_text_has_no_controls(text: str) -> None:
    """Whatever ends a line is a line feed, every other control character is shown, letters and marks stay."""
    made = plain_text(text)
    assert not any(unicodedata.category(one) == "Cc" for one in made if one not in "\n\t")
    assert len(made.split("\n")) == len(text.splitlines())
    assert [one for one in made if one not in f"\n{UNSHOWN}"] == [
        one for one in text if one == "\t" or (unicodedata.category(one) != "Cc" and one not in f"{LINE_ENDS}{UNSHOWN}")
    ]


@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp"))))
def test_what_can_be_held_stays(text: str) -> None:
    """A text of letters, marks and signs is not touched."""
    assert plain_text(text) == xml_text(text) == text
