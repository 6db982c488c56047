"""Codes in the sender's context."""

from datetime import date, time

import pytest

from inputs._cells import Spoilt
from inputs.intake.values.codes import Code, CodeReading, Context, Meaning, read_code
from rostering.domain import AbsenceKind

LATE = time(15), time(1)
NIGHT = time(18), time(2)
ANYBODY = Context()
POLICE = Context(side="police")
AMBULANCE = Context(side="ambulance")
SPECIALS = Context(side="specials")
OFFERS = Context(side="specials", is_availability=True)
SIDES = (ANYBODY, POLICE, AMBULANCE, SPECIALS)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("L", Code.LATE),
        (" l. ", Code.LATE),
        ("L/T", Code.LATE),
        ("S/LATE", Code.LATE),
        ("A/L", Code.ANNUAL),
        ("A.L.", Code.ANNUAL),
        ("a l", Code.ANNUAL),
        ("\u00a0AL\u00a0", Code.ANNUAL),
        ("½AL", Code.HALF_ANNUAL),
        ("½ A/L", Code.HALF_ANNUAL),
        ("R.D.", Code.REST),
        ("Late  Turn", Code.LATE),
        ("S&M", Code.TRAINING),
        ("RD", Code.REST),
        ("-", Code.REST),
        ("\u2013", Code.REST),
        ("/", Code.REST),
        (0, Code.REST),
        ("PRD", Code.REST_PROTECTED),
        ("RD(L)", Code.REST_MOVED),
        ("RDW", Code.REST_CANCELLED),
        ("PPST", Code.TRAINING),
        ("Gone Sick", Code.SICK),
        ("- - -", Code.LEFT),
        ("Jury Service", Code.COURT),
        ("STL", Code.STUDY),
    ],
)
@pytest.mark.parametrize("context", SIDES)
def test_a_code_with_one_meaning_is_read_on_every_side(text, code, context):
    reading = read_code(text, context)
    assert reading == CodeReading(code)


@pytest.mark.parametrize(
    ("text", "context", "code"),
    [
        ("N", POLICE, Code.NIGHT),
        ("N", AMBULANCE, Code.NIGHT),
        ("N/D", ANYBODY, Code.NIGHT),
        ("A", POLICE, Code.AFTERNOON),
        ("R", POLICE, Code.REST),
        ("ST", AMBULANCE, Code.STUDY),
        ("U", POLICE, Code.UNAVAILABLE),
        ("N", OFFERS, Code.NOT_AVAILABLE),
        ("no", OFFERS, Code.NOT_AVAILABLE),
        ("X", OFFERS, Code.NOT_AVAILABLE),
        ("A", OFFERS, Code.AVAILABLE),
        ("Y", OFFERS, Code.AVAILABLE),
        ("✓", OFFERS, Code.AVAILABLE),
        ("✔\ufe0f", OFFERS, Code.AVAILABLE),
        (1, OFFERS, Code.AVAILABLE),
        (True, OFFERS, Code.AVAILABLE),
        ("can do", OFFERS, Code.AVAILABLE),
        ("AL", OFFERS, Code.ANNUAL),
        ("Y", Context(side="ambulance", is_availability=True), Code.AVAILABLE),
    ],
)
def test_the_context_settles_a_code(text, context, code):
    assert read_code(text, context).code is code


