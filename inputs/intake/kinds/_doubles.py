"""People who stand in a list more than once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from inputs.intake.doubts import Doubt
from inputs.intake.fields import Field
from inputs.intake.kinds.desk import Outcome
from inputs.intake.kinds.words import plain

SECOND_POST = re.compile(r"-[0-9]{1,2}$")
"""Ends the number of a person's second post."""


def without_doubles(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes, where people who have more than one row wait.

    Two posts of one person, or a row that was kept when another was made: somebody
    must say which of them counts. A row that says the same again is passed over.
    """
    kept = list(outcomes)
    by_number: defaultdict[str, list[int]] = defaultdict(list)
    for n, outcome in enumerate(kept):
        cell = outcome.entry.cell(Field.ID)
        if cell is not None:
            by_number[plain(SECOND_POST.sub("", cell.text))].append(n)
    for same in by_number.values():
        first, *others = (kept[n] for n in same)
        for n in same if len(same) > 1 else ():
            kept[n] = _doubled(kept[n], first, others)
    return tuple(kept)


def _doubled(outcome: Outcome, first: Outcome, others: Sequence[Outcome]) -> Outcome:
    at = outcome.entry.cell(Field.ID) or outcome.entry.anchor
    says = [_said(each) for each in (first, *others)]
    if all(each and each == says[0] for each in says):
        if outcome is first:
            return outcome
        return Outcome(
            outcome.entry, passed=f"said already in {first.entry.anchor.place}"
        )
    other = others[0] if outcome is first else first
    wanted = f"one row for each person; {other.entry.anchor.place} is of the same"
    doubt = Doubt(at.place, at.text, wanted)
    return Outcome(outcome.entry, doubts=(*outcome.doubts, doubt))


def _said(outcome: Outcome) -> list[object]:
    return [sorted(row.values.items(), key=str) for row in outcome.rows]
