"""Settings looser than law, safety or contract: told, and refused without a source."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from constraints import Rule
from rostering.domain import Fault, Kind, Mode, Place, RuleSetting, Severity
from rostering.rulebook.parameters import write_parameter


class _Standing(NamedTuple):
    """What a rule is, and what the source of a looser setting must name."""

    what: str
    source: str
    is_refused: bool = True
    """Whether it is an error not to name it; otherwise it is told."""


_STANDINGS = {
    Kind.LAW: _Standing("a law", "the agreement that allows it"),
    Kind.SAFETY: _Standing("a rule of safety", "who answers for it"),
    Kind.CONTRACT: _Standing("a term of contract", "who agreed", is_refused=False),
}
_FINAL = "no source can set it looser than that"


class _Looser(NamedTuple):
    """One thing that a row sets looser, and what it was to be."""

    place: Place
    found: str
    wanted: str
    is_final: bool = False
    """Whether no source can set it so."""


def loosening(
    kind: type[Rule], row: RuleSetting, changes: Mapping[str, object]
) -> Iterator[Fault]:
    """Where the row asks less than law, safety or contract do.

    It is an error, or a warning where the row names its source. Of a contract it is a
    warning in any case. No source makes safety a wish, or goes beyond what an agreement
    may set. What is set tighter is never looked at.
    """
    standing = _STANDINGS.get(kind.kind)
    if standing is not None:
        for looser in _loosened(kind, row, changes, standing.what):
            yield _fault(row, looser, standing)


def _loosened(
    kind: type[Rule], row: RuleSetting, changes: Mapping[str, object], what: str
) -> Iterator[_Looser]:
    if kind.is_usual and changes.get("on") is False:
        yield _Looser(row.on_place, "off", f"on, as {what}")
    if kind().mode is Mode.HARD and changes.get("mode") is Mode.WISH:
        is_safety = kind.kind is Kind.SAFETY
        yield _Looser(row.mode_place, "only a wish", f"hard, as {what}", is_safety)
    for name, limit in kind.law.items():
        if name in changes and not limit.allows(changes[name]):
            may_be_agreed = limit.may_be_agreed(changes[name])
            is_beyond = not may_be_agreed and limit.furthest is not None
            figure = write_parameter(limit.furthest if is_beyond else limit.value)
            more = "" if changes[name] else "more than 0 and "
            wanted = f"{more}{limit.bound} {figure}, by {limit.law}"
            found = f"{name.replace('_', ' ')} {write_parameter(changes[name])}"
            yield _Looser(row.value_place, found, wanted, not may_be_agreed)


def _fault(row: RuleSetting, looser: _Looser, standing: _Standing) -> Fault:
    whom = f" for {row.applies_to}" if row.applies_to else ""
    place, found = looser.place, f"{row.code} {looser.found}{whom}"
    page = f"(`rota rules {row.code}`)"
    if looser.is_final:
        return Fault(place, found, f"{looser.wanted}; {_FINAL} {page}")
    if any(map(str.isalnum, row.source)):
        wanted = f"{looser.wanted}; it is set looser by: {row.source}"
        return Fault(place, found, wanted, severity=Severity.WARNING)
    severity = Severity.ERROR if standing.is_refused else Severity.WARNING
    advice = f"to loosen it, name in the column source {standing.source}"
    return Fault(place, found, f"{looser.wanted}; {advice} {page}", severity=severity)
