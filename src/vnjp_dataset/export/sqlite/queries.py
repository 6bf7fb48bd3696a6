"""Questions that readers ask, ready to be run in Datasette; `:name` is what they fill in."""

from collections.abc import Sequence

import attrs

from vnjp_dataset.export.sqlite.schema import literal
from vnjp_dataset.model import LEADER_RANKS, KindName


@attrs.frozen(kw_only=True)
class Query:
    """A question in SQL, and the kinds of record that it needs."""

    name: str
    title: str
    doc: str
    kinds: tuple[KindName, ...] = ()
    sql: str


def queries(kinds: Sequence[KindName]) -> tuple[Query, ...]:
    """Return the questions that some kinds of record are enough for."""
    return tuple(one for one in _QUERIES if set(one.kinds) <= set(kinds))


_LEADERS = ", ".join(map(literal, LEADER_RANKS))
_QUERIES = (
    Query(
        name="find",
        title="Find records by words",
        doc="Names in English, in Vietnamese with or without marks, in kanji and in kana; best first.",
        # escape_fts is Datasette's: what was typed in is words, whatever signs are in it; no word finds nothing.
        sql="""SELECT "id", "kind", "heading" FROM "search"
WHERE "search" MATCH coalesce(nullif(escape_fts(:words), ''), '""') ORDER BY "rank", "id" LIMIT 200
""",
    ),
    Query(
        name="leaders_visits_by_decade",
        title="Leaders' visits by decade",
        doc="Visits of heads of state and government, of the imperial house and of party leaders that were held; "
        "where none stands, the table `coverage` tells what was searched.",
        kinds=("visits", "offices"),
        sql="""SELECT "year" / 10 * 10 AS "decade", "direction", sum("leaders") AS "visits"
FROM "visits_per_year" GROUP BY "decade", "direction" HAVING sum("leaders") > 0 ORDER BY "decade", "direction"
""",
    ),
    Query(
        name="visits_of_a_person",
        title="Visits of a person",
        doc="Every visit that somebody led or joined, by the person's id, such as kishida-fumio.",
        kinds=("visits", "people", "offices"),
        sql="""SELECT "id", "begins", "ends", "direction", "status", 'lead' AS "part", "summary"
FROM "visits_readable" WHERE "lead" = :person
UNION ALL
SELECT v."id", v."begins", v."ends", v."direction", v."status", c."role", v."summary"
FROM "visits_companions" c JOIN "visits_readable" v ON v."id" = c."visit_id" WHERE c."person" = :person
ORDER BY 2
""",
    ),
    Query(
        name="documents_behind_a_record",
        title="Documents behind a record",
        doc="Which documents a record rests on and what each supports, by the record's id, such as 2014-partnership.",
        kinds=("sources",),
        sql="""SELECT "side", "publisher", "document", "title", "published", "supports", "locator", "url"
FROM "sources_of_records" WHERE "record" = :record ORDER BY "side", "document"
""",
    ),
    Query(
        name="records_behind_a_document",
        title="What a document supports",
        doc="Which records cite a document, by publisher and key.",
        kinds=("sources",),
        sql="""SELECT "record_kind", "record", "heading", "supports", "locator"
FROM "sources_of_records" WHERE "document" = :document ORDER BY "record_kind", "record"
""",
    ),
    Query(
        name="agreements_by_field",
        title="Agreements by field of cooperation",
        doc="How many instruments of each kind deal with each field; one that deals with several counts in each.",
        kinds=("agreements", "fields"),
        sql="""SELECT f."label" AS "field", a."kind", count(*) AS "agreements"
FROM "agreements_fields" l JOIN "fields" f ON f."id" = l."value" JOIN "agreements" a ON a."id" = l."agreement_id"
GROUP BY f."id", a."kind" ORDER BY "agreements" DESC, "field", a."kind"
""",
    ),
    Query(
        name="what_happened_between",
        title="What happened between two days",
        doc="Everything dated that can have begun between two days, both included, written as 2014-03-18.",
        kinds=("visits",),
        sql="""SELECT "day", "record_kind", "record", "heading" FROM "timeline"
WHERE "day" BETWEEN :first AND :last ORDER BY "day", "record"
""",
    ),
    Query(
        name="office_holders_on_a_day",
        title="Who held which office on a day",
        doc="Holders as far as the records say so: a term without an end counts where a source says that it lasts.",
        kinds=("people", "offices"),
        sql=f"""SELECT "country", "rank", "office_title", "person", "person_name", "begins", "ends"
FROM "terms_readable"
WHERE "first_day" <= :day AND ("last_day" >= :day OR "still_held")
  AND "rank" IN ({_LEADERS}, 'foreign-minister')
ORDER BY "country" DESC, "rank", "begins"
""",
    ),
)
