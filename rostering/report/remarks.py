"""What to write beside the cells of a rota's workbook that was audited."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from constraints import Rule
from rostering.domain import Place
from rostering.merging.cells import Cells, cells_of
from rostering.report.edits import ToldEdits, breach_in_words
from rostering.saved.reading import SavedRota


def remarks_on(
    told: ToldEdits, saved: SavedRota, rules: Sequence[Rule]
) -> Mapping[Place, str]:
    """For each cell what is broken, worse or doubtful there, and how to mend it.

    Args:
        told: The edits and the breaches of the rota, in words.
        saved: The rota as its file says it.
        rules: Its rules, for their titles.
    """
    said: defaultdict[Place, dict[str, None]] = defaultdict(dict)
    cells = cells_of(told.judgement.rota, saved)
    for place, words in (
        *_of_edits(told),
        *_of_breaches(told, cells, rules),
        *_of_repair(told, cells),
        *_of_doubts(saved),
    ):
        said[place].setdefault(words)
    return {place: "\n".join(words) for place, words in said.items()}


def _of_edits(told: ToldEdits) -> Iterator[tuple[Place, str]]:
    for each in told.edits:
        place = each.judged.edit.place
        if place is not None and each.sentences:
            yield place, each.sentences


def _of_breaches(
    told: ToldEdits, cells: Cells, rules: Sequence[Rule]
) -> Iterator[tuple[Place, str]]:
    """The breaches that are no edit's, in the cells of those whom they are about."""
    problem = told.judgement.rota.problem
    titles = {rule.code: rule.title for rule in rules}
    for breach in told.judgement.others:
        words = breach_in_words(breach, problem, titles)
        yield from ((place, words) for place in cells.of(breach))


def _of_repair(told: ToldEdits, cells: Cells) -> Iterator[tuple[Place, str]]:
    edited = {each.judged.edit.spot for each in told.edits}
    for spot, change in told.repair.items():
        if spot in cells.spots and spot not in edited:
            yield cells.spots[spot], f"The smallest repair: {change}."


def _of_doubts(saved: SavedRota) -> Iterator[tuple[Place, str]]:
    for fault in saved.faults:
        if fault.place.cell:
            yield (
                fault.place,
                f"Found {fault.found or 'nothing'}; wanted {fault.wanted}.",
            )
