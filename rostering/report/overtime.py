"""Which shifts are overtime: those that go beyond what a contract has room for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rostering.saved.diaries import Diary
from rostering.saved.lines import RotaLine, State


def overtime(
    lines: Iterable[RotaLine], diaries: Mapping[str, Diary]
) -> frozenset[RotaLine]:
    """The lines whose hours are beyond the contract, as time goes by.

    Leave and work elsewhere count against the whole contract first, and what the book
    tolerates is no overtime.
    """
    worked: defaultdict[str, list[RotaLine]] = defaultdict(list)
    for line in lines:
        if line.state is State.FILLED and line.person in diaries:
            worked[line.person].append(line)
    return frozenset(
        line for who, theirs in worked.items() for line in _beyond(diaries[who], theirs)
    )


def _beyond(diary: Diary, lines: Iterable[RotaLine]) -> Iterator[RotaLine]:
    if diary.contract is None:
        return
    room = diary.contract + diary.tolerance - diary.credited - diary.elsewhere
    for line in sorted(lines, key=lambda line: line.span):
        room -= diary.paid(line.span)
        if room < 0:
            yield line
