"""Edits of a rota in words: what each changes and breaks, who could stand there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from constraints import Rule
from rostering.domain import Breach, Fill, PersonId, Problem, Rota
from rostering.domain.time import day_in_words
from rostering.explain.differences import Charge
from rostering.merging.edits import Edit, edits
from rostering.merging.judging import Judged, Judgement, Verdict
from rostering.merging.nearest import Mended, mended
from rostering.merging.places import Spot
from rostering.merging.standins import StandIns
from rostering.report.people import names_in


@dataclass(frozen=True)
class ToldEdit:
    """One edit in words."""

    judged: Judged
    where: str
    """`Mon 4 Jan 2027 JR-01 late, paramedic`."""
    change: str
    """`Ann Lee in place of Bob Day`."""
    findings: tuple[str, ...]
    """A sentence for each rule that it breaks and each wish that it worsens."""
    instead: tuple[str, ...]
    """Who else could stand there, if it breaks a rule."""
    fix: str
    """What the smallest repair of the whole rota does there; or nothing."""

    @property
    def sentences(self) -> str:
        """All that there is to say of it."""
        others = (
            f"{' or '.join(self.instead)} could stand there." if self.instead else ""
        )
        fix = f"The smallest repair: {self.fix}." if self.fix else ""
        return " ".join(filter(None, (*self.findings, others, fix)))


@dataclass(frozen=True)
class ToldEdits:
    """All edits of one rota in words, and the smallest repair."""

    judgement: Judgement
    edits: tuple[ToldEdit, ...]
    repair: Mapping[Spot, str]
    """What the smallest repair changes where, if anything is broken."""
    is_least: bool
    """Whether it is proved that no repair changes less."""


def told_edits(judgement: Judgement, rules: Sequence[Rule]) -> ToldEdits:
    """Say what each edit does, and find the smallest repair of what they break."""
    rota = judgement.rota
    kept = {fill for each in judgement.judged for fill in _set_by(each.edit)}
    found = mended(rota, rules, kept=kept) if judgement.audit.hard else None
    telling = _Telling(rota, rules, found)
    return ToldEdits(
        judgement,
        tuple(map(telling.edit, judgement.judged)),
        telling.repair,
        is_least=found is not None and found.is_least,
    )


def spot_in_words(spot: Spot) -> str:
    """`Mon 4 Jan 2027 JR-01 late, paramedic`."""
    shift = spot.shift
    return f"{day_in_words(shift.day)} {shift.unit} {shift.turn}, {spot.post}"


def change_in_words(
    problem: Problem, left: Iterable[PersonId], joined: Iterable[PersonId]
) -> str:
    """`Ann Lee in place of Bob Day`, `Ann Lee added`, `Bob Day taken off`."""
    gone, new = named(problem, left), named(problem, joined)
    if gone and new:
        return f"{new} in place of {gone}"
    return f"{new} added" if new else f"{gone} taken off"


def named(problem: Problem, people: Iterable[PersonId]) -> str:
    """The names of some people, in order of their ids."""
    return ", ".join(problem.person[person].name for person in sorted(people))


def breach_in_words(breach: Breach, problem: Problem, titles: Mapping[str, str]) -> str:
    """A sentence that says which rule is broken, by whom and how."""
    who = names_in(breach.subject, problem)
    rule = f"{breach.rule} ({titles.get(breach.rule, '')})"
    return f"Breaks {rule}: {who}: {breach.because}."


def repair_in_words(given: Rota, found: Mended) -> Mapping[Spot, str]:
    """What a repair changes, place by place."""
    changes = edits(given.fills, found.rota.fills)
    return {
        edit.spot: change_in_words(given.problem, edit.left, edit.joined)
        for edit in changes
    }


def _set_by(edit: Edit) -> frozenset[Fill]:
    return edit.spot.fills(edit.left | edit.joined)


class _Telling:
    """The words for one edited rota."""

    def __init__(self, rota: Rota, rules: Sequence[Rule], found: Mended | None) -> None:
        self._rota = rota
        self.repair = {} if found is None else repair_in_words(rota, found)
        self._titles = {rule.code: rule.title for rule in rules}
        self._stand_ins = StandIns(rota, rules)

    def edit(self, judged: Judged) -> ToldEdit:
        """One edit in words."""
        edit, problem = judged.edit, self._rota.problem
        findings = [breach_in_words(b, problem, self._titles) for b in judged.breaks]
        if judged.verdict is not Verdict.FINE:
            findings += [self._charge(charge) for charge in judged.worsens]
        return ToldEdit(
            judged,
            spot_in_words(edit.spot),
            change_in_words(problem, edit.left, edit.joined),
            tuple(findings),
            self._instead(judged),
            self.repair.get(edit.spot, ""),
        )

    def _charge(self, charge: Charge) -> str:
        title = self._titles.get(charge.rule, "")
        more = charge.then - charge.now
        return f"Worse by {more} for {charge.rule} ({title})."

    def _instead(self, judged: Judged) -> tuple[str, ...]:
        if judged.verdict is not Verdict.BREAKS:
            return ()
        edit, problem = judged.edit, self._rota.problem
        whom = next(iter(sorted(edit.joined)), None)
        people = self._stand_ins.of(edit.spot, whom)
        return tuple(problem.person[person].name for person in people)
