"""Hostile input for every reader: `python -m fuzz` with a coverage-guided fuzzer, the test suite with Hypothesis.

What a reader may do with any input is in `outcome`, what the readers are in `targets`; both fuzzers use the same.
"""
