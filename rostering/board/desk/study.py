"""One rota that is audited once, and asked as often as somebody looks at it."""

from collections.abc import Callable, Iterator, Sequence
from threading import Lock

from constraints import Rule
from rostering.audit import audit
from rostering.board.desk.who import Asked, Who
from rostering.domain import Audit, Fill, Rota
from rostering.explain.options import Objection, Option


class Study:
    """What is known of one rota; several threads may ask for it."""

    def __init__(self, rota: Rota, rules: Sequence[Rule]) -> None:
        """Nothing is worked out yet."""
        self.rota = rota
        self._rules = rules
        self._lock = Lock()
        self._audit: Audit | None = None
        self._who: Who | None = None
        self._answered: dict[Asked, tuple[Option, ...]] = {}

    def audit(self) -> Audit:
        """All that the rota breaks and misses."""
        with self._lock:
            if self._audit is None:
                self._audit = audit(self.rota, self._rules)
            return self._audit

    def answers(
        self, asked: Asked, is_enough: Callable[[], bool] = lambda: False
    ) -> Iterator[Option]:
        """Who may be where and what is against the others, as it is found.

        Args:
            asked: The cell.
            is_enough: Whether nobody wants to know any more.
        """
        if asked in self._answered:
            yield from self._answered[asked]
            return
        found = []
        for option in self._asking().answers(asked):
            if is_enough():
                return
            found.append(option)
            yield option
        self._answered[asked] = tuple(found)

    def held(self, own: Fill) -> tuple[Objection, ...]:
        """The pins that keep somebody in a place."""
        return self._asking().held(own)

    def _asking(self) -> Who:
        standing = frozenset(self.audit().hard)
        if self._who is None:
            self._who = Who(self.rota, self._rules, standing)
        return self._who
