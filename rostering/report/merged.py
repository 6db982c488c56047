"""Merged rotas in words: each clash side by side, and what each side breaks."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

from rostering.merging.merge import Clash, Merge
from rostering.merging.places import People
from rostering.report.edits import breach_in_words, named, spot_in_words
from rostering.saved.comma import guarded

COLUMNS = ("clash", "where", "before", "mine", "theirs", "together", "take")
"""The columns of clashes.csv; in the last stands which side to take."""


@dataclass(frozen=True)
class ToldClash:
    """One clash in words."""

    clash: Clash
    where: str
    before: str
    mine: str
    theirs: str
    together: str
    """What both break together; empty where they put other people in one place."""

    @property
    def texts(self) -> Mapping[str, str]:
        """Its values by column, with nothing to take yet."""
        words = (self.where, self.before, self.mine, self.theirs, self.together, "")
        return dict(zip(COLUMNS, (self.clash.key, *words), strict=True))


def told_clashes(merge: Merge) -> Iterator[ToldClash]:
    """Every clash that is open."""
    titles = {rule.code: rule.title for rule in merge.rules}
    for clash in merge.clashes:
        places = clash.places
        yield ToldClash(
            clash,
            "; ".join(spot_in_words(place.spot) for place in places),
            "; ".join(_who(merge, place.base) for place in places),
            "; ".join(_who(merge, place.mine) for place in places),
            "; ".join(_who(merge, place.theirs) for place in places),
            " ".join(
                breach_in_words(breach, merge.base.problem, titles)
                for breach in clash.breaches
            ),
        )


def clashes_csv(merge: Merge) -> bytes:
    """The open clashes as a file to be answered in."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for told in told_clashes(merge):
        writer.writerow([guarded(told.texts[column]) for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def _who(merge: Merge, people: People) -> str:
    return named(merge.base.problem, people) or "nobody"
