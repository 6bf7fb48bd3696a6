"""Names in pictures are in a language that readers can read, and can be drawn."""

from html import escape
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from tests.export.anytext import any_text
from tests.plots.specs import LANGUAGES

from vnjp_dataset import strategies
from vnjp_dataset.model import Language, PersonName, Place, Text
from vnjp_dataset.plots.fonts import holds_japanese
from vnjp_dataset.plots.naming import clean, in_language, named

NAMES = st.builds(
    Text, en=st.just("Kanagawa") | st.none(), vi=st.just("Ca-na-ga-oa") | st.none(), ja=st.just("神奈川県")
)


@given(any_text())
def test_clean_text_can_be_drawn(text: str) -> None:
    """It is one line that XML can hold, and cleaning it again changes nothing."""
    found = clean(text)
    assert ET.fromstring(f"<text>{escape(found)}</text>").text == (found or None)  # noqa: S314 - made here
    assert found.splitlines() in ([found], [])
    assert clean(found) == found


@given(any_text())
def test_only_what_cannot_be_drawn_goes(text: str) -> None:
    """Every other letter stays where it was."""
    kept = [letter for letter in text if letter.isprintable() and not letter.isspace()]
    assert [letter for letter in clean(text) if letter != "\ufffd" and not letter.isspace()] == [
        letter for letter in text if letter in clean(text) and letter != "\ufffd" and not letter.isspace()
    ]
    assert set(kept) <= set(clean(text))


@given(NAMES, st.sampled_from(LANGUAGES))
def test_a_name_is_in_the_language_or_the_next(name: Text, language: Language) -> None:
    """English readers get no Japanese letters, Japanese readers do; each language comes first to its own readers."""
    found = in_language(name, language)
    own: str | None = getattr(name, language)
    assert found == own or (own is None and found in (name.en, name.vi, ""))
    assert holds_japanese(found) == (language == "ja")


@given(strategies.places(name=NAMES))
def test_a_record_without_a_readable_name_is_called_by_its_id(place: Place) -> None:
    """Nobody is left without a name."""
    assert named(place, "ja") == "神奈川県"
    assert named(place, "en") == (place.name.en or place.name.vi or place.id)


def test_people_keep_their_scripts() -> None:
    """A person's name is as the records have it."""
    name = PersonName(en="Kishida Fumio", ja="岸田文雄", kana="きしだふみお")
    assert [in_language(name, one) for one in LANGUAGES] == ["Kishida Fumio", "Kishida Fumio", "岸田文雄"]
