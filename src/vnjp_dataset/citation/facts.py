"""What every citation says of the dataset, whatever its style."""

TITLE = "vnjp-dataset: the typed, sourced record of Vietnam–Japan relations since 1973"
AUTHOR = "The vnjp-dataset contributors"
LICENSES = ("MIT", "CC-BY-4.0")
KEYWORDS = ("Vietnam", "Japan", "diplomacy", "state visits", "international relations", "dataset")
ABSTRACT = (
    "Visits, meetings, agreements, milestones, mechanisms, commitments and reported figures of Vietnam–Japan "
    "relations since 1973, each fact with its sources and with the conflicts between them."
)
