"""What the work on a rota costs, for whom."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from rostering.domain import Rota
from rostering.domain.pay_terms import PayScheme
from rostering.drawing import parse
from rostering.pay import HourClass, OwedKind
from rostering.report.cost import cost_rows, due_besides
from rostering.worth.cost import by_group, costs

PAIR = """
Ann L L - - - - -
Bob@A L - - - - - -
team A L L - - - - -
"""


def _group(text, role):
    return next(g for g in by_group(costs(parse(text))) if g.role == role)


def test_a_rota_without_a_crew_costs_nothing():
    assert costs(parse("Ann -\nneed L")) == ()
    assert by_group(()) == ()


def test_a_late_shift_is_paid_without_its_break_and_with_its_night_on_top():
    (cost,) = costs(parse("Ann L - - - - - -"))
    assert cost.minutes_on_cars == 600
    assert cost.pay.basic_hours == Fraction(19, 2)
    assert cost.pay.minutes[HourClass.NIGHT_OR_SATURDAY] == 270
    assert cost.pay.extra_hours == Fraction(27, 20)
    assert cost.added_hours is None


def test_training_of_contracted_staff_counts_and_a_teams_own_turns_do_not():
    group = _group("Ann L T - - - - -", "paramedic")
    assert group.basic_hours > Fraction(19, 2)
    officers = _group(PAIR, "regular")
    assert officers.basic_hours == 10
    assert officers.minutes_on_cars == 600


def test_who_rides_makes_no_difference_to_whose_training_counts():
    need = "need L - - - - - -"
    one, other = (
        _group(
            f"Ann {first} T - - - - -\nBob {second} T - - - - -\n{need}", "paramedic"
        )
        for first, second in ("L-", "-L")
    )
    assert one.basic_hours == other.basic_hours > 19
    assert len(one.people) == 2


def test_riding_in_the_hours_of_the_own_team_adds_nothing_and_a_rest_day_adds():
    assert _group(PAIR, "regular").added_hours == 0
    on_rest = PAIR.replace("Bob@A L - -", "Bob@A - - L")
    assert _group(on_rest, "regular").added_hours == Fraction(21, 2)


def test_a_moved_rest_day_is_due_besides():
    on_rest = PAIR.replace("Bob@A L - -", "Bob@A - - L")
    group = _group(on_rest, "regular")
    assert [c.kind for c in group.compensation] == [OwedKind.ANOTHER_DAY]
    assert list(due_besides(group)) == [
        "1 × another rest day, to be named within 4 days (POL-RD-WORK)"
    ]


def test_a_rest_day_that_is_told_late_is_paid_and_adds_more():
    on_rest = parse(PAIR.replace("Bob@A L - -", "Bob@A - - L"))
    late = costs(on_rest, told_on=date(2027, 1, 3))
    (officers,) = [g for g in by_group(late) if g.role == "regular"]
    assert officers.minutes == {HourClass.REST_DAY: 600}
    assert officers.added_hours == 15 + Fraction(1, 2)
    assert officers.compensation == ()


def test_a_public_holiday_gives_contracted_staff_time_off():
    (group,) = by_group(costs(parse("Ann L - L\nholiday x - x")))
    assert list(due_besides(group)) == ["18 h off at plain time (AFC-PH)"]


def test_the_rows_of_a_group_add_up_to_what_comes_on_top():
    text = "Ann L L S - - S S\nBob - - - L L - -\nCat@A L - L\nteam A L L - - - - -"
    found = costs(parse(text))
    for group in by_group(found):
        assert sum(row.on_top for row in cost_rows(group)) == group.extra_hours
        hours = sum(row.hours for row in cost_rows(group) if row.hours is not None)
        assert hours * 60 == sum(sum(x.pay.minutes.values()) for x in group.people)
    assert sum(len(group.people) for group in by_group(found)) == len(found)


def _on(scheme, rota, name):
    people = tuple(
        replace(p, pay=replace(p.pay, scheme=scheme)) if p.name == name else p
        for p in rota.problem.people
    )
    return Rota(replace(rota.problem, people=people), rota.fills)


def test_annex_5_is_told_as_a_share_and_not_by_the_hour():
    rota = _on(PayScheme.ANNEX_5, parse("Ann L L L - - - -"), "Ann")
    (group,) = by_group(costs(rota))
    rows = {row.what: row for row in cost_rows(group)}
    assert rows["plain time"].on_top == 0
    assert rows["by annex 5"].on_top == group.extra_hours > 0


def test_people_of_one_role_on_different_bands_have_no_one_multiple():
    rota = parse("Ann S\nBob - S")
    people = tuple(
        replace(p, pay=replace(p.pay, band=2 if p.name == "Bob" else 6))
        for p in rota.problem.people
    )
    (group,) = by_group(costs(Rota(replace(rota.problem, people=people), rota.fills)))
    assert group.multiple(HourClass.NIGHT_OR_SATURDAY) is None
    assert group.multiple(HourClass.UNPAID) == 0
    assert group.on_top(HourClass.NIGHT_OR_SATURDAY) == group.extra_hours


def test_the_rate_of_a_role_counts_where_the_book_has_none():
    rota = parse("Ann L\nBob - L")
    people = tuple(
        replace(p, pay=replace(p.pay, hourly_rate=Decimal(30)))
        if p.name == "Bob"
        else p
        for p in rota.problem.people
    )
    rated = Rota(replace(rota.problem, people=people), rota.fills)
    (group,) = by_group(costs(rated))
    assert group.pounds is None
    (group,) = by_group(costs(rated, {"paramedic": Decimal(20)}))
    # Each is paid 9.5 h and 1.35 h on top.
    assert group.pounds == Decimal("217.00") + Decimal("325.50")


def test_volunteers_cost_nothing_whatever_the_rate():
    found = costs(parse("Sam:special L"), {"special": Decimal(20)})
    (group,) = by_group(found)
    assert group.minutes == {HourClass.VOLUNTEERED: 600}
    assert group.pounds == 0


def test_expenses_are_given_back_for_each_shift_paid_or_not():
    rota = parse("Ann L1 - S1\nSam:special - L2 S2\ncrew p:paramedic/special")
    given = {"special": Decimal("7.50")}
    ann, sam = costs(rota, expenses=given)
    assert (ann.expenses, ann.pounds) == (0, None)
    assert (sam.expenses, sam.pounds) == (15, 15)
    group = by_group([sam])[0]
    assert (group.expenses, group.pounds) == (15, 15)


def test_whoever_has_two_roles_is_paid_for_one_and_thanked_for_the_other():
    text = """
    Ann L1 - - - - - -
    Sam:special - - - - S2 - -
    terms Sam same_as=Ann
    crew p:paramedic/special
    """
    paid, thanked = costs(parse(text))
    assert (paid.person.role, thanked.person.role) == ("paramedic", "special")
    assert (paid.minutes_on_cars, thanked.minutes_on_cars) == (600, 480)
    assert paid.pay.basic_hours == Fraction(19, 2)
    assert thanked.pay.minutes == {HourClass.VOLUNTEERED: 480}
    assert thanked.pay.extra_hours == 0


def test_a_week_by_hand():
    """Monday into a holiday, a holiday, and both nights of a weekend.

    Monday 15:00-01:00 has 5 plain hours, 4 at night and 1 of the holiday; the holiday
    9, and 1 at night; Friday 18:00-02:00 is all at night, Saturday 6 and 2 of Sunday.
    Half an hour of break comes each time from the dearest.
    """
    (cost,) = costs(parse("Ann L L - - S S -\nholiday - x"))
    minutes = cost.pay.minutes
    assert minutes[HourClass.PLAIN] == 5 * 60
    assert minutes[HourClass.NIGHT_OR_SATURDAY] == (4 + 1 + 7.5 + 6) * 60
    assert minutes[HourClass.SUNDAY_OR_HOLIDAY] == (0.5 + 8.5 + 1.5) * 60
    assert cost.pay.extra_hours == Fraction("18.5") * 3 / 10 + Fraction("10.5") * 6 / 10
    assert [c.minutes for c in cost.pay.compensation] == [60, 540]
