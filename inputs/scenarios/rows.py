"""The sheet of scenarios: one row for each change of a book."""

from dataclasses import dataclass

from inputs._columns import Row, SheetForm, optional, required
from inputs._values import NAME, SETTING
from rostering.domain import Place


@dataclass(frozen=True, kw_only=True)
class ScenarioRow(Row):
    """One change."""

    scenario: str = required(
        "scenario", NAME, "What it is called; rows of one name belong together."
    )
    sheet: str = required(
        "sheet", NAME, "A sheet of the book, or a word such as weeks, fewer or car."
    )
    row: str = optional(
        "row",
        NAME,
        "Which rows: what stands in their first column (or a name); or such as "
        "`unit=JR-04 and turn=late`; `all`; `new` for another row.",
        default="",
    )
    column: str = optional(
        "column",
        NAME,
        "Which column, or which parameter of a rule; blank to `remove` the rows.",
        default="",
    )
    value: str = optional("value", SETTING, "What is to stand there.", default="")

    @property
    def cell(self) -> tuple[str, Place]:
        """The value, and where it stands."""
        return self.value, self.place("value")


SCENARIOS = SheetForm("Scenarios", "What a sweep changes.", ScenarioRow, required=True)
