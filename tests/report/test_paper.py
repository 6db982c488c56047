"""Sheets and posters: what stands on them, and that nothing spoils them."""

from dataclasses import replace
from datetime import timedelta

from rostering.domain.time import DateRange
from rostering.report.paper.contents import Facts, poster_of, poster_of_all, sheet_of
from rostering.report.paper.grid import Look
from rostering.report.paper.sheets import Kind, Owner, Paper
from rostering.saved.lines import State
from tests.report.calendars import AUTUMN, MONDAY, duty, vacancy
from tests.report.printing import (
    TWO_WEEKS,
    files_of,
    needs_reader,
    pages_of,
    saved,
    text_of,
)

SUNDAY = MONDAY + timedelta(days=6)
BOB = {"person": "P2", "name": "Bob Day", "post": "officer"}
CREW = [duty(), duty(**BOB), duty(day=SUNDAY), vacancy(SUNDAY)]
FACTS = Facts(TWO_WEEKS, "Rota", {"J1": "North"}, {SUNDAY: "Twelfth Night"})


CAR = Owner(Kind.CAR, "J1")


def blocks(document):
    return [
        b for g in document.grids for r in g.rows for c in r.cells for b in c.blocks
    ]


def cells(document):
    return [cell for grid in document.grids for row in grid.rows for cell in row.cells]


def test_a_sheet_has_a_row_a_week_and_says_with_whom():
    sheet = sheet_of("P1", CREW, FACTS)
    assert sheet.title == "Ann Lee (P1), "
    assert sheet.subtitle == "Rota. 2 shifts, 20 h, 1 weekend."
    assert [row.head for row in sheet.grids[0].rows] == ["4 Jan", "11 Jan"]
    first, second = blocks(sheet)
    assert (first.title, first.lines) == ("J1 15:00–01:00", ("late", "with Bob Day"))
    assert second.lines == ("late",)


def test_each_day_says_its_date_its_holiday_and_whether_it_is_a_weekend():
    week = cells(sheet_of("P1", CREW, FACTS))[:7]
    assert [cell.head for cell in week] == [*"456789", "10  Twelfth Night"]
    assert [cell.is_weekend for cell in week] == [False] * 5 + [True] * 2


def test_days_outside_the_rota_are_told_apart():
    days = DateRange(MONDAY + timedelta(days=2), SUNDAY)
    facts = replace(FACTS, days=days)
    outside = [cell.is_outside for cell in cells(poster_of("J1", CREW, facts))]
    assert outside == [True, True, *[False] * 5]


def test_a_poster_shows_by_its_line_and_in_words_what_is_not_crewed():
    poster = poster_of("J1", CREW, FACTS)
    assert poster.title == "J1, North"
    crewed, lacking = blocks(poster)
    assert crewed.lines == ("Ann Lee", "Bob Day")
    assert (lacking.look, lacking.lines) == (Look.OPEN, ("not crewed", "Ann Lee"))


def test_a_spare_place_leaves_no_mark():
    (block,) = blocks(poster_of("J1", [duty(), vacancy(state=State.SPARE)], FACTS))
    assert (block.look, block.lines) == (Look.SHIFT, ("Ann Lee",))


def test_the_poster_of_all_has_a_table_a_week_and_a_row_a_car():
    lines = [*CREW, duty("P3", unit="J2", name="Cat")]
    poster = poster_of_all(lines, FACTS)
    assert [grid.title for grid in poster.grids] == [
        "Week of Mon 4 Jan 2027",
        "Week of Mon 11 Jan 2027",
    ]
    assert [row.head for row in poster.grids[0].rows] == ["J1", "J2"]
    assert poster.grids[0].columns[-1] == "Sun 10 Jan Twelfth Night"


def test_a_night_on_which_the_clocks_go_back_has_its_real_hours():
    night = duty(day=AUTUMN - timedelta(days=1), at=20)
    facts = replace(FACTS, days=DateRange(AUTUMN, AUTUMN))
    sheet = sheet_of("P1", [night], facts)
    assert "10 h" in sheet.subtitle


def test_everybody_every_car_and_all_cars_have_a_file():
    assert set(files_of(saved(CREW))) == {
        "people/P1 Ann Lee.pdf",
        "people/P2 Bob Day.pdf",
        "cars/J1.pdf",
        "all cars.pdf",
    }


def test_only_whoever_is_chosen_has_one():
    assert set(files_of(saved(CREW), chosen=[CAR])) == {"cars/J1.pdf"}


def test_days_without_a_shift_print_nothing():
    later = DateRange(SUNDAY + timedelta(days=1), SUNDAY + timedelta(days=7))
    assert files_of(saved(CREW), later) == {}


def test_the_same_rota_gives_the_same_bytes():
    chosen = [Owner(Kind.PERSON, "P1"), CAR]
    first, second = (files_of(saved(CREW), chosen=chosen) for _ in range(2))
    assert len(first) == 2
    assert first == second


@needs_reader
def test_the_pages_say_it_all_and_are_numbered():
    (page,) = pages_of(files_of(saved(CREW))["people/P1 Ann Lee.pdf"])
    for said in ("Ann Lee (P1)", "J1 15:00–01:00", "with Bob Day", "1 of 1"):
        assert said in page


@needs_reader
def test_a_long_rota_goes_on_over_pages_with_its_heads_on_each():
    days = [MONDAY + timedelta(days=n) for n in range(7 * 30)]
    lines = [duty(day=day) for day in days]
    made = files_of(saved(lines), DateRange(days[0], days[-1]), [CAR])
    content = made["cars/J1.pdf"]
    pages = pages_of(content)
    assert len(pages) > 1
    assert all("Mon" in page and "J1" in page for page in pages)
    assert sum(page.count("15:00–") for page in pages) == len(days)


@needs_reader
def test_a_shift_higher_than_a_page_is_still_printed():
    crew = [duty(f"P{n}", name=f"Ann Lee {n}") for n in range(90)]
    assert "Ann Lee 0" in text_of(files_of(saved(crew), chosen=[CAR])["cars/J1.pdf"])


@needs_reader
def test_names_are_printed_in_the_scripts_of_their_bearers():
    names = ["Łukasz Żółć", "Ἀλέξανδρος", "Оксана", "שרה", "فاطمة"]
    crew = [duty(f"P{n}", name=name) for n, name in enumerate(names)]
    text = text_of(files_of(saved(crew), chosen=[CAR])["cars/J1.pdf"])
    assert not [name for name in names if name not in text]


@needs_reader
def test_eight_weeks_of_crews_of_three_fit_one_poster():
    days = DateRange(MONDAY, MONDAY + timedelta(days=55))
    crew = [("P1", "Ann Lee"), ("P2", "Bob Day"), ("P3", "Cat Fox")]
    fridays = [MONDAY + timedelta(weeks=n, days=4) for n in range(8)]
    lines = [duty(who, day, name=name) for day in fridays for who, name in crew]
    made = files_of(saved(lines), days, [CAR], Paper.A3)
    (page,) = pages_of(made["cars/J1.pdf"])
    assert "not this paper" in page
