"""Gaps and repairs as they are told: on the screen and to other programs."""

import json
from io import StringIO

import pytest
from rich.console import Console

from constraints import RULES
from rostering.drawing import parse
from rostering.explain.gaps import gaps
from rostering.explain.repairs import open_shifts
from rostering.explain.repairs.together import asked_together
from rostering.report.console.repairs import repairs_shown
from rostering.report.repairs import repairs_document

EVERY_RULE = [rule() for rule in RULES.values() if rule.is_usual]
DRAWN = """
Ann:paramedic - A .N -
Bob:paramedic .N - L1 -
Cat:paramedic - - A
Reg@A - - -
Sam:special - - -
Tom:special - - -
Una:special - - -
terms Ann units=J1
terms Bob units=J1,J2
terms Cat units=J2
terms Sam status=IPS
terms Tom status=DPS
terms Una status=APS
offer Una S S
team A/1 L L L
crew p:paramedic o:regular>special
need S1 S2 E1
"""
HEALTH = """
Ann:paramedic -
Bob:regular -
never Ann Bob
leave Ann sick x
crew p:paramedic o:regular
need L
"""


def found(drawing):
    rota = parse(drawing.strip())
    shifts = open_shifts(rota, EVERY_RULE, gaps(rota, EVERY_RULE))
    return rota.problem, shifts, asked_together(shifts)


def shown(drawing, width, *, is_searched=True):
    problem, shifts, together = found(drawing)
    console = Console(file=StringIO(), width=width, highlight=False)
    for part in repairs_shown(shifts, together, problem, is_searched=is_searched):
        console.print(part)
    lines = console.file.getvalue().splitlines()
    return "\n".join(line.rstrip() for line in lines)


def document(drawing):
    problem, shifts, together = found(drawing)
    return repairs_document(shifts, together, problem, EVERY_RULE)


@pytest.mark.parametrize("width", [80, 200])
def test_it_is_told_as_before(width, snapshot):
    assert shown(DRAWN, width) == snapshot


def test_a_rota_without_gaps_says_so():
    assert shown("Ann L\ncrew p:paramedic", 80) == "No open shifts."


def test_where_nothing_helps_it_is_said():
    assert "No repair was found" in shown(HEALTH, 80)


def test_nothing_is_said_of_repairs_that_were_not_asked_for():
    assert "epair" not in shown(HEALTH, 80, is_searched=False)


def test_nothing_private_is_told():
    told = shown(HEALTH, 200) + json.dumps(document(HEALTH))
    assert "sick" not in told.casefold()
    assert "never" not in told.casefold()


def test_other_programs_are_told_every_shift_with_its_posts_and_repairs():
    told = document(DRAWN)
    assert list(told) == ["shifts", "together"]
    shift = told["shifts"][0]
    assert list(shift) == ["date", "unit", "turn", "posts", "repairs"]
    assert {"post", "places", "reason", "stops"} <= set(shift["posts"][0])
    assert {"person", "rule", "because", "place", "reasons"} == set(
        shift["posts"][0]["stops"][0]
    )


def test_other_programs_are_told_of_each_repair_what_it_asks_moves_and_costs():
    repairs = [
        repair for shift in document(DRAWN)["shifts"] for repair in shift["repairs"]
    ]
    assert repairs
    for repair in repairs:
        assert list(repair) == [
            "unkindness",
            "asks",
            "likewise",
            "changes",
            "charges",
            "breaches",
        ]
        assert repair["breaches"] == 0
        for ask in repair["asks"]:
            assert list(ask) == ["kind", "of", "name", "words", "places"]
        for change in repair["changes"]:
            assert list(change) == ["person", "name", "leaves", "joins"]
        cover = [c for c in repair["charges"] if c["rule"] == "COVER-01"]
        assert [c["then"] < c["now"] for c in cover] == [True]


def test_what_mends_several_at_once_names_its_shifts():
    for each in document(DRAWN)["together"]:
        assert list(each) == ["asks", "shifts"]
        assert len(each["shifts"]) > 1
