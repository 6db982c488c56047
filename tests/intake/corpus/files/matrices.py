"""Matrices of skills with several columns a skill, or with people across."""

from datetime import date
from random import Random

from tests.intake.corpus.cast import PARAMEDICS, REGULARS, SKILLS, Person
from tests.intake.corpus.drawing import Drawing, Ink, Value
from tests.intake.corpus.events import Event, trainings
from tests.intake.corpus.grids import bar
from tests.intake.corpus.lists import titled
from tests.intake.corpus.registry import drawn

_NAMES = SKILLS["regular"]


def _held(random: Random, people: tuple[Person, ...]) -> dict[tuple[str, str], Event]:
    """What everybody holds, by person and skill."""
    return {
        (event.person.id, str(event.values["skill"])): event
        for event in trainings(random, people)
    }


@drawn("skills-two-columns.xlsx", "training", "Date taken and Expires below each skill")
def _two_columns(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Training")
    drawing.passed(*titled(page, "Training record, police"))
    heads = [ink for skill in _NAMES for ink in (bar(2, skill), None)]
    page.add(Ink("Collar No", down=2), Ink("Name", down=2), *heads)
    page.add(None, None, *["Date taken", "Expires"] * len(_NAMES))
    held = _held(random, REGULARS)
    for turn, one in enumerate(REGULARS):
        who = [Ink(one.id), Ink(one.name)]
        squares: list[Ink] = []
        for number, skill in enumerate(_NAMES):
            event = held[one.id, skill]
            both = _both(event, lacks=turn % 4 == number + 1)
            squares += both
            if both[0].value == "N/A":
                drawing.passed(*both)
            else:
                drawing.row("Training", [*both, *who], **event.row)
        page.add(*who, *squares)


def _both(event: Event, *, lacks: bool) -> list[Ink]:
    """The first and the last day, or that there are none."""
    days = [event.values["from"], event.values["expires"]]
    return [Ink("N/A" if lacks else day) for day in days]


@drawn("skills-one-row.csv", "training", "the skill and its part in one heading")
def _one_row(drawing: Drawing, random: Random) -> None:
    page = drawing.page()
    heads = [f"{skill} {part}" for skill in _NAMES for part in ("from", "to")]
    page.add("Collar No", "Officer", *heads)
    held = _held(random, REGULARS)
    for one in REGULARS:
        who = [Ink(one.digits), Ink(one.name)]
        events = [held[one.id, skill] for skill in _NAMES]
        squares = [[_text(event, "from"), _text(event, "expires")] for event in events]
        page.add(*who, *(ink for both in squares for ink in both))
        for event, both in zip(events, squares, strict=True):
            drawing.row("Training", [*both, *who], **event.row)


def _text(event: Event, column: str) -> Ink:
    day = event.values[column]
    assert isinstance(day, date)
    return Ink(f"{day:%d/%m/%Y}")


_STATES: tuple[Value, ...] = ("Current", "Booked", "In date", "Not held", "Expired")


@drawn("skills-states.ods", "training", "a state beside each expiry, not always true")
def _states(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Skills")
    page.add(None, None, *(text for skill in _NAMES for text in (skill, None)))
    page.add("Collar No", "Name", *["Status", "Expiry"] * len(_NAMES))
    held = _held(random, REGULARS)
    turn = 0
    for one in REGULARS:
        who = [Ink(one.id), Ink(one.name)]
        squares: list[Ink] = []
        for skill in _NAMES:
            event = held[one.id, skill]
            state, last = (
                Ink(_STATES[turn % len(_STATES)]),
                Ink(event.values["expires"]),
            )
            if state.value == "Not held":
                last = Ink()
                drawing.passed(state)
            elif state.value == "Booked":
                drawing.doubt("state", state)
            else:
                row = {name: v for name, v in event.row.items() if name != "from"}
                drawing.row("Training", [last, *who], **row)
            squares += [state, last]
            turn += 1
        page.add(*who, *squares)


@drawn(
    "skills-turned.xlsx", "training", "skills down, people across by name and number"
)
def _turned(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Matrix")
    drawing.passed(*titled(page, "Skills of the paramedics"))
    _, *names = page.add("Name", *(one.name for one in PARAMEDICS))
    _, *numbers = page.add("Payroll No", *(one.digits for one in PARAMEDICS))
    held = _held(random, PARAMEDICS)
    for skill in SKILLS["paramedic"]:
        events = [held[one.id, skill] for one in PARAMEDICS]
        label, *squares = page.add(
            skill, *(event.values["expires"] for event in events)
        )
        for at, (event, ink) in enumerate(zip(events, squares, strict=True)):
            row = {name: v for name, v in event.row.items() if name != "from"}
            drawing.row("Training", [ink, label, names[at], numbers[at]], **row)


@drawn("skills-turned-pairs.xlsx", "training", "people across, two columns for each")
def _turned_pairs(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Matrix")
    _, *names = page.add(
        "Course", *(ink for one in REGULARS for ink in (one.name, None))
    )
    page.add(None, *["Issued", "Expires"] * len(REGULARS))
    held = _held(random, REGULARS)
    for skill in _NAMES:
        events = [held[one.id, skill] for one in REGULARS]
        days = [ink for event in events for ink in _both(event, lacks=False)]
        label, *squares = page.add(skill, *days)
        for at, event in enumerate(events):
            both = squares[2 * at : 2 * at + 2]
            drawing.row("Training", [*both, label, names[2 * at]], **event.row)
