"""PAIR-02: two people who are better apart."""

from dataclasses import dataclass
from typing import ClassVar

from constraints._pairs import ApartRule
from rostering.domain import Mode, PairKind, Tier


@dataclass(frozen=True, kw_only=True)
class AvoidTogether(ApartRule):
    """Two people who are better apart are put in one crew only for want of others.

    Why: some people work less well together; a night in the car is long. As
    a wish it weighs less than cover: better the two of them than no crew at all.

    Note: each shift that they share costs one. The reason is never shown.
    """

    code: ClassVar[str] = "PAIR-02"
    title: ClassVar[str] = "Better apart"
    briefly: ClassVar[str] = "better not together"
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-EXCLUDE", "CREW-VARIETY")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L -\nBob:regular - L\navoid Ann Bob",
        "Ann - L\nBob:regular - L\navoid Ann Bob x -",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L\nBob:regular L\navoid Ann Bob", 1),
        ("Ann L L L\nBob:regular L - L\navoid Ann Bob", 2),
    )

    pair_kind: ClassVar[PairKind] = PairKind.AVOID

    mode: Mode = Mode.WISH
    tier: Tier = Tier.CARE
