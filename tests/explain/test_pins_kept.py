"""A first try keeps the pins of an ordinary book, and is never taken in by a clash."""

from dataclasses import replace
from pathlib import Path

import pytest

from constraints import RULES
from constraints.pins import Pins
from inputs import read
from rostering.domain import Mode
from rostering.explain.clash import clashes
from rostering.explain.pins_kept import has_rota_with_pins
from rostering.rulebook import rulebook
from tests.explain.planted import planted
from tests.explain.test_drawn_clashes import HARD, pinned
from tests.explain.test_planted_clashes import PAIRS

KENT = Path(__file__).parent.parent.parent / "examples" / "kent"


def test_the_pins_of_kent_are_kept_without_the_solver() -> None:
    problem = read(KENT).problem
    assert problem.pins
    assert has_rota_with_pins(problem, rulebook(problem)[0])


@pytest.mark.parametrize(("forcing", "killers"), PAIRS)
def test_no_rota_keeps_what_contradicts(forcing: str, killers: tuple[str, ...]) -> None:
    book = planted(forcing, killers)
    assert not has_rota_with_pins(book.problem, book.rules)


@pytest.mark.parametrize("code", sorted(HARD))
def test_where_it_keeps_the_pins_of_a_drawing_the_solver_finds_no_clash(
    code: str,
) -> None:
    rule = replace(RULES[code](), mode=Mode.HARD)
    drawings = [*rule.kept, *rule.broken, *(drawn for drawn, _ in rule.charged)]
    rules = [Pins(), rule]
    for problem in map(pinned, drawings):
        if has_rota_with_pins(problem, rules):
            assert not clashes(problem, rules)


def test_most_kept_drawings_need_no_solver() -> None:
    kept = [
        has_rota_with_pins(pinned(drawing), [Pins(), replace(rule(), mode=Mode.HARD)])
        for code, rule in RULES.items()
        if code in HARD
        for drawing in rule.kept
    ]
    assert sum(kept) > len(kept) / 2