@pytest.mark.parametrize(
    ("text", "context", "choices"),
    [
        ("LD", ANYBODY, {Code.LATE, Code.DAY, Code.TIME_BACK}),
        ("LD", POLICE, {Code.LATE, Code.TIME_BACK}),
        ("LD", AMBULANCE, {Code.DAY, Code.TIME_BACK}),
        ("R", AMBULANCE, {Code.REST, Code.RELIEF}),
        ("R", ANYBODY, {Code.REST, Code.RELIEF}),
        ("R?", AMBULANCE, {Code.REST, Code.RELIEF}),
        ("N", ANYBODY, {Code.NIGHT, Code.NOT_AVAILABLE}),
        ("N", SPECIALS, {Code.NIGHT, Code.NOT_AVAILABLE}),
        (
            "N",
            Context(side="ambulance", is_availability=True),
            {Code.NIGHT, Code.NOT_AVAILABLE},
        ),
        ("A", ANYBODY, {Code.AFTERNOON, Code.AVAILABLE}),
        ("A", AMBULANCE, {Code.AFTERNOON}),
        ("ST", POLICE, {Code.STUDY}),
        ("Y", POLICE, {Code.AVAILABLE}),
        ("VAC", POLICE, {Code.ANNUAL, Code.LEFT}),
        ("6-2", POLICE, {Code.TWILIGHT, Code.EARLY}),
        ("U", ANYBODY, {Code.UNAVAILABLE, Code.NOT_AVAILABLE}),
        ("SC", POLICE, set()),
        ("Wibble", POLICE, set()),
        ("", POLICE, set()),
    ],
)
def test_what_the_context_does_not_settle_is_left_open(text, context, choices):
    reading = read_code(text, context)
    assert reading.code is None
    assert set(reading.choices) == choices
    assert reading.span is None


def test_rest_and_no_offer_come_to_the_same():
    assert read_code("X", ANYBODY).code is Code.REST


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("L(15-01)", CodeReading(Code.LATE, span=LATE)),
        (
            "1500-0100 JR4",
            CodeReading(Code.JOINT_UNIT, span=LATE, unit="JR4"),
        ),
        ("L JR4", CodeReading(Code.LATE, unit="JR4", modifiers=(Code.JOINT_UNIT,))),
        ("JR-04 L", CodeReading(Code.LATE, unit="JR-04", modifiers=(Code.JOINT_UNIT,))),
        ("N + OT 2h", CodeReading(Code.NIGHT, note="2h", modifiers=(Code.OVERTIME,))),
        ("L (swap Dave)", CodeReading(Code.LATE, note="swap Dave", is_changed=True)),
        ("L (with Sam)", CodeReading(Code.LATE, note="with Sam")),
        ("(L)", CodeReading(Code.LATE, is_cancelled=True)),
        ("L canx", CodeReading(Code.LATE, is_cancelled=True)),
        ("L*", CodeReading(Code.LATE, is_changed=True)),
        ("L?", CodeReading(Code.LATE, is_provisional=True)),
        ("AL?", CodeReading(Code.ANNUAL, is_provisional=True)),
        ("AL-P", CodeReading(Code.ANNUAL, is_provisional=True)),
        ("AL approved", CodeReading(Code.ANNUAL)),
        ("AL refused", CodeReading(Code.ANNUAL, is_cancelled=True)),
        ("A/L REQ", CodeReading(Code.ANNUAL, is_provisional=True)),
        ("TOIL req", CodeReading(Code.TIME_BACK, is_provisional=True)),
        ("AL am", CodeReading(Code.HALF_ANNUAL, part="am")),
        ("A/L (PM)", CodeReading(Code.HALF_ANNUAL, part="pm")),
        ("SICK PM", CodeReading(Code.SICK, part="pm")),
        ("AL 0900-1300", CodeReading(Code.ANNUAL, span=(time(9), time(13)))),
        ("AID 0700-1900", CodeReading(Code.ABSTRACTION, span=(time(7), time(19)))),
        ("07:00-19:00", CodeReading(Code.WORK, span=(time(7), time(19)))),
        ("1800x0200", CodeReading(Code.TWILIGHT, span=NIGHT)),
        ("2-10", CodeReading(Code.LATE, span=(time(14), time(22)))),
        ("RDW L", CodeReading(Code.LATE, modifiers=(Code.REST_CANCELLED,))),
        ("OP TORO", CodeReading(Code.ABSTRACTION)),
    ],
)
def test_a_cell_is_taken_apart(text, reading):
    assert read_code(text, POLICE) == reading


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("L/AL", (Code.LATE, Code.ANNUAL)),
        ("AL/L", (Code.LATE, Code.ANNUAL)),
        ("E/L", (Code.EARLY, Code.LATE)),
        ("S/TRG", (Code.SICK, Code.TRAINING)),
        ("RD 15-01", (Code.REST,)),
        ("AL 4h", (Code.ANNUAL,)),
        ("L am", (Code.LATE,)),
        ("L Dave", (Code.LATE,)),
        ("L until 2200", (Code.LATE,)),
        ("L (not needed)", (Code.LATE,)),
        ("L (sick)", (Code.LATE, Code.SICK)),
        ("L 6-2", ()),
        ("18-02 Dave", (Code.TWILIGHT,)),
        ("S, LATE DUTY", (Code.LATE, Code.SICK)),
        ("BH + L", (Code.LATE, Code.PUBLIC_HOLIDAY)),
        ("LT + S", (Code.LATE, Code.SICK)),
        ("LEAVE R", (Code.ANNUAL, Code.REST)),
        ("A/L T", (Code.ANNUAL, Code.TRAINING)),
        ("✗ L", (Code.LATE, Code.NOT_AVAILABLE)),
        ("AL ☹", (Code.ANNUAL,)),
        ("JR1/JR4", (Code.JOINT_UNIT,)),
        ("AM", ()),
        ("?", ()),
        ("*", ()),
        ("()", ()),
    ],
)
def test_a_cell_that_may_mean_something_else_is_left_open(text, choices):
    reading = read_code(text, POLICE)
    assert reading.code is None
    assert reading.span is None
    assert reading.choices == choices


