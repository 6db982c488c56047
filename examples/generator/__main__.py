"""Writes the books: `python -m examples.generator kent examples/kent`."""

from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path

from examples.generator.draw import write_book
from examples.generator.kent import PLAN, kent_book
from examples.generator.neighbours import falls_book, weekends_book
from examples.generator.plan import larger_plan
from examples.generator.readme import kent_readme
from examples.generator.staff import recruit
from examples.generator.workbook import save_book

SMALL = {"surrey-sussex": weekends_book, "falls": falls_book}


def main() -> None:
    """Write the book that the command line names."""
    parser = ArgumentParser(prog="python -m examples.generator", description=__doc__)
    parser.add_argument("book", choices=("kent", "larger", *SMALL))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cars", type=int, default=10)
    parser.add_argument("--counties", type=int, default=2)
    parser.add_argument("--weeks", type=int, default=13)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--officers", type=int, default=4, help="of each team")
    parser.add_argument("--specials", type=int, default=10, help="of each car")
    parser.add_argument("--borders", action="store_true", help="some ride in two")
    asked = parser.parse_args()
    if asked.book == "kent":
        write_kent(asked.folder)
    elif asked.book in SMALL:
        save_book(SMALL[asked.book](), asked.folder)
    else:
        plan = larger_plan(asked.cars, asked.weeks, asked.seed, asked.counties)
        people = {
            "officers_per_team": asked.officers,
            "specials_per_car": asked.specials,
            "has_borders": asked.borders,
        }
        write_book(asked.folder, replace(plan, **people))


def write_kent(folder: Path) -> None:
    """Write the Kent book and the page about it."""
    book = kent_book()
    save_book(book, folder)
    shifts = len(PLAN.days) * len(PLAN.cars)
    page = kent_readme(book, recruit(PLAN), shifts)
    (folder / "README.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
