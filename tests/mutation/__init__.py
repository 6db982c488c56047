"""Mistakes planted one by one in the rules, to see whether the tests find them out.

`python -m tests.mutation` tries every module of `constraints`, `python -m
tests.mutation daily_rest` only the named ones. A mutant is a small change to the code:
see `operators`. It is planted in the living functions of a forked process (`planting`),
in which the tests that reach the changed line are run, quickest first, until one fails
(`trying`, `forking`). What no test finds out survives, and is listed (`record`).

Left out are what only words a message (text, whatever gives text, `briefly`), type
hints, and what runs only on import (`constraints/__init__.py`).
"""
