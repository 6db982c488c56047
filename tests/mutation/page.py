"""The record as a page to read: benchmarks/MUTANTS.md."""

from collections.abc import Iterator
from pathlib import Path

from tests.mutation.record import Figure, Record, Survivor

PAGE = Path(__file__).parents[2] / "benchmarks" / "MUTANTS.md"
INTRODUCTION = """\
# Mistakes planted in the rules

`make mutants` plants small mistakes in `constraints/`, one at a time: a comparison that
is off by one, a sum turned into a difference, a condition or a statement left out, a
figure one more or less, an argument forgotten, a start taken for an end. For each it
runs the tests of `tests/rules` that pass by the changed line, until one fails.
`make mutants RULE=daily_rest` does so for one module; the figures below are those of
each module's last run, and this page is written by it.

Left alone is what only words a message: text, functions that give text, the short form
of a reason. A mistake that no test could show, since the code does the same with it, is
listed with the reason and counted apart; every other survivor is a test to be written.

Most of the random lives of `test_oracle` are left out (150 of 1200 are lived): they
would find more, and take longer. The tool is our own, `tests/mutation`. mutmut 3 was
tried first: it leaves out properties, defaults and the figures of a class, and starts
pytest anew for each mistake: 1.4 s of work each, where a fork takes 0.2 s.
"""


def write(record: Record) -> None:
    """Write the page anew."""
    lines = [INTRODUCTION, *_table(record), "", *_list(record)]
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _table(record: Record) -> Iterator[str]:
    yield "| module | mistakes | found | could not be found | survived |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    figures = sorted(record.figures.values())
    for figure in figures:
        yield _row(figure, record.survivors)
    whole = Figure("", *(sum(each) for each in list(zip(*figures, strict=True))[1:]))
    yield _row(whole._replace(module=""), record.survivors)


def _row(figure: Figure, survivors: tuple[Survivor, ...]) -> str:
    own = [s for s in survivors if figure.module in ("", s.module)]
    excused = sum(bool(survivor.reason) for survivor in own)
    left = len(own) - excused
    share = f" ({left / figure.mutants:.1%})" if not figure.module else ""
    name = figure.module.removeprefix("constraints.") or "all"
    counts = (figure.mutants, figure.killed, excused)
    return f"| {name} | {' | '.join(map(str, counts))} | {left}{share} |"


def _list(record: Record) -> Iterator[str]:
    for title, is_excused in (("Survived", False), ("Could not be found", True)):
        yield f"## {title}\n"
        for module, within, before, after, reason in record.survivors:
            if bool(reason) is is_excused:
                where = f"{module.removeprefix('constraints.')} {within}"
                why = f" {reason}" if reason else ""
                yield f"- {where}: `{before}` to `{after}`.{why}"
        yield ""
