"""Why no legal rota crews more, told one set of shifts after another."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from rostering.domain import Problem, Shift
from rostering.report.console.cars import short_day
from rostering.report.console.clash import member_table
from rostering.report.console.screen import (
    DONE,
    DOUBTFUL,
    FAINT,
    OPEN,
    counted,
    indented,
    table,
)

if TYPE_CHECKING:
    from rich.table import Table

    from rostering.explain.forecast.choices import Choice
    from rostering.explain.proof import Certificate, Witness

FEW = 4
"""How many people or shifts a line names before it counts them."""


def proof_shown(
    certificate: "Certificate", problem: Problem
) -> Iterator[RenderableType]:
    """What is proved, and every set of shifts that shows it."""
    yield from _summary(certificate)
    for number, witness in enumerate(certificate.witnesses, 1):
        yield Text()
        yield Text(f"{number}. {_title(witness)}", style=OPEN)
        if len(witness.shifts) > FEW:
            yield indented(Text(_listed(witness.shifts), style=FAINT))
        yield indented(_post_table(witness, problem))
        if witness.members:
            yield indented(member_table(witness.members))
        elif not witness.hopeless:
            said = "What binds them together was not narrowed down."
            yield indented(Text(said, style=FAINT))


def _summary(certificate: "Certificate") -> Iterator[Text]:
    crewed, wanted = certificate.crewed, certificate.wanted
    every = counted(wanted, "shift")
    if crewed == wanted:
        yield Text(f"All of {every} are crewed.", style=DONE)
        return
    yield Text(f"{crewed} of {every} are crewed.")
    if certificate.is_proved:
        yield Text("Proved: no legal rota crews more.", style=DONE)
    else:
        most = certificate.most
        said = f"No legal rota crews more than {most}; whether any crews more than "
        yield Text(f"{said}{crewed} is not proved.", style=DOUBTFUL)
    if certificate.shown:
        said = f"{counted(certificate.shown, 'shift')} must stay open, as these show:"
        yield Text(said)
    if certificate.unshown > 0:
        said = f"That {certificate.unshown} more must stay open was proved by the "
        yield Text(f"{said}search as a whole; no small set of shifts shows it.")


def _title(witness: "Witness") -> str:
    if len(witness.shifts) == 1:
        return f"{_listed(witness.shifts)}: cannot be crewed"
    said = f"at most {witness.most} of {len(witness.shifts)} can be crewed"
    if len(witness.shifts) > FEW:
        first, last = (short_day(witness.shifts[n].day) for n in (0, -1))
        return f"{len(witness.shifts)} shifts, {first} to {last}: {said}"
    return f"{_listed(witness.shifts)}: {said}"


def _listed(shifts: Sequence[Shift]) -> str:
    return ", ".join(f"{s.unit} {short_day(s.day)} {s.turn}" for s in shifts)


def _post_table(witness: "Witness", problem: Problem) -> "Table":
    """Who could be in the posts that matter, and what is against the others."""
    told = witness.hopeless or witness.choices
    made = table("post", "who could", "what is against the others")
    made.columns[0].no_wrap = True
    for row in dict.fromkeys(_row(choice, problem) for choice in told):
        made.add_row(*map(Text, row))
    return made


def _row(choice: "Choice", problem: Problem) -> tuple[str, str, str]:
    names = [problem.person[person].name for person in choice.people]
    who = f"{len(names)} people" if len(names) > FEW else ", ".join(names)
    return choice.post.name, who or "nobody", choice.against
