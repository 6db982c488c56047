"""Who is meant by a number or a name, where that is certain, and who may be."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from inputs.intake.doubts import Doubt, Question, Topic
from inputs.intake.people.namesakes import Namesakes, parts_of
from inputs.intake.people.naming import NOBODY, How, Match, Naming
from inputs.intake.people.numbers import Numbers
from inputs.intake.people.persons import AMBULANCE, Known, people_standing, side_of_rank
from inputs.intake.recipe import Recipe
from inputs.intake.standing import standing_of
from rostering.domain import Place

MOST_CANDIDATES = 5


class People:
    """Everybody who can be meant."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.known = tuple(known)
        self._by_id: dict[str, Known] = {}
        for person in self.known:
            self._by_id.setdefault(person.id.casefold(), person)
        self._twice = _twice(self.known)
        self._numbers = Numbers(person.id for person in self.known)
        self._namesakes = Namesakes(self._by_id.values())
        self._found = cache(self._find)

    def get(self, id: str) -> Known | None:
        """The person with the id, however it is spelt in capitals."""
        return self._by_id.get(id.casefold())

    def has_number(self, written: str) -> bool:
        """Whether the number is, or may be, one of the book's.

        Where none of a file's is, its numbers are of another kind than the book's, and
        names must do.
        """
        found = self._numbers.find(written)
        return bool(found.sure or found.likely)

    def match(
        self, naming: Naming, recipe: Recipe | None = None, day: date | None = None
    ) -> Match:
        """Who is meant; the recipe's answers go before everything else.

        Args:
            naming: The sender's words.
            recipe: What was said of the file.
            day: A day on which the person must still be there.
        """
        said = self._said(naming, recipe) if recipe else None
        if said is not None:
            return said
        match = self._found(naming)
        person = self.get(match.person)
        if person and day and person.last and person.last < day:
            left = f"{person.id} left on {person.last:%d/%m/%Y}"
            return _asked((person.id,), f"somebody who is there: {left}")
        return match

    def doubt(self, match: Match, naming: Naming, place: Place) -> Doubt:
        """The doubt that a match which is not certain leaves, with its question."""
        first = self.get(match.candidates[0]) if match.candidates else None
        likely = f"{first.id} {first.name}" if first else ""
        choices = (*match.candidates, NOBODY)
        people = map(self.get, match.candidates)
        names = (*(person.name if person else "" for person in people), NOBODY)
        best = first.id if first else ""
        question = Question(Topic.PERSON, naming.word, choices, best, names)
        return Doubt(place, naming.word, match.wanted, likely, question)

    def _said(self, naming: Naming, recipe: Recipe) -> Match | None:
        """What somebody said of these words; a name alone is no match for a number."""
        decides = bool(self._numbers.find(naming.id).sure) if naming.id else False
        words = [naming.word, naming.id, *[naming.name] * (not decides)]
        for word in filter(None, words):
            meaning = recipe.meaning(Topic.PERSON, word)
            if meaning is None:
                continue
            if meaning.casefold() == NOBODY:
                return Match(is_nobody=True, how=How.SAID)
            person = self.get(meaning) or self.get(self._called(meaning))
            if person is None:
                return _asked((), f"an id from People; {meaning} is none")
            return Match(person.id, How.SAID)
        return None

    def _called(self, name: str) -> str:
        """The id of the only one who is called so; empty for none and for several."""
        found = self._namesakes.called(name)
        return found[0].id if len(found) == 1 else ""

    def _find(self, naming: Naming) -> Match:
        parts = parts_of(naming.name)
        side = side_of_rank(parts.rank) or naming.side
        naming = replace(naming, id=naming.id or parts.number, side=side)
        match = self._by_number(naming) if naming.id else self._by_name(naming)
        person = self.get(match.person)
        if person is None:
            return match
        if person.id.casefold() in self._twice:
            rows = "one row of People, or an answer; the book has two with this id"
            return _asked((person.id,), rows)
        return self._of_its_side(match, person, naming)

    def _by_number(self, naming: Naming) -> Match:
        found = self._numbers.find(naming.id)
        if not found.sure:
            ids = dict.fromkeys((*found.likely, *self._named(naming)))
            return _asked(ids, "a number from People, column id")
        person = self._by_id[found.sure.casefold()]
        if parts_of(naming.name).surname and not self._namesakes.agrees(
            naming.name, person, is_slip_allowed=not found.note
        ):
            ids = dict.fromkeys((found.sure, *self._named(naming)))
            wanted = f"a number and a name of one person: {person.id} is {person.name}"
            return _asked(ids, wanted)
        return Match(found.sure, How.NUMBER, note=found.note)

    def _by_name(self, naming: Naming) -> Match:
        if not naming.name:
            return _asked((), "a number or a name")
        sure = [
            person.id
            for person in self._namesakes.called(naming.name)
            if not (naming.side and person.side) or naming.side == person.side
        ]
        if len(sure) == 1:
            return Match(sure[0], How.NAME)
        if sure:
            return _asked(sure, f"one person; {len(sure)} people may be called so")
        return _asked(self._named(naming), "a name from People, or a number")

    def _named(self, naming: Naming) -> Sequence[str]:
        """Those whose names are like it, the file's own side first."""
        ranked = self._namesakes.like(naming.name) if naming.name else []
        ranked = sorted(ranked, key=lambda each: not _is_of_side(each, naming.side))
        return [person.id for person in ranked]

    def _of_its_side(self, match: Match, person: Known, naming: Naming) -> Match:
        """Doubt a match with somebody of another employer than the file's."""
        employers = {each.employer.casefold() for each in self.known}
        said = naming.employer.casefold()
        if said in employers and said != person.employer.casefold():
            wanted = f"somebody of {naming.employer}; {person.id} is of "
            return _asked((person.id,), f"{wanted}{person.employer}")
        if not _is_of_side(person, naming.side):
            employer = person.employer or person.side
            wanted = f"somebody of this file's side; {person.id} is of {employer}"
            return _asked((person.id,), wanted)
        return match


def people_of(book: Path) -> People:
    """The people of a book, whatever else is wrong with it.

    Raises:
        BadInputs: A file of the book cannot be read at all.
    """
    return People(people_standing(standing_of(book)))


def _is_of_side(person: Known, side: str) -> bool:
    """Whether nothing speaks against it; a force employs regulars and specials."""
    if not (side and person.side):
        return True
    return (side == AMBULANCE) is (person.side == AMBULANCE)


def _twice(people: Iterable[Known]) -> frozenset[str]:
    """Ids under which two people stand; a person may be told of twice."""
    told = {(person.id.casefold(), person.name.casefold()) for person in people}
    counts = Counter(id for id, _ in told)
    return frozenset(id for id, count in counts.items() if count > 1)


def _asked(candidates: Iterable[str], wanted: str) -> Match:
    ids = tuple(candidates)[:MOST_CANDIDATES]
    return Match(candidates=ids, wanted=wanted)
