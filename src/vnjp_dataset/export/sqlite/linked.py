"""Views of what belongs to records: steps, instruments, documents and what these say instead."""

from vnjp_dataset.export.sqlite.view import RECORD, View, actors, listed

_STEP = 'a."visit_id" = s."visit_id" AND a."itinerary_position" = s."position"'
_PARTICIPANTS = actors("visits_itinerary_participants", _STEP)
_AGREEMENTS = listed("visits_itinerary_agreements", _STEP)
_RECORD = 'a."record_id" = c."record_id"'
_SUPPORTED = listed("citations_supports", f'{_RECORD} AND a."sources_position" = c."position"')
_DOCUMENTS = listed("conflicts_documents", f'{_RECORD} AND a."conflicts_position" = c."position"')

LINKED = (
    View(
        name="agreements_of_visits",
        doc="Instruments with the visits they belong to.",
        kinds=("visits", "agreements", "people"),
        columns={
            "visit": "The visit.",
            "direction": "The direction of the visit.",
            "lead_name": "The name of its lead.",
            "agreement": "The instrument.",
            "title": "Its title.",
            "agreement_kind": "What sort of instrument it is.",
            "signed": "When it was signed, exchanged or issued, as precisely as it is known.",
            "first_day": "The first day that this can have been; empty where open.",
            "amount": "The sum it provides.",
            "currency": "The currency of that sum.",
        },
        select="""
SELECT v."id", v."direction", p."label", a."id", a."label", a."kind", a."signed", a."signed_earliest",
  a."amount_value", a."amount_currency"
FROM "agreements" a JOIN "visits" v ON v."id" = a."visit" LEFT JOIN "people" p ON p."id" = v."lead"
""",
    ),
    View(
        name="itinerary_steps",
        doc="What was done on each visit, in order.",
        kinds=("visits", "places", "people", "organizations"),
        columns={
            "visit": "The visit.",
            "lead_name": "The name of its lead.",
            "step": "The step's place in the itinerary, from 0.",
            "day": "The day, as precisely as it is known.",
            "activity": "What was done.",
            "place": "The place.",
            "place_name": "The name of the place.",
            "venue": "The building or room.",
            "participants": "Those met, or who took part.",
            "agreements": "Instruments signed or issued.",
            "summary": "What happened, in our own words.",
        },
        select=f"""
SELECT r."id", lead."label", s."position", s."date", s."activity", s."place", place."label", s."venue",
  {_PARTICIPANTS},
  {_AGREEMENTS},
  s."summary"
FROM "visits_itinerary" s JOIN "visits" r ON r."id" = s."visit_id"
  LEFT JOIN "people" lead ON lead."id" = r."lead" LEFT JOIN "places" place ON place."id" = s."place"
""",
    ),
    View(
        name="sources_of_records",
        doc="The documents that each record rests on, with their publishers and what they support.",
        kinds=("sources",),
        columns={
            **RECORD,
            "document": "The document.",
            "publisher": "The name of its publisher.",
            "side": "Whose voice the publisher is.",
            "title": "The document's title.",
            "url": "The address it was read at.",
            "published": "When it came out, as precisely as it is known.",
            "language": "The language of the document.",
            "locator": "Where in the document: paragraph, page, heading.",
            "announcement": "Whether the document only announces what it supports.",
            "supports": "Paths of the fields it supports; a path covers what lies below it.",
        },
        select=f"""
SELECT c."record_id", r."kind", r."heading", c."document", s."label", s."side", d."title", d."url", d."published",
  d."language", c."locator", c."announcement",
  {_SUPPORTED}
FROM "citations" c JOIN "records" r ON r."id" = c."record_id"
  LEFT JOIN "documents" d ON d."id" = c."document" LEFT JOIN "sources" s ON s."id" = d."source_id"
""",
    ),
    View(
        name="conflicts_readable",
        doc="What sources say instead of the adopted value, and why it was not adopted.",
        kinds=("sources",),
        columns={
            **RECORD,
            "field": "Path of the field whose value is disputed.",
            "other_value": "The other value, as text.",
            "reason": "Why the adopted value was preferred.",
            "documents": "The documents that say so.",
        },
        select=f"""
SELECT c."record_id", r."kind", r."heading", c."field", c."value", c."reason",
  {_DOCUMENTS}
FROM "conflicts" c JOIN "records" r ON r."id" = c."record_id"
""",
    ),
)
