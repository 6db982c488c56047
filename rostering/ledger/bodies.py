"""What the entries of a ledger say of versions, signatures and notes, and back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from rostering.domain import Period, Signatory
from rostering.domain.time import ZONE
from rostering.ledger.chain import Entry, Facts
from rostering.ledger.version import Draft, Note, Signature, Version


def version_body(
    draft: Draft, number: int, marks: tuple[str, str], inputs: Mapping[str, str]
) -> Facts:
    """What the ledger says of a draft whose contents it keeps under these marks."""
    effective = draft.effective or draft.period.first
    return {
        "number": number,
        "from": draft.period.first.isoformat(),
        "to": draft.period.last.isoformat(),
        "effective": effective.isoformat(),
        "at": draft.at.astimezone(UTC).isoformat(),
        "told": (draft.told_on or draft.at.astimezone(ZONE).date()).isoformat(),
        "author": draft.author,
        "reason": draft.reason,
        "inputs": dict(inputs),
        "signatories": [[each.employer, *each.names] for each in draft.signatories],
        "rota": marks[0],
        "document": marks[1],
    }


def signature_body(version: Version, signature: Signature) -> Facts:
    """What the ledger says of a signature: it is of that version and no other."""
    return {
        "number": version.number,
        "version": version.hash,
        "employer": signature.employer,
        "author": signature.author,
        "at": signature.at.astimezone(UTC).isoformat(),
    }


def version_in(
    entry: Entry,
    signed: Sequence[Entry],
    book: Path,
    content: Callable[[str], bytes],
) -> Version:
    """The version of which an entry tells, with the signatures on it."""
    facts = entry.facts
    inputs, signatories = facts["inputs"], facts["signatories"]
    assert isinstance(inputs, dict)
    assert isinstance(signatories, list)
    return Version(
        number=int(str(facts["number"])),
        period=Period(_day(facts["from"]), _day(facts["to"])),
        effective=_day(facts["effective"]),
        at=_moment(facts),
        told_on=_day(facts["told"]),
        author=str(facts["author"]),
        reason=str(facts["reason"]),
        inputs=inputs,
        signatories=tuple(Signatory(each[0], tuple(each[1:])) for each in signatories),
        rota_sha256=str(facts["rota"]),
        document_sha256=str(facts["document"]),
        previous=entry.previous,
        hash=entry.hash,
        signatures=tuple(
            _signature(each) for each in signed if each.facts["version"] == entry.hash
        ),
        book=book,
        content=content,
    )


def note_body(facts: Facts, author: str, at: datetime) -> Facts:
    """What the ledger says of a note."""
    moment = at.astimezone(UTC).isoformat()
    return {"author": author, "at": moment, "facts": dict(facts)}


def note_in(entry: Entry) -> Note:
    """The note of which an entry tells."""
    facts = entry.facts["facts"]
    assert isinstance(facts, dict)
    author = str(entry.facts["author"])
    return Note(entry.position, entry.kind, facts, author, _moment(entry.facts))


def _signature(entry: Entry) -> Signature:
    facts = entry.facts
    return Signature(str(facts["employer"]), str(facts["author"]), _moment(facts))


def _day(text: object) -> date:
    return date.fromisoformat(str(text))


def _moment(facts: Facts) -> datetime:
    return datetime.fromisoformat(str(facts["at"]))
