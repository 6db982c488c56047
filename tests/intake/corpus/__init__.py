"""Workbooks as people send them, drawn from known facts, and the judge of our reading.

`python -m tests.intake.corpus` makes the files anew; `… corpus judge` judges them.
"""
