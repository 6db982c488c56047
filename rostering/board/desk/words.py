"""What the side of the board says of the picked cell, and of who may be there."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from rostering.board.desk.board import Board
from rostering.board.desk.sheet import By
from rostering.board.desk.who import Asked, PersonAsked, may
from rostering.domain import Problem
from rostering.domain.time import day_in_words
from rostering.explain.options import Objection, Option
from rostering.explain.words import cells
from rostering.report.console.objections import car, objection_in_words
from rostering.report.console.screen import (
    DONE,
    FAINT,
    HEADING,
    OPEN,
    OPEN_MARK,
    SPARE_MARK,
)
from rostering.saved.lines import RotaLine, State

FREE_MARK, BARRED_MARK = "✓", "✗"


def cell_in_words(board: Board) -> Text:
    """The day and the shift, then the post and who is there."""
    lines, day = board.sheet.at(board.picked), day_in_words(board.picked.day)
    row = board.sheet.rows[board.picked.row]
    if board.sheet.by is By.PERSON:
        head, said = f"{row.label}, {row.group}, {day}", map(_duty, lines)
        nothing = "on no car"
    else:
        head, said = (
            f"{day}, {' '.join(map(_shift, lines)) or row.key}",
            map(_who, lines),
        )
        nothing = "no place here"
    told = [*said] or [Text(nothing, style=FAINT)]
    return Text("\n").join([Text(head, style=HEADING), *told])


def _shift(line: RotaLine) -> str:
    return f"{line.unit} {line.turn} {line.clock}"


def _duty(line: RotaLine) -> Text:
    return Text(f"{_shift(line)}, {line.post}")


def _who(line: RotaLine) -> Text:
    if line.state is State.FILLED:
        return Text(f"{line.post}: {line.name}")
    mark, style = (OPEN_MARK, OPEN) if line.state is State.OPEN else (SPARE_MARK, FAINT)
    return Text(f"{line.post}: ").append(f"{mark} {line.state.value}", style=style)


def question(asked: Asked | None) -> str:
    """What the list below it answers, as everybody else stands."""
    if asked is None:
        return ""
    if isinstance(asked, PersonAsked):
        return "Where they may be that day:"
    if asked.person is None:
        return "Who may fill it:"
    return "Who else may be there:"


def pins_in_words(held: Sequence[Objection]) -> Iterator[Text]:
    """The cells of the pins that keep somebody in a place."""
    for pin in held:
        yield Text(f"pinned there{cells([pin.place])}", style=FAINT)


def option_in_words(option: Option, asked: Asked, problem: Problem) -> Text:
    """Whom or which place it is about, and all that is against it, rule by rule."""
    is_free = may(option)
    mark, style = (FREE_MARK, DONE) if is_free else (BARRED_MARK, OPEN)
    said = (
        Text().append(f"{mark} ", style).append(_about(option, asked, problem), "bold")
    )
    if option.instead_of is not None and isinstance(asked, PersonAsked):
        said.append(f" for {problem.person[option.instead_of].name}")
    if not option.objections:
        said.append("  free", style=DONE)
    for each in option.objections:
        words = objection_in_words(each, option, problem)
        if each.rule:
            said.append(f"\n  {each.rule} ").append(words, style=FAINT)
        else:
            said.append(f"  {words}", style=DONE)
    return said


def _about(option: Option, asked: Asked, problem: Problem) -> str:
    if isinstance(asked, PersonAsked):
        return f"{car(option.fill)}, {option.fill.post}"
    return problem.person[option.fill.person].name
