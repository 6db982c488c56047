"""The evenings that Special Constables offer, and what people ask for."""

from datetime import date, time
from random import Random

from tests.intake.corpus.cast import PARAMEDICS, SPECIALS
from tests.intake.corpus.drawing import Drawing, Ink
from tests.intake.corpus.events import DAY, FIRST, offers
from tests.intake.corpus.grids import Grid
from tests.intake.corpus.hands import Hand
from tests.intake.corpus.lists import titled
from tests.intake.corpus.registry import drawn
from tests.intake.corpus.systems import OFFERS

_NIGHTS = [FIRST + DAY * (7 * week + step) for week in range(4) for step in (4, 5)]
_NIGHT = {"from_": time(18), "to": time(2)}


@drawn("dutysheet-offers.csv", "availability", "offers as DutySheet lists them")
def _offers(drawing: Drawing, random: Random) -> None:
    page = drawing.page()
    hand = Hand(dates="slashes", clocks="colon")
    OFFERS.draw(drawing, page, offers(random, SPECIALS), hand)


@drawn("offers-clocks.xlsx", "availability", "6pm, 1800 and 18.00 in one column")
def _clocks(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Offers")
    page.add(*OFFERS.columns)
    styles = ["true", "colon", "bare", "dots", "twelve", "fraction"]
    for turn, event in enumerate(offers(random, SPECIALS)):
        hand = Hand(clocks=styles[turn % len(styles)], names="ranked", ids="digits")
        OFFERS.draw_row(drawing, page, event, hand)


def _chart(
    drawing: Drawing, random: Random, answers: dict[str, str], times: dict[str, object]
) -> None:
    """Y and N on a chart; N is no here, not night, and a blank is no as well."""
    page = drawing.page("Specials")
    drawing.passed(*titled(page, "SC availability January 2027", gap=False))
    grid = Grid(SPECIALS, _NIGHTS, Hand(names="ranked"))
    for one in SPECIALS:
        for night in _NIGHTS:
            answer = random.choice(list(answers))
            ink = grid.put(one, night, Ink(answer or None))
            if answers[answer]:
                inks = [ink, grid.names[one.id]]
                row = {"person": one.id, "date": night, **times}
                if answers[answer] != "Y":
                    row["to"] = time.fromisoformat(answers[answer])
                drawing.row("Availability", inks, **row)
            else:
                drawing.passed(ink)
    grid.head(page, "true")
    grid.draw(page)


@drawn("specials-yes-no.xlsx", "availability", "Y, N and blanks for each night")
def _yes_no(drawing: Drawing, random: Random) -> None:
    answers = {"Y": "Y", "yes": "Y", "N": "", "": ""}
    _chart(drawing, random, answers, dict(_NIGHT))


@drawn("specials-hours.ods", "availability", "18-02, 1800x0000 and blanks")
def _hours(drawing: Drawing, random: Random) -> None:
    answers = {"18-02": "Y", "1800x0000": "00:00", "N": "", "": ""}
    _chart(drawing, random, answers, dict(_NIGHT))


@drawn(
    "specials-until.xlsx", "availability", "until 0000 and after 7 wait or are right"
)
def _until(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Specials")
    page.add("Collar", "Officer", "Date", "Available")
    for turn, one in enumerate(SPECIALS):
        night = _NIGHTS[turn]
        answer = ("Y", "18:00-02:00", "maybe", "N", "ask me", "18-02")[turn]
        inks = page.add(one.id, one.name, night, answer)
        if answer in ("maybe", "ask me"):
            drawing.doubt("answer", *inks)
        elif answer == "N":
            drawing.passed(inks[3])
        else:
            drawing.row("Availability", inks, person=one.id, date=night, **_NIGHT)


@drawn("requests.xlsx", "requests", "what people ask for, to work and to be off")
def _requests(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Requests")
    drawing.passed(*titled(page, "Requests for January"))
    page.add("Payroll No", "Name", "Request", "From", "To")
    for turn, one in enumerate(PARAMEDICS):
        first = date(2027, 1, 9) + DAY * turn
        want = ("off", "work")[turn % 2]
        inks = page.add(one.id, one.name, want, first, first + DAY)
        drawing.row(
            "Requests", inks, person=one.id, want=want, from_=first, to=first + DAY
        )
