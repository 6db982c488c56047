"""Whatever names, notes and codes hold goes through every format and harms nobody."""

from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import example, given, settings

from inputs._cells import cleaned
from rostering.domain.signs import seen
from rostering.report.calendar import calendars_of, write
from rostering.report.calendar.entries import Kind, Owner, harmless
from rostering.report.console.cars import cars_shown
from rostering.report.console.gaps import gaps_shown
from rostering.report.console.people import people_shown
from rostering.report.console.screen import Screen
from rostering.report.console.summary import built_shown
from rostering.report.console.weeks import weeks_shown
from rostering.report.document import to_json
from rostering.report.page import to_page
from rostering.report.veil import View, veiled
from rostering.report.workbook import to_workbook
from rostering.saved.comma import to_csv
from rostering.saved.lines import State
from rostering.saved.reading import read_rota
from tests.report.calendars import events, files
from tests.report.hostile import HOSTILE, NASTY, dressed
from tests.report.inspected import COMMANDS, look_through
from tests.report.parsed import Parsed
from tests.report.printing import files_of, saved

PUBLIC = View("public", frozenset())


def terminal(built, plain, folder):
    """Nothing commands the terminal, for which no colour is left here."""
    missed = [line for line in built.lines if line.state is not State.FILLED]
    for width in (80, 200):
        console = Screen(file=StringIO(), width=width, markup=False, emoji=False)
        for parts in (
            built_shown(built),
            cars_shown(built.lines, width),
            people_shown(built.lines, width),
            weeks_shown(built.lines, width),
            gaps_shown(missed),
        ):
            console.print(*parts)
        text = console.file.getvalue()
        assert not COMMANDS.search(text)
        text.encode()


def workbook(built, plain, folder):
    """Read back as it was written."""
    file = put(folder, "rota.xlsx", to_workbook(built, folder))
    if all(cleaned(line.name) == line.name for line in built.lines if line.name):
        # Every name in a book is such a one.
        again = read_rota(file)
        assert told(again.lines) == told(again.built) == told(built.lines)


def comma(built, plain, folder):
    """Read back as it was written."""
    file = put(folder, "rota.csv", to_csv(built.lines))
    assert told(read_rota(file).lines) == told(built.lines)


def document(built, plain, folder):
    """Read back as it was written."""
    file = put(folder, "rota.json", to_json(built, folder))
    assert told(read_rota(file).lines) == told(built.lines)


def page(built, plain, folder):
    """Built of the same elements as any other, with the same script and style."""
    put(folder, "rota.html", to_page(built))
    made, undressed = Parsed(to_page(built)), Parsed(to_page(plain))
    assert made.skeleton == undressed.skeleton
    assert made.raw == undressed.raw


def calendars(built, plain, folder):
    """Each shift of each car is one event."""
    made = calendars_of(saved(built.lines), folder)
    write(folder, made.exported(made.names, built.rota.problem.period))
    for path in folder.rglob("*.ics"):
        look_through(path)
    counts = [len(events(folder, file)) for file in files(folder) if "cars" in file]
    assert sum(counts) == len({line.shift_id for line in built.lines})


def paper(built, plain, folder):
    """A sheet and a poster."""
    line = next(line for line in built.lines if line.name)
    both = Owner(Kind.PERSON, line.person), Owner(Kind.CAR, line.unit)
    chosen = [replace(owner, id=harmless(owner.id)) for owner in both]
    made = files_of(saved(built.lines), built.rota.problem.period, chosen)
    assert len(made) == len(chosen)
    for content in made.values():
        put(folder, "sheet.pdf", content)


FORMATS = {
    terminal: 12,
    workbook: 12,
    comma: 40,
    document: 40,
    page: 20,
    calendars: 20,
    paper: 4,
}
"""Each with how many texts are tried: a moment each, but a second on paper."""


def put(folder, name, content):
    """Write the file, and look through it."""
    path = folder / name
    path.write_bytes(content)
    look_through(path)
    return path


def told(lines):
    """Who stands where, but for signs that are no text."""
    return sorted(
        tuple(map(text_of, (x.unit, x.turn, x.post, x.name, x.state))) for x in lines
    )


def text_of(text):
    return (cleaned(seen(text)) or "").replace("\N{REPLACEMENT CHARACTER}", "")


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_that_a_book_says_does_harm(built, tmp_path_factory, form):
    plain = dressed(built, "x")

    @settings(max_examples=FORMATS[form])
    @example("".join(NASTY))
    @given(HOSTILE)
    def harmless(text):
        form(dressed(built, text), plain, tmp_path_factory.mktemp("any"))

    harmless()


@pytest.mark.parametrize("form", [form for form in FORMATS if form is not paper])
def test_nothing_that_is_shared_does_harm(built, tmp_path_factory, form):
    shown, plain = (
        veiled(dressed(built, text).rota, PUBLIC) for text in ("".join(NASTY), "x")
    )
    form(shown, plain, tmp_path_factory.mktemp("any"))
