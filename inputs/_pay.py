"""Pay bands and rates, in the ways in which they are typed."""

import re
from decimal import Decimal

from inputs._cells import CellValue, shown
from inputs._kinds import Kind, NotUnderstood
from inputs._values import choice
from rostering.domain.pay_terms import PayScheme

_BAND = re.compile(r"(?:band )?([1-9])[a-d]?")
_RATE = re.compile(r"£? ?([0-9]{1,3}(?:\.[0-9]{1,4})?)")


def _read_band(value: CellValue) -> int:
    match = _BAND.fullmatch("" if isinstance(value, bool) else shown(value).lower())
    if match is None:
        raise NotUnderstood
    return int(match[1])


def _read_rate(value: CellValue) -> Decimal:
    match = _RATE.fullmatch("" if isinstance(value, bool) else shown(value))
    rate = Decimal(match[1]) if match else Decimal(0)
    if not rate:
        raise NotUnderstood
    return rate


BAND: Kind[int] = Kind("pay band", "a pay band such as 6", _read_band, example="6")
RATE: Kind[Decimal] = Kind(
    "rate", "pounds an hour such as 18.25", _read_rate, example="18.25"
)
SCHEME: Kind[PayScheme] = choice(
    PayScheme,
    {"section 2": PayScheme.SECTION_2, "annex 5": PayScheme.ANNEX_5},
)
