"""Files as they were understood, to be held against a small book."""

from datetime import date, time

from inputs.intake.cells import Source
from inputs.intake.changes import Changes
from inputs.intake.changes.working_out import changes
from inputs.intake.doubts import Doubt
from inputs.intake.recipe import Recipe
from inputs.intake.surveys import FileSurvey
from inputs.intake.wanted import ImportKind, Wanted
from inputs.intake.writing import write
from rostering.domain import Place
from tests.inputs.books import typed

SOURCE = "HR leave"
COLUMNS = {
    "Leave": "person kind from to start end status",
    "Availability": "person date from to",
    "History": "person date start end unit post kind",
    "Requests": "person want from to unit weight",
    "Training": "person skill from expires",
    "People": "id name role employer units team weekly_hours",
    "Teams": "team district anchor pattern",
    "Courses": "course skill date start end places",
}


def row(sheet: str, text: str, cell: str = "A2", file: str = "sent.xlsx") -> Wanted:
    """A row drawn as `P01 | annual | 11/01/2027`; a dot is nothing said."""
    columns = [name.replace("_", " ") for name in COLUMNS[sheet].split()]
    values = zip(columns, (part.strip() for part in text.split("|")), strict=False)
    said = {
        column: value if column in ("id", "person") else typed(value)
        for column, value in values
        if value != "."
    }
    return Wanted(sheet, said, (Place(file, "Sheet1", cell),))


def sent(
    sheet: str,
    *texts: str,
    file: str = "sent.xlsx",
    source: str = SOURCE,
    doubts: tuple[Doubt, ...] = (),
    said: dict | None = None,
) -> FileSurvey:
    """A file of these rows, which stand in it from the second row on."""
    rows = [row(sheet, text, f"A{n}", file) for n, text in enumerate(texts, 2)]
    recipe = Recipe(name=source, kind=ImportKind.LEAVE, said=said or {})
    return FileSurvey(
        Source(file, f"mark of {file}", ()),
        ImportKind.LEAVE,
        "as asked for",
        recipe,
        rows=tuple(rows),
        doubts=doubts,
    )


def leave(*texts: str, **more) -> FileSurvey:
    """A list of leave."""
    return sent("Leave", *texts, **more)


def doubt(cell: str = "A9", found: str = "Zumba", file: str = "sent.xlsx") -> Doubt:
    """Something that waits."""
    return Doubt(Place(file, "Sheet1", cell), found, "a kind of leave")


def imported(book, *files: FileSurvey) -> Changes:
    """Work out what the files change, and write it."""
    found = changes(book, files)
    write(found)
    return found


def told(found: Changes) -> dict[str, list[str]]:
    """What changes, in words that a test can compare."""
    return {
        what: lines
        for what, lines in {
            "added": [_words(each.row) for each in found.added],
            "changed": [
                f"{each.old.place(column)} {now} > {_shown(then)}"
                for each in found.changed
                for column, (now, then) in each.cells.items()
            ],
            "gone": [str(each.place) for each in found.gone],
            "same": [_words(each) for each in found.same],
            "kept": [str(gone.place) for each in found.kept for gone in each.rows],
            "doubts": [f"{each.place.cell}: {each.wanted}" for each in found.doubts],
        }.items()
        if lines
    }


def _words(row: Wanted) -> str:
    return " ".join(_shown(value) for value in row.values.values() if value is not None)


def _shown(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)
