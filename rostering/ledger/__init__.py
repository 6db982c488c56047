"""Everything ever published of a book: chained by hash, and never changed."""

from rostering.ledger.chain import Entry
from rostering.ledger.ledger import Ledger
from rostering.ledger.refusals import (
    NewerLedger,
    NoLedger,
    NotALedger,
    NotForSigning,
    NoVersion,
    Overtaken,
    Refusal,
    Unwritable,
)
from rostering.ledger.standing import (
    Standing,
    Status,
    days_left,
    standing_on,
    status_of,
)
from rostering.ledger.version import Draft, Note, Signature, Version
from rostering.saved.beside import ledger_path

__all__ = [
    "Draft",
    "Entry",
    "Ledger",
    "NewerLedger",
    "NoLedger",
    "NoVersion",
    "NotALedger",
    "NotForSigning",
    "Note",
    "Overtaken",
    "Refusal",
    "Signature",
    "Standing",
    "Status",
    "Unwritable",
    "Version",
    "days_left",
    "ledger_path",
    "standing_on",
    "status_of",
]
