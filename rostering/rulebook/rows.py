"""What single rows of the Rules sheet change, and what is wrong in their cells."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from constraints import RULES, Rule
from inputs import likely
from rostering.domain import Fault, RuleSetting
from rostering.rulebook.law import loosening
from rostering.rulebook.parameters import (
    NotUnderstood,
    parse_parameter,
    write_parameter,
)


def by_code(
    settings: Sequence[RuleSetting], faults: list[Fault]
) -> defaultdict[str, list[RuleSetting]]:
    """The settings of each rule; a fault for each code that no rule has."""
    rows: defaultdict[str, list[RuleSetting]] = defaultdict(list)
    for setting in settings:
        if setting.code in RULES:
            rows[setting.code].append(setting)
        else:
            wanted = "the code of a rule; `rota rules` lists them"
            near = likely(setting.code, RULES)
            faults.append(Fault(setting.place, setting.code, wanted, near))
    return rows


def changes(
    kind: type[Rule], rows: Sequence[RuleSetting], faults: list[Fault]
) -> dict[str, Any]:
    """What the rows of one group change, by the name of the rule's field."""
    found: dict[str, Any] = {}
    for row in rows:
        for name, value in row_changes(kind, row, faults):
            if found.setdefault(name, value) != value:
                said = f"{row.code} {name} {write_parameter(value)}"
                wanted = f"one setting; it is {write_parameter(found[name])} above"
                faults.append(Fault(row.place, said, wanted))
    return found


def row_changes(
    kind: type[Rule], row: RuleSetting, faults: list[Fault]
) -> Iterator[tuple[str, Any]]:
    """What one row changes; a fault for what cannot be, or goes against a law."""
    own: dict[str, Any] = {
        name: getattr(row, name)
        for name in ("on", "mode", "tier", "weight")
        if getattr(row, name) is not None
    }
    own |= _parameter(kind, row, faults)
    faults += loosening(kind, row, own)
    yield from own.items()


def _parameter(
    kind: type[Rule], row: RuleSetting, faults: list[Fault]
) -> Iterator[tuple[str, object]]:
    parameters = {spaced(name): value for name, value in kind.parameters().items()}
    parameter = spaced(row.parameter.casefold())
    if parameter and parameter not in parameters:
        wanted = "a parameter of this rule: " + (", ".join(parameters) or "it has none")
        near = likely(row.parameter, parameters)
        faults.append(Fault(row.value_place, row.parameter, wanted, near))
    elif parameter and row.value:
        try:
            value = parse_parameter(row.value, parameters[parameter])
            yield parameter.replace(" ", "_"), value
        except NotUnderstood as wanted_text:
            faults.append(Fault(row.value_place, row.value, str(wanted_text)))


def spaced(name: str) -> str:
    """A parameter's name as people read it."""
    return name.replace("_", " ")
