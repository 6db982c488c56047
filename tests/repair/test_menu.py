"""Menus of repairs: the fewest told for each cover, against trying every rota."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.drawing import parse
from rostering.drawing.reading import FIRST_DAY
from rostering.repair.menu import Impossible, menu
from rostering.repair.news import Absent, Agreed, Offered, OffTheRoad, laid_over
from tests.repair.trying import (
    assert_menu_is_right,
    best_of_each,
    drawn,
    every_choice,
    situation_of,
)

PAIR = "crew p:paramedic o:regular"
TEAM = "team A/1 L L L - - -"


def test_where_nothing_has_happened_nobody_is_told() -> None:
    (only,) = menu(drawn("Ann L - L")).options
    assert (only.told.value, only.moved.value, only.price.value) == (0, 0, 0)
    assert only.changes == ()


def test_somebody_free_takes_the_place_and_one_is_told() -> None:
    drawing = "Ann {} - -\nBob:paramedic - - -\nneed L - -"
    found = menu(drawn(drawing.format("L"), drawing.format("A")))
    assert [(o.told.value, o.crewed) for o in found.options] == [(0, 0), (1, 1)]
    assert found.options[1].people == ("Bob",)
    assert len(found.situation.lost) == 1


def test_whoever_is_left_alone_in_a_crew_is_stood_down_or_keeps_the_place() -> None:
    drawing = f"Ann {{}}\nBob:regular L\n{PAIR}\nneed L"
    (only,) = menu(drawn(drawing.format("L"), drawing.format("A"))).options
    assert only.people == ("Bob",)
    assert only.crewed == 0


def test_an_absence_of_somebody_without_a_duty_changes_nothing() -> None:
    drawing = "Ann {}\nBob:paramedic L"
    (only,) = menu(drawn(drawing.format("-"), drawing.format("A"))).options
    assert only.changes == ()


def test_everybody_away_is_nobody_to_tell() -> None:
    before, now = "Ann L\nBob:paramedic - L", "Ann A A\nBob:paramedic A A\nneed L L"
    (only,) = menu(drawn(before, now)).options
    assert only.people == ()
    assert len(only.forced) == 2
    assert only.crewed == 0


def test_two_absences_at_once_are_mended_together() -> None:
    before = "Ann L1\nBob:paramedic L2\nCal:paramedic -\nneed L1+L2"
    facts = parse(before).problem
    gone = [Absent(p, FIRST_DAY, FIRST_DAY) for p in ("Ann", "Bob")]
    situation = situation_of(parse(before), laid_over(facts, gone), FIRST_DAY)
    assert_menu_is_right(situation)


def test_a_car_off_the_road_stands_its_crew_down() -> None:
    rota = parse(f"Ann L1\nBob:regular L1\n{PAIR}")
    facts = laid_over(rota.problem, [OffTheRoad("J1", FIRST_DAY, FIRST_DAY)])
    (only,) = menu(situation_of(rota, facts, FIRST_DAY)).options
    assert set(only.people) == {"Ann", "Bob"}


def test_an_offer_opens_what_was_closed() -> None:
    rota = parse("Sam:special -\nterms Sam status=IPS\nneed S")
    facts = laid_over(rota.problem, [Offered("Sam", FIRST_DAY)])
    assert [o.crewed for o in menu(situation_of(rota, facts, FIRST_DAY)).options] == [
        0,
        1,
    ]
    without = menu(situation_of(rota, rota.problem, FIRST_DAY)).options
    assert [option.crewed for option in without] == [0]


def test_a_volunteer_who_withdraws_is_not_told() -> None:
    before = "Sam:special S\nterms Sam status=IPS\noffer Sam S"
    now = "Sam:special -\nterms Sam status=IPS\nneed S"
    (only,) = menu(drawn(before, now)).options
    assert only.people == ()
    assert [change.kind.value for change in only.changes] == ["away"]


def test_a_shift_that_is_gone_and_one_at_other_hours_are_told() -> None:
    (only,) = menu(drawn("Ann L - -", "Ann - - -\nneed - - L")).options[:1]
    assert only.people == ("Ann",)


def test_somebody_gone_from_the_book_is_named_and_not_counted() -> None:
    found = menu(drawn("Ann L\nBob:paramedic -", "Bob:paramedic -\nneed L"))
    assert [o.told.value for o in found.options] == [0, 1]
    assert {change.kind.value for change in found.options[0].forced} == {
        "no longer in the book"
    }


def test_what_a_newer_book_makes_a_breach_is_mended() -> None:
    """Ann's place is too soon after the record that the newer book has."""
    found = menu(drawn("Ann E\nBob:paramedic -", "Ann .N -\nBob:paramedic -\nneed E"))
    assert [(o.told.value, o.crewed) for o in found.options] == [(1, 0), (2, 1)]


def test_days_gone_by_stay_as_they_were_though_the_rules_forbid_them_now() -> None:
    before = "Ann L E -\nBob:paramedic - - -\nneed L E L"
    today = FIRST_DAY + timedelta(days=2)
    found = menu(drawn(before, today=today))
    kept = {fill.shift.day for fill in found.options[-1].rota.fills}
    assert {FIRST_DAY, FIRST_DAY + timedelta(days=1)} <= kept
    assert {breach.rule for breach in found.options[-1].unmended} >= {"REST-01"}
    assert found.options[-1].crewed == 3


