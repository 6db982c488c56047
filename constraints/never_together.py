"""PAIR-01: two people who are not permitted together."""

from dataclasses import dataclass
from typing import ClassVar

from constraints._pairs import ApartRule
from rostering.domain import Kind, PairKind


@dataclass(frozen=True, kw_only=True)
class NeverTogether(ApartRule):
    """Two people who are not permitted together are never in one crew.

    Why: there are relationships, grievances and adjustments that nobody else need
    know of. The rota keeps to them and never says why.

    Note: a pair stands for the days that the book gives it, and a shift counts by
    the date on which it starts.
    """

    code: ClassVar[str] = "PAIR-01"
    title: ClassVar[str] = "Never together"
    briefly: ClassVar[str] = "not permitted together"
    kind: ClassVar[Kind] = Kind.POLICY
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-EXCLUDE",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L -\nBob:regular - L\nnever Ann Bob",
        "Ann L1\nBob:regular L2\nnever Ann Bob",
        "Ann - L\nBob:regular - L\nnever Ann Bob x -",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L\nBob:regular L\nnever Ann Bob",
        "Ann L\nBob:regular L\nnever Bob Ann",
        "Ann - L\nBob:regular - L\nnever Ann Bob - x",
    )

    pair_kind: ClassVar[PairKind] = PairKind.NEVER
