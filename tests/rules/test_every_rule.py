"""The harness that every rule must pass, whoever writes it."""

from dataclasses import fields, replace

import pytest

from constraints import RULES, Rule
from rostering.domain import ALWAYS, DateRange, Kind, Mode, Problem, Rota, Waiver
from rostering.drawing import parse
from tests.rules.tiny import TINY
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

EVERY_RULE = [pytest.param(rule, id=code) for code, rule in RULES.items()]


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_drawings_are_kept_broken_and_charged_as_they_say(rule: type[Rule]) -> None:
    for drawing in rule.kept:
        assert_kept(rule(), drawing)
    for drawing in rule.broken:
        assert_broken(rule(), drawing)
    for drawing, cost in rule.charged:
        assert_charged(replace(rule(), weight=1), drawing, cost)


def _modes(rule: type[Rule]) -> list[Mode]:
    return [Mode.HARD, Mode.WISH] if rule.may_be_hard else [Mode.WISH]


@pytest.mark.parametrize("tiny", TINY)
@pytest.mark.parametrize("rule", EVERY_RULE)
def test_posting_and_audit_agree_on_every_rota_of_a_tiny_problem(
    rule: type[Rule], tiny: str
) -> None:
    for mode in _modes(rule):
        assert_agreement(replace(rule(), mode=mode, weight=3), TINY[tiny])


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_posting_and_audit_agree_on_every_rota_of_its_own_drawings(
    rule: type[Rule],
) -> None:
    for drawing in (*rule.kept, *rule.broken, *(text for text, _ in rule.charged)):
        if _choices(drawing) <= 8:
            for mode in _modes(rule):
                assert_agreement(replace(rule(), mode=mode), drawing)


def _choices(drawing: str) -> int:
    problem = parse(drawing).problem
    return sum(
        post.admits(person.role)
        for shift in problem.shifts
        for person in problem.candidates(shift)
        for post in shift.crew.posts
    )


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_an_empty_rota_keeps_a_rule_that_may_be_hard(rule: type[Rule]) -> None:
    if not rule.may_be_hard:
        assert rule().mode is Mode.WISH
        return
    for drawing in (*rule.kept, *rule.broken, *TINY.values()):
        if "pin " not in drawing:
            empty = replace(parse(drawing), fills=frozenset())
            assert list(replace(rule(), mode=Mode.HARD).audit(empty)) == []


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_it_explains_itself_in_words_that_a_planner_would_use(
    rule: type[Rule],
) -> None:
    text = rule.__doc__ or ""
    sentence, _, rest = text.partition("\n")
    assert sentence.endswith("."), "the first line is a whole sentence"
    assert "Why:" in rest
    own = [f.name for f in fields(rule) if f.name in rule.parameters()]
    for name in own:
        assert f"{name}:" in text.partition("Attributes:")[2], name


FOLLOWS_A_NUMBER = (
    {"after", "at", "from", "in", "of", "on", "with", "without"}
    | {"away", "better", "due", "elsewhere", "needed", "not", "pinned", "resting"}
    | {"short"}
)


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_it_says_of_the_people_whom_it_stops_what_they_are(rule: type[Rule]) -> None:
    """As in `3 away`, `2 resting` and `1 at the end of a run of days`."""
    if rule.may_be_hard:
        assert rule.briefly.partition(" ")[0] in FOLLOWS_A_NUMBER
        assert rule.briefly == rule.briefly.strip(" .;")
        assert rule().label == rule.briefly


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_every_breach_names_a_known_subject_and_says_why(rule: type[Rule]) -> None:
    for drawing in rule.broken:
        rota = parse(drawing)
        problem = rota.problem
        known = {*problem.person, *problem.shift, *problem.team}
        for breach in replace(rule(), mode=Mode.HARD).audit(rota):
            named = set(breach.subject.split(" and "))
            assert named <= known, breach.subject
            assert breach.because


