"""How tired a rota makes people and crews, and who of each crew is the fresher."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from constraints.crew_skills import holds
from rostering.domain import DutyKind, Person, Rota, Shift
from rostering.domain.fatigue import COMMUTE, Score, scores
from rostering.domain.main_job import main_job_duties
from rostering.domain.runs import runs_of
from rostering.domain.time import HOUR

HALF_A_DAY = 12 * HOUR
WARNING_RISK, WARNING_DAY, WARNING_NIGHT = 1.6, 35, 45
"""From these figures on the railways look into a duty (Network Rail's standard)."""


@dataclass(frozen=True)
class Tiredness:
    """What the rota makes of one person; the scores are those of the shifts on cars."""

    person: Person
    scores: tuple[Score, ...]
    short_gaps: int
    """Rests of less than twelve hours at either side of a shift."""
    longest_run: int
    """The most days at work on end, of any kind of work."""

    @property
    def mean_risk(self) -> float:
        """The mean risk index."""
        return sum(score.risk for score in self.scores) / len(self.scores)

    @property
    def riskiest(self) -> Score:
        """The shift with the highest risk index; the first of several."""
        return max(self.scores, key=lambda score: score.risk)

    @property
    def sleepiest(self) -> Score:
        """The shift with the highest fatigue index; the first of several."""
        return max(self.scores, key=lambda score: score.fatigue)

    @property
    def warnings(self) -> tuple[Score, ...]:
        """The shifts that the railways would look into."""
        return tuple(score for score in self.scores if gives_warning(score))


@dataclass(frozen=True)
class Crew:
    """The people on one shift, the fresher first."""

    shift: Shift
    members: tuple[tuple[Person, Score], ...]
    driver: Person | None
    """The freshest of those who may drive; None where nobody may."""

    @property
    def risk(self) -> float:
        """The mean risk index."""
        return sum(score.risk for _, score in self.members) / len(self.members)


def gives_warning(score: Score) -> bool:
    """Whether one of the two figures is as high as the railways look into."""
    most = WARNING_NIGHT if score.is_night else WARNING_DAY
    return score.risk >= WARNING_RISK or score.fatigue >= most


def tiredness(rota: Rota) -> tuple[Tiredness, ...]:
    """Everybody who rides, the most tired first: by the highest risk index."""
    riding = (p for p in rota.problem.people if rota.shifts_of(p.id))
    found = [_tiredness(rota, person) for person in riding]
    return tuple(sorted(found, key=lambda t: (-t.riskiest.risk, t.person.name)))


def crews(rota: Rota) -> tuple[Crew, ...]:
    """Every crew, the most tired first: by the mean risk index."""
    known = {
        (person.id, score.duty.unit, score.duty.span): score
        for person in rota.problem.people
        for score in _shift_scores(rota, person)
    }
    found = []
    for shift in rota.crews:
        people = [rota.problem.person[who] for who in rota.people_on(shift)]
        scored = [(p, known[p.id, shift.unit, shift.span]) for p in people]
        members = tuple(sorted(scored, key=_freshness))
        found.append(Crew(shift, members, _driver(rota, shift, members)))
    return tuple(sorted(found, key=lambda crew: (-crew.risk, crew.shift)))


def _freshness(member: tuple[Person, Score]) -> tuple[float, float, str]:
    person, score = member
    return round(score.risk, 2), round(score.fatigue, 1), person.name


def _driver(
    rota: Rota, shift: Shift, members: Sequence[tuple[Person, Score]]
) -> Person | None:
    """The first who holds all that one of the crew must hold."""
    for person, _ in members:
        skills = shift.crew.any_skills
        if all(holds(rota.problem, person.id, skill, shift) for skill in skills):
            return person
    return None


def _tiredness(rota: Rota, person: Person) -> Tiredness:
    worked = [duty for duty in rota.duties_of(person.id) if duty.is_work]
    short = sum(
        timedelta() <= second.span.start - first.span.end < HALF_A_DAY
        for first, second in pairwise(worked)
        if DutyKind.SHIFT in (first.kind, second.kind)
    )
    days = {duty.day for duty in worked}
    mine = {shift.day for shift in rota.shifts_of(person.id)}
    longest = max(len(run) for run in runs_of(days) if mine.intersection(run))
    return Tiredness(person, _shift_scores(rota, person), short, longest)


def _shift_scores(rota: Rota, person: Person) -> tuple[Score, ...]:
    """The scores of the person's shifts, after all that they work besides."""
    shifts = {(s.unit, s.span) for s in rota.shifts_of(person.id)}
    if not shifts:
        return ()
    every = [*rota.duties_of(person.id), *main_job_duties(rota.problem, person)]
    way = COMMUTE if person.commute is None else 2 * person.commute
    found = scores(every, way)
    return tuple(s for s in found if (s.duty.unit, s.duty.span) in shifts)


def fatigue_document(rota: Rota) -> dict[str, object]:
    """All of it for other programs."""
    return {
        "people": [_person_document(each) for each in tiredness(rota)],
        "crews": [_crew_document(crew) for crew in crews(rota)],
    }


def _person_document(each: Tiredness) -> dict[str, object]:
    return {
        "person": each.person.id,
        "name": each.person.name,
        "role": each.person.role,
        "shifts": len(each.scores),
        "mean_risk": round(each.mean_risk, 2),
        "peak_risk": _score_document(each.riskiest),
        "peak_fatigue": _score_document(each.sleepiest),
        "short_gaps": each.short_gaps,
        "longest_run": each.longest_run,
        "warnings": _score_documents(each.warnings),
    }


def _score_documents(found: Iterable[Score]) -> list[dict[str, object]]:
    return [_score_document(score) for score in found]


def _score_document(score: Score) -> dict[str, object]:
    return {
        "date": score.duty.day.isoformat(),
        "what": score.duty.what,
        "risk": round(score.risk, 2),
        "fatigue": round(score.fatigue, 1),
    }


def _crew_document(crew: Crew) -> dict[str, object]:
    return {
        "date": crew.shift.day.isoformat(),
        "unit": crew.shift.unit,
        "turn": crew.shift.turn,
        "risk": round(crew.risk, 2),
        "drives": crew.driver.id if crew.driver else None,
        "members": [
            {"person": p.id, "name": p.name, **_score_document(score)}
            for p, score in crew.members
        ],
    }
