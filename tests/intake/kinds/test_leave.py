import pytest

from tests.intake.kinds.says import doubts, passed, questions, rows, values

HEADS = "Employee Number | Name | Absence Type | Absence Start Date | Absence End Date"
SHANICE = "20413377 | Shanice Kalsi"


def test_one_absence_is_one_row_with_every_value_in_its_own_words(read):
    file = read("leave", HEADS, f"{SHANICE} | Annual Leave | 04/01/2027 | 8-Jan-27")
    assert rows(file) == [
        (
            "Leave",
            {
                "person": "20413377",
                "kind": "annual",
                "from": "04/01/2027",
                "to": "08/01/2027",
                "status": "approved",
            },
        )
    ]
    assert (file.read, file.used, file.refused, file.passed_over) == (1, 1, 0, 0)
    assert file.rows[0].places[0].cell == "A2"
    assert file.period is not None
    assert [f"{day:%d/%m/%Y}" for day in file.period] == ["04/01/2027", "08/01/2027"]


def test_a_heading_alone_is_no_row_and_no_doubt(read):
    file = read("leave", HEADS)
    assert (file.read, file.rows, file.doubts, file.period) == (0, (), (), None)


@pytest.mark.parametrize(
    ("kind", "end"), [("Sickness", "31/12/4712"), ("Maternity", "31/12/4712")]
)
def test_an_illness_without_an_end_is_open(read, kind, end):
    file = read("leave", HEADS, f"{SHANICE} | {kind} | 04/01/2027 |")
    assert values(file, "to") == [(end,)]


def test_annual_leave_without_an_end_is_a_slip(read):
    file = read("leave", HEADS, f"{SHANICE} | Annual Leave | 04/01/2027 |")
    assert file.rows == ()
    assert [wanted for _, wanted in doubts(file)] == ["the last day of annual leave"]


def test_an_end_before_its_beginning_waits_at_the_end(read):
    file = read("leave", HEADS, f"{SHANICE} | Sick | 04/01/2027 | 03/01/2027")
    ((cell, wanted),) = doubts(file)
    assert cell == "E2"
    assert "not before its first, 04/01/2027" in wanted


def test_leave_of_more_than_two_years_is_a_slip_of_the_year(read):
    file = read("leave", HEADS, f"{SHANICE} | Sick | 04/01/2027 | 04/01/2037")
    assert [cell for cell, _ in doubts(file)] == ["E2"]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Sickness - S10 Anxiety", "sick"),
        ("Sickness: migraine", "sick"),
        ("Special Leave Unpaid", "unpaid"),
        ("Jury Service", "court"),
        ("A/L", "annual"),
        ("TOIL", "time back"),
    ],
)
def test_a_kind_is_known_in_words_and_by_code(read, word, kind):
    file = read("leave", HEADS, f"{SHANICE} | {word} | 04/01/2027 | 04/01/2027")
    assert values(file, "kind") == [(kind,)]
    assert not any("Anxiety" in each.word for each in file.understood)


@pytest.mark.parametrize(
    ("status", "row", "why"),
    [
        ("Approved", "approved", ""),
        ("Requested", "requested", ""),
        ("Pending", "requested", ""),
        ("TRUE", "approved", ""),
        ("Rejected", "", "leave that was refused"),
        ("Cancelled", "", "leave that was cancelled"),
    ],
)
def test_what_was_refused_is_no_leave_but_is_told(read, status, row, why):
    line = f"{SHANICE} | Annual Leave | 04/01/2027 | 04/01/2027 | {status}"
    file = read("leave", f"{HEADS} | Status", line)
    assert values(file, "status") == ([(row,)] if row else [])
    assert passed(file).get("A2", "") == why
    assert file.used + file.passed_over == 1


def test_a_draft_is_asked_about_and_an_answer_settles_it(read):
    lines = f"{HEADS} | Status", f"{SHANICE} | Sick | 04/01/2027 | | Draft"
    assert questions(read("leave", *lines)) == [("code", "Draft")]
    file = read("leave", *lines, say=["code Draft = requested"])
    assert values(file, "status") == [("requested",)]


def test_a_row_twice_is_one_row_and_says_where_it_stands_already(read):
    line = f"{SHANICE} | Annual Leave | 04/01/2027 | 04/01/2027"
    file = read("leave", HEADS, line, line)
    assert len(file.rows) == 1
    assert passed(file)["A3"] == "said already in [sent.csv]sent!A2"


def test_illness_during_leave_keeps_both(read):
    first = f"{SHANICE} | Annual Leave | 04/01/2027 | 15/01/2027"
    second = f"{SHANICE} | Sickness | 06/01/2027 | 07/01/2027"
    assert values(read("leave", HEADS, first, second), "kind") == [
        ("annual",),
        ("sick",),
    ]


def test_leave_that_contradicts_other_leave_waits_with_it(read):
    first = f"{SHANICE} | Annual Leave | 04/01/2027 | 15/01/2027"
    second = f"{SHANICE} | Study Leave | 15/01/2027 | 16/01/2027"
    third = f"{SHANICE} | Study Leave | 17/01/2027 | 18/01/2027"
    file = read("leave", HEADS, first, second, third)
    assert values(file, "from") == [("17/01/2027",)]
    assert [cell for cell, _ in doubts(file)] == ["A2", "A3"]


