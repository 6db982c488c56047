"""Whatever is typed gives a value or a refusal, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inputs._kinds import NotUnderstood
from inputs.intake.values.amounts import read_fte, read_hours, read_yes_no
from inputs.intake.values.clocks import read_clock, read_end_clock
from inputs.intake.values.codes import Context, read_code
from inputs.intake.values.dates import order_of, read_date, read_last_date, weekday_in
from inputs.intake.values.expiries import read_expiry
from inputs.intake.values.names import likeness, read_id, read_name
from inputs.intake.values.ranges import read_offers, read_range
from tests.intake.values.refusing import wanted_by

LIKELY_SIGNS = "0123456789/-.:x() ALRDNSadeghjmnoprst*?,&+'éß\u2013\u00a0"
TEXTS = st.one_of(
    st.text(max_size=40),
    st.text(LIKELY_SIGNS, max_size=30),
    st.text("0123456789-/:. ", max_size=14),
)
VALUES = st.one_of(
    TEXTS,
    st.integers(-(10**10), 10**10),
    st.floats(),
    st.booleans(),
    st.none(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
)
READERS = (
    read_date,
    read_last_date,
    read_clock,
    read_end_clock,
    read_range,
    read_hours,
    read_fte,
    read_yes_no,
    read_id,
    read_expiry,
)


@settings(max_examples=400)
@given(VALUES)
def test_every_reader_gives_a_value_or_a_refusal(value):
    for read in READERS:
        assert wanted_by(read, value) != ""


@settings(max_examples=400)
@given(TEXTS, st.sampled_from(["", "police", "ambulance", "specials"]), st.booleans())
def test_every_text_can_be_a_code_a_name_or_an_answer(text, side, is_availability):
    read_code(text, Context(side=side, is_availability=is_availability))
    parts = read_name(text)
    assert 0 <= likeness(parts, read_name("Smith, John")) <= 1
    assert likeness(parts, parts) == 1
    weekday_in(text)
    assert wanted_by(read_offers, text) != ""


@given(VALUES)
def test_every_value_can_be_a_code(value):
    reading = read_code(value, Context())
    assert reading.code is None or not reading.choices
    assert reading.code is not None or reading.span is None


@given(st.lists(st.tuples(VALUES, TEXTS), max_size=6))
def test_every_column_has_an_order_or_none(pairs):
    found = order_of(pairs)
    assert all(0 <= number < len(pairs) for number in found.disagreeing)


LONG = [
    "1" * 100_000,
    "a" * 100_000,
    "(" * 5000,
    "1-" * 5000,
    "A/L " * 5000,
    " " * 100_000 + "x",
    "Smith, " * 3000,
    "18:00-02:00 " * 1000,
    "a1" * 90,
    "L/" * 95,
    "(L" * 95,
    "A." * 95,
    "-" * 195,
    "O'" * 95,
    "1 " * 95,
]


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_long_texts_take_no_time(text):
    for read in (*READERS, read_offers):
        with pytest.raises(NotUnderstood):
            read(text)
    assert read_code(text, Context()).span is None
    read_name(text)
