"""From the decisions of a model to its matrix."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from ortools.sat import cp_model_pb2
from ortools.sat.python import cp_model

from rostering.build import uncollected
from rostering.decisions import Choices
from rostering.solve.matrix.lists import Lists, Whole, starts
from rostering.solve.matrix.matrix import FAR, Charges, Kind, Matrix
from rostering.solve.matrix.rivals import Rivals

Proto = cp_model_pb2.CpModelProto
Row = cp_model_pb2.ConstraintProto


def matrix_of(decisions: Choices) -> Matrix:
    """The matrix of all that is posted so far; an objective is not part of it.

    Raises:
        AssertionError: A row is of a kind that no rule posts.
    """
    with uncollected():
        return _matrix_of(decisions)


def _matrix_of(decisions: Choices) -> Matrix:
    proto = _proto_of(decisions.model)
    rows = _Rows()
    equalities = []
    for row in proto.constraints:
        if row.WhichOneof("constraint") == "lin_max":
            equalities.append(row)
        else:
            rows.add(row)
    for row in equalities:
        rows.add(row)
    domains = [variable.domain for variable in proto.variables]
    size = len(domains)
    return Matrix(
        *rows.arrays(),
        lower=np.fromiter((domain[0] for domain in domains), np.int64, size),
        upper=np.fromiter((domain[-1] for domain in domains), np.int64, size),
        inputs=_inputs(decisions, size),
        fills={fill: claim.index for fill, claim in decisions.fill_claims.items()},
        charges={
            tier: Charges(
                np.array([steps.index for steps, _ in charges], np.int64),
                np.array([weight for _, weight in charges], np.int64),
            )
            for tier, charges in decisions.charges.items()
        },
    )


def _proto_of(model: cp_model.CpModel) -> Proto:
    """The model as a protocol buffer, which is read five times as fast as it is."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "model.pb"
        model.export_to_file(str(path))
        proto = Proto()
        proto.ParseFromString(path.read_bytes())
        return proto


def _inputs(decisions: Choices, size: int) -> Lists:
    lists = [decisions.inputs.get(column, ()) for column in range(size)]
    return Lists.of(lists, [len(each) for each in lists])


class _Rows:
    """Rows as they are read, one after another."""

    def __init__(self) -> None:
        self._columns = array("q")
        self._weights = array("q")
        self._sizes = array("q")
        self._limits = array("q")
        self._kinds = array("q")
        self._unless = array("q")
        self._conditions = array("q")
        self._rivals = Rivals()

    def arrays(self) -> tuple[Lists, Whole, Whole, Whole, Whole, Lists]:
        """All but the variables of a matrix, in order."""
        limits = _array(self._limits)
        return (
            Lists(starts(_array(self._sizes)), _array(self._columns)),
            _array(self._weights),
            limits[::2],
            limits[1::2],
            _array(self._kinds),
            Lists(starts(_array(self._conditions)), _array(self._unless)),
        )

    def add(self, row: Row) -> None:
        """Take one row of the model; a few kinds of row become several."""
        kind = row.WhichOneof("constraint")
        if kind == "linear":
            self._add_linear(row)
        elif kind == "bool_or":
            negated = (-literal - 1 for literal in row.enforcement_literal)
            self._add_clause([*row.bool_or.literals, *negated])
        elif kind == "bool_and":
            negations = [-literal - 1 for literal in row.enforcement_literal]
            for literal in row.bool_and.literals:
                self._add_clause([*negations, literal])
        elif kind == "lin_max":
            self._add_equality(row)
        else:
            assert kind in ("at_most_one", "exactly_one"), f"a row of kind {kind}"
            exactly = kind == "exactly_one"
            literals = (row.exactly_one if exactly else row.at_most_one).literals
            named = Kind.EXACTLY_ONE if exactly else Kind.AT_MOST_ONE
            if not row.enforcement_literal:
                self._rivals.add(literals)
            least = 1 if exactly else -FAR
            self._add_literals(literals, (least, 1), named, row.enforcement_literal)

    def _add_linear(self, row: Row) -> None:
        low, high, *beyond = (max(-FAR, min(FAR, n)) for n in row.linear.domain)
        assert not beyond, "a row with a hole in its domain"
        terms = row.linear.vars, row.linear.coeffs
        self._add(*terms, (low, high), Kind.LINEAR, row.enforcement_literal)

    def _add_clause(self, literals: Iterable[int]) -> None:
        wanted = dict.fromkeys(literals)
        if not any(-literal - 1 in wanted for literal in wanted):
            self._add_literals(list(wanted), (1, FAR), Kind.CLAUSE, ())

    def _add_equality(self, row: Row) -> None:
        """One claim that is true where any, or every one, of some claims is."""
        (target,) = row.lin_max.target.vars
        is_every = row.lin_max.target.coeffs[0] < 0
        # What is added to a variable tells a claim from its negation, 1 - variable.
        claims = [
            -each.vars[0] - 1 if each.offset else each.vars[0]
            for each in row.lin_max.exprs
        ]
        if is_every:
            claims, target = [-claim - 1 for claim in claims], -target - 1
        if self._rivals.exclude(target, claims):
            named = [*claims, -target - 1]
            self._add_literals(named, (1, 1), Kind.EXACTLY_ONE, ())
            return
        self._add_clause([*claims, -target - 1])
        self._add_implications(claims, target)

    def _add_implications(self, claims: Sequence[int], target: int) -> None:
        """A clause of two for each claim: where it is true, so is the target."""
        (column,), (weight,) = _terms((target,))
        for other, opposite in zip(*_terms(claims), strict=True):
            negated = (opposite > 0) + (weight < 0)
            self._columns.extend((other, column))
            self._weights.extend((-opposite, weight))
            self._limits.extend((1 - negated, FAR - negated))
        self._sizes.extend((2,) * len(claims))
        self._kinds.extend((Kind.CLAUSE,) * len(claims))
        self._conditions.extend((0,) * len(claims))

    def _add_literals(
        self,
        literals: Iterable[int],
        limits: tuple[int, int],
        kind: Kind,
        unless: Iterable[int],
    ) -> None:
        columns, weights = _terms([*literals])
        negated = weights.count(-1)
        low, high = limits
        limits = (low - negated if low > -FAR else low, min(FAR, high - negated))
        self._add(columns, weights, limits, kind, unless)

    def _add(
        self,
        columns: Sequence[int],
        weights: Sequence[int],
        limits: tuple[int, int],
        kind: Kind,
        unless: Iterable[int],
    ) -> None:
        if len(set(columns)) < len(columns):
            summed: Counter[int] = Counter()
            for column, weight in zip(columns, weights, strict=True):
                summed[column] += weight
            columns, weights, kind = [*summed], [*summed.values()], Kind.LINEAR
        conditions = len(self._unless)
        self._columns.extend(columns)
        self._weights.extend(weights)
        self._sizes.append(len(columns))
        self._limits.extend(limits)
        self._kinds.append(kind)
        self._unless.extend(unless)
        self._conditions.append(len(self._unless) - conditions)


def _terms(literals: Sequence[int]) -> tuple[list[int], list[int]]:
    """The variables of the literals, each with 1, or with -1 where it is negated."""
    return (
        [each if each >= 0 else -each - 1 for each in literals],
        [1 if each >= 0 else -1 for each in literals],
    )


def _array(numbers: "array[int]") -> Whole:
    return np.frombuffer(numbers, np.int64) if numbers else np.zeros(0, np.int64)
