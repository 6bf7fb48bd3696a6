"""Closed lists of words that more than one kind of record uses."""

from typing import Literal

Direction = Literal["VN-JP", "JP-VN"]
"""VN-JP: a Vietnamese figure in Japan; JP-VN: a Japanese figure in Vietnam."""

Language = Literal["en", "vi", "ja"]

Rank = Literal[
    "head-of-state",
    "imperial-house",
    "head-of-government",
    "party-leader",
    "presiding-officer",
    "vice-president",
    "deputy-prime-minister",
    "foreign-minister",
    "defence-minister",
    "minister",
    "party-figure",
    "chief-of-staff",
    "vice-minister",
    "ambassador",
    "local-leader",
    "spouse",
    "parliamentarian",
    "official",
    "other",
]
"""Ranks of office, highest first."""

LEADER_RANKS: tuple[Rank, ...] = ("head-of-state", "imperial-house", "head-of-government", "party-leader")
"""The ranks whose trips count as leaders' visits."""

RELATION_RANKS: tuple[Rank, ...] = (
    *LEADER_RANKS,
    "presiding-officer",
    "vice-president",
    "foreign-minister",
    "defence-minister",
    "ambassador",
)
"""The ranks of office that belong to the state of the relation on a day."""

RetiredKind = Literal[
    "visits",
    "meetings",
    "agreements",
    "milestones",
    "mechanisms",
    "commitments",
    "figures",
    "people",
    "offices",
    "organizations",
    "places",
    "sources",
    "fields",
    "measures",
    "coverage",
]
"""Kinds of record whose ids can be retired."""

Bound = Literal["exact", "about", "at-least", "more-than", "nearly", "at-most", "less-than"]
"""How a source qualifies a number."""
