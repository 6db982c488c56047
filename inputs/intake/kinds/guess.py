"""What a file is for, told from its columns, its shape and its codes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from inputs.intake.entries import Block, Shape
from inputs.intake.fields import Field
from inputs.intake.values.codes import Context, Meaning, read_code
from inputs.intake.wanted import ImportKind

_ANSWERS = frozenset({Meaning.OFFER, Meaning.NO_OFFER})
_SHOWN = 3
_SAMPLE = 400
"""How many cells of a grid tell of what it is: enough, and quickly read."""


@dataclass(frozen=True)
class KindFound:
    """What a file is for, as far as can be told."""

    kind: ImportKind | None
    why: str
    rivals: tuple[ImportKind, ...] = ()
    """Kinds for which there is as much evidence."""


def kind_of(blocks: Sequence[Block], side: str) -> KindFound:
    """The kind for which most of the file's entries speak."""
    weights: Counter[ImportKind] = Counter()
    reasons: dict[ImportKind, str] = {}
    for block in blocks:
        kind, why = _kind_of_block(block, side)
        if kind is not None:
            weights[kind] += len(block.entries)
            reasons.setdefault(kind, why)
    if not weights:
        return KindFound(None, "nothing in it looks like a list or a grid of people")
    most = max(weights.values())
    best = tuple(kind for kind in weights if weights[kind] == most)
    if len(best) > 1:
        return KindFound(None, f"it may be {' or '.join(best)}", best)
    return KindFound(best[0], reasons[best[0]])


def _kind_of_block(block: Block, side: str) -> tuple[ImportKind | None, str]:
    match block.shape:
        case Shape.SKILL_MATRIX:
            return ImportKind.TRAINING, "because of a grid of skills and dates"
        case Shape.HOUR_GRID:
            return ImportKind.AVAILABILITY, "because of a grid of hours"
        case Shape.TEAM_GRID:
            return ImportKind.DUTIES, "because of names under dates and cars"
        case Shape.BASE_LINES:
            return ImportKind.DUTIES, "because of lines of a base rota"
        case Shape.LIST:
            return _kind_of_list(block)
    return _kind_of_grid(block, side)


_EVIDENCE: tuple[tuple[ImportKind, frozenset[Field], frozenset[Field]], ...] = (
    (ImportKind.TRAINING, frozenset({Field.SKILL, Field.EXPIRES}), frozenset()),
    (ImportKind.TRAINING, frozenset({Field.SKILL, Field.MEETS}), frozenset()),
    (ImportKind.AVAILABILITY, frozenset({Field.DATE, Field.ANSWER}), frozenset()),
    (ImportKind.REQUESTS, frozenset({Field.WEIGHT}), frozenset({Field.ROLE})),
    (ImportKind.LEAVE, frozenset({Field.KIND, Field.FIRST}), frozenset({Field.DATE})),
    (ImportKind.DUTIES, frozenset({Field.DATE, Field.START}), frozenset()),
    (ImportKind.DUTIES, frozenset({Field.DATE, Field.ACTUAL_START}), frozenset()),
    (ImportKind.DUTIES, frozenset({Field.DATE, Field.RANGE}), frozenset()),
    (ImportKind.DUTIES, frozenset({Field.DATE, Field.CODE}), frozenset()),
    (ImportKind.LEAVE, frozenset({Field.KIND, Field.DATE}), frozenset()),
    (ImportKind.LEAVE, frozenset({Field.FIRST, Field.LAST}), frozenset({Field.ROLE})),
    (ImportKind.PEOPLE, frozenset({Field.ROLE}), frozenset({Field.DATE})),
    (ImportKind.PEOPLE, frozenset({Field.WEEKLY_HOURS}), frozenset({Field.DATE})),
    (ImportKind.PEOPLE, frozenset({Field.FTE}), frozenset({Field.DATE})),
    (ImportKind.PEOPLE, frozenset({Field.TEAM}), frozenset({Field.DATE})),
    (ImportKind.PEOPLE, frozenset({Field.RANK}), frozenset({Field.DATE})),
    (ImportKind.PEOPLE, frozenset({Field.ID, Field.SURNAME}), frozenset({Field.DATE})),
    (ImportKind.PEOPLE, frozenset({Field.ID, Field.NAME}), frozenset({Field.DATE})),
)
"""Columns that tell a kind, and columns that tell against it: the first that fits."""

_OFFER_WORDS = ("availab", "offer", "can work", "free from")
_DUTY_WORDS = ("duty", "shift")
_REQUEST_WORDS = ("request", "want", "wish", "prefer")


def _kind_of_list(block: Block) -> tuple[ImportKind | None, str]:
    fields = {head.field for head in block.headings if head.field}
    if Field.DATE in fields and (words := _headed(block, _OFFER_WORDS)):
        return ImportKind.AVAILABILITY, f"because of {words}"
    if words := _headed(block, _REQUEST_WORDS):
        return ImportKind.REQUESTS, f"because of {words}"
    if Field.DATE in fields and (words := _headed_column(block, _DUTY_WORDS)):
        return ImportKind.DUTIES, f"because of {words}"
    for kind, needed, against in _EVIDENCE:
        if needed <= fields and not against & fields:
            return kind, f"because of {_columns(block, needed)}"
    return None, ""


def _headed(block: Block, words: Iterable[str]) -> str:
    """The column, the title or the sheet that holds one of the words."""
    if column := _headed_column(block, words):
        return column
    for passed in block.passed:
        if any(word in passed.found.casefold() for word in words):
            return f"the words {passed.found}"
    if any(word in block.sheet.name.casefold() for word in words):
        return f"the sheet {block.sheet.name}"
    return ""


def _headed_column(block: Block, words: Iterable[str]) -> str:
    """The column whose heading holds one of the words."""
    for head in block.headings:
        if any(word in head.cell.text.casefold() for word in words):
            return f"the column {head.cell.text}"
    return ""


def _columns(block: Block, fields: Iterable[Field]) -> str:
    named = [head.cell.text for head in block.headings if head.field in set(fields)]
    shown = list(dict.fromkeys(named))[:_SHOWN]
    return f"the column{'s' * (len(shown) > 1)} {', '.join(shown)}"


def _kind_of_grid(block: Block, side: str) -> tuple[ImportKind | None, str]:
    """What most codes of a grid of people and dates speak of."""
    if words := _headed(block, _OFFER_WORDS):
        return ImportKind.AVAILABILITY, f"because of {words}"
    if words := _headed(block, _REQUEST_WORDS):
        return ImportKind.REQUESTS, f"because of {words}"
    meanings = Counter(_meanings(block, side))
    offers = meanings[Meaning.OFFER] + meanings[Meaning.NO_OFFER]
    work = meanings[Meaning.WORK]
    away = meanings.total() - offers - work - meanings[Meaning.REST]
    if offers > work + away:
        return ImportKind.AVAILABILITY, "because most of its cells say yes or no"
    if away and not work:
        return ImportKind.LEAVE, "because its codes are all of leave"
    return ImportKind.DUTIES, "because of a grid of people and dates with duties in it"


def _meanings(block: Block, side: str) -> Iterator[object]:
    """What each cell of a grid may mean, an answer before a code."""
    context = Context(side=side, legend=block.legend)
    for entry in block.entries[:_SAMPLE]:
        reading = read_code(entry.text(Field.CODE), context)
        codes = (reading.code,) if reading.code else reading.choices
        meanings = [code.meaning for code in codes]
        answers = [meaning for meaning in meanings if meaning in _ANSWERS]
        yield from (answers or meanings)[:1]
