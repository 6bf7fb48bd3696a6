"""`vnjp verify`: whether the installation is whole."""

import attrs
import click

from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import say_json
from vnjp_dataset.cli.page import Page
from vnjp_dataset.versions import verify as verify_package


@click.command(short_help="Prove that data and fingerprints agree.")
@format_option("text", "json")
@click.pass_context
def verify(ctx: click.Context, form: str) -> None:
    """Prove that the snapshot, the YAML, the published fingerprint and the earlier releases of this package agree.

    Says what differs, and ends with exit code 1 if anything does. In a checkout, which has no snapshot, the YAML is
    held against what was published under its version.
    """
    found = verify_package()
    if form == "json":
        differences = found.differences
        say_json(
            {
                "holds": found.holds,
                "findings": [attrs.asdict(one) for one in found.findings],
                "differences": [one.id for one in differences] if differences else [],
            }
        )
    else:
        page = Page()
        for line in str(found).splitlines():
            page.line(line)
    ctx.exit(0 if found.holds else 1)
