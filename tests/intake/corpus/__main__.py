"""Makes the corpus anew, or judges what is made of it."""

import sys
from pathlib import Path

from tests.intake.corpus import files
from tests.intake.corpus.cast import write_book
from tests.intake.corpus.registry import drawing_of, names
from tests.intake.corpus.samples import EXAMPLES, make_samples
from tests.intake.corpus.truth import as_json, truth_of
from tests.intake.corpus.writing import write

FOLDER = Path(__file__).parents[2] / "data" / "intake"
ABOUT = """# Workbooks as people send them

Each file is drawn by `python -m tests.intake.corpus` from facts that its truth, the
JSON beside it, keeps: the rows that must come out of it, the cells that must be doubted
and those to pass over. All people are invented; `book` is the book that knows them.
`python -m tests.intake.corpus judge` shows what is made of each file.

| file | imported for | shows |
|---|---|---|
"""


def make(folder: Path) -> None:
    """Write the book, every workbook with its truth, and the page about them."""
    assert files
    write_book(folder / "book")
    about = ABOUT
    for name in names():
        drawing = drawing_of(name)
        write(drawing, folder)
        truth = as_json(truth_of(drawing))
        (folder / f"{name}.json").write_text(truth, encoding="utf-8")
        about += f"| {name} | {drawing.kind} | {drawing.shows} |\n"
    (folder / "README.md").write_text(about, encoding="utf-8")


def judge_all(wanted: str) -> None:
    """Print the verdict on each workbook, and all that is wrong or refused."""
    from tests.intake.corpus.judge import Verdict, judge, table

    verdicts: dict[str, Verdict] = {}
    for name in names():
        if wanted in name:
            drawing = drawing_of(name)
            truth = truth_of(drawing)
            verdicts[name] = judge(FOLDER / name, truth, FOLDER / "book")
    for name, verdict in verdicts.items():
        told = [f"WRONG {line}" for line in verdict.wrong]
        told += [f"refused {line}" for line in verdict.refused]
        sys.stdout.writelines(f"{name}: {line}\n" for line in told)
    sys.stdout.write(table(verdicts) + "\n")


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            FOLDER.mkdir(parents=True, exist_ok=True)
            make(FOLDER)
            make_samples(EXAMPLES / "imports")
        case ["judge", *which]:
            judge_all("".join(which))
        case _:
            sys.exit("Type nothing, or `judge`, or `judge` and a part of a name.")
