"""Training: long lists and matrices of expiries."""

from datetime import date
from random import Random

from tests.intake.corpus.cast import PARAMEDICS, REGULARS, SKILLS
from tests.intake.corpus.drawing import Drawing, Ink, Value
from tests.intake.corpus.events import DAY, Event, trainings
from tests.intake.corpus.hands import Hand
from tests.intake.corpus.lists import titled
from tests.intake.corpus.registry import drawn
from tests.intake.corpus.systems import COMPETENCES, ESR_COMPETENCE

_SAID = tuple(
    f"skill {word} = {skill}" for skill, word in COMPETENCES.items() if word != skill
)


@drawn("esr-competence.xlsx", "training", "ESR's competences, once explained", *_SAID)
def _esr(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Competence")
    drawing.passed(*titled(page, "Competence compliance report"))
    ESR_COMPETENCE.draw(drawing, page, trainings(random, PARAMEDICS), Hand())


@drawn("esr-competence-unsaid.csv", "training", "competences that nobody has explained")
def _unsaid(drawing: Drawing, random: Random) -> None:
    page = drawing.page()
    page.add(*ESR_COMPETENCE.columns)
    for event in trainings(random, PARAMEDICS[:4]):
        inks = ESR_COMPETENCE.write_row(page, event, Hand(dates="slashes"))
        if event.values["skill"] == "registration":
            drawing.row("Training", inks, **event.row)
        else:
            drawing.doubt("skill", *inks)


def _matrix(
    drawing: Drawing, random: Random, hand: Hand, odd: dict[int, Value] | None = None
) -> None:
    """People by skills; every so-manieth cell says something other than a date."""
    page = drawing.page("Training matrix")
    drawing.passed(*titled(page, "Training matrix 2027"))
    skills = SKILLS["regular"]
    page.add("Collar No", "Name", *skills)
    turn = 0
    for one in REGULARS:
        squares = []
        who = [hand.number(one), hand.name(one)]
        for skill in skills:
            expires = date(2027, 1, 15) + DAY * random.randrange(300)
            ink = hand.day(expires)
            values = {"skill": skill, "expires": expires}
            if odd and turn in odd:
                ink = Ink(odd[turn])
                _odd(drawing, ink)
            else:
                row = Event("Training", one, dict(values)).row
                drawing.row("Training", [ink, *who], **row)
            squares.append(ink)
            turn += 1
        page.add(*who, *squares)


def _odd(drawing: Drawing, ink: Ink) -> None:
    if ink.value in ("N/A", None):
        drawing.passed(ink)
    else:
        drawing.doubt("expiry", ink)


@drawn("skills-matrix.xlsx", "training", "people by skills, true dates")
def _plain(drawing: Drawing, random: Random) -> None:
    _matrix(drawing, random, Hand())


@drawn("skills-matrix.ods", "training", "the same in LibreOffice, dates as text")
def _libre(drawing: Drawing, random: Random) -> None:
    _matrix(drawing, random, Hand(dates="slashes", names="comma"))


@drawn("skills-matrix-odd.xlsx", "training", "Booked 12/3, N/A, ? and blanks")
def _odd_matrix(drawing: Drawing, random: Random) -> None:
    odd: dict[int, Value] = {1: "Booked 12/3", 4: "N/A", 6: "?", 9: "TBC", 11: None}
    _matrix(drawing, random, Hand(dates="short"), odd)


@drawn("skills-months.xlsx", "training", "expiries by month: the month's last day")
def _months(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Skills")
    page.add("Collar No", "Officer", "Skill", "Expiry")
    spellings = {"Mar-27": date(2027, 3, 31), "Feb 2028": date(2028, 2, 29)}
    spellings |= {"31/05/2027": date(2027, 5, 31), "09/2027": date(2027, 9, 30)}
    for turn, (spelling, last) in enumerate(spellings.items()):
        one = REGULARS[turn]
        inks = page.add(one.id, one.name, "first aid", spelling)
        drawing.row("Training", inks, person=one.id, skill="first aid", expires=last)
