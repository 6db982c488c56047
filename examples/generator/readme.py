"""The page that says what is in the Kent book, with the nights that it cannot cover."""

from examples.generator.book import Book
from examples.generator.kent_gaps import Gap, planted_gaps
from examples.generator.staff import Staff

HEAD = """# Kent

A worked example: three joint response cars, one paramedic with a regular officer
(Sunday to Thursday, on the team's late turn) or with Specials (Friday and Saturday
nights), for eight weeks from Monday 4 January 2027. Every person is invented.

| workbook | who keeps it | sheets |
|---|---|---|
"""

KEEPERS = {
    "trust": "the ambulance trust",
    "police": "the police force",
    "specials": "the Specials' coordinator",
    "joint": "the joint unit's rota manager",
}

NIGHTS = """
## Nights that nobody can cover

{count} of the {shifts} shifts cannot be crewed, whoever makes the rota. Every other
shift can be, all of them in one rota. Each reason can be checked by hand:

| date | car | why | cells |
|---|---|---|---|
"""

FOOT = """
On each of these days the paramedics who are not named ride the other cars, or may not
ride this one (`People`, column units).

## Made by

The workbooks are written by `examples/generator`, the same from the same seed:
`python -m examples.generator kent examples/kent`. Larger books come from the same code:
`python -m examples.generator larger FOLDER --cars 10 --weeks 13 --seed 5`.
"""


def kent_readme(book: Book, staff: Staff, shifts: int) -> str:
    """Write the page."""
    gaps = planted_gaps(book, staff)
    sheets = "".join(
        f"| `{file}.xlsx` | {KEEPERS[file]} | "
        f"{', '.join(sheet for sheet, _ in book.of_file(file))} |\n"
        for file in book.files
    )
    nights = "".join(map(_line, gaps))
    return HEAD + sheets + NIGHTS.format(count=len(gaps), shifts=shifts) + nights + FOOT


def _line(gap: Gap) -> str:
    day = f"{gap.day:%a} {gap.day.day} {gap.day:%b}"
    cells = ", ".join(f"`{cell}`" for cell in gap.cells)
    return f"| {day} | {gap.unit} | {gap.why} | {cells or 'no row of Availability'} |\n"
