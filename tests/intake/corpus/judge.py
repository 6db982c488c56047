"""Judges what was made of a workbook against what is true of it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from inputs.intake import survey
from inputs.intake.wanted import ImportKind, Wanted
from tests.intake.corpus.truth import Truth, plain

if TYPE_CHECKING:
    from inputs.intake.surveys import FileSurvey

SILENT = {
    ("Leave", "status", "approved"),
    ("Requests", "weight", "1"),
    ("People", "overtime", "n"),
}
"""What a row may say although its blank cell would say the same."""
MAY_ADD = {"History": {"post"}, "People": {"status"}, "Training": {"from"}}
"""Columns that a row may fill although the truth tells nothing of them."""

PRIVATE = (
    "QQ123",
    "Orchard Way",
    "07700",
    "mail.example",
    "1980-05",
    "anxiety",
    "migraine",
)
"""Beginnings of what must be dropped at the door."""

Row = tuple[str, tuple[tuple[str, str], ...]]


@dataclass
class Verdict:
    """What became of one workbook."""

    right: int = 0
    doubted: int = 0
    """Rightly."""
    refused: list[str] = field(default_factory=list)
    """Clear rows that wait for an answer, and doubts about nothing."""
    wrong: list[str] = field(default_factory=list)
    """Rows that nobody wrote, and facts that went without a word."""

    def __str__(self) -> str:
        """One line of the table."""
        return (
            f"{self.right:5} {self.doubted:5} {len(self.refused):5} {len(self.wrong):5}"
        )


def judge(path: Path, truth: Truth, book: Path) -> Verdict:
    """Read the workbook for the book, and hold the outcome against the truth."""
    kind = ImportKind(truth["kind"])
    found = survey((path,), book, kind=kind, say=tuple(truth["say"]))
    (file,) = found.files
    return _Hearing(file, truth).verdict()


class _Hearing:
    """One workbook's outcome beside its truth."""

    def __init__(self, file: "FileSurvey", truth: Truth) -> None:
        self.truth = truth
        self.rows = list(file.rows)
        self.doubts = {address(doubt.place): doubt for doubt in file.doubts}
        self.over = {
            address(cell.place): address(doubt.place)
            for block in file.blocks
            for entry in block.entries
            for doubt in entry.doubts
            for cell in entry.cells.values()
        }
        told = [passed for block in file.blocks for passed in block.passed]
        self.handled = {address(passed.place) for passed in (*told, *file.passed)}
        self.handled |= {
            address(head.cell.place) for block in file.blocks for head in block.headings
        }
        self.handled |= {address(cell) for row in self.rows for cell in row.places}
        settled = self.handled | self.doubts.keys()
        self.handled |= {
            address(cell.place)
            for block in file.blocks
            for entry in block.entries
            if address(entry.anchor.place) in settled
            for cell in entry.cells.values()
        }
        self.file = file

    def verdict(self) -> Verdict:
        """Everything that is right, refused or wrong."""
        verdict = Verdict()
        lost = self._judge_rows(verdict)
        explained: set[str] = set()
        for row in lost:
            if at := self._doubts_of(row["cells"]):
                if not row.get("may wait"):
                    verdict.refused.append(f"{at[0]}: {self._why(at[0])}")
                explained |= set(at)
            else:
                verdict.wrong.append(
                    f"lost: {row['sheet']} {row['values']} {row['cells'][:1]}"
                )
        self._judge_doubts(verdict, explained)
        self._judge_passed(verdict)
        self._judge_sums(verdict)
        self._judge_privacy(verdict)
        return verdict

    def _judge_rows(self, verdict: Verdict) -> list[Truth]:
        """Count the rows that are true; return the true ones that are lacking."""
        waiting = list(self.truth["rows"])
        by_row: dict[Row, list[Truth]] = {}
        for row in waiting:
            by_row.setdefault(_said(row["sheet"], row["values"]), []).append(row)
        for wanted in self.rows:
            match = next(
                (said for said in by_row if by_row[said] and _agrees(said, wanted)),
                None,
            )
            if match is None:
                verdict.wrong.append(
                    f"nobody wrote: {address(wanted.places[0])} {wanted.sheet} "
                    f"{dict(_said(wanted.sheet, wanted.values)[1])}"
                )
                continue
            row = by_row[match].pop()
            verdict.right += 1
            if not {address(place) for place in wanted.places} & set(row["cells"]):
                verdict.wrong.append(f"placed amiss: {address(wanted.places[0])}")
        return [row for rows in by_row.values() for row in rows]

    def _judge_doubts(self, verdict: Verdict, explained: set[str]) -> None:
        expected = explained | set(self.truth.get("strays", ()))
        for doubt in self.truth["doubts"]:
            expected |= set(doubt["cells"])
            if self._doubts_of(doubt["cells"]):
                verdict.doubted += 1
            else:
                verdict.wrong.append(f"taken without a doubt: {doubt}")
        for cell in sorted(self.doubts.keys() - expected):
            verdict.refused.append(f"{cell}: {self._why(cell)}")

    def _doubts_of(self, cells: list[str]) -> list[str]:
        """The doubts at the cells, and those about the headings over them."""
        over = [self.over[cell] for cell in cells if cell in self.over]
        return [cell for cell in (*cells, *over) if cell in self.doubts]

    def _judge_passed(self, verdict: Verdict) -> None:
        told = [*self.truth["passed"], *self.truth.get("strays", ())]
        dropped = [cell for cell in told if cell not in self.handled]
        dropped = [cell for cell in dropped if cell not in self.doubts]
        verdict.wrong += [f"dropped in silence: {cell}" for cell in dropped]

    def _judge_sums(self, verdict: Verdict) -> None:
        """Every entry that was read is used, waits or is passed over."""
        if min(self.file.used, self.file.refused, self.file.passed_over) < 0:
            verdict.wrong.append("used, refused and passed over do not add up")

    def _judge_privacy(self, verdict: Verdict) -> None:
        """Nothing of a person that a rota has no use for is told or written."""
        told = [passed for block in self.file.blocks for passed in block.passed]
        said = self.rows, self.doubts, told, self.file.passed, self.file.remarks
        text = repr((said, self.file.understood, self.file.people)).casefold()
        verdict.wrong += [f"private: {word}" for word in PRIVATE if word in text]

    def _why(self, cell: str) -> str:
        doubt = self.doubts[cell]
        return f"{doubt.found!r}, wanted {doubt.wanted}"


