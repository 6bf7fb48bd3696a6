"""iCalendar: events and anniversaries."""

from vnjp_dataset.export.ics.calendars import write

__all__ = ["write"]