def test_half_a_day_counted_in_days_asks_which_half(read):
    line = f"{SHANICE} | Annual Leave | 04/01/2027 | 04/01/2027 | 0.5"
    file = read("leave", f"{HEADS} | Days", line)
    assert file.rows == ()
    assert "which half" in doubts(file)[0][1]


@pytest.mark.parametrize(
    ("hours", "rows_made"), [("7.5", 1), ("10", 1), ("0", 1), ("", 1), ("3.75", 0)]
)
def test_less_than_a_days_hours_asks_from_when_to_when(read, hours, rows_made):
    line = f"{SHANICE} | Annual Leave | 04/01/2027 | 04/01/2027 | {hours}"
    file = read("leave", f"{HEADS} | Hours Lost", line)
    assert len(file.rows) == rows_made
    assert len(file.doubts) == 1 - rows_made


def test_clock_times_say_which_part_of_a_day(read):
    line = f"{SHANICE} | Annual Leave | 04/01/2027 | 04/01/2027 | 09:00 | 12:45 | 3.75"
    file = read("leave", f"{HEADS} | Start | End | Hours Lost", line)
    assert values(file, "start", "end") == [("09:00", "12:45")]


def test_weekdays_that_disagree_stop_every_date_until_the_order_is_said(read):
    heads = "Employee Number | Name | Absence Type | Day | Start Date | End Date"
    # Month first, as an American export has it: 4, 5, 11 and 12 January 2027.
    days = [("Mon", "01/04/2027"), ("Tue", "01/05/2027"), ("Mon", "01/11/2027")]
    lines = [f"{SHANICE} | Sick | {name} | {day} | {day}" for name, day in days]
    file = read("leave", heads, *lines)
    assert file.rows == ()
    assert questions(file) == [("dates", "")]
    said = read("leave", heads, *lines, say=["dates = month first"])
    assert values(said, "from") == [("04/01/2027",), ("05/01/2027",), ("11/01/2027",)]


def test_private_columns_leave_no_trace_but_their_names(read):
    line = f"{SHANICE} | Sickness | 04/01/2027 | 05/01/2027 | Migraine | QQ123456C"
    file = read("leave", f"{HEADS} | Level 1 Reason | NI Number", line)
    assert len(file.rows) == 1
    kept = repr((file.rows, file.doubts, file.passed, file.understood, file.recipe))
    assert "Migraine" not in kept
    assert "QQ123456C" not in kept
    assert "NI Number" in kept


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("has flu, 1300-1700 each day", "1300-1700"),
        ("dentist, am only", "am only"),
        ("from 6pm", "from 6pm"),
        ("CANCELLED, see mail", "CANCELLED"),
        ("not agreed yet", "not agreed"),
        ("back on 10th", None),
        ("2 of 3 weeks", None),
    ],
)
def test_a_note_that_may_change_its_row_stops_it_and_only_that_is_shown(
    read, note, found
):
    lines = f"{HEADS} | Notes", f"{SHANICE} | Annual | 04/01/2027 | 05/01/2027 | {note}"
    file = read("leave", *lines)
    assert [doubt.found for doubt in file.doubts] == ([] if found is None else [found])
    assert len(file.rows) == (found is None)
    said = read("leave", *lines, say=["column Notes = nothing"])
    assert len(said.rows) == 1


def test_a_kind_that_says_cancelled_is_no_leave(read):
    file = read("leave", HEADS, f"{SHANICE} | Cancelled | 04/01/2027 | 05/01/2027")
    assert (file.rows, file.doubts) == ((), ())
    assert passed(file)["A2"] == "leave that was cancelled"


def test_what_lacks_waits_in_the_cell_where_it_should_stand(read):
    file = read("leave", HEADS, f"{SHANICE} | Annual | 04/01/2027 | ")
    assert doubts(file) == [("E2", "the last day of annual leave")]


def test_a_column_of_kinds_without_a_telling_heading_is_asked_about(read):
    heads = HEADS.replace(HEADS.split(" | ")[2], "What")
    lines = heads, f"{SHANICE} | AL | 04/01/2027 | 05/01/2027"
    assert questions(read("leave", *lines)) == [("column", "What")]
    file = read("leave", *lines, say=["column What = kind"])
    assert values(file, "kind") == [("annual",)]


def test_dates_without_a_year_ask_for_it_once(read):
    lines = [HEADS, *(f"{SHANICE} | Sick | {day} Jan | {day} Jan" for day in (4, 6))]
    file = read("leave", *lines)
    assert questions(file) == [("year", "")]
    assert len(read("leave", *lines, say=["year = 2027"]).rows) == 2


def test_only_dates_that_may_be_two_wait_for_their_order(read):
    lines = (
        f"{SHANICE} | Annual | 04-JAN-2027 | 2027-01-08",
        f"{SHANICE} | Annual | 02/15/2027 | 02/16/2027",
        f"{SHANICE} | Annual | 03/04/2027 | 03/05/2027",
    )
    file = read("leave", HEADS, *lines)
    assert values(file, "from", "to") == [("04/01/2027", "08/01/2027")]
    assert questions(file) == [("dates", "")]
    assert {cell for cell, _ in doubts(file)} == {"D3", "E3", "D4", "E4"}
