"""Who, when and where each fill is, as arrays."""

from dataclasses import dataclass

import numpy as np

from rostering.solve.matrix import Matrix, Whole


@dataclass(frozen=True)
class Places:
    """The fills of a model in order, each with the numbers of what it is about."""

    columns: Whole
    """The variable of each fill."""
    person: Whole
    day: Whole
    """Days from the first on which anything may be filled."""
    post: Whole
    """The post of one shift; all who fill it have the same number."""
    people: int
    days: int

    @classmethod
    def of(cls, matrix: Matrix) -> "Places":
        """Number the people, days and posts of a model."""
        fills = matrix.fills
        people: dict[str, int] = {}
        posts: dict[tuple[str, str], int] = {}
        person = [people.setdefault(fill.person, len(people)) for fill in fills]
        post = [
            posts.setdefault((fill.shift.id, fill.post), len(posts)) for fill in fills
        ]
        day = np.array([fill.shift.day.toordinal() for fill in fills], np.int64)
        day -= day.min(initial=0) if not len(day) else day.min()
        return cls(
            np.fromiter(fills.values(), np.int64, len(fills)),
            np.array(person, np.int64),
            day,
            np.array(post, np.int64),
            len(people),
            int(day.max(initial=0)) + 1,
        )

    def __len__(self) -> int:
        """How many fills there are."""
        return len(self.columns)
