"""The command line: it parses and prints, and computes nothing."""

from vnjp_dataset.cli.app import program, run

__all__ = ["program", "run"]
