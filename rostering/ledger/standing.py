"""What became of each version: it stands, waits for signatures, or is overtaken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rostering.domain import Period
from rostering.ledger.refusals import NotForSigning
from rostering.ledger.version import Signature, Version
from rostering.saved.lines import RotaLine


@dataclass(frozen=True)
class Standing:
    """What people have been told so far for some days, out of one version or more."""

    lines: tuple[RotaLine, ...]
    days: frozenset[date]
    """The days for which anything is published."""
    versions: tuple[Version, ...]


class Status(StrEnum):
    """What became of a version."""

    STANDS = "stands"
    STANDS_IN_PART = "stands in part"
    """A later one has taken some of its days."""
    AWAITED = "awaits signatures"
    OVERTAKEN = "overtaken"


def status_of(version: Version, versions: Sequence[Version]) -> Status:
    """What became of a version, among all of its ledger."""
    days = days_left(version, versions)
    if not days:
        return Status.OVERTAKEN
    if not version.is_published:
        return Status.AWAITED
    is_whole = len(days) == len(version.days.days)
    return Status.STANDS if is_whole else Status.STANDS_IN_PART


def days_left(version: Version, versions: Sequence[Version]) -> tuple[date, ...]:
    """The days of a version that no later published one has taken."""
    later = [v for v in versions if v.number > version.number and v.is_published]
    return tuple(
        day for day in version.days.days if not any(day in v.days for v in later)
    )


def standing_on(versions: Sequence[Version], days: Period) -> Standing:
    """What stands for the days, of all the versions of a ledger.

    Raises:
        BadInputs: A version cannot be understood.
    """
    lines: list[RotaLine] = []
    covered: set[date] = set()
    counted: list[Version] = []
    for version in versions:
        left = {day for day in days_left(version, versions) if day in days}
        if left and version.is_published:
            lines += [line for line in version.saved().lines if line.day in left]
            covered |= left
            counted.append(version)
    return Standing(tuple(lines), frozenset(covered), tuple(counted))


def see_wanted(
    version: Version, versions: Sequence[Version], signature: Signature
) -> None:
    """See that a version waits for the signature.

    Raises:
        NotForSigning: It does not, or the same person signs for two employers.
    """
    name, employer = version.name, signature.employer
    asked = {each.employer: each for each in version.signatories}
    if employer not in asked:
        said = f"{name} asks for no signature of {employer}."
        raise NotForSigning(said, _asked(version))
    if not asked[employer].admits(signature.author):
        raise NotForSigning(
            f"{signature.author} may not sign for {employer}.",
            f"Those who may: {', '.join(asked[employer].names)}.",
        )
    for given in version.signatures:
        if given.employer == employer:
            said = f"{given.author} has signed {name} for {employer} already."
            raise NotForSigning(said, "There is nothing more to do.")
        if given.author.casefold() == signature.author.casefold():
            raise NotForSigning(
                f"{given.author} has signed {name} for {given.employer}, and cannot "
                f"sign for {employer} too.",
                f"Have somebody of {employer} sign it: --author NAME",
            )
    if not days_left(version, versions):
        raise NotForSigning(
            f"A later version was published in place of {name}.",
            "`rota history BOOK` lists which stands.",
        )


def _asked(version: Version) -> str:
    if not version.signatories:
        return "It stands without signatures."
    employers = [each.employer for each in version.signatories]
    return f"It asks for those of {' and '.join(employers)}."
