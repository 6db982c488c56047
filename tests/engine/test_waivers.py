"""A signed exception takes one rule off one person's days, and is never hidden."""

from dataclasses import replace
from datetime import date

import pytest

from constraints import RULES
from rostering.audit import audit
from rostering.domain import NOWHERE, DateRange, PersonId, Place, Rota, Waiver
from rostering.domain.waiver import waiver_of
from rostering.drawing import parse
from rostering.eligibility import eligibility
from rostering.explain.repairs.kindness import CONSENTS
from rostering.rulebook import rulebook
from rostering.solve import solve

ANN = PersonId("Ann")
MONDAY, TUESDAY = date(2027, 1, 4), date(2027, 1, 5)
LATE_THEN_EARLY = "Ann L E\ndays 7"


def signed(rule: str = "REST-01", **changes: object) -> Waiver:
    return replace(Waiver(ANN, rule), **changes)  # type: ignore[arg-type]


def audited(drawing: str, *waivers: Waiver) -> tuple[list[str], list[str]]:
    rota = parse(drawing)
    problem = replace(rota.problem, waivers=(*rota.problem.waivers, *waivers))
    found = audit(Rota(problem, rota.fills), rulebook(problem)[0])
    hard = [breach.rule for breach in found.hard]
    return hard, [breach.rule for breach in found.waived]


def test_without_one_the_breach_stands() -> None:
    assert audited(LATE_THEN_EARLY) == (["REST-01"], [])


def test_what_is_waived_is_no_breach_and_is_kept() -> None:
    waiver = signed(approver="J Lee", reason="long course")
    rota = parse(LATE_THEN_EARLY)
    problem = replace(rota.problem, waivers=(waiver,))
    found = audit(Rota(problem, rota.fills), rulebook(problem)[0])
    (excused,) = found.waived
    assert found.hard == ()
    assert (excused.waiver, excused.subject, excused.day) == (waiver, ANN, TUESDAY)
    assert "rest" in excused.because


@pytest.mark.parametrize(
    ("waiver", "is_excused"),
    [
        (signed(days=DateRange(TUESDAY, TUESDAY)), True),
        (signed(days=DateRange(MONDAY, MONDAY)), False),
        (signed(days=DateRange(MONDAY, TUESDAY)), True),
        (signed(expires=MONDAY), False),
        (signed(expires=TUESDAY), True),
        (signed("RUN-01"), False),
        (signed(person=PersonId("Bob")), False),
    ],
)
def test_it_excuses_its_person_its_rule_and_its_days_while_it_counts(
    waiver: Waiver, is_excused: bool
) -> None:
    hard, waived = audited(LATE_THEN_EARLY, waiver)
    assert (hard == []) is is_excused
    assert waived == (["REST-01"] if is_excused else [])


def test_a_drawing_can_have_one() -> None:
    assert audited(f"{LATE_THEN_EARLY}\nwaive Ann REST-01 - x") == ([], ["REST-01"])
    assert audited(f"{LATE_THEN_EARLY}\nwaive Ann REST-01 x -") == (["REST-01"], [])
    assert audited(f"{LATE_THEN_EARLY}\nwaive Ann REST-01") == ([], ["REST-01"])


def test_of_a_run_only_the_days_beyond_its_limit_need_one() -> None:
    eight = "Ann L L L L L L L L\nwaive Ann HOURS-01\nwaive Ann HOURS-04"
    none = audited(eight)[0]
    assert "RUN-01" in none
    seventh, _ = audited(f"{eight}\nwaive Ann RUN-01 - - - - - - x -")
    assert "RUN-01" in seventh
    both, waived = audited(f"{eight}\nwaive Ann RUN-01 - - - - - - x x")
    assert "RUN-01" not in both
    assert waived.count("RUN-01") == 2


def test_a_build_uses_it_where_nothing_else_crews_the_shift() -> None:
    drawing = "Ann - -\ncrew p:paramedic\nneed L E\ndays 7"
    for given, crewed in ((drawing, 1), (f"{drawing}\nwaive Ann REST-01 - x", 2)):
        problem = parse(given).problem
        result = solve(problem, rulebook(problem)[0])
        assert len(result.rota.fills) == crewed
        assert len(result.audit.waived) == crewed - 1
        assert result.audit.hard == ()


def test_who_is_barred_by_a_waived_rule_is_barred_no_longer() -> None:
    drawing = "Ann L T"
    rules = [RULES["LEAVE-02"]()]
    assert eligibility(parse(drawing).problem, rules).reasons
    waived = parse(f"{drawing}\nwaive Ann LEAVE-02 x -").problem
    assert eligibility(waived, rules).reasons == {}


def test_what_has_no_day_or_no_person_is_not_excused() -> None:
    assert waiver_of((signed(),), "REST-01", ANN, None) is None
    assert waiver_of((signed(),), "REST-01", None, MONDAY) is None
    assert waiver_of((signed(),), "REST-01", ANN, MONDAY) == signed()
    assert waiver_of((), "REST-01", ANN, MONDAY) is None


CELL = Place("joint.xlsx", "Waivers", "B2")


@pytest.mark.parametrize(
    ("code", "wanted", "likely"),
    [
        ("RSET-01", "the code of a rule", "REST-01"),
        ("SKILL-01", "safety, which nobody can sign away", ""),
        ("COVER-01", "no such rule", ""),
        ("FAIR-01", "no such rule", ""),
        ("PIN-01", "no such rule", ""),
    ],
)
def test_a_waiver_of_what_is_never_waived_is_a_fault_at_its_cell(
    code: str, wanted: str, likely: str
) -> None:
    problem = replace(parse("Ann L").problem, waivers=(signed(code, place=CELL),))
    _, (fault,) = rulebook(problem)
    assert (fault.place, fault.found, fault.likely) == (CELL, code, likely)
    assert wanted in fault.wanted


def test_whatever_a_repair_may_ask_to_have_waived_can_be() -> None:
    assert all(RULES[code].may_be_waived for code in CONSENTS)


def test_it_says_who_answers_for_it() -> None:
    waiver = signed(approver="J Lee", reason="long course", expires=TUESDAY)
    assert str(waiver) == "approved by J Lee, until Tue 5 Jan 2027"
    assert str(signed(approver="J Lee")) == "approved by J Lee"
    assert str(signed(reason="agreed to it")) == "agreed to it"
    assert signed().place == NOWHERE
