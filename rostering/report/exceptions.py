"""What was set aside with a signature: in every output, so that nobody overlooks it."""

from collections.abc import Iterator, Mapping

from rostering.domain import NOWHERE, Audit, Breach, Problem, Waiver
from rostering.domain.time import day_in_words
from rostering.report.people import names_in
from rostering.rulebook import set_looser

Json = Mapping[str, object]


def exceptions(audit: Audit, problem: Problem) -> tuple[str, ...]:
    """A sentence for each signed exception used and each rule that is set looser."""
    return (*_used(audit, problem), *_looser(problem))


def exceptions_document(audit: Audit, problem: Problem) -> Json:
    """The same for other programs."""
    return {
        "waived": [_waived_document(breach) for breach in audit.waived],
        "exceptions": list(exceptions(audit, problem)),
    }


def _used(audit: Audit, problem: Problem) -> Iterator[str]:
    for breach in audit.waived:
        name = names_in(breach.subject, problem)
        when = f", {day_in_words(breach.day)}" if breach.day else ""
        signed = f"{breach.waiver}{_cell(breach.waiver)}"
        yield (
            f"Signed exception used: {breach.rule} for {name}{when}: {breach.because} "
            f"({signed})"
        )


def _cell(waiver: Waiver | None) -> str:
    """Where the reason stands, for those who have the book."""
    return f"; {waiver.place}" if waiver and waiver.place != NOWHERE else ""


def _looser(problem: Problem) -> Iterator[str]:
    for fault in set_looser(problem.settings):
        yield f"Set looser: {fault.found} instead of {fault.wanted} ({fault.place})"


def _waived_document(breach: Breach) -> Json:
    waiver = breach.waiver
    return {
        "rule": breach.rule,
        "person": breach.subject,
        "date": None if breach.day is None else breach.day.isoformat(),
        "because": breach.because,
        "approver": waiver.approver if waiver else "",
        "place": str(waiver.place) if waiver else "",
    }
