"""`vnjp release`: prepare a release of the checkout."""

import datetime as dt

import click

from vnjp_dataset.changes.forms import summary
from vnjp_dataset.cli.page import Page
from vnjp_dataset.errors import ReleaseError
from vnjp_dataset.loading import checkout_data
from vnjp_dataset.versions import prepare
from vnjp_dataset.versions import release as make


@click.command(short_help="Prepare a release of the checkout.")
@click.argument("version")
@click.option("--date", "day", metavar="DATE", help="The day of the release; today if not given.")
@click.option("--dry-run", is_flag=True, help="Write nothing, only tell what would be written.")
def release(version: str, day: str | None, *, dry_run: bool) -> None:
    """Write everything that the release VERSION of this checkout needs.

    That is the version, the change log's list of what changed, the registry of ids, the delta from the release
    before, citations, fingerprint and generated documents. A second run changes nothing. A failing check, a released
    id that vanished or a step that is too small ends with exit code 1 and every reason. Commit and tag afterwards.
    """
    data = checkout_data()
    if data is None:
        raise ReleaseError(["releases are made in a checkout of vnjp-dataset, not from an installed package"])
    root = data.parent
    prepared = (prepare if dry_run else make)(root, version, _day(day))
    page = Page()
    page.line(summary(prepared.diff), style="bold")
    for path in prepared.files:
        page.line(f"{'would write' if dry_run else 'wrote'} {path.relative_to(root).as_posix()}")
    if not prepared.files:
        page.line("everything stands as it should")


def _day(text: str | None) -> dt.date:
    if text is None:
        return dt.datetime.now(tz=dt.UTC).date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ReleaseError([f"expected a day such as 2026-11-22, got `{text[:40]}`"]) from None
