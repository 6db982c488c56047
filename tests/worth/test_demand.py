"""How much of what happened a rota would catch, and what other starts would do."""

from dataclasses import replace
from datetime import datetime, time
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from inputs.incidents import Incident
from rostering.domain import Rota, Unit
from rostering.drawing import parse
from rostering.rulebook import rulebook
from rostering.worth.demand import Demand, slot_of, units_of
from rostering.worth.starts import moved, starts

WEEK = parse("Ann L1 L1 - - S1 - -\nneed L1 L1 - - S1 - -")
MONDAY, TUESDAY = "2025-06-02", "2025-06-03"


def _demand(*said, rota=WEEK):
    """Incidents such as `2025-06-02 16:00 J1`."""
    parts = (words.rsplit(" ", 1) for words in said)
    found = tuple(Incident(datetime.fromisoformat(at), place) for at, place in parts)
    return Demand(rota, found)


def test_without_an_incident_there_is_nothing_to_catch():
    demand = _demand()
    assert demand.caught() == 0
    assert demand.areas == ()
    assert demand.days is None


def test_what_happens_while_the_car_is_crewed_is_caught():
    assert _demand(f"{MONDAY} 15:00 J1").caught() == 1
    assert _demand(f"{MONDAY} 14:59 J1").caught() == 0
    assert _demand(f"{TUESDAY} 00:59 J1").caught() == 1
    assert _demand(f"{TUESDAY} 01:00 J1").caught() == 0


def test_another_place_is_caught_by_no_car():
    demand = _demand(f"{MONDAY} 16:00 J1", f"{MONDAY} 16:00 Far")
    assert demand.caught() == 1
    assert [area.units for area in demand.areas] == [("J1",), ()]
    assert demand.areas[-1].places == ("Far",)


def test_a_place_is_an_area_a_district_a_base_or_a_car():
    unit = Unit("J1", area="North", districts=("Medway", "Swale"), base="Hut")
    problem = replace(WEEK.problem, units=(unit,))
    for place in ("j1", "north", "MEDWAY", "Swale", "Hut"):
        assert units_of(problem, place) == ("J1",)
    assert units_of(problem, "") == units_of(problem, "West") == ()


def test_a_part_of_the_name_of_two_places_is_a_place():
    one = Unit("J1", area="Medway & Swale", base="Hut")
    other = Unit("J2", area="Swale", districts=("Dartford and Gravesend",))
    problem = replace(WEEK.problem, units=(one, other))
    assert units_of(problem, " medway") == ("J1",)
    assert units_of(problem, "Medway  and swale") == ("J1",)
    assert units_of(problem, "Swale") == ("J2",)
    assert units_of(problem, "gravesend") == ("J2",)
    assert units_of(problem, "way") == ()


def test_an_hour_that_is_crewed_every_other_week_catches_half():
    rota = parse("Ann L1 - - - - - - - - - - - - -\nneed L1 - - - - - - L1")
    assert _demand(f"{MONDAY} 16:00 J1", rota=rota).caught() == Fraction(1, 2)


def test_two_cars_of_one_area_catch_an_incident_once():
    rota = parse("Ann L1 - - - - - -\nBob L2 - - - - - -")
    units = tuple(Unit(name, area="North") for name in ("J1", "J2"))
    both = Rota(replace(rota.problem, units=units), rota.fills)
    assert _demand(f"{MONDAY} 16:00 North", rota=both).caught() == 1


@given(
    st.lists(
        st.datetimes(*map(datetime.fromisoformat, ("2025-01-01", "2025-12-31"))),
        min_size=1,
        max_size=8,
    )
)
def test_no_more_is_caught_than_happened(times):
    demand = Demand(WEEK, tuple(Incident(at, "J1") for at in times))
    for by in (slot_of, lambda each: each.kind, lambda each: each.when.weekday()):
        parts = demand.parts(by).values()
        assert sum(part.caught for part in parts) == demand.caught()
        assert sum(part.happened for part in parts) == len(times)
    assert 0 <= demand.caught() <= len(times) == demand.slots.total()
    assert sum(area.happened for area in demand.areas) == len(times)


def test_a_moved_turn_keeps_its_length_and_its_crews():
    later = moved(WEEK, "late", time(18))
    assert {shift.span.minutes for shift in later.crews} == {480, 600}
    late = next(shift for shift in later.crews if shift.turn == "late")
    assert f"{late.span.local_start:%H:%M}" == "18:00"
    assert later.fills == WEEK.fills
    assert moved(WEEK, "late", time(15)).problem.shifts == WEEK.problem.shifts


def test_on_a_night_of_a_clock_change_the_length_stays_what_it_was():
    rota = parse("start 2026-10-24\nAnn S1")
    (shift,) = moved(rota, "specials", time(19)).crews
    assert shift.span.minutes == 540
    assert f"{shift.span.local_end:%H:%M}" == "03:00"


def _starts(rota, *clocks):
    rules, _ = rulebook(rota.problem)
    demand = _demand(f"{TUESDAY} 02:30 J1", rota=rota)
    return {each.clock: each for each in starts(demand, rules, clocks)}


def test_every_start_is_tried_and_that_of_now_is_marked():
    found = _starts(WEEK, time(18))
    assert [(x.turn, x.is_now) for x in starts(_demand(), (), ())] == [
        ("late", True),
        ("specials", True),
    ]
    assert time(18) in found


def test_a_later_start_catches_the_night_and_costs_more_and_makes_night_workers():
    rota = parse("Ann L1 L1 - - - - -")
    found = _starts(rota, time(17))
    now, later = found[time(15)], found[time(17)]
    assert (now.caught, later.caught) == (0, 1)
    assert later.on_top > now.on_top
    assert (now.night_workers, later.night_workers) == (0, 1)
    assert now.shortest_rest == later.shortest_rest == 14


def test_an_earlier_start_gives_the_rest_that_a_later_one_takes():
    found = _starts(parse("Ann L1 D1 - - - - -"), time(10))
    late = found[time(15)]
    assert (late.shortest_rest, late.breaches) == (7, 1)
    assert (found[time(10)].shortest_rest, found[time(10)].breaches) == (12, 0)


def test_whoever_gives_time_freely_is_no_night_worker():
    found = _starts(parse("Sam:special S1"))
    assert [each.night_workers for each in found.values()] == [0]
