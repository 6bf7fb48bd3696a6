"""The console script `vnjp`, and `python -m vnjp_dataset`."""

import sys

from vnjp_dataset.errors import MissingExtraError


def main() -> None:
    """Run the command line; where what it needs is not installed, say in one sentence how to get it."""
    try:
        from vnjp_dataset.cli import run  # noqa: PLC0415 - it needs the extra, which may not be there
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("click", "rich"):
            raise
        sys.stderr.write(f"vnjp: {MissingExtraError('the command line', 'cli')}\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
