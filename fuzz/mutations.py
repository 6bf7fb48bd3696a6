"""Good input changed as an accident or an enemy would: cut, flipped, doubled, spliced, filled with odd things."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

ODD = (
    b"\x00",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\\ud800",
    b"\xe2\x80\xae",
    b"\xe2\x80\x8b",
    b"a\xcc\x81",
    b"\xd0\xb0",
    b"\t",
    b"\r\n",
    b"\x1b[31m",
    b"[[[[",
    b"{{{{",
    b"]",
    b"}",
    b'"',
    b"'",
    b": ",
    b"- ",
    b"&a ",
    b"*a",
    b"!!int ",
    b"? ",
    b"---\n",
    b"null",
    b"true",
    b"1e999",
    b"NaN",
    b"-1",
    b"9" * 5000,
    b"9999999999",
    b"[" * 2000,
    b"a" * 3000,
    b"../../etc/passwd",
    b"/etc/passwd",
    b"\n=== l visits/x.yaml\n/etc/passwd",
    b"\n=== p visits/y.yaml\n",
    b"\n=== d places.yaml\n",
)
"""What no good input holds, or not there."""


@st.composite
def mutations(draw: DrawFn, good: bytes) -> bytes:
    """Make input that is good but for one to four changes."""
    data = good
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        change = draw(st.sampled_from(("cut", "flip", "insert", "double", "move", "truncate", "odd", "replace")))
        if change == "flip" and start < len(data):
            data = data[:start] + bytes([data[start] ^ (1 << draw(st.integers(0, 7)))]) + data[start + 1 :]
        elif change == "cut":
            data = data[:start] + data[end:]
        elif change == "truncate":
            data = data[:start]
        elif change == "insert":
            data = data[:start] + draw(st.binary(min_size=1, max_size=8)) + data[start:]
        elif change == "double":
            data = data[:end] + data[start:]
        elif change == "move":
            to = draw(st.integers(0, len(data)))
            data = data[:to] + data[start:end] + data[to:]
        else:
            data = data[:start] + draw(st.sampled_from(ODD)) + data[end if change == "replace" else start :]
    return data