OF_THE_WHOLE_ROTA = {"FAIR-01", "FAIR-02", "FAIR-03", "FAIR-05", "PAIR-06", "PAIR-07"}


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_every_breach_is_of_a_day_or_of_the_whole_rota(rule: type[Rule]) -> None:
    for drawing in (*rule.broken, *(text for text, _ in rule.charged)):
        rota = parse(drawing)
        for breach in rule().audit(rota):
            is_of_all = breach.day is None
            assert is_of_all == (rule.code in OF_THE_WHOLE_ROTA), breach.because


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_a_wish_about_a_person_or_a_shift_counts_what_is_charged(
    rule: type[Rule],
) -> None:
    for drawing, cost in rule.charged:
        wish = replace(rule(), weight=1, mode=Mode.WISH)
        breaches = list(wish.audit(parse(drawing)))
        assert sum(breach.amount for breach in breaches) == cost


def _of_the_last(rule: Rule, problem: Problem) -> Rule:
    """The rule for the last person of a problem, or for its last car."""
    if rule.binds_cars:
        units = [shift.unit for shift in problem.shifts]
        return replace(rule, units=frozenset(units[-1:]))
    return replace(rule, people=frozenset(p.id for p in problem.people[-1:]))


SHARED = ("two cars at once", "a team's member", "a volunteer", "what people wish")


@pytest.mark.parametrize("tiny", SHARED)
@pytest.mark.parametrize("rule", EVERY_RULE)
def test_posting_and_audit_agree_where_it_is_meant_for_one_of_several(
    rule: type[Rule], tiny: str
) -> None:
    problem = parse(TINY[tiny]).problem
    for mode in _modes(rule):
        narrow = _of_the_last(replace(rule(), mode=mode), problem)
        assert_agreement(narrow, TINY[tiny])


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_what_breaks_it_is_kept_by_whoever_it_is_not_meant_for(
    rule: type[Rule],
) -> None:
    for drawing in (*rule.broken, *(text for text, _ in rule.charged)):
        nobody = replace(rule(), people=frozenset(), units=frozenset())
        assert list(nobody.audit(parse(drawing))) == []
        if _choices(drawing) <= 8:
            assert_agreement(nobody, drawing)


SIGNED = {
    "one day": lambda period: DateRange(period.days[1], period.days[1]),
    "some days": lambda period: DateRange(period.days[1], period.days[-1]),
    "every day": lambda period: DateRange(),
}


def _waived(rule: type[Rule], rota: Rota, days: str) -> Rota:
    """The rota of a problem that waives the rule for the first of its people."""
    problem = rota.problem
    span = SIGNED[days](problem.period) if len(problem.period.days) > 1 else ALWAYS
    people = [person.id for person in problem.people][:1]
    signed = tuple(Waiver(person, rule.code, span) for person in people)
    return Rota(replace(problem, waivers=signed), rota.fills)


WAIVABLE = [
    pytest.param(rule, id=code) for code, rule in RULES.items() if rule.may_be_waived
]


@pytest.mark.parametrize("days", SIGNED)
@pytest.mark.parametrize("rule", WAIVABLE)
def test_a_waiver_takes_out_of_the_posting_what_it_takes_out_of_the_audit(
    rule: type[Rule], days: str
) -> None:
    drawings = (*TINY.values(), *rule.broken, *(text for text, _ in rule.charged))
    for drawing in drawings:
        if _choices(drawing) <= 6:
            rota = _waived(rule, parse(drawing), days)
            for mode in _modes(rule):
                assert_agreement(replace(rule(), mode=mode), rota)


@pytest.mark.parametrize("rule", WAIVABLE)
def test_where_everybody_is_excused_for_ever_nothing_of_the_rule_is_left(
    rule: type[Rule],
) -> None:
    for drawing in (*rule.broken, *(text for text, _ in rule.charged)):
        rota = parse(drawing)
        people = rota.problem.people
        signed = tuple(Waiver(person.id, rule.code) for person in people)
        excused = Rota(replace(rota.problem, waivers=signed), rota.fills)
        found = list(rule().findings(excused))
        assert found
        assert all(breach.waiver in signed for breach in found)
        assert_kept(rule(), excused)


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_what_rests_on_safety_or_on_a_whole_crew_is_never_waived(
    rule: type[Rule],
) -> None:
    if rule.kind is Kind.SAFETY or rule.binds_cars:
        assert not rule.may_be_waived
