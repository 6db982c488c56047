"""Whatever is typed into a cell, a kind of value takes it or refuses it."""

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inputs import SHEETS
from inputs._cells import Spoilt, cleaned
from inputs._clocks import CLOCK, END_CLOCK
from inputs._dates import DATE
from inputs._faults import likely
from inputs._kinds import NotUnderstood

KINDS = {column.kind.wanted: column.kind for form in SHEETS for column in form.columns}

TEXTS = st.text(max_size=20) | st.from_regex(
    r"[0-9]{0,4}[:./ -]?[0-9A-Za-z]{0,4}[:./ -]?[0-9apm]{0,5}", fullmatch=True
)
VALUES = st.one_of(
    TEXTS,
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@pytest.mark.parametrize("name", sorted(KINDS))
@given(value=VALUES)
@example(value=10**400)
@example(value="²/²/²²²²")
def test_a_kind_reads_or_refuses(name, value):
    value = cleaned(value)
    if value is None or isinstance(value, Spoilt):
        return
    with suppress(NotUnderstood):
        KINDS[name].read(value)
    assert isinstance(KINDS[name].caution(value), str)


@given(st.dates(date(1950, 1, 1), date(2199, 12, 31)))
def test_a_date_written_in_any_british_way_is_the_same_date(day):
    ways = ["%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %b %Y", "%a %d %B %Y", "%d-%b-%Y"]
    assert {DATE.read(day.strftime(way)) for way in ways} == {day}


@given(st.times())
def test_a_time_written_in_any_way_is_the_same_time(clock):
    plain = time(clock.hour, clock.minute)
    ways = ["%H:%M", "%H.%M", "%H%M", "%I:%M %p", "%H:%M:00"]
    assert {CLOCK.read(plain.strftime(way)) for way in ways} == {plain}
    assert END_CLOCK.read(plain) in (plain, time())


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=5))
def test_a_likely_word_is_always_a_known_one(word, known):
    assert likely(word, known) in [*known, ""]


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("JR-O4", ["JR-01", "JR-04", "JR-07"], "JR-04"),
        ("JR-4", ["JR-01", "JR-04"], "JR-04"),
        ("JR-02", ["JR-01", "JR-04"], ""),
        ("speciul", ["special", "regular"], "special"),
        ("Paramedics", ["paramedic", "special"], "paramedic"),
        ("xyz", ["special"], ""),
        ("anything", [], ""),
    ],
)
def test_a_near_miss_has_a_likely_word(word, known, near):
    assert likely(word, known) == near
