"""What checking one published version came to."""

from dataclasses import dataclass
from enum import StrEnum

from constraints import Rule
from rostering.domain import Audit, Problem
from rostering.ledger import Version
from rostering.report.console.breaches import breach_document

Json = dict[str, object]


class Rebuilt(StrEnum):
    """Whether the kept inputs give the same rota again."""

    SAME = "same"
    DIFFERS = "differs"
    NOT_TRIED = "not tried"


@dataclass(frozen=True)
class Verified:
    """What one version was found to be."""

    version: Version
    problem: Problem | None
    """The book of its time; None where this rota does not understand it."""
    rules: tuple[Rule, ...]
    audit: Audit
    rebuilt: Rebuilt
    because: str = ""
    """Why it was not built again."""
    edited: int = 0
    """How many places were changed by hand after the build."""
    is_other_engine: bool = False
    """Whether another rota published it, whose rules may have been other ones."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong with it."""
        is_legal = not self.audit.hard or self.is_other_engine
        return is_legal and self.rebuilt is not Rebuilt.DIFFERS


def verified_document(found: Verified) -> Json:
    """It for other programs."""
    problem = found.problem
    hard = found.audit.hard if problem is not None else ()
    return {
        "version": found.version.number,
        "understood": problem is not None,
        "breaches": [
            breach_document(breach, problem, found.rules)
            for breach in hard
            if problem is not None
        ],
        "rebuilt": found.rebuilt.value,
        "because": found.because,
        "edited": found.edited,
        "sound": found.is_sound,
    }
