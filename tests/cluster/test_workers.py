"""Searches on other processes: the same rota, whatever happens to the workers."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings

from rostering.cluster import ClusterRefusal
from rostering.solve import Outcome, solve_all
from tests.cluster.questions import TWO_PARTS, Deadly, Held, question_of
from tests.strategies import drawings


def told(result):
    """All that must be the same wherever a rota is looked for."""
    tiers = [(tier.tier, tier.value, tier.bound) for tier in result.tiers]
    return result.outcome, result.rota and result.rota.fills, tiers


def values(result):
    assert result.outcome is Outcome.OPTIMAL
    return [tier.value for tier in result.tiers]


def test_two_questions_have_the_same_rotas_as_without_a_cluster(workers):
    asked = [question_of(TWO_PARTS), question_of(TWO_PARTS.replace("L2", "-"))]
    here, there = solve_all(asked), solve_all(asked, runner=workers)
    assert [len(question.parts) for question in asked] == [2, 1]
    assert list(map(told, here)) == list(map(told, there))


@settings(max_examples=25)
@given(drawings())
def test_split_or_not_here_or_elsewhere_the_proved_values_agree(workers, drawing):
    split = question_of(drawing)
    whole = replace(split, parts=(split.problem.shifts,) if split.parts else ())
    here = solve_all([split, whole])
    there = solve_all([split, whole], runner=workers)
    assert [told(one) for one in here] == [told(one) for one in there]
    assert values(here[0]) == values(here[1])


def test_a_worker_that_is_killed_is_survived(all_workers, tmp_path):
    plain = question_of(TWO_PARTS)
    held = Held.over(plain, tmp_path)
    with ThreadPoolExecutor(1) as pool:
        search = pool.submit(solve_all, [held], runner=all_workers)
        for part in range(2):
            os.kill(held.held_by(part), signal.SIGKILL)
        (found,) = search.result()
    (expected,) = solve_all([plain])
    assert told(found) == told(expected)
    assert found.rota.fills


def test_progress_of_every_question_is_told(workers):
    told = []
    asked = [question_of(TWO_PARTS)] * 2
    solve_all(asked, onlooker=lambda n, p: told.append((n, p)), runner=workers)
    for number in range(2):
        last = [progress for each, progress in told if each == number][-1]
        assert last.components_done == last.components == 2
    assert any(progress.best is not None for _, progress in told)


def test_ctrl_c_stops_every_worker_and_keeps_the_best(all_workers, tmp_path):
    held = Held.over(question_of(TWO_PARTS), tmp_path)

    def interrupt():
        for part in range(2):
            held.held_by(part)
        os.kill(os.getpid(), signal.SIGINT)

    with ThreadPoolExecutor(1) as pool:
        pool.submit(interrupt)
        (found,) = solve_all([held], runner=all_workers)
    assert found.is_stopped
    assert found.rota.fills


def test_a_part_that_ends_every_worker_is_refused_with_advice(workers):
    plain = question_of(TWO_PARTS.replace("L2", "-"))
    parts = {each.name: getattr(plain, each.name) for each in fields(plain)}
    with pytest.raises(ClusterRefusal, match="ended every worker") as refused:
        solve_all([Deadly(**parts)], runner=workers)
    assert "memory" in refused.value.advice
