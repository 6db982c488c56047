"""What somebody's paid hours in a rota are made of, beside the contract."""

from collections.abc import Iterable
from dataclasses import dataclass

from rostering.saved.diaries import Diary
from rostering.saved.lines import RotaLine


@dataclass(frozen=True, slots=True)
class Paid:
    """Paid minutes of one person."""

    cars: int
    elsewhere: int = 0
    """Training, court and the like."""
    credited: int = 0
    """What leave counts for."""
    contract: int | None = None
    """What is asked for; None where no hours are contracted."""

    @property
    def total(self) -> int:
        """All that counts."""
        return self.cars + self.elsewhere + self.credited

    @property
    def most(self) -> int:
        """The longer of what counts and what is asked for."""
        return max(self.total, self.contract or 0)

    @property
    def document(self) -> dict[str, int | None]:
        """The same in minutes."""
        return {
            "cars": self.cars,
            "elsewhere": self.elsewhere,
            "credited": self.credited,
            "contract": self.contract,
        }


def paid_of(diary: Diary, own: Iterable[RotaLine]) -> Paid:
    """The paid hours of somebody with a contract, of whom these are all the shifts."""
    paid = sum(diary.paid(line.span) for line in own)
    return Paid(paid, diary.elsewhere, diary.credited, diary.contract)
