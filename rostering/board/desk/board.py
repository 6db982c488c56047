"""Everything on the board: the rota, what is picked, and what is tried."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from constraints import Rule
from rostering.board.desk.effect import Effect
from rostering.board.desk.moving import turned
from rostering.board.desk.sheet import By, Picked, Sheet, sheet_of
from rostering.board.desk.study import Study
from rostering.board.desk.tries import (
    Refused,
    Tries,
    Try,
    exchanging,
    putting,
    taking_out,
)
from rostering.board.desk.who import Asked, PersonAsked, PlaceAsked
from rostering.domain import Fill, PersonId, Problem, Rota
from rostering.explain.options import Option
from rostering.saved.lines import RotaLine, State, lines_of

STUDIES = 12
"""How many rotas are remembered with all that is known of them, for undoing."""


@dataclass(frozen=True)
class Given:
    """A rota that was opened with its book."""

    rota: Rota
    rules: Sequence[Rule]
    told_on: date
    """The day on which people are told of what is kept."""


class Board:
    """The rota as lines and, where its book is known, all that is tried on it.

    Without its book, as a share for one of its readers has none, nothing is known but
    the lines, and it is to be looked at only. Whatever cannot be done raises Refused.
    """

    def __init__(self, lines: Sequence[RotaLine], given: Given | None = None) -> None:
        """Begin with the first day picked, and nothing tried."""
        self.given = given
        self.by = By.CAR
        self.picked = Picked(0, min(line.day for line in lines))
        self.marked: Fill | None = None
        """Whose place goes to, or is exchanged with, the next one picked."""
        self._opened = tuple(lines)
        self._tries = None if given is None else Tries(given.rota)
        self._kept = frozenset() if given is None else given.rota.fills
        self._sheets: dict[By, Sheet] = {}
        self._studies = lru_cache(STUDIES)(self._studied)

    @property
    def problem(self) -> Problem | None:
        """Everything that the book says; None where it is not known."""
        return None if self.given is None else self.given.rota.problem

    @property
    def sheet(self) -> Sheet:
        """The grid of the rota with what is tried."""
        return self._sheet_by(self.by)

    def turn(self) -> None:
        """From cars to people or back, staying with whoever is picked."""
        by = By.CAR if self.by is By.PERSON else By.PERSON
        new = self._sheet_by(by)
        if not new.rows:
            raise Refused("Nobody is named in this rota.")
        self.picked = turned(self.sheet, self.picked, new)
        self.by = by

    def asked(self) -> Asked | None:
        """What the picked cell asks: who may be there; None where there is nothing."""
        problem, day = self.problem, self.picked.day
        if problem is None:
            return None
        for line in self.sheet.at(self.picked):
            shift = problem.shift[line.shift_id]
            is_filled = line.state is State.FILLED
            person = PersonId(line.person) if is_filled else None
            return PlaceAsked(shift, shift.crew.by_name[line.post], person)
        if self.by is By.CAR or day not in problem.shifts_on:
            return None
        return PersonAsked(PersonId(self.sheet.rows[self.picked.row].key), day)

    @property
    def tries(self) -> Tries:
        """What is tried."""
        if self._tries is None:
            raise Refused("This rota was made for reading: nothing is tried on it.")
        return self._tries

    @property
    def study(self) -> Study:
        """What is known of the rota with what is tried."""
        return self._studies(self.tries.rota.fills)

    def weighing(self) -> Callable[[], Effect]:
        """What works out the effect of what is tried by now, in whatever thread."""
        opened, tried = self._studies(self.tries.opened.fills), self.study
        told_on = self._known.told_on
        return lambda: Effect(
            opened.rota, tried.rota, opened.audit(), tried.audit(), told_on
        )

    @property
    def changed(self) -> frozenset[Fill]:
        """Who is somewhere only because of what is tried."""
        if self._tries is None:
            return frozenset()
        return self._tries.rota.fills - self._tries.opened.fills

    @property
    def gone(self) -> frozenset[Fill]:
        """Who is no longer somewhere because of what is tried."""
        if self._tries is None:
            return frozenset()
        return self._tries.opened.fills - self._tries.rota.fills

    @property
    def is_tried(self) -> bool:
        """Whether the rota is otherwise than it was opened."""
        return bool(self.changed or self.gone)

    @property
    def has_unkept(self) -> bool:
        """Whether the rota is otherwise than it was kept last."""
        return self._tries is not None and self._tries.rota.fills != self._kept

    def note_kept(self, rota: Rota) -> None:
        """Remember that this rota was written."""
        self._kept = rota.fills

    def put(self, option: Option) -> None:
        """Try somebody in a place."""
        self._try(putting(self.tries.rota, option.fill, option.instead_of))

    def take_out(self) -> None:
        """Try without whoever is picked."""
        self._try(taking_out(self._picked_fill()))

    def mark(self) -> None:
        """Mark whoever is picked, to exchange or move; the same again forgets it."""
        own = self._picked_fill()
        self.marked = None if own == self.marked else own

    def swap(self) -> None:
        """Try the marked person here, and whoever is here in the marked place."""
        asked = self.asked()
        place = asked if isinstance(asked, PlaceAsked) else None
        self._try(exchanging(self.tries.rota, self.marked, place))
        self.marked = None

    def undo(self) -> None:
        """Take back the last try."""
        self._set(self.tries.undo())

    def redo(self) -> None:
        """Do once more what was undone last."""
        self._set(self.tries.redo())

    @property
    def _known(self) -> Given:
        assert self.given is not None
        return self.given

    def _sheet_by(self, by: By) -> Sheet:
        if by not in self._sheets:
            tried = self._tries
            lines = self._opened if tried is None else lines_of(tried.rota)
            self._sheets[by] = sheet_of(lines, by, self.problem)
        return self._sheets[by]

    def _studied(self, fills: frozenset[Fill]) -> Study:
        return Study(Rota(self._known.rota.problem, fills), self._known.rules)

    def _picked_fill(self) -> Fill:
        asked = self.asked() if self.tries else None
        if not isinstance(asked, PlaceAsked) or asked.fill is None:
            raise Refused("Nobody is there.")
        return asked.fill

    def _try(self, new: Try) -> None:
        self._set(self.tries.with_try(new))

    def _set(self, tries: Tries) -> None:
        self._tries = tries
        self._sheets = {}
