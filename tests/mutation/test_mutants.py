"""Which changes are made to a piece of code, and what comes of planting one."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.mutation.forking import Senseless
from tests.mutation.mutants import Mutant, Source, mutants_of
from tests.mutation.planting import plant

NAME = "a_module_to_plant_in"


def told(text: str) -> list[str]:
    found = mutants_of(Source(NAME, Path(), text))
    return [f"{mutant.before} -> {mutant.after}" for mutant in found]


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("x = a < b", ["a < b -> a <= b"]),
        ("x = a <= b < c", ["a <= b < c -> a < b < c", "a <= b < c -> a <= b <= c"]),
        ("x = a in b", ["a in b -> a not in b"]),
        ("x = a - b", ["a - b -> a + b"]),
        ("x = -a", ["-a -> a"]),
        ("x = not a", ["not a -> a"]),
        ("x = a and b", ["a and b -> a or b", "a and b -> b", "a and b -> a"]),
        ("x = a if b else c", ["a if b else c -> a", "a if b else c -> c"]),
        ("x = 7", ["7 -> 8", "7 -> 6"]),
        ("x = True", ["True -> False"]),
        ("x = min(a)", ["min(a) -> max(a)"]),
        ("x = a.start", ["a.start -> a.end"]),
        ("x = f(day=a)", ["f(day=a) -> f()"]),
        ("x = [a for a in b if c]", ["for a in b if c -> for a in b"]),
    ],
)
def test_an_expression_is_changed_in_each_way_that_may_be_a_mistake(
    code: str, changes: list[str]
) -> None:
    assert told(code) == changes


@pytest.mark.parametrize(
    ("body", "changes"),
    [
        ("return a", ["return a -> return None"]),
        ("return None", []),
        ("f()", ["f() -> (left out)"]),
        ("yield a", ["yield a -> (left out)"]),
        ("a += b", ["a += b -> (left out)"]),
        ("for a in b: continue", ["continue -> break", "continue -> (left out)"]),
        ("if a: f()", ["if a: f() -> (left out)", "f() -> (left out)"]),
    ],
)
def test_a_statement_is_left_out_or_cut_short(body: str, changes: list[str]) -> None:
    assert told(f"def g():\n    {body}") == changes


@pytest.mark.parametrize(
    "code",
    [
        "x = 'text'",
        "x = f'{a + 1} rests'",
        "x = 'at most ' + a",
        "def f() -> str:\n    return a + 1",
        "def f():\n    'What it is.'",
        "def f(a: 'int' = 1): pass",
        "@cache(1)\ndef f(): pass",
    ],
)
def test_what_only_words_a_message_is_left_alone(code: str) -> None:
    assert told(code) == []


def test_mutants_that_read_the_same_are_told_apart_by_number() -> None:
    found = mutants_of(Source(NAME, Path(), "def f():\n    g(1)\n    g(1)"))
    assert len({mutant.key for mutant in found}) == len(found) == 6


CODE = """
from dataclasses import dataclass

MOST = 3

@dataclass(frozen=True, kw_only=True)
class Limit:
    least: int = 2

    @property
    def allowed(self):
        return range(self.least, MOST + 1)

@dataclass(frozen=True, kw_only=True)
class Heir(Limit):
    pass

@dataclass(frozen=True, kw_only=True)
class Stranger(Limit):
    least: int = 2

def numbers():
    for number in Limit().allowed:
        yield number
"""


@pytest.fixture
def living(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    module = ModuleType(NAME)
    monkeypatch.setitem(sys.modules, NAME, module)
    exec(compile(CODE, "", "exec"), vars(module))
    return module


def planted(before: str, after: str) -> None:
    """Plant the first mutant that reads so."""
    source = Source(NAME, Path(), CODE)
    wanted = (before, after)
    found = (m for m in mutants_of(source) if (m.before, m.after) == wanted)
    plant(next(found), source)


def test_a_change_to_a_property_is_planted_where_it_lives(living: ModuleType) -> None:
    assert list(living.Limit().allowed) == [2, 3]
    planted("range(self.least, MOST + 1)", "range(self.least, MOST - 1)")
    assert list(living.Limit().allowed) == []


def test_a_change_to_a_generator_is_planted(living: ModuleType) -> None:
    planted("yield number", "(left out)")
    assert living.numbers() is None


def test_a_change_to_a_default_reaches_those_that_inherit_it(
    living: ModuleType,
) -> None:
    planted("2", "1")
    assert (living.Limit().least, living.Heir().least) == (1, 1)
    assert living.Stranger().least == 2
    assert living.Heir(least=5).least == 5


def test_a_change_to_a_figure_of_the_module_is_planted(living: ModuleType) -> None:
    planted("3", "4")
    assert list(living.numbers()) == [2, 3, 4]


def test_what_makes_no_sense_is_no_mutant(living: ModuleType) -> None:
    text = CODE.replace("MOST = 3", "MOST = timedelta(hours=3)")
    mutant: Mutant = mutants_of(Source(NAME, Path(), text))[0]
    with pytest.raises(Senseless, match="timedelta"):
        plant(mutant, Source(NAME, Path(), text))
