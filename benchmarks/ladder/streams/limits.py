"""The rules as constraint streams."""

from typing import TypeVar

from timefold.solver.score import (
    BendableScore,
    BiConstraintStream,
    Constraint,
    ConstraintCollectors,
    ConstraintFactory,
    Joiners,
    UniConstraintStream,
    constraint_provider,
)

from benchmarks.ladder.streams.model import (
    HARD,
    LEVELS,
    Mark,
    Seat,
    Term,
    Total,
)

Fact = TypeVar("Fact", Term, Mark)

SEATS = 10
"""What an open shift counts for beside an empty seat, which shows the way to a crew."""


@constraint_provider
def limits(factory: ConstraintFactory) -> list[Constraint]:
    """All constraints, level by level."""
    sums, counts = _sums(factory), _counts(factory)
    levels = (HARD, *range(LEVELS))
    return [
        _open_shifts(factory),
        _empty_seats(factory),
        *(_beyond(sums, "Sum", level) for level in levels),
        *(_beyond(counts, "Count", level) for level in levels),
    ]


def _open_shifts(factory: ConstraintFactory) -> Constraint:
    return (
        _lacking(factory)
        .group_by(lambda seat: seat.turn)
        .penalize(_weight(0), lambda turn: turn.price * SEATS)
        .as_constraint("Open shift")
    )


def _empty_seats(factory: ConstraintFactory) -> Constraint:
    return _lacking(factory).penalize(_weight(0)).as_constraint("Empty seat")


def _lacking(factory: ConstraintFactory) -> UniConstraintStream[Seat]:
    """The empty seats without which a shift is not crewed."""
    return factory.for_each_including_unassigned(Seat).filter(
        lambda seat: seat.is_needed and seat.person is None
    )


def _sums(factory: ConstraintFactory) -> BiConstraintStream[Total, int]:
    """Every sum that is too small or too large, with what it comes to."""
    return _charged(
        _met(factory, Term).group_by(
            lambda seat, term: term.row,
            ConstraintCollectors.sum(lambda seat, term: term.weight),
        ),
        is_count=False,
    )


def _counts(factory: ConstraintFactory) -> BiConstraintStream[Total, int]:
    """Every count that is too small or too large, with what it comes to."""
    return _charged(
        _met(factory, Mark).group_by(
            lambda seat, mark: mark.row,
            ConstraintCollectors.count_distinct(lambda seat, mark: mark.part),
        ),
        is_count=True,
    )


def _met(
    factory: ConstraintFactory, facts: type[Fact]
) -> BiConstraintStream[Seat, Fact]:
    """Every seat that is taken, with each fact that this brings about."""
    return factory.for_each(Seat).join(
        facts,
        Joiners.equal(
            lambda seat: seat.person.base + seat.place, lambda fact: fact.key
        ),
    )


def _charged(
    totals: BiConstraintStream[Total, int], *, is_count: bool
) -> BiConstraintStream[Total, int]:
    """Those that cost something, a total of nothing being one too."""
    return totals.complement(Total, lambda row: 0).filter(
        lambda row, total: row.is_count == is_count and row.charge(total) > 0
    )


def _beyond(sums: BiConstraintStream[Total, int], what: str, level: int) -> Constraint:
    return (
        sums.filter(lambda row, total: row.level == level)
        .penalize(_weight(level), lambda row, total: row.charge(total))
        .as_constraint(f"{what}, level {level}")
    )


def _weight(level: int) -> BendableScore:
    if level == HARD:
        return BendableScore.of_hard(1, LEVELS, 0, 1)
    return BendableScore.of_soft(1, LEVELS, level, 1)
