"""Which claims exclude each other, by the rows that allow one of them at most."""

from collections.abc import Iterable, Sequence


class Rivals:
    """The sets of claims of which at most one is true.

    A claim that any of some rivals is true is as good as their sum, which a relaxation
    sees through; and it stands for them all where it is to exclude others in turn.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self._sets: list[frozenset[int]] = []
        self._sets_of: dict[int, list[int]] = {}
        self._stands_for: dict[int, frozenset[int]] = {}

    def add(self, claims: Iterable[int]) -> None:
        """Note that at most one of the claims is true."""
        rivals = frozenset(claims)
        for claim in rivals:
            self._sets_of.setdefault(claim, []).append(len(self._sets))
        self._sets.append(rivals)

    def exclude(self, any_of_them: int, claims: Sequence[int]) -> bool:
        """Whether the claims exclude each other; if so, what any of them stands for.

        Args:
            any_of_them: The claim that one of the claims is true.
            claims: Two or more claims.
        """
        plain = [claim for claim in claims if claim not in self._stands_for]
        others = [self._stands_for[c] for c in claims if c in self._stands_for]
        whole = frozenset(plain).union(*others)
        if len(whole) < len(plain) + sum(map(len, others)):
            return False
        nearby = self._sets_of.get(next(iter(whole)), ())
        is_so = any(whole <= self._sets[which] for which in nearby)
        if is_so:
            self._stands_for[any_of_them] = whole
        return is_so