def test_what_is_said_wins_over_the_legend_and_that_over_the_table():
    legend = {"L": "Annual leave", "D": "Late 15:00-01:00", "Q.": "rest day"}
    context = Context(side="police", legend=legend, said={"l": "sick", "zz": "late"})
    assert read_code("L", context).code is Code.SICK
    assert read_code("ZZ", context).code is Code.LATE
    assert read_code("d", context) == CodeReading(Code.LATE, span=LATE)
    assert read_code("Q", context).code is Code.REST
    assert read_code("D(14-22)", context).span == (time(14), time(22))
    assert read_code("E", context).code is Code.EARLY


def test_an_answer_settles_a_whole_cell():
    context = Context(side="police", said={"l/al": "annual", "6-2": "early"})
    assert read_code("L/AL", context).code is Code.ANNUAL
    assert read_code("6-2", context).code is Code.EARLY


def test_an_answer_may_tell_which_half_of_the_day_or_when():
    said = {"hal": "AL am", "q": "late 14-22", "r": "AL requested"}
    context = Context(side="police", said=said)
    assert read_code("HAL", context) == CodeReading(Code.HALF_ANNUAL, part="am")
    assert read_code("q", context) == CodeReading(Code.LATE, span=(time(14), time(22)))
    assert read_code("R", context).is_provisional


def test_a_legend_that_is_not_understood_leaves_its_code_open():
    context = Context(side="police", legend={"L": "Xanadu"})
    reading = read_code("L", context)
    assert reading.code is None
    assert reading.choices == (Code.LATE,)


@pytest.mark.parametrize("answer", [code.value for code in Code])
def test_every_code_may_be_answered_by_its_name(answer):
    assert read_code("ZZ", Context(said={"zz": answer})).code == answer


def test_call_signs_of_the_book_are_cars():
    context = Context(side="police", callsigns=("GU-01",))
    reading = read_code("L GU 01", context)
    assert reading.code is Code.LATE
    assert reading.unit == "GU-01"


def test_a_date_that_excel_made_is_a_range():
    reading = read_code(date(2026, 2, 18), POLICE, "d-mmm")
    assert reading == CodeReading(Code.TWILIGHT, span=NIGHT)
    assert read_code(date(2026, 2, 18), POLICE, "dd/mm/yyyy") == CodeReading()


@pytest.mark.parametrize("value", [None, Spoilt("#REF!", "a value"), time(7), 0.5])
def test_what_is_no_word_is_no_code(value):
    assert read_code(value, POLICE) == CodeReading()


def test_codes_tell_what_becomes_of_the_day():
    assert Code.LATE.meaning is Meaning.WORK
    assert Code.REST_CANCELLED.meaning is Meaning.WORK
    assert Code.ANNUAL.meaning is AbsenceKind.ANNUAL
    assert Code.LEFT.meaning is Meaning.PERSON_LEFT
    assert Code.AVAILABLE.meaning is Meaning.OFFER
    assert Code.AFTERNOON.turn == "late"
    assert Code.ANNUAL.turn == ""
