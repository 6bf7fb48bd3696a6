"""Every reference between the kinds of the network is a tie, and every tie comes from a field."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset.export.network import NODES, RELATIONS, ties
from vnjp_dataset.model import KINDS, KindName, Record
from vnjp_dataset.model.walk import at, references


@pytest.mark.parametrize("kind", NODES)
def test_every_reference_is_a_tie(kind: KindName) -> None:
    """Fields that name people, bodies and events tie them to the record, but for the questions in a check."""

    @settings(max_examples=20)
    @given(st.from_type(KINDS[kind].record))
    def law(record: Record) -> None:
        named = {
            (one.path, one.id)
            for one in references(record)
            if one.target in NODES and not one.path.startswith(("check.", "sources", "conflicts"))
        }
        found = list(ties(record))
        assert {(one.path, at(record, one.path)) for one in found} == named
        for tie in found:
            assert tie.record == record.id
            assert sorted((tie.source, tie.target)) == sorted((record.id, str(at(record, tie.path))))

    law()


@settings(max_examples=20)
@given(st.one_of(*(st.from_type(KINDS[kind].record) for kind in NODES)))
def test_ids_of_ties_are_names(record: Record) -> None:
    """No two ties of a record have one id, and each is a name that XML takes (NMTOKEN)."""
    found = [one.id for one in ties(record)]
    assert len(set(found)) == len(found)
    assert all(re.fullmatch(r"[\w.:-]+", one, re.ASCII) for one in found)


def test_the_guide_explains_every_relation() -> None:
    """Whoever opens the file finds each relation, and which way it leads, in the guide."""
    page = (Path(__file__).parents[2] / "docs/how-to/networks-and-maps.md").read_text(encoding="utf-8")
    assert all(f"\n| `{name}` | {words} |\n" in page for name, words in RELATIONS.items())


@settings(max_examples=20)
@given(st.one_of(*(st.from_type(kind.record) for kind in KINDS.values())))
def test_only_nodes_have_ties(record: Record) -> None:
    """A record of a kind that is no node ties nothing, and every tie is of a sort that is explained."""
    found = list(ties(record))
    assert all(one.relation in RELATIONS for one in found)
    assert not found or any(type(record) is KINDS[kind].record for kind in NODES)
