"""The next rota goes on from the last one, as if that stood in History."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

import inputs
from rostering.domain import NOWHERE, Period
from rostering.ledger import Draft, Ledger
from rostering.memory import record, remember
from rostering.memory.fairness import fairness
from rostering.memory.keeping import KIND, chances, chances_anew, keep
from rostering.rulebook import remembering, rulebook
from rostering.saved.comma import to_csv
from rostering.saved.lines import State, lines_of
from rostering.solve import solve
from tests.cli.books import FIRST, falls
from tests.inputs.books import more, write_csv

WEEKS = 2
NEXT = FIRST + timedelta(weeks=WEEKS)


def _opened(book, first):
    problem = inputs.read(book, first=first, weeks=WEEKS).problem
    rules, _ = rulebook(problem)
    return remembering(problem, rules), rules


def _files(book):
    return {file.name: file.read_bytes() for file in book.glob("*.csv")}


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The small book, with a rota of two weeks in its ledger, and its lines."""
    book = write_csv(tmp_path_factory.mktemp("going") / "book", falls())
    problem, rules = _opened(book, FIRST)
    lines = lines_of(solve(problem, rules).rota)
    document = {"format": 1, "rows": [line.texts for line in lines]}
    draft = Draft(
        Period(FIRST, NEXT - timedelta(days=1)),
        "Kim",
        "",
        to_csv(lines),
        json.dumps(document).encode(),
        _files(book),
    )
    ledger = Ledger.beside(book, create=True)
    ledger.publish(draft, after=None)
    return ledger, lines


def _typed(sheets, lines):
    """The sheets with the lines typed into History by hand."""
    for line in lines:
        if line.state is State.FILLED:
            span = line.span
            more(
                sheets,
                "History",
                f"{line.person} | {line.day:%d/%m/%Y} | {span.local_start:%H:%M} | "
                f"{span.local_end:%H:%M} | {line.unit} | {line.post}",
            )
    return sheets


def _without_places(problem):
    duties = tuple(duty._replace(place=NOWHERE) for duty in problem.history)
    return {(d.person, d.span): d for d in duties}


def test_building_on_is_building_with_history_typed_by_hand(published, tmp_path):
    ledger, lines = published
    problem, rules = _opened(ledger.book, NEXT)
    remembered = remember(problem, record(ledger), rules).problem
    by_hand = write_csv(tmp_path / "typed", _typed(falls(), lines))
    typed, _ = _opened(by_hand, NEXT)
    assert _without_places(remembered) == _without_places(typed)
    typed = replace(typed, bank=remembered.bank)
    on, typed_on = (solve(each, rules) for each in (remembered, typed))
    assert on.rota.fills == typed_on.rota.fills
    assert [t.value for t in on.tiers] == [t.value for t in typed_on.tiers]


def test_the_bank_is_in_it(published):
    ledger, lines = published
    problem, rules = _opened(ledger.book, NEXT)
    remembered = remember(problem, record(ledger), rules)
    for person, bank in remembered.banks.items():
        shifts = sum(line.person == person for line in lines)
        # Each shift of ten hours has an unpaid break; one day in the week is leave.
        (line,) = bank.lines
        assert line.worked == shifts * 570
        assert bank.minutes == remembered.problem.bank[person]
    assert remembered.banks.keys() == {"P1", "P2", "X1"}


def test_the_stored_ledger_of_fairness_is_the_one_made_anew(published):
    ledger, _ = published
    problem, rules = _opened(ledger.book, NEXT)
    known = remember(problem, record(ledger), rules).record
    (version,) = known.published
    anew = fairness(known, problem, rules)
    assert ledger.notes(KIND) == ()
    keep(ledger, version)
    assert len(ledger.notes(KIND)) == 1
    assert chances(ledger, [version]) == {1: chances_anew(version)}
    stored = fairness(known, problem, rules)
    assert stored.people == anew.people
    assert stored.spreads == anew.spreads
    assert stored.holidays == anew.holidays
    assert (anew.first, anew.last) == (FIRST, NEXT - timedelta(days=1))


def test_a_book_that_cannot_be_read_any_more_tells_nothing(ledger):
    from tests.memory.publishing import MONDAY, publish

    version = publish(ledger, MONDAY, "Ann L")
    assert chances(ledger, [version]) == {}
