"""Fair parts, in exact arithmetic."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.domain import PersonId
from rostering.memory import record
from rostering.memory.chances import Chances
from rostering.memory.measures import measures
from rostering.memory.parts import Part, parts
from rostering.rulebook import rulebook
from tests.memory.publishing import MONDAY, problem_from, publish

ANN, BOB = PersonId("Ann"), PersonId("Bob")
SATURDAY = date(2027, 1, 9)
EIGHT_WEEKS = [MONDAY + timedelta(days=n) for n in range(56)]


def _person(weight=2250, days=EIGHT_WEEKS, group="paramedics"):
    return Chances("", "paramedic", group, weight, frozenset(days))


def _found(ledger, chances, name="weekends"):
    problem = problem_from(MONDAY, "Ann", "Bob", weeks=8)
    rules, _ = rulebook(problem)
    (measure,) = (m for m in measures(problem, rules) if m.name == name)
    known = record(ledger)
    return parts(known, {1: chances}, measure, known.days)


def _weekends(ledger, anns):
    """Eight weekends, each worked by Ann or by Bob, by turns if need be."""
    nights = ["- - - - - S -"] * 8
    free = ["- - - - - - -"] * 8
    ann = " ".join(nights[n] if n in anns else free[n] for n in range(8))
    bob = " ".join(free[n] if n in anns else nights[n] for n in range(8))
    publish(ledger, MONDAY, f"Ann {ann}\nBob {bob}", weeks=8)


def test_a_joiner_in_week_five_has_half_of_what_is_left(ledger):
    # Ann alone could work the first four weekends, both the other four:
    # 4 + 4 x 1/2 = 6 for Ann and 2 for Bob.
    _weekends(ledger, anns=range(7))
    found = _found(ledger, {ANN: _person(), BOB: _person(days=EIGHT_WEEKS[28:])})
    assert found == {ANN: Part(7, Fraction(6)), BOB: Part(1, Fraction(2))}
    assert found[ANN].over == 1


def test_a_part_timer_who_joins_has_a_part_by_hours(ledger):
    # 4 + 4 x 2250 / 3375 = 6 2/3 for Ann, 4 x 1125 / 3375 = 1 1/3 for Bob.
    _weekends(ledger, anns=range(7))
    chances = {ANN: _person(), BOB: _person(1125, EIGHT_WEEKS[28:])}
    found = _found(ledger, chances)
    assert found[ANN].fair == Fraction(20, 3)
    assert found[BOB].fair == Fraction(4, 3)


def test_leave_takes_a_date_out_of_a_part(ledger):
    _weekends(ledger, anns=range(8))
    away = [day for day in EIGHT_WEEKS if day != SATURDAY]
    found = _found(ledger, {ANN: _person(), BOB: _person(days=away)})
    # The first weekend is Ann's alone: 1 + 7/2.
    assert found[ANN].fair == Fraction(9, 2)
    assert found[BOB].fair == Fraction(7, 2)


def test_other_groups_have_no_part(ledger):
    _weekends(ledger, anns=range(8))
    found = _found(ledger, {ANN: _person(), BOB: _person(group="others")})
    assert found == {ANN: Part(8, Fraction(8)), BOB: Part()}


def test_whoever_worked_it_could(ledger):
    _weekends(ledger, anns=range(8))
    found = _found(ledger, {ANN: _person(days=()), BOB: _person()})
    assert found[ANN].fair == found[BOB].fair == 4


def test_two_shifts_of_one_weekend_are_one(ledger):
    publish(ledger, MONDAY, "Ann - - - - S S L")
    assert _found(ledger, {ANN: _person()})[ANN] == Part(1, Fraction(1))


def test_each_measure_counts_what_it_says(ledger):
    # Monday late to 01:00, Tuesday night, Wednesday early, Friday Specials' night.
    publish(ledger, MONDAY, "Ann L N E - S - -")
    chances = {ANN: _person()}
    names = ("weekends", "Fri/Sat lates", "nights", "late finishes", "bank holidays")
    had = {n: _found(ledger, chances, n).get(ANN, Part()).had for n in names}
    assert had == {
        "weekends": 1,
        "Fri/Sat lates": 1,
        "nights": 2,
        "late finishes": 3,
        "bank holidays": 0,
    }


@settings(max_examples=12)
@given(
    days=st.lists(st.sets(st.sampled_from("ABC")), min_size=1, max_size=7),
    weights=st.lists(st.integers(1, 3), min_size=3, max_size=3),
)
def test_parts_add_up_to_what_was_worked(tmp_path_factory, days, weights):
    from rostering.ledger import Ledger

    book = tmp_path_factory.mktemp("parts") / "book"
    book.mkdir()
    ledger = Ledger.beside(book, create=True)
    drawing = "\n".join(
        " ".join([name, *("L" if name in people else "-" for people in days)])
        for name in "ABC"
    )
    publish(ledger, MONDAY, drawing)
    chances = {PersonId(n): _person(w) for n, w in zip("ABC", weights, strict=True)}
    found = _found(ledger, chances, "late finishes")
    assert sum(x.had for x in found.values()) == sum(map(len, days))
    assert sum((x.fair for x in found.values()), Fraction()) == sum(map(len, days))
