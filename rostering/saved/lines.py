"""A rota as lines: one for each place of each shift, as they stand in rota.csv."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from rostering.domain import Fill, Post, Problem, Rota, Shift, Span

if TYPE_CHECKING:
    from rostering.explain.gaps import Gap

COLUMNS = (
    "date",
    "unit",
    "turn",
    "start",
    "end",
    "crew",
    "post",
    "person",
    "name",
    "role",
    "state",
    "reason",
)
"""The columns of rota.csv: a public interface."""


UNNAMED = "?"
"""Begins the id of whoever a reader may not know: `?officer 1`, one in that post."""


class State(StrEnum):
    """What became of one place: somebody fills it, it is missed, or merely spare."""

    FILLED = "filled"
    OPEN = "open"
    SPARE = "spare"


@dataclass(frozen=True, slots=True)
class RotaLine:
    """One place of one shift, and who fills it or why nobody does."""

    day: date
    unit: str
    turn: str
    span: Span
    crew: str
    post: str
    state: State
    person: str = ""
    name: str = ""
    role: str = ""
    reason: str = ""

    @property
    def is_named(self) -> bool:
        """Whether it tells who fills it."""
        return bool(self.person) and not self.person.startswith(UNNAMED)

    @property
    def clock(self) -> str:
        """Its hours as the clock on the wall shows them: `15:00–01:00`."""
        return f"{self.span.local_start:%H:%M}–{self.span.local_end:%H:%M}"

    @property
    def shift_id(self) -> str:
        """The shift to which it belongs, as messages call it."""
        return f"{self.unit} {self.day.isoformat()} {self.turn}"

    @property
    def texts(self) -> dict[str, str]:
        """Its values by column, as files hold them."""
        return {
            "date": self.day.isoformat(),
            "unit": self.unit,
            "turn": self.turn,
            "start": self.span.local_start.isoformat(timespec="minutes"),
            "end": self.span.local_end.isoformat(timespec="minutes"),
            "crew": self.crew,
            "post": self.post,
            "person": self.person,
            "name": self.name,
            "role": self.role,
            "state": self.state.value,
            "reason": self.reason,
        }


def lines_of(rota: Rota, gaps: "Sequence[Gap]" = ()) -> tuple[RotaLine, ...]:
    """Every place of every shift in order of date, car, turn and post."""
    sentences = {(g.shift, g.post.name, g.is_spare): g.sentence for g in gaps}
    return tuple(
        line
        for shift in sorted(rota.problem.shifts)
        for post in shift.crew.posts
        for line in _of_post(rota, shift, post, sentences)
    )


def _of_post(
    rota: Rota,
    shift: Shift,
    post: Post,
    sentences: dict[tuple[Shift, str, bool], str],
) -> Iterator[RotaLine]:
    fills = [fill for fill in rota.crew_of(shift) if fill.post == post.name]
    yield from (_filled(rota.problem, fill) for fill in fills)
    open_places = max(0, post.least - len(fills))
    spare = max(0, post.wanted - max(post.least, len(fills)))
    for state, places in ((State.OPEN, open_places), (State.SPARE, spare)):
        reason = sentences.get((shift, post.name, state is State.SPARE), "")
        yield from [_empty(shift, post, state, reason)] * places


def _filled(problem: Problem, fill: Fill) -> RotaLine:
    person, shift = problem.person[fill.person], fill.shift
    return RotaLine(
        shift.day,
        shift.unit,
        shift.turn,
        shift.span,
        shift.crew.name,
        fill.post,
        State.FILLED,
        person.id,
        person.name,
        person.role,
    )


def _empty(shift: Shift, post: Post, state: State, reason: str) -> RotaLine:
    return RotaLine(
        shift.day,
        shift.unit,
        shift.turn,
        shift.span,
        shift.crew.name,
        post.name,
        state,
        reason=reason,
    )
