"""What is proved of cover, for other programs."""

from typing import TYPE_CHECKING

from rostering.report.clash import member_document
from rostering.report.forecast import choice_document, shift_document

if TYPE_CHECKING:
    from rostering.explain.proof import Certificate, Witness

Document = dict[str, object]


def certificate_document(certificate: "Certificate") -> Document:
    """How many shifts can be crewed at most, and every set of shifts that shows it."""
    return {
        "wanted": certificate.wanted,
        "crewed": certificate.crewed,
        "most": certificate.most,
        "proved": certificate.is_proved,
        "shown": certificate.shown,
        "unshown": certificate.unshown,
        "witnesses": [_witness(witness) for witness in certificate.witnesses],
    }


def _witness(witness: "Witness") -> Document:
    return {
        "shifts": [shift_document(shift) for shift in witness.shifts],
        "most": witness.most,
        "missing": witness.missing,
        "posts": [choice_document(choice) for choice in witness.choices],
        "because": [member_document(member) for member in witness.members],
    }
