"""How fast the library is: cold start, queries, and how both grow; `python -m benchmarks` runs all of it."""
