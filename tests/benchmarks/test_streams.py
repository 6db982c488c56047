"""Timefold as a peer: what it is told of the rules, and that it finds a rota."""

import json
import subprocess
import sys

import pytest

from benchmarks.ladder.peers import of_timefold
from benchmarks.ladder.streams import presence
from benchmarks.ladder.streams.measuring import noted_of
from rostering.audit import audit
from rostering.domain import Tier
from rostering.drawing import parse
from rostering.rulebook import rulebook

DRAWINGS = (
    "Ann L L - L L - -\nBob:regular L - L L - - -\ncrew a:paramedic b:regular",
    "Ann L E L L L L L\nBob L - - - - - -\nneed L L+E L L L L L",
    "Ann L L L - - - -\nCal - - - - L L L\nneed L L L L L L L\navoid Ann Cal",
    "Ann - - - - - - -\nBob - - - - - - -\nneed L2 L2 L L L L L",
)
RUN = """
import json
from benchmarks.ladder.streams.measuring import measured
from rostering.audit import audit
from rostering.domain import Tier
from rostering.drawing import parse
from rostering.rulebook import rulebook
problem = parse("Ann - -\\nBob - -\\nneed L L").problem
rules, _ = rulebook(problem)
rota, found = measured(problem, rules, 2.0)
found["audit"] = {tier.title: audit(rota, rules).cost(tier) for tier in Tier}
found["crewed"] = [rota.is_crewed(shift) for shift in problem.shifts]
print(json.dumps(found))
"""


@pytest.mark.parametrize("text", DRAWINGS)
def test_sums_charge_a_rota_as_the_audit_does(text):
    rota = parse(text)
    rules, _ = rulebook(rota.problem)
    noted = noted_of(rota.problem, rules)
    told = [rule for rule in rules if rule.is_sought and rule.code not in noted.untold]
    found = audit(rota, told)
    open_shifts = sum(
        price for shift, price in noted.prices.items() if not rota.is_crewed(shift)
    )
    for tier in Tier:
        charged = sum(s.charge(rota.fills) for s in noted.sums if s.tier is tier)
        charged += open_shifts if tier is Tier.COVER else 0
        assert charged == found.cost(tier), tier
    is_broken = any(s.charge(rota.fills) for s in noted.sums if s.tier is None)
    assert is_broken == bool(found.hard)


def test_what_is_not_about_fills_is_counted_as_untold():
    problem = parse("Ann L L L L L L L\nBob L L L L L L L").problem
    rules, _ = rulebook(problem)
    assert "FATIGUE-02" in noted_of(problem, rules).untold


def test_it_is_told_to_be_missing_where_it_is(monkeypatch, tmp_path):
    monkeypatch.setattr("benchmarks.ladder.peers.is_installed", lambda: False)
    found = of_timefold(tmp_path, 1, 1.0)
    assert found == {"tiers": {}, "whole": None, "why": "not installed"}


def test_java_that_is_not_there_is_no_java(monkeypatch):
    monkeypatch.setattr(presence.shutil, "which", lambda name: None)
    assert not presence.is_installed()


@pytest.mark.slow
@pytest.mark.skipif(
    not presence.is_installed(), reason="needs the package timefold and Java 17"
)
def test_timefold_finds_a_rota_whose_values_are_those_of_our_audit():
    # Its machine stays as long as a process does, so it is given one of its own.
    command = (sys.executable, "-c", RUN)
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    found = json.loads(done.stdout.splitlines()[-1])
    values = {title: tier["value"] for title, tier in found["tiers"].items()}
    assert values == found["audit"]
    assert found["crewed"] == [True, True]
    assert values["cover"] == 0
    assert not found["breaches"]
    assert all(tier["bound"] is None for tier in found["tiers"].values())
