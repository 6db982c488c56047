"""Changes that are tried on a rota, one after another, each to be undone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from rostering.board.desk.who import PlaceAsked
from rostering.domain import Fill, PersonId, Problem, Rota
from rostering.report.console.cars import short_day


class Refused(Exception):
    """Something that cannot be tried; it says why."""


@dataclass(frozen=True, slots=True)
class Try:
    """One change: who leaves which places, and who takes which."""

    left: frozenset[Fill]
    taken: frozenset[Fill]

    def words(self, problem: Problem) -> str:
        """`Ann Lee in place of Bob Day on JR-04 late, Fri 22 Jan`."""
        return "; ".join(self._words(problem))

    def _words(self, problem: Problem) -> Iterator[str]:
        for shift, post in sorted({(f.shift, f.post) for f in self.left | self.taken}):
            place = (shift, post)
            gone, new = (
                " and ".join(
                    problem.person[fill.person].name
                    for fill in sorted(fills)
                    if (fill.shift, fill.post) == place
                )
                for fills in (self.left, self.taken)
            )
            where = f"{shift.unit} {shift.turn}, {short_day(shift.day)}"
            if gone and new:
                yield f"{new} in place of {gone} on {where}"
            else:
                yield f"{new} put on {where}" if new else f"{gone} taken off {where}"


@dataclass(frozen=True)
class Tries:
    """A rota as it was opened, what was tried since, and what was undone again."""

    opened: Rota
    done: tuple[Try, ...] = ()
    undone: tuple[Try, ...] = ()
    """What can be done once more, the next one last."""

    @cached_property
    def rota(self) -> Rota:
        """The rota with all that is tried."""
        fills = self.opened.fills
        for each in self.done:
            fills = (fills - each.left) | each.taken
        return Rota(self.opened.problem, fills)

    @property
    def words(self) -> list[str]:
        """Each try in words."""
        return [each.words(self.opened.problem) for each in self.done]

    def with_try(self, new: Try) -> "Tries":
        """One more try; what was undone before it is forgotten."""
        return replace(self, done=(*self.done, new), undone=())

    def undo(self) -> "Tries":
        """Without the last try.

        Raises:
            Refused: Nothing is tried.
        """
        if not self.done:
            raise Refused("Nothing is tried.")
        *rest, last = self.done
        return replace(self, done=tuple(rest), undone=(*self.undone, last))

    def redo(self) -> "Tries":
        """With the try that was undone last.

        Raises:
            Refused: Nothing was undone.
        """
        if not self.undone:
            raise Refused("Nothing was undone.")
        *rest, last = self.undone
        return replace(self, done=(*self.done, last), undone=tuple(rest))


def putting(rota: Rota, fill: Fill, instead_of: PersonId | None = None) -> Try:
    """Somebody into a place, in place of whoever is named.

    Raises:
        Refused: The person is on that shift already, or the place has no room.
    """
    shift = fill.shift
    left = {
        other
        for other in rota.crew_of(shift)
        if (other.person, other.post) == (instead_of, fill.post)
    }
    _see_apart(Rota(rota.problem, rota.fills - left), fill)
    post = shift.crew.by_name[fill.post]
    if not left and rota.headcount(shift, post) >= post.most:
        raise Refused(f"There is no room for another {post.name}: pick who gives way.")
    return Try(frozenset(left), frozenset({fill}))


def taking_out(fill: Fill) -> Try:
    """Somebody out of a place."""
    return Try(frozenset({fill}), frozenset())


def exchanging(rota: Rota, marked: Fill | None, place: PlaceAsked | None) -> Try:
    """Somebody into another place, and whoever is there into theirs.

    Raises:
        Refused: There is nobody or nothing to exchange, or somebody would be on a
            shift twice.
    """
    if marked is None or marked not in rota.fills:
        raise Refused("Mark somebody first (m), then pick with whom to exchange.")
    if place is None:
        raise Refused("There is no place here to take.")
    there = place.fill
    if there is not None and there.person == marked.person:
        raise Refused("Nobody swaps with themselves.")
    left = frozenset({marked} if there is None else {marked, there})
    taken = {Fill(marked.person, place.shift, place.post.name)}
    if there is not None:
        taken.add(marked._replace(person=there.person))
    without = Rota(rota.problem, rota.fills - left)
    for fill in taken:
        _see_apart(without, fill)
    return Try(left, frozenset(taken))


def _see_apart(rota: Rota, fill: Fill) -> None:
    """See that the person is not on the shift already."""
    if fill.person in rota.people_on(fill.shift):
        name = rota.problem.person[fill.person].name
        raise Refused(f"{name} is on {fill.shift.unit} {fill.shift.turn} already.")