def test_a_team_that_is_too_few_on_a_night_gone_by_stays_so() -> None:
    # Sick from Tuesday, Cal's own turn of Monday night is taken for missed as well.
    drawing = "Bob@A N -\nCal@A - {}\nteam A/1 N -"
    tuesday = FIRST_DAY + timedelta(days=1)
    found = menu(drawn(drawing.format("-"), drawing.format("A"), tuesday))
    (only,) = found.options
    assert only.changes == ()
    assert [breach.rule for breach in only.unmended] == ["TEAM-01"]


def test_a_pin_is_kept_and_one_against_an_absence_leaves_no_rota() -> None:
    pinned = "Ann {}\nBob:paramedic -\nneed L\npin {} on L\ncrew p:paramedic"
    found = menu(drawn(pinned.format("L", "Ann"), pinned.format("-", "Bob")))
    assert [sorted(o.people) for o in found.options] == [["Ann", "Bob"]]
    with pytest.raises(Impossible):
        menu(drawn(pinned.format("L", "Ann"), pinned.format("A", "Ann")))


def test_a_frozen_day_waits_for_somebody_who_agrees() -> None:
    rota = parse("Ann L\nBob:paramedic -")
    gone = Absent("Ann", FIRST_DAY, FIRST_DAY)
    facts = laid_over(rota.problem, [gone])
    situation = situation_of(rota, facts, FIRST_DAY)
    frozen = tuple(
        type(rule)(days=1) if rule.code == "CHANGE-03" else rule
        for rule in situation.rules
    )
    cold = type(situation)(rota, facts, frozen, FIRST_DAY)
    assert [o.crewed for o in menu(cold).options] == [0]
    agreed = laid_over(rota.problem, [gone, Agreed("Bob")])
    warm = type(situation)(rota, agreed, frozen, FIRST_DAY)
    assert [o.crewed for o in menu(warm).options] == [0, 1]


def test_of_two_who_could_the_one_with_more_notice_or_less_lately_told_is_taken():
    rota = parse("Ann L\nBob:paramedic -\nCal:paramedic -\ntold Bob 2027-01-02")
    facts = laid_over(rota.problem, [Absent("Ann", FIRST_DAY, FIRST_DAY)])
    last = menu(situation_of(rota, facts, FIRST_DAY)).options[-1]
    assert last.people == ("Cal",)


def test_a_repair_of_a_repair_begins_from_the_repaired_rota() -> None:
    rota = parse("Ann L - -\nBob:paramedic - - -\nCal:paramedic - - -\nneed L - L")
    first = laid_over(rota.problem, [Absent("Ann", FIRST_DAY, FIRST_DAY)])
    once = menu(situation_of(rota, first, FIRST_DAY)).options[-1]
    (taker,) = {f.person for f in once.rota.fills if f.shift.day == FIRST_DAY}
    second = laid_over(first, [Absent(taker, FIRST_DAY, FIRST_DAY)])
    again = menu(situation_of(once.rota, second, FIRST_DAY)).options[-1]
    assert again.crewed == once.crewed
    assert taker not in {f.person for f in again.rota.fills if f.shift.day == FIRST_DAY}


@st.composite
def stories(draw: st.DrawFn):
    """A rota of a tiny book, drawn, and what happens to it."""
    names = ["Ann", "Bob", "Cal"][: draw(st.integers(1, 3))]
    days = draw(st.integers(1, 3))
    marks = st.sampled_from(["-", "L1", "E1"])
    need = draw(st.lists(marks, min_size=days, max_size=days))
    takers = [draw(st.sampled_from(["", *names])) for _ in need]
    lines = [
        " ".join([f"{name}:paramedic", *_worked(name, need, takers)]) for name in names
    ]
    drawing = "\n".join([*lines, f"need {' '.join(need)}"])
    day = st.integers(0, days - 1)
    what = st.tuples(st.sampled_from([*names, "J1"]), day)
    return drawing, draw(st.lists(what, max_size=2, unique=True))


def _worked(name, need, takers):
    pairs = zip(need, takers, strict=True)
    return [mark if taker == name else "-" for mark, taker in pairs]


@settings(max_examples=15)
@given(stories())
def test_every_option_is_what_trying_every_rota_finds(story) -> None:
    drawing, happened = story
    news = []
    for what, nth in happened:
        day = FIRST_DAY + timedelta(days=nth)
        kind = OffTheRoad if what == "J1" else Absent
        news.append(kind(what, day, day))
    rota = parse(drawing)
    facts = laid_over(rota.problem, news)
    assert_menu_is_right(situation_of(rota, facts, FIRST_DAY))


def test_trying_every_rota_knows_the_best_of_each_number() -> None:
    assert best_of_each({0: 100, 1: 100, 2: 0, 3: 50}) == [(0, 100), (2, 0)]
    assert every_choice(drawn("Ann L")) == {0: 0, 1: 100}
