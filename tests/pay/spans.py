"""Duties to be paid, drawn at random around nights on which the clocks change."""

from datetime import date, time

from hypothesis import strategies as st

from rostering.domain import Span
from rostering.domain.time import MINUTE, instant

_DAYS = st.one_of(
    st.dates(date(2026, 12, 20), date(2027, 1, 10)),
    st.sampled_from([date(2026, 10, 24), date(2026, 10, 25), date(2027, 3, 27)]),
    st.sampled_from([date(2027, 3, 28), date(2027, 10, 30), date(2027, 10, 31)]),
)
_MINUTES = st.sampled_from([0, 15, 30, 59])


@st.composite
def _span(draw):
    start = instant(draw(_DAYS), time(draw(st.integers(0, 23)), draw(_MINUTES)))
    return Span(start, start + draw(st.integers(1, 14 * 60)) * MINUTE)


SPANS = _span()


def hours(found, *kinds):
    """How many hours there are of each of these kinds."""
    return tuple(found[kind] / 60 for kind in kinds)


def apart(spans):
    """Those of the duties that overlap none before them."""
    kept = []
    for span in sorted(spans):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept
