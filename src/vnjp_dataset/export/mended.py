"""Texts for formats that cannot hold every character: what they cannot hold is shown as U+FFFD, never dropped."""

import re

UNSHOWN = "\ufffd"
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_PLAIN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def xml_text(text: str) -> str:
    """Return a text in the characters of XML 1.0, its line ends as line feeds, as every reader of XML makes them."""
    return _NOT_XML.sub(UNSHOWN, re.sub("\r\n?", "\n", text))


def plain_text(text: str) -> str:
    """Return a text without control characters: whatever ends a line is a line feed, and a tab stays."""
    return _NOT_PLAIN.sub(UNSHOWN, "\n".join(text.splitlines()))
