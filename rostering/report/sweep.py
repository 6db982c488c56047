"""Scenarios of a book side by side: what comes of each, in one table."""

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from io import BytesIO, StringIO

from openpyxl import Workbook

from constraints import Rule
from rostering.domain import Rota, Tier
from rostering.report.workbook.cells import (
    put_head,
    put_row,
    set_widths,
)
from rostering.report.workbook.printing import make_printable
from rostering.solve import Result
from rostering.worth.cost import by_group
from rostering.worth.measured import Measured
from rostering.worth.published import Figures
from rostering.worth.worth import worth

MARK = "\ufeff"
"""By which Excel knows the file for UTF-8."""
_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take a text for a formula by."""

Value = int | float | str | None


@dataclass(frozen=True)
class Trial:
    """One scenario, and what came of it."""

    name: str
    changes: tuple[str, ...]
    """What it changes, in words."""
    rules: tuple[Rule, ...]
    result: Result

    @property
    def rota(self) -> Rota | None:
        """Its rota; None where there is none, or none was found in the time."""
        has_none = self.result.outcome == "undecided" and not (
            self.result.rota and self.result.rota.fills
        )
        return None if has_none else self.result.rota

    @property
    def proved(self) -> int:
        """How many tiers are proved best."""
        return sum(tier.is_proved for tier in self.result.tiers)

    @property
    def proof(self) -> str:
        """How much is proved, in words."""
        if self.rota is None:
            return "no rota"
        every = len(self.result.tiers)
        return "all" if self.proved == every else f"{self.proved} of {every}"

    @property
    def seconds(self) -> float:
        """How long it was searched for, whoever else was busy meanwhile."""
        return sum(tier.seconds for tier in self.result.tiers)


@dataclass(frozen=True)
class Figure:
    """One column of the table."""

    head: str
    name: str
    """What it is called in files."""
    means: str
    places: int = 0


FIGURES = (
    Figure("crewed", "shifts_crewed", "shifts in which every post has its least"),
    Figure("gaps", "shifts_not_crewed", "shifts that are asked for, and not crewed"),
    Figure("hours", "hours_on_cars", "hours of all people on cars"),
    Figure("apart", "furthest_apart", "the most that any two are apart in what is "
           "shared fairly, each held against a fair share", 1),
    Figure("unmet", "wishes_unmet", "wishes of all tiers after cover that are not met"),
    Figure("paid", "paid_hours", "in hours of plain time, with what comes on top"),
    Figure("£", "pounds", "the same in pounds, where every rate is known"),
    Figure("worth", "worth_pounds", "of its cover, in pounds: an estimate by published "
           "figures"),
)  # fmt: skip


@dataclass(frozen=True)
class Sweep:
    """Every scenario, the book as it is first."""

    trials: tuple[Trial, ...]
    rates: Mapping[str, Decimal]
    figures: Figures
    officers: Collection[str] | None = None

    @cached_property
    def rows(self) -> tuple[tuple[Trial, tuple[int | float | None, ...]], ...]:
        """Each with its figures, in their order."""
        return tuple((trial, self._figures(trial)) for trial in self.trials)

    def _figures(self, trial: Trial) -> tuple[int | float | None, ...]:
        if trial.rota is None:
            return (None,) * len(FIGURES)
        found = Measured(trial.rota, trial.rota, trial.rules, self.rates)
        crewed, wanted = found.crewed.total(), found.wanted.total()
        apart = max(found.spreads.values(), default=0)
        unmet = sum(each.tier is not Tier.COVER for each in found.audit.wishes)
        groups = by_group(found.costs)
        pounds = [group.pounds for group in groups]
        paid = sum(group.basic_hours + group.extra_hours for group in groups)
        return (
            crewed,
            wanted - crewed,
            round(found.minutes.total() / 60),
            float(apart),
            unmet,
            round(float(paid)),
            None if None in pounds else round(float(sum(filter(None, pounds)))),
            self._worth(trial.rota),
        )

    def _worth(self, rota: Rota) -> int:
        """In pounds, everything once."""
        return round(float(worth(rota, self.figures, self.officers).pounds))


def sweep_document(found: Sweep) -> dict[str, object]:
    """Everything that the table says, and how good each rota is known to be."""
    return {"scenarios": [_document(*row) for row in found.rows]}


def _document(trial: Trial, figures: Sequence[int | float | None]) -> dict[str, object]:
    names = [figure.name for figure in FIGURES]
    return {
        "scenario": trial.name,
        "changes": list(trial.changes),
        "outcome": trial.result.outcome.value,
        "has_rota": trial.rota is not None,
        **dict(zip(names, figures, strict=True)),
        "tiers": [
            {"tier": t.tier.title, "value": t.value, "bound": t.bound}
            for t in trial.result.tiers
        ],
        "tiers_proved": trial.proved,
        "seconds": round(trial.seconds, 1),
    }


def sweep_file(found: Sweep, ending: str) -> bytes:
    """The table as a CSV file or a workbook, by the ending."""
    return _workbook(found) if ending == ".xlsx" else _comma(found)


def _table(found: Sweep) -> Iterator[list[Value]]:
    names = [figure.name for figure in FIGURES]
    yield ["scenario", *names, "proved", "search_seconds", "changes"]
    for trial, figures in found.rows:
        changes = "; ".join(trial.changes)
        end: list[Value] = [trial.proof, round(trial.seconds, 1), changes]
        yield [trial.name, *figures, *end]


def _comma(found: Sweep) -> bytes:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in _table(found):
        writer.writerow([_plain(value) for value in row])
    return f"{MARK}{text.getvalue()}".encode()


def _plain(value: Value) -> Value:
    """The value; a text that a spreadsheet would reckon stays a text."""
    is_risky = isinstance(value, str) and value.startswith(_RISKY)
    return f"'{value}" if is_risky else value


def _workbook(found: Sweep) -> bytes:
    book = Workbook()
    book.properties.creator = "rota"
    sheet = book.worksheets[0]
    sheet.title = "Scenarios"
    head, *rows = _table(found)
    put_head(sheet, 1, [str(name).replace("_", " ") for name in head])
    for number, row in enumerate(rows, 2):
        put_row(sheet, number, row)
    set_widths(sheet, (28, *(12 for _ in FIGURES), 12, 12, 60))
    make_printable(sheet, "", head_rows=1, freeze="B2")
    content = BytesIO()
    book.save(content)
    return content.getvalue()
