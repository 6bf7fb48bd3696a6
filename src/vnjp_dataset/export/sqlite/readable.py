"""Views of records and of terms of office with names beside ids."""

from vnjp_dataset.export.sqlite.view import DAYS, View, actors, listed

READABLE = (
    View(
        name="visits_readable",
        doc="Visits with the names of lead and office.",
        kinds=("visits", "people", "offices"),
        columns={
            "id": "The visit.",
            "direction": "VN-JP: a Vietnamese figure in Japan; JP-VN: the other way.",
            "lead": "Who led the visit.",
            "lead_name": "The lead's name in Latin letters.",
            "lead_name_vi": "The lead's name in Vietnamese.",
            "lead_name_ja": "The lead's name in Japanese script.",
            "office": "The office in which the lead came.",
            "office_title": "The title of that office.",
            "rank": "The rank of that office.",
            "begins": "First day of the trip, as precisely as it is known.",
            "ends": "Last day of the trip, as precisely as it is known.",
            "first_day": "The first day that the trip can have begun; empty where open.",
            "last_day": "The last day that the trip can have ended; empty where open.",
            "days": "How many days it lasted, first and last included; empty where a day is not known.",
            "status": "Whether it took place.",
            "style_vn": "How Vietnam styles it.",
            "style_jp": "How Japan styles it.",
            "occasion": "What else brought the lead there.",
            "summary": "The visit in our own words.",
        },
        select="""
SELECT v."id", v."direction", v."lead", p."label", p."name_vi", p."name_ja", v."office", o."label", o."rank",
  v."start", v."end", v."start_earliest", v."end_latest",
  CASE WHEN v."start_precision" = 'day' AND v."end_precision" = 'day'
    THEN CAST(julianday(v."end_earliest") - julianday(v."start_earliest") AS INTEGER) + 1 END,
  v."status", v."labels_vn_style", v."labels_jp_style",
  coalesce(v."occasion_name_en", v."occasion_name_vi", v."occasion_name_ja"), v."summary"
FROM "visits" v LEFT JOIN "people" p ON p."id" = v."lead" LEFT JOIN "offices" o ON o."id" = v."office"
""",
    ),
    View(
        name="meetings_readable",
        doc="Meetings with the names of those who spoke with each other.",
        kinds=("meetings", "places", "people", "organizations"),
        columns={
            "id": "The meeting.",
            "day": "The day, as precisely as it is known.",
            **DAYS,
            "medium": "How they met.",
            "participants": "Those who spoke with each other.",
            "place": "The place.",
            "place_name": "The name of the place.",
            "occasion": "The conference on whose margins they met.",
            "status": "Whether it took place.",
            "summary": "The talks in our own words.",
        },
        select=f"""
SELECT r."id", r."date", r."date_earliest", r."date_latest", r."medium",
  {actors("meetings_participants", 'a."meeting_id" = r."id"')},
  r."place", place."label", coalesce(r."occasion_name_en", r."occasion_name_vi", r."occasion_name_ja"),
  r."status", r."summary"
FROM "meetings" r LEFT JOIN "places" place ON place."id" = r."place"
""",
    ),
    View(
        name="commitments_readable",
        doc="Commitments with the names of those who speak and of those spoken to.",
        kinds=("commitments", "people", "organizations"),
        columns={
            "id": "The commitment.",
            "kind": "What sort of commitment.",
            "speakers": "Who speaks.",
            "addressees": "To whom.",
            "made": "When it was said, as precisely as it is known.",
            **DAYS,
            "summary": "What was said, in our own words.",
            "amount": "Money promised or asked.",
            "currency": "The currency of that money.",
            "quantity": "Things promised or asked.",
            "unit": "What these things are.",
            "due": "By when.",
            "followed_by": "Later records that show it carried out.",
        },
        select=f"""
SELECT r."id", r."kind",
  {actors("commitments_by", 'a."commitment_id" = r."id"')},
  {actors("commitments_to", 'a."commitment_id" = r."id"')},
  r."made", r."made_earliest", r."made_latest", r."summary", r."amount_value", r."amount_currency",
  r."quantity_value", r."quantity_unit", r."due",
  {listed("commitments_followed_by", 'a."commitment_id" = r."id"')}
FROM "commitments" r
""",
    ),
    View(
        name="figures_readable",
        doc="Reported figures with the names of their measures.",
        kinds=("figures", "measures"),
        columns={
            "id": "The figure.",
            "measure": "What is measured.",
            "measure_name": "The name of the measure.",
            "value": "The number, in its unit.",
            "unit": "What is counted.",
            "bound": "How the source qualifies it.",
            "as_of": "The day or period that it speaks of, as precisely as it is known.",
            **DAYS,
            "about": "The record it speaks of.",
            "about_heading": "A line that names that record.",
            "summary": "The claim, in our own words.",
        },
        select="""
SELECT f."id", f."measure", m."label", f."value", f."unit", f."bound", f."as_of", f."as_of_earliest", f."as_of_latest",
  f."about", r."heading", f."summary"
FROM "figures" f LEFT JOIN "measures" m ON m."id" = f."measure" LEFT JOIN "records" r ON r."id" = f."about"
""",
    ),
    View(
        name="terms_readable",
        doc="Who held which office when.",
        kinds=("people", "offices"),
        columns={
            "person": "The person.",
            "person_name": "The person's name in Latin letters.",
            "office": "The office.",
            "office_title": "The title of the office.",
            "rank": "The rank of the office.",
            "country": "The country that the office belongs to.",
            "begins": "The day it was taken up, as precisely as it is known.",
            "ends": "The day it was laid down; empty while held or not known.",
            "first_day": "The first day that it can have been taken up; empty where open.",
            "last_day": "The last day that it can have been laid down; empty where open.",
            "acting": "Whether it was held on somebody else's behalf.",
            "still_held": "Whether a source says that the office is still held.",
        },
        select="""
SELECT t."person_id", p."label", t."office", o."label", o."rank", o."country", t."start", t."end",
  t."start_earliest", t."end_latest", t."acting", t."open"
FROM "people_terms" t JOIN "people" p ON p."id" = t."person_id" LEFT JOIN "offices" o ON o."id" = t."office"
""",
    ),
)
