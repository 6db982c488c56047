"""Why a post is open: everyone who could be thought of, and all that stops them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from constraints import Rule
from rostering.domain import Breach, Fill, Mode, PersonId, Post, Rota, Shift
from rostering.eligibility import candidates
from rostering.explain.gaps.crews import INCOMPLETE, CrewTrial, is_about_crews
from rostering.explain.gaps.stops import Stop
from rostering.explain.options import Asking, Objection, Option
from rostering.explain.words import in_one_line

Found = dict[tuple[PersonId, str], tuple[Objection, ...]]
"""What is against each person in each post, as everybody else stands."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A post that nobody fills, or too few."""

    shift: Shift
    post: Post
    places: int
    is_spare: bool
    """Whether it is wanted only: the car goes out without it."""
    stops: tuple[Stop, ...]
    is_told: bool = True
    """Whether the reader is told what stops everybody."""

    @property
    def sentence(self) -> str:
        """What stops everybody, in one line: by whom it stops, the fewest first."""
        if not self.is_told:
            return ""
        if not self.stops:
            return f"nobody else in the book could fill {self.post.name}"
        return in_one_line((s.briefly, s.place) for s in self.stops)


def gaps(
    rota: Rota, rules: Sequence[Rule], shifts: Sequence[Shift] | None = None
) -> tuple[Gap, ...]:
    """Every post short of its least, or of what is wanted, with who is stopped why.

    Args:
        rota: The rota as it stands, however it was made.
        rules: What must hold and what is wished.
        shifts: The shifts to look at; all of them when left out.
    """
    asking = GapAsking(rota, rules)
    wanted = rota.problem.shifts if shifts is None else shifts
    return tuple(gap for shift in wanted for gap in asking.of(shift))


class GapAsking:
    """One rota and its rules, asked about one empty place after another."""

    def __init__(
        self,
        rota: Rota,
        rules: Sequence[Rule],
        standing: frozenset[Breach] | None = None,
    ) -> None:
        """Keep the rules that must hold, those about whole crews apart.

        Args:
            rota: The rota as it stands.
            rules: Its rules.
            standing: All that it breaks already, if an audit has found that.
        """
        hard = [rule for rule in rules if rule.mode is Mode.HARD]
        self._rota = rota
        self._crew_rules = [rule for rule in hard if is_about_crews(rule)]
        self._beside = Asking(rota, hard, standing)
        alone = [rule for rule in hard if not is_about_crews(rule)]
        self._alone = Asking(rota, alone, standing)
        self._against: dict[Shift, Found] = {}

    def of(self, shift: Shift) -> Iterator[Gap]:
        """The gaps of one shift."""
        is_crewed = self._rota.is_crewed(shift)
        found: Found | None = None
        for post in shift.crew.posts:
            filled = self._rota.headcount(shift, post)
            open_places = 0 if is_crewed else max(0, post.least - filled)
            spare = max(0, post.wanted - max(filled, post.least))
            if found is None and open_places + spare:
                found = self._all_against(shift)
            for places, is_spare in ((open_places, False), (spare, True)):
                if places and found is not None:
                    stops = self._stops(shift, post, found, is_spare=is_spare)
                    yield Gap(shift, post, places, is_spare, tuple(stops))

    def option(self, fill: Fill) -> Option:
        """One person in an empty place of a shift that has no whole crew.

        Of rules about crews only that is told which speaks against every crew.
        """
        post = fill.shift.crew.by_name[fill.post]
        own = self._alone.option(fill).objections
        found = self._all_against(fill.shift) | {(fill.person, fill.post): own}
        trial = self._trial(fill.shift, found)
        lacking = trial.lacking(post)
        against = [*own, *trial.against(fill.person, post)]
        if lacking and not against:
            against.append(_free(fill.person, lacking, is_spare=False))
        elif lacking:
            said = f"nobody is free for the post of {_names(lacking)}"
            against.append(Objection(INCOMPLETE, fill.person, said))
        return Option(fill, tuple(against))

    def _all_against(self, shift: Shift) -> Found:
        """In a crew that is whole all the rules speak; else those on crews wait."""
        if shift not in self._against:
            asking = self._beside if self._rota.is_crewed(shift) else self._alone
            self._against[shift] = {
                (person.id, post.name): asking.option(
                    Fill(person.id, shift, post.name)
                ).objections
                for person, post in candidates(self._rota.problem, shift)
                if person.id not in self._rota.people_on(shift)
            }
        return self._against[shift]

    def _stops(
        self, shift: Shift, post: Post, found: Found, *, is_spare: bool
    ) -> Iterator[Stop]:
        trial = self._trial(shift, found)
        is_whole = self._rota.is_crewed(shift)
        for (person, name), objections in found.items():
            if name == post.name:
                crew = () if is_whole else trial.against(person, post)
                lacking = () if is_whole else trial.lacking(post)
                every = (*objections, *crew)
                yield Stop.of(person, every or [_free(person, lacking, is_spare)])

    def _trial(self, shift: Shift, found: Found) -> CrewTrial:
        """Crews of those against whom nothing is found."""
        free = {
            its.name: [
                who for (who, name), o in found.items() if name == its.name and not o
            ]
            for its in shift.crew.posts
        }
        return CrewTrial(self._rota, shift, self._crew_rules, free)


def _free(person: PersonId, lacking: Sequence[Post], is_spare: bool) -> Objection:
    """Why somebody against whom nothing is said does not fill the post."""
    if lacking:
        names = _names(lacking)
        said = f"free, but nobody is for the post of {names}"
        return Objection(INCOMPLETE, person, said, None, f"free, with no {names}")
    if is_spare:
        said = "free, but another wish counts for more"
        return Objection(
            "", person, said, None, "free, but other wishes count for more"
        )
    return Objection("", person, "free: nothing is against it", None, "free")


def _names(posts: Sequence[Post]) -> str:
    return " and ".join(post.name for post in posts)