def address(place: object) -> str:
    """A cell without its file."""
    return str(place).split("]", 1)[-1]


def _said(sheet: str, values: Mapping[str, object]) -> Row:
    plains = {name: plain(value).casefold() for name, value in values.items()}
    said = {
        (name, text)
        for name, text in plains.items()
        if text and (sheet, name, text) not in SILENT and name != "imported"
    }
    return sheet, tuple(sorted(said))


def _agrees(said: Row, wanted: Wanted) -> bool:
    """Whether the row says what is true, and no more."""
    sheet, values = said
    if sheet != wanted.sheet:
        return False
    true, found = dict(values), dict(_said(sheet, wanted.values)[1])
    for name, value in true.items():
        if name not in found or value not in ("*", found[name]):
            return False
    return found.keys() - true.keys() <= MAY_ADD.get(sheet, set())


def table(verdicts: Mapping[str, Verdict]) -> str:
    """A line for each workbook, and the sums."""
    width = max(map(len, verdicts))
    lines = [f"{'':{width}} right doubt refus wrong"]
    lines += [f"{name:{width}} {verdict}" for name, verdict in verdicts.items()]
    lines.append(f"{'':{width}} {_sum(verdicts.values())}")
    return "\n".join(lines)


def _sum(verdicts: Iterable[Verdict]) -> str:
    sums: Counter[str] = Counter()
    for verdict in verdicts:
        sums["right"] += verdict.right
        sums["doubted"] += verdict.doubted
        sums["refused"] += len(verdict.refused)
        sums["wrong"] += len(verdict.wrong)
    return " ".join(
        f"{sums[name]:5}" for name in ("right", "doubted", "refused", "wrong")
    )
