"""The rules as constraint streams."""

from timefold.solver.score import (
    BendableScore,
    BiConstraintStream,
    Constraint,
    ConstraintCollectors,
    ConstraintFactory,
    Joiners,
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
        factory.for_each_including_unassigned(Seat)
        .filter(lambda seat: seat.is_needed and seat.person is None)
        .group_by(lambda seat: seat.turn)
        .penalize(_weight(0), lambda turn: turn.price * SEATS)
        .as_constraint("Open shift")
    )


def _empty_seats(factory: ConstraintFactory) -> Constraint:
    return (
        factory.for_each_including_unassigned(Seat)
        .filter(lambda seat: seat.is_needed and seat.person is None)
        .penalize(_weight(0))
        .as_constraint("Empty seat")
    )


def _sums(factory: ConstraintFactory) -> BiConstraintStream[Total, int]:
    """Every sum that is too small or too large, with what it comes to."""
    return (
        factory.for_each(Seat)
        .join(
            Term,
            Joiners.equal(lambda seat: seat.person.base + seat.place, lambda t: t.key),
        )
        .group_by(
            lambda seat, term: term.row,
            ConstraintCollectors.sum(lambda seat, term: term.weight),
        )
        .complement(Total, lambda row: 0)
        .filter(lambda row, total: not row.is_count and row.charge(total) > 0)
    )


def _counts(factory: ConstraintFactory) -> BiConstraintStream[Total, int]:
    """Every count that is too small or too large, with what it comes to."""
    return (
        factory.for_each(Seat)
        .join(
            Mark,
            Joiners.equal(lambda seat: seat.person.base + seat.place, lambda m: m.key),
        )
        .group_by(
            lambda seat, mark: mark.row,
            ConstraintCollectors.count_distinct(lambda seat, mark: mark.part),
        )
        .complement(Total, lambda row: 0)
        .filter(lambda row, total: row.is_count and row.charge(total) > 0)
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
