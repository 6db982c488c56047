"""Questions that behave as a test needs; workers import them from here."""

import os
import time
from dataclasses import dataclass, fields
from pathlib import Path

from constraints import RULES
from rostering.drawing import parse
from rostering.solve import Limits, Question

EVERY_RULE = tuple(rule() for rule in RULES.values())
TWO_PARTS = """
Ann
Bob
Cal
terms Ann hours=60 overtime units=J1
terms Bob hours=60 overtime units=J2
terms Cal hours=60 overtime units=J2
need L1+L2 L1 L2 L1+L2 - L1 L2
"""
LONG = 60
"""Seconds in which no test may end by itself."""


def question_of(drawing):
    return Question.of(parse(drawing).problem, EVERY_RULE, Limits())


@dataclass(frozen=True)
class Held(Question):
    """Whoever is the first to solve a part of it writes who it is, and stands still."""

    folder: Path = Path()

    @classmethod
    def over(cls, question, folder):
        values = {each.name: getattr(question, each.name) for each in fields(Question)}
        return cls(**values, folder=folder)

    def solve(self, part, brake, report):
        solved = super().solve(part, brake, report)
        try:
            with (self.folder / f"part-{part}").open("x") as file:
                file.write(f"{os.getpid()}\n")
        except FileExistsError:
            return solved
        brake.pulled.wait(LONG)
        return solved

    def held_by(self, part):
        """The process that stands still; waits until there is one."""
        path = self.folder / f"part-{part}"
        end = time.monotonic() + LONG
        while time.monotonic() < end:
            if path.exists() and path.read_text().endswith("\n"):
                return int(path.read_text())
            time.sleep(0.01)
        raise AssertionError(f"nobody began part {part}")


@dataclass(frozen=True)
class Deadly(Question):
    """Ends every process that tries it."""

    def solve(self, part, brake, report):
        os._exit(1)
