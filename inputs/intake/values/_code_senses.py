"""What one word of a code may mean to a sender, by our table."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from inputs.intake.values.code_names import Code, Meaning
from inputs.intake.values.code_table import (
    POLICE,
    SPECIALS,
    Alias,
    Mark,
    Times,
    bare,
    known,
)
from inputs.intake.values.words import collapsed

_TOO_SHORT = 2
"""A code of no more letters is not taken from the other side's table."""
_IDLE = frozenset({Meaning.REST, Meaning.NO_OFFER})


@dataclass(frozen=True)
class Context:
    """Whose codes are read, for what, and what somebody has said of them."""

    side: str = ""
    """ambulance, police or specials; empty where that is not known."""
    is_availability: bool = False
    """Whether the cells answer when somebody can work."""
    legend: Mapping[str, str] = field(default_factory=dict)
    """What the sender's own legend says of codes."""
    said: Mapping[str, str] = field(default_factory=dict)
    """What was answered, by word; an answer wins over the legend, that over us."""
    callsigns: Collection[str] = ()
    """The cars of the book."""

    @cached_property
    def answers(self) -> Mapping[str, str]:
        """What was answered, by bare word."""
        return {bare(word): meaning for word, meaning in self.said.items()}

    @cached_property
    def explained(self) -> Mapping[str, str]:
        """What the legend says, by bare word."""
        return {bare(word): meaning for word, meaning in self.legend.items()}

    @cached_property
    def senses(self) -> dict[str, "Sense | None"]:
        """What words meant before: a grid holds the same few many times."""
        return {}

    @cached_property
    def cars(self) -> Mapping[str, str]:
        """The call signs by their letters and digits alone."""
        return {collapsed(name): name for name in self.callsigns}


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word may stand for."""

    codes: tuple[Code, ...] = ()
    """Several where only somebody who knows can tell."""
    is_certain: bool = True
    marks: frozenset[Mark] = frozenset()
    times: Times | None = None
    unit: str = ""


def sense_of(word: str, context: Context) -> Sense | None:
    """What a word means by our table; None for a word that is not in it."""
    if car := context.cars.get(collapsed(word)):
        return Sense((Code.JOINT_UNIT,), unit=car)
    rows = known(word)
    if not rows:
        return None
    if rows[0].code is None:
        return Sense(marks=_marks(rows[0]))
    fitting, is_certain = _fitting(rows, context)
    codes = _distinct(fitting)
    first = fitting[0]
    return Sense(
        codes,
        is_certain and len(codes) == 1,
        _marks(first),
        first.times if first.is_times else None,
        word if "#" in first.text else "",
    )


def _fitting(rows: Sequence[Alias], context: Context) -> tuple[list[Alias], bool]:
    """The lines that bear on the context, and whether one alone decides."""
    answers = [row for row in rows if row.is_answer]
    codes = [row for row in rows if not row.is_answer]
    if context.is_availability and context.side == SPECIALS and answers:
        return answers, True
    own = [row for row in codes if _is_of(row, context.side)]
    is_foreign = not own and bool(codes)
    is_certain = not (is_foreign and len(bare(rows[0].text)) <= _TOO_SHORT)
    if context.is_availability:
        return own + answers or codes, is_certain
    if context.side in ("", SPECIALS) or not codes:
        has_codes = bool(codes)
        return (own or codes) + answers, is_certain and has_codes
    return own or codes, is_certain


def _marks(row: Alias) -> frozenset[Mark]:
    return frozenset({row.mark} if row.mark else ())


def _is_of(row: Alias, side: str) -> bool:
    """Whether the side uses the line; Specials use the codes of the police."""
    return not (row.side and side) or row.side == (POLICE if side == SPECIALS else side)


def _distinct(rows: Sequence[Alias]) -> tuple[Code, ...]:
    """Their codes, each once; those that all come to nothing are as good as one."""
    codes = tuple(dict.fromkeys(row.code for row in rows if row.code))
    return codes[:1] if all(code.meaning in _IDLE for code in codes) else codes
