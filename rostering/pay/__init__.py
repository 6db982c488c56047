"""What duties are paid at: hours by kind and what is due, money only from a rate.

The figures are parameters with their defaults; each names the row of the rule
catalogue that it comes from.
"""

from rostering.pay.agenda_for_change import AgendaForChange
from rostering.pay.annex_5 import Annex5
from rostering.pay.classes import (
    Compensation,
    HourClass,
    Minutes,
    Pay,
)
from rostering.pay.clock import Counting
from rostering.pay.in_rota import pay_in
from rostering.pay.owed import Owed, OwedKind
from rostering.pay.payment import USUAL, Figures, Worked, pay_of, scheme_of
from rostering.pay.police import Police
from rostering.pay.public_holidays import holidays_of, with_terms
from rostering.pay.section_2 import BreakFrom, Section2
from rostering.pay.time_back import Earned, TimeBack

__all__ = [
    "USUAL",
    "AgendaForChange",
    "Annex5",
    "BreakFrom",
    "Compensation",
    "Counting",
    "Earned",
    "Figures",
    "HourClass",
    "Minutes",
    "Owed",
    "OwedKind",
    "Pay",
    "Police",
    "Section2",
    "TimeBack",
    "Worked",
    "holidays_of",
    "pay_in",
    "pay_of",
    "scheme_of",
    "with_terms",
]
