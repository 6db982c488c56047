"""Prices of slack: what is sure, what is possible, and what is not for sale."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from constraints import RULES
from rostering.domain import Mode, PersonId, Pin, PinKind, Tier
from rostering.drawing import parse
from rostering.explain.prices import Gain, base_rules, prices
from rostering.explain.prices.market import Market
from rostering.explain.prices.slacks import units, without
from rostering.rulebook import rulebook
from rostering.solve import solve
from tests.strategies import drawings

ALONE = "Ann - - - -\ncrew p:paramedic\nneed L L L L"
NOTHING = Gain(0, 0)


def _priced(drawing, *rules, **asked):
    problem = parse(drawing).problem
    return prices(solve(problem, rules), rules, **asked)


def _told(found):
    return [(p.code, p.what, p.was, p.now, p.cover) for p in found.found]


def _rule(code, **figures):
    return RULES[code](**figures)


COVER = _rule("COVER-01")
A_DAY = _rule("RUN-01", most=1)


def test_one_more_day_in_a_row_and_the_whole_rule():
    assert _told(_priced(ALONE, COVER, A_DAY)) == [
        ("RUN-01", "", "", "", Gain(2, 2)),
        ("RUN-01", "most", "1", "2", Gain(1, 1)),
    ]


def test_a_rule_that_binds_nobody_is_proved_to_buy_nothing():
    found = _priced(ALONE, COVER, _rule("RUN-01", most=4))
    assert _told(found) == [("RUN-01", "", "", "", NOTHING)]
    assert (found.worth_nothing, found.buying, found.unsure) == (("RUN-01",), (), ())


def test_a_rule_that_others_stand_in_for_buys_nothing_either():
    twice = _priced(ALONE, COVER, A_DAY, _rule("RUN-02", most=1, begin=time(15)))
    assert twice.buying == ()
    assert twice.worth_nothing == ("RUN-01", "RUN-02")


def test_law_and_safety_are_not_for_sale_unless_asked():
    rules = COVER, _rule("REST-01", rest=timedelta(hours=20)), _rule("CLASH-01")
    drawing = "Ann - -\ncrew p:paramedic\nneed L L"
    shut = _priced(drawing, *rules)
    assert (shut.found, shut.not_for_sale) == ((), ("REST-01", "CLASH-01"))
    told = _told(_priced(drawing, *rules, is_all=True))
    assert told == [
        ("REST-01", "", "", "", Gain(1, 1)),
        ("CLASH-01", "", "", "", NOTHING),
    ]


def test_a_figure_of_which_one_unit_is_enough_is_sold():
    rules = COVER, _rule("REST-01", rest=timedelta(hours=15), overrun=timedelta())
    told = _told(_priced("Ann - -\ncrew p:paramedic\nneed L L", *rules, is_all=True))
    assert told[1:] == [("REST-01", "rest", "15 h", "14 h", Gain(1, 1))]


def test_one_more_may_be_lent_by_every_team():
    drawing = "Bob@A -\nteam A/1 L\ncrew o:regular\nneed L"
    found = _priced(drawing, COVER, _rule("TEAM-01"))
    assert _told(found) == [
        ("TEAM-01", "", "", "", Gain(1, 1)),
        (
            "TEAM-01",
            "least on duty",
            "as on the sheet Teams",
            "one fewer",
            Gain(1, 1),
        ),
    ]


def test_slack_buys_fairness_with_the_same_shifts_crewed():
    """Riding every other day only, one of the two has both of the holidays."""
    drawing = """
        Ann - - - -
        Bob:paramedic - - - -
        crew p:paramedic
        need L L L L
        holiday - x - x
    """
    found = _priced(drawing, COVER, A_DAY, _rule("FAIR-03"))
    assert (found.crewed, found.fairness) == (4, 2)
    assert [(p.what, p.cover, p.fairness) for p in found.found] == [
        ("", NOTHING, Gain(2, 2)),
        ("most", NOTHING, Gain(2, 2)),
    ]


def test_what_is_not_asked_in_the_time_is_told():
    found = _priced(ALONE, COVER, A_DAY, _rule("ROAD-01"), seconds=0.0)
    assert (found.found, found.not_asked) == ((), ("RUN-01", "ROAD-01"))


def test_whoever_stops_it_has_what_was_found():
    def stop_at_the_second(_code, done, _every):
        if done:
            market.setattr(Market, "prices_of", stop)

    def stop(_market, _code):
        raise KeyboardInterrupt

    rules = COVER, A_DAY, _rule("ROAD-01")
    with pytest.MonkeyPatch.context() as market:
        found = _priced(ALONE, *rules, tell=stop_at_the_second)
    assert [price.code for price in found.found] == ["RUN-01", "RUN-01"]
    assert found.not_asked == ("ROAD-01",)


def test_progress_is_told_before_each_rule():
    told = []
    rules = COVER, A_DAY, _rule("ROAD-01")
    _priced(ALONE, *rules, tell=lambda *said: told.append(said))
    assert told == [("RUN-01", 0, 2), ("ROAD-01", 1, 2)]


def test_no_rota_has_no_prices():
    problem = parse("Ann - -\nneed L L").problem
    on = [
        Pin(PersonId("Ann"), shift.unit, shift.day, PinKind.ON)
        for shift in problem.shifts
    ]
    pinned = replace(problem, pins=tuple(on))
    rules = COVER, A_DAY, _rule("PIN-01")
    base = solve(pinned, rules)
    assert base.rota is None
    with pytest.raises(ValueError, match="no rota"):
        prices(base, rules)


@pytest.mark.parametrize(
    ("code", "figures", "wanted"),
    [
        ("RUN-01", {"most": 0}, [("most", "1")]),
        (
            "LEAVE-02",
            {"latest": time(23, 30)},
            [("early", "11:00"), ("early", "09:00")],
        ),
        ("PIN-01", {}, []),
        ("TEAM-01", {}, []),
    ],
)
def test_figures_move_by_their_unit_where_there_is_room(code, figures, wanted):
    rules = (_rule(code, **figures),)
    found = list(units(parse("Ann L").problem, rules, code))
    steps = [(slack.what, slack.now) for ways in found for slack in ways]
    assert steps[: len(wanted)] == wanted
    assert bool(steps) == bool(wanted)


def test_lengths_move_by_an_hour_or_a_quarter():
    rules = (_rule("REST-01"),)
    problem = parse("Ann L").problem
    steps = {
        s.what: s.now for ways in units(problem, rules, "REST-01") for s in ways[:1]
    }
    assert steps == {"rest": "12 h", "overrun": "45 min"}


def test_every_version_of_a_rule_moves_and_its_wishes_stay():
    people = frozenset({"Ann"})
    strict, mild = A_DAY, _rule("RUN-01", most=3, people=people)
    wish = _rule("RUN-01", most=2, mode=Mode.WISH)
    rules = (mild, strict, wish)
    problem = parse("Ann L").problem
    ((up, down),) = units(problem, rules, "RUN-01")
    assert [rule.most for rule in up.rules] == [4, 2, 2]
    assert (up.was, up.now) == ("3 or 1", "4 or 2")
    assert [rule.most for rule in down.rules] == [2, 0, 2]
    assert without(problem, rules, "RUN-01").rules == (wish,)


def _rules_of(problem):
    rules, _ = rulebook(problem)
    return base_rules(rules)


@settings(max_examples=12)
@given(drawings(), st.sampled_from(["RUN-01", "TEAM-01", "LATE-01", "ROAD-01"]))
def test_a_price_is_what_solving_anew_gives(drawing, code):
    problem = parse(drawing).problem
    rules = _rules_of(problem)
    base = solve(problem, rules)
    assume(base.rota is not None)
    others = tuple(rule for rule in rules if rule.code != code)
    anew = solve(problem, others)
    (whole,) = (p for p in prices(base, rules).found if (p.code, p.what) == (code, ""))
    crewed = [sum(r.rota.is_crewed(s) for s in problem.shifts) for r in (base, anew)]
    assert whole.cover.at_least <= crewed[1] - crewed[0] <= whole.cover.at_most
    before, after = ({t.tier: t.value for t in r.tiers} for r in (base, anew))
    if all(before[tier] == after[tier] for tier in Tier if tier < Tier.FAIRNESS):
        less = before[Tier.FAIRNESS] - after[Tier.FAIRNESS]
        assert whole.fairness.at_least <= less <= whole.fairness.at_most
