"""What somebody decided, in a file with a column of questions and one of answers."""

from collections.abc import Collection, Mapping
from pathlib import Path

from inputs import BadInputs, likely
from inputs.intake.opening import open_source
from rostering.domain import Fault, Place
from rostering.saved.comma import unguarded

QUESTION, ANSWER = "clash", "take"


def read_answers(path: Path, words: Collection[str]) -> Mapping[str, str]:
    """The answers by question; a question that nobody has answered is left out.

    Args:
        path: A CSV file or a workbook, with the headings `clash` and `take`.
        words: What an answer may be.

    Raises:
        BadInputs: There are no such columns, or an answer is none of the words.
    """
    source = open_source(path)
    answers: dict[str, str] = {}
    faults: list[Fault] = []
    is_found = False
    for sheet in source.sheets:
        columns: dict[str, int] = {}
        for row in sheet.rows():
            heads = {cell.text.casefold(): n for n, cell in enumerate(row)}
            if not columns and {QUESTION, ANSWER} <= heads.keys():
                columns, is_found = heads, True
            elif columns and row[columns[ANSWER]].text:
                cell = row[columns[ANSWER]]
                word = cell.text.casefold()
                answers[unguarded(row[columns[QUESTION]].text)] = word
                if word not in words:
                    wanted = f"{' or '.join(words)}, or nothing"
                    near = likely(word, words)
                    faults.append(Fault(cell.place, cell.text, wanted, near))
    if not is_found:
        place = Place(source.file, "", "")
        wanted = f"the columns {QUESTION} and {ANSWER}, as in clashes.csv"
        faults.append(Fault(place, "a file without these columns", wanted))
    if faults:
        raise BadInputs(tuple(faults))
    return answers
