"""Laws of second codings: what agrees is found to agree, and what differs is counted once."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset import Dataset, MissingExtraError
from vnjp_dataset.insight.coding import CodingComparison, FieldAgreement, compare_coding, compare_codings
from vnjp_dataset.insight.coding.alpha import alpha
from vnjp_dataset.insight.coding.reading import NEEDED
from vnjp_dataset.insight.coding.variables import Coded, variables
from vnjp_dataset.model import KINDS, Record
from vnjp_dataset.reading import unstructure
from vnjp_dataset.strategies import datasets

Plain = Mapping[str, object]
WriteCoding = Callable[..., Path]

ANY = datasets(min_visits=1, max_visits=3)
FIELDS: Mapping[str, list[str]] = {
    kind: sorted({one.path.split(".")[0] for one in variables(KINDS[kind].record)}) for kind in NEEDED
}
VISITS = {"visits": ["office", "start", "end", "status", "labels", "counts.documents_signed", "fields", "companions"]}


def plain(record: Record, fields: Iterable[str]) -> dict[str, object]:
    """Return a record as a coder would write it down who agrees with it."""
    return {name: value for name, value in unstructure(record).items() if name in fields}


def all_coded(dataset: Dataset) -> dict[str, list[Plain]]:
    """Return the records of every kind that can be coded, as a coder who agrees with all of them has them."""
    return {kind: [plain(one, FIELDS[kind]) for one in dataset.records(kind)] for kind in NEEDED}


def field(comparison: CodingComparison, name: str) -> FieldAgreement:
    """Return the agreement on a field."""
    return next(one for one in comparison.fields if one.field == name)


@settings(max_examples=10)
@given(ANY)
def test_who_says_the_same_agrees(write_coding: WriteCoding, dataset: Dataset) -> None:
    """A coding equal to the dataset matches every record, agrees on every field, and leaves nothing over."""
    found = compare_coding(dataset, write_coding(FIELDS, all_coded(dataset)))
    assert len(found.matches) == sum(len(dataset.records(kind)) for kind in NEEDED)
    assert found.only_dataset == found.only_coding == ()
    assert found.disagreements == ()
    assert found.fields
    for one in found.fields:
        assert one.share == 1
        assert one.alpha is None or one.alpha == pytest.approx(1)


@settings(max_examples=10)
@given(datasets(min_visits=2, max_visits=4), st.data())
def test_changed_values_are_counted(write_coding: WriteCoding, dataset: Dataset, data: st.DataObject) -> None:
    """Changing k of n values of a field gives an agreement of (n-k)/n, and these k disagreements."""
    changed = data.draw(st.sets(st.sampled_from(dataset.visits.ids)))
    records = [
        {**plain(one, FIELDS["visits"]), "status": "cancelled" if one.status == "held" else "held"}
        if one.id in changed
        else plain(one, FIELDS["visits"])
        for one in dataset.visits
    ]
    found = compare_coding(dataset, write_coding({"visits": FIELDS["visits"]}, {"visits": records}))
    n = len(dataset.visits)
    assert (field(found, "status").pairs, field(found, "status").agreed) == (n, n - len(changed))
    assert {(one.record, one.field, one.verdict) for one in found.disagreements} == {
        (one, "status", "open") for one in changed
    }
    assert all(one.share == 1 for one in found.fields if one.field != "status")


@settings(max_examples=8)
@given(ANY, st.data())
def test_the_order_of_files_makes_no_difference(
    write_coding: WriteCoding, dataset: Dataset, data: st.DataObject
) -> None:
    """What files are called says nothing; and no record, of either side, is in two pairs."""
    coded = {kind: _some(data, records) for kind, records in all_coded(dataset).items()}
    shuffled = {kind: data.draw(st.permutations(records)) for kind, records in coded.items()}
    one, other = (compare_coding(dataset, write_coding(FIELDS, records)) for records in (coded, shuffled))
    assert one.fields == other.fields
    assert one.only_dataset == other.only_dataset
    assert _said(one) == _said(other)
    for found in (one, other):
        assert len({pair.record for pair in found.matches}) == len(found.matches)
        assert len({pair.coded for pair in found.matches}) == len(found.matches)
        assert len(found.matches) + len(found.only_coding) == sum(map(len, coded.values()))
        assert {pair.record for pair in found.matches}.isdisjoint(found.only_dataset)


def _some(data: st.DataObject, records: Sequence[Plain]) -> list[Plain]:
    """Draw some records, some of them twice."""
    return data.draw(st.lists(st.sampled_from(records), max_size=len(records) + 1)) if records else []


def _said(comparison: CodingComparison) -> list[tuple[str, str, str | None, str | None]]:
    return [(one.record, one.field, one.ours, one.theirs) for one in comparison.disagreements]


ANSWERS = st.lists(st.tuples(*[st.none() | st.sampled_from("abc")] * 2).filter(any), min_size=1, max_size=12)


@given(ANSWERS)
def test_alpha_is_what_its_definition_says(answers: list[tuple[str | None, str | None]]) -> None:
    """For two coders and words: one minus observed over expected disagreement."""
    values = [one for pair in answers for one in pair]
    total = len(values)
    expected = sum(a != b for i, a in enumerate(values) for j, b in enumerate(values) if i != j)
    coded: dict[str | None, Coded | None] = {word: Coded(word, word) for word in "abc"}
    coded[None] = None
    found = alpha([(coded[a], coded[b]) for a, b in answers], "nominal")
    if not expected:
        assert found is None
    else:
        observed = sum(a != b for a, b in answers) * 2
        assert found == pytest.approx(1 - (observed / total) / (expected / (total * (total - 1))))


# Examples -------------------------------------------------------------------------------------------------------------

BINH: Plain = {
    "direction": "VN-JP",
    "lead": "An Văn Bình",
    "office": "Chủ tịch nước",
    "start": "2021-11-22",
    "end": "2021-11-26",
    "labels": {"vn": {"style": "state-visit"}, "jp": {"style": "official-working-visit"}},
    "counts": {"documents_signed": {"value": "2"}},
    "fields": ["Defence", "politics"],
    "companions": [{"person": "cao thi zung", "role": "minister"}],
}
SATO: Plain = {"direction": "JP-VN", "lead": "佐藤花子", "start": "2022-04-29", "end": "2022-05-01"}
LATER: Plain = {**SATO, "start": "2022-08-30", "end": "2022-08-30"}
RULING: Plain = {
    "record": "2021-an-van-binh",
    "field": "labels.vn.style",
    "right": "dataset",
    "reason": "The guest's own paper knows best.",
}


@pytest.fixture
def example(base: Dataset, write_coding: WriteCoding) -> CodingComparison:
    """Return a comparison in which there is something of everything."""
    gone = {**RULING, "field": "counts.documents_signed.value"}
    records = {"visits": [LATER, SATO, BINH]}
    return compare_coding(base, write_coding(VISITS, records, adjudications=[RULING, gone]))


def test_records_are_found_again_by_what_they_are(example: CodingComparison) -> None:
    """Names stand for ids, a slip of a day keeps two records together, months do not."""
    assert [(one.record, one.coded) for one in example.matches] == [
        ("2021-an-van-binh", "visits/002.yaml"),
        ("2022-sato-hanako", "visits/001.yaml"),
    ]
    assert example.only_coding == ("visits/000.yaml",)
    assert example.only_dataset == ()


def test_each_field_is_counted(example: CodingComparison) -> None:
    """Lists agree in any order; what neither says is no pair; what one says and the other does not is a difference."""
    counts = {one.field: (one.agreed, one.pairs) for one in example.fields}
    assert counts == {
        "office": (1, 2),
        "start": (1, 2),
        "end": (1, 2),
        "status": (2, 2),
        "labels.vn.style": (0, 1),
        "labels.jp.style": (1, 1),
        "companions": (1, 1),
        "counts.documents_signed.value": (1, 1),
        "counts.documents_signed.bound": (1, 1),
        "fields": (1, 1),
    }
    assert field(example, "status").alpha is None
    assert field(example, "labels.vn.style").alpha == pytest.approx(0)
    assert 0.99 < (field(example, "start").alpha or 0) < 1
    assert field(example, "start").level == "interval"


def test_disagreements_carry_their_adjudication(example: CodingComparison) -> None:
    """Who was right is told where somebody has decided; what is decided and gone is settled."""
    found = {(one.record, one.field): (one.ours, one.theirs, one.verdict) for one in example.disagreements}
    assert found == {
        ("2022-sato-hanako", "office"): ("prime-minister-of-japan", None, "open"),
        ("2022-sato-hanako", "start"): ("2022-04-30", "2022-04-29", "open"),
        ("2021-an-van-binh", "end"): ("2021-11-25", "2021-11-26", "open"),
        ("2021-an-van-binh", "labels.vn.style"): ("official-visit", "state-visit", "dataset"),
    }
    assert [one.field for one in example.settled] == ["counts.documents_signed.value"]


def test_a_comparison_shows_itself(example: CodingComparison) -> None:
    """As text, as Markdown and in notebooks, with the figures and the reasons."""
    text = str(example)
    assert "2 matched pairs, 0 only in the dataset, 1 only in the coding." in text
    assert "visits: labels.vn.style  0 of 1 (0.0%), alpha 0.000 (nominal)" in text
    assert "dataset: The guest's own paper knows best." in text
    assert "| visits: status | 2 | 2 | 100.0% | – |" in example.markdown().splitlines()
    assert "<td>visits: status</td>" in example._repr_html_()  # pyright: ignore[reportPrivateUsage] - for notebooks


def test_drawn_records_are_the_sample(base: Dataset, write_coding: WriteCoding) -> None:
    """Where records were drawn, others are neither matched nor missed."""
    path = write_coding(VISITS, {"visits": [SATO]}, drawn=["2021-an-van-binh"])
    found = compare_coding(base, path)
    assert (found.matches, found.only_dataset, found.only_coding) == ((), ("2021-an-van-binh",), ("visits/000.yaml",))


@pytest.mark.parametrize(
    ("kind", "coded", "record"),
    [
        ("meetings", {"date": "2023-03-05", "participants": [{"person": "An Van Binh"}, {"person": "sato-hanako"}]}, 0),
        ("agreements", {"title": {"en": "Treaty on Friendship"}, "signed": "2021-11-24"}, "2021-treaty"),
        ("agreements", {"title": {"en": "Treaty on Friendship"}, "signed": "2021-12-24"}, None),
        ("agreements", {"title": {"vi": "Hiệp ước"}, "signed": "2021-11-24"}, None),
        (
            "milestones",
            {"date": "1973-09-21", "kind": "other", "name": {"en": "Diplomatic Relations"}},
            "1973-relations",
        ),
        ("milestones", {"date": "2022-05", "kind": "first"}, "2022-first-loan"),
        ("commitments", {"kind": "request", "by": [{"country": "JP"}], "made": "2021-11-23"}, "2021-loan-pledge"),
        ("commitments", {"kind": "pledge", "by": [{"country": "VN"}], "made": "2021-11-23"}, None),
        ("figures", {"measure": "visit-ordinal", "as_of": "2021-11", "value": "2"}, "2021-visit-ordinal"),
    ],
)
def test_each_kind_has_its_own_identity(
    base: Dataset, write_coding: WriteCoding, kind: str, coded: Plain, record: str | int | None
) -> None:
    """A record is found again by what makes it this event, and only by that."""
    found = compare_coding(base, write_coding({kind: FIELDS[kind]}, {kind: [coded]}))
    expected = "2023-bangkok" if record == 0 else record
    assert [one.record for one in found.matches] == ([expected] if expected else [])


def test_the_likest_go_together(base: Dataset, write_coding: WriteCoding) -> None:
    """Of two records that could be the same event, the nearer one is."""
    near = attrs.evolve(base.agreements["2021-memorandum"], title=base.agreements["2021-joint-statement"].title)
    coded = [{"title": {"en": "Joint Statements"}, "signed": "2021-11-25"}, plain(near, ("title", "signed"))]
    found = compare_coding(base, write_coding({"agreements": ["signed"]}, {"agreements": coded}))
    assert [(one.record, one.coded) for one in found.matches] == [("2021-joint-statement", "agreements/001.yaml")]


def test_without_the_library_the_extra_is_named(
    base: Dataset, write_coding: WriteCoding, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence says what to install."""
    monkeypatch.setitem(sys.modules, "krippendorff", None)
    with pytest.raises(MissingExtraError, match=r"^Krippendorff's alpha needs the extra `coding`: pip install"):
        compare_coding(base, write_coding(VISITS, {"visits": [BINH]}))


def test_a_folder_of_codings_is_read_coder_by_coder(base: Dataset, write_coding: WriteCoding, tmp_path: Path) -> None:
    """Each folder with a manifest is one; a folder that is not there has none."""
    one = write_coding(VISITS, {"visits": [BINH]})
    assert compare_codings(base, one) == compare_codings(base, one.parent) == (compare_coding(base, one),)
    assert compare_codings(base, tmp_path / "nowhere") == compare_codings(base, tmp_path) == ()
