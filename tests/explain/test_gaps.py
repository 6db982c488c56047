"""Who is kept out of an open post by what: all of it, and nothing untrue."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constraints import RULES
from rostering.domain import AbsenceKind, Fill, Leave, Mode, Place, Rota
from rostering.drawing import parse
from rostering.explain.gaps import Gap, gaps
from tests.explain.asking import (
    ABOUT_CREWS,
    EVERY_RULE,
    broken_by,
    crews_with,
    is_free,
    rotas,
)


def gaps_of(drawing: str | Rota) -> dict[str, Gap]:
    """The open posts of the first shift that has any, by name."""
    rota = parse(drawing) if isinstance(drawing, str) else drawing
    found = [gap for gap in gaps(rota, EVERY_RULE) if not gap.is_spare]
    return {gap.post.name: gap for gap in found if gap.shift == found[0].shift}


def reasons(gap: Gap) -> dict[str, list[str]]:
    """The rules against each person, the most telling first."""
    return {stop.person: [o.rule for o in stop.objections] for stop in gap.stops}


def test_everything_against_a_person_is_kept_the_most_telling_first() -> None:
    gap = gaps_of("Ann .N A\nasks paramedic radio\ncrew p:paramedic\nneed D")["p"]
    assert reasons(gap) == {"Ann": ["SKILL-01", "LEAVE-01", "REST-01", "HOURS-04"]}
    assert gap.sentence == "1 without radio"


def test_people_are_counted_by_what_is_most_telling_the_fewest_first() -> None:
    drawing = "Ann A\nBob A\nCal .N -\ncrew p:paramedic\nneed D"
    assert gaps_of(drawing)["p"].sentence == (
        "1 resting after J1 night Sun; 2 on leave"
    )


def test_the_figures_are_in_the_reason() -> None:
    (stop,) = gaps_of("Ann .N -\ncrew p:paramedic\nneed D")["p"].stops
    assert stop.because.startswith("1 h rest between ")
    assert stop.because.endswith("at least 11 h needed")


def test_a_cell_is_named_where_one_cell_says_it() -> None:
    rota = parse("Ann A\nBob A\ncrew p:paramedic\nneed D")
    leave = (
        replace(away, place=Place("trust.xlsx", "Leave", f"C{row}"))
        for row, away in enumerate(rota.problem.leave, start=14)
    )
    told = Rota(replace(rota.problem, leave=tuple(leave)))
    assert gaps_of(told)["p"].sentence == "2 on leave ([trust.xlsx]Leave!C14, C15)"


OFFERS = "Sam:special -\nterms Sam status=APS\ncrew p:paramedic o:special\nneed S"


def test_a_volunteer_of_no_help_alone_is_told_so_before_being_asked() -> None:
    assert reasons(gaps_of(f"Ann -\n{OFFERS}")["o"]) == {"Sam": ["CREW-03", "AVAIL-01"]}


def test_where_nobody_is_for_another_post_no_crew_is_judged() -> None:
    assert reasons(gaps_of(OFFERS)["o"]) == {"Sam": ["AVAIL-01"]}


def test_somebody_free_for_a_shift_left_open_is_said_to_be_free() -> None:
    gap = gaps_of("Ann -\ncrew p:paramedic\nneed D")["p"]
    assert gap.sentence == "1 free"
    assert reasons(gap) == {"Ann": [""]}


@pytest.mark.parametrize(
    "kind", [kind for kind in AbsenceKind if kind.in_words == "away"]
)
def test_why_somebody_is_away_is_nobodys_business(kind: AbsenceKind) -> None:
    rota = parse("Ann A\ncrew p:paramedic\nneed D")
    leave = tuple(replace(away, kind=kind) for away in rota.problem.leave)
    gap = gaps_of(Rota(replace(rota.problem, leave=leave)))["p"]
    assert gap.sentence == "1 away"
    assert _says_nothing_of(gap, kind.value)


def test_who_may_not_be_together_is_said_of_nobody_by_name() -> None:
    drawing = "Ann -\nBob:regular -\nnever Ann Bob\ncrew p:paramedic o:regular\nneed D"
    gap = gaps_of(drawing)["p"]
    assert gap.sentence == "1 not permitted together"
    assert _says_nothing_of(gap, "Bob")


def _says_nothing_of(gap: Gap, secret: str) -> bool:
    told = [o.because + o.briefly for stop in gap.stops for o in stop.objections]
    return not any(secret.casefold() in text.casefold() for text in told)


def test_leave_of_someone_else_is_nobodys_reason() -> None:
    rota = parse("Ann A\nBob:regular -\ncrew p:paramedic\nneed D")
    assert isinstance(rota.problem.leave[0], Leave)
    assert set(reasons(gaps_of(rota)["p"])) == {"Ann"}


@given(st.booleans().flatmap(lambda edited: rotas(edited=edited)))
@settings(max_examples=20)
def test_every_reason_is_true_and_none_is_missing(rota: Rota) -> None:
    for gap in gaps(rota, EVERY_RULE):
        is_whole = rota.is_crewed(gap.shift)
        for stop in gap.stops:
            fill = Fill(stop.person, gap.shift, gap.post.name)
            said = {o.rule for o in stop.objections} - {""}
            found = broken_by(rota, fill)
            if is_whole:
                assert said == found
            else:
                assert said - ABOUT_CREWS == found - ABOUT_CREWS


@given(st.booleans().flatmap(lambda edited: rotas(edited=edited)))
@settings(max_examples=20)
def test_nobody_who_could_be_thought_of_is_left_out(rota: Rota) -> None:
    for gap in gaps(rota, EVERY_RULE):
        admitted = {
            person.id
            for person in rota.problem.candidates(gap.shift)
            if gap.post.admits(person.role)
        }
        asked = {stop.person for stop in gap.stops}
        assert asked == admitted - rota.people_on(gap.shift)


@given(st.booleans().flatmap(lambda edited: rotas(edited=edited)))
@settings(max_examples=15)
def test_what_is_said_of_crews_is_true_of_every_crew(rota: Rota) -> None:
    for gap in gaps(rota, EVERY_RULE):
        if rota.is_crewed(gap.shift):
            continue
        for stop in gap.stops:
            said = {o.rule for o in stop.objections} & ABOUT_CREWS
            crews = list(crews_with(rota, stop.person, gap.post, gap.shift))
            if "CREW-01" in said:
                assert is_free(rota, Fill(stop.person, gap.shift, gap.post.name))
                assert not crews
            elif said:
                broken = [broken_by(rota, *crew) for crew in crews]
                assert broken
                assert all(said & each for each in broken)
            elif crews:
                broken = [broken_by(rota, *crew) & ABOUT_CREWS for crew in crews]
                assert not all(broken)


def test_a_car_that_is_out_with_another_crew_stops_everybody() -> None:
    gap = gaps_of("Ann E\nBob:paramedic -\ncrew p:paramedic\nneed E+L")["p"]
    assert reasons(gap)["Bob"] == ["ROAD-02"]
    assert gap.sentence == "2 without a car that is free"


def test_two_tired_people_are_no_crew_whatever_made_them_tired() -> None:
    rules = [replace(RULES["FATIGUE-02"](), mode=Mode.HARD)]
    drawing = "Ann .L .L .L .L -\nBob:regular .L .L .L .L -\nneed L"
    for gap in gaps(parse(drawing), rules):
        assert [o.rule for stop in gap.stops for o in stop.objections] == ["FATIGUE-02"]


def test_who_rides_in_a_second_role_is_measured_with_both() -> None:
    drawing = (
        "Bob@A - - - - -\nteam A L L L L L - -\nBea:special - - - - - -\n"
        "terms Bea same_as=Bob\noffer Bea - - - - - S\n"
        "crew o:special\nneed - - - - - S"
    )
    gap = gaps_of(drawing)["o"]
    assert "REST-05" in reasons(gap)["Bea"]
