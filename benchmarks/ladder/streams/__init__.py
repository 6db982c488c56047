"""Timefold for Python as a peer: seats, people, and the rules as constraint streams."""
