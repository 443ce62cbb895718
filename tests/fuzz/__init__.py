"""A mutating fuzzer: pages and their English, changed at random, held to what check, fix and all reports promise.

`python -m tests.fuzz --seed 1 --pairs 1000` is a run; a short one is an ordinary test (tests/test_fuzz.py).
"""
