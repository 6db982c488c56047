"""Settings that are looser than a law: refused, unless the row names its source."""

from collections.abc import Iterator, Mapping

from constraints import Rule
from rostering.domain import Fault, Kind, Mode, Place, RuleSetting, Severity
from rostering.rulebook.parameters import write_parameter


def loosening(
    kind: type[Rule], row: RuleSetting, changes: Mapping[str, object]
) -> Iterator[Fault]:
    """Where the row asks less than the law does: an error, or a warning with a source.

    What is set tighter than the law is never looked at.
    """
    usual = kind()
    is_law = kind.kind is Kind.LAW
    if is_law and kind.is_usual and changes.get("on") is False:
        yield _fault(row, row.on_place, "off", "on, as a law", kind)
    if is_law and usual.mode is Mode.HARD and changes.get("mode") is Mode.WISH:
        yield _fault(row, row.mode_place, "only a wish", "hard, as a law", kind)
    for name, limit in kind.law.items():
        if name in changes and not limit.allows(changes[name]):
            bound = "at least" if limit.is_least else "at most"
            wanted = f"{bound} {write_parameter(limit.value)}, by {limit.law}"
            said = f"{name.replace('_', ' ')} {write_parameter(changes[name])}"
            yield _fault(row, row.value_place, said, wanted, kind)


def _fault(
    row: RuleSetting, place: Place, found: str, wanted: str, kind: type[Rule]
) -> Fault:
    whom = f" for {row.applies_to}" if row.applies_to else ""
    found = f"{row.code} {found}{whom}"
    if row.source:
        wanted = f"{wanted}; it is set looser by: {row.source}"
        return Fault(place, found, wanted, severity=Severity.WARNING)
    advice = "to loosen it, name in the column source the agreement that allows it"
    return Fault(place, found, f"{wanted}; {advice} (`rota rules {kind.code}`)")
