"""What should be known before a program learns from the records, in the words of Croissant's RAI vocabulary."""

from collections.abc import Mapping
from types import MappingProxyType

RAI = "http://mlcommons.org/croissant/RAI/1.0"

CARE: Mapping[str, object] = MappingProxyType(
    {
        "rai:dataCollection": (
            "Records were written from public documents that were read one by one: texts of instruments, pages of "
            "ministries and other public bodies, reports of news agencies, newspapers and broadcasters. Each record "
            "lists its documents with the fields that each supports. Where sources differ, one value is adopted, and "
            "the others are kept in `conflicts` with the reason."
        ),
        "rai:dataCollectionType": ["Document analysis"],
        "rai:dataCollectionRawData": (
            "The documents stand in `sources`, each with its title, address, language and the day on which it was "
            "read. Their texts are not part of the dataset."
        ),
        "rai:dataCollectionMissingData": (
            "What is not known is left empty; nothing is guessed or imputed. The record set `coverage` says which "
            "kinds, ranks and periods were searched, how complete the result is judged, and what is known to be "
            "missing."
        ),
        "rai:dataLimitations": [
            (
                "That an event is not there does not say that it did not take place: `coverage` tells for which "
                "kinds, ranks and periods the search is judged complete, and what no row of it speaks of was not "
                "searched."
            ),
            "Counts over the records are counts of what was found. Totals as sources report them are in `figures`.",
            "Dates are as exact as the sources: a day, a month, a year or a stretch of time.",
        ],
        "rai:dataBiases": [
            (
                "Only documents that could be read on the web were used: recent years and the visits of leaders have "
                "more of them than early years and lower ranks."
            ),
            (
                "Most documents are in Vietnamese, Japanese or English, and many are by governments, agencies and "
                "media of the two states."
            ),
        ],
        "rai:personalSensitiveInformation": (
            "Names of people in public life, the offices that they held, and public events in which they took part, "
            "as published by the sources named."
        ),
        "rai:dataReleaseMaintenancePlan": (
            "Releases have versions and a fingerprint over all records. Ids are kept from release to release; an id "
            "that was retired is listed in `retired` with what became of it."
        ),
    }
)
"""In our own words; docs/explanation has more of each."""
