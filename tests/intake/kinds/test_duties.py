import pytest

from tests.intake.kinds.says import doubts, passed, questions, rows, values

GRS = "Payroll No | Name | Date | Start | Finish | Callsign | Abs Code"
DMS = "Collar No | Surname | Date | Rostered Start | Rostered End"
SHANICE = "20413377 | Shanice Kalsi"


def test_a_duty_is_one_row_of_history(read):
    file = read("duties", GRS, f"{SHANICE} | 04/01/2027 | 1500 | 0100 | JR 1 |")
    assert rows(file) == [
        (
            "History",
            {
                "person": "20413377",
                "date": "04/01/2027",
                "start": "15:00",
                "end": "01:00",
                "unit": "JR-01",
                "post": "paramedic",
                "kind": "planned",
            },
        )
    ]


def test_an_absence_in_a_list_of_duties_is_leave_and_its_days_are_joined(read):
    lines = [f"{SHANICE} | 0{day}/01/2027 | 07:00 | 17:00 | | AL" for day in (4, 5, 6)]
    file = read("duties", GRS, *lines)
    assert values(file, "kind", "from", "to", "start") == [
        ("annual", "04/01/2027", "06/01/2027", "")
    ]
    assert (file.used, len(file.rows)) == (3, 1)


def test_training_keeps_its_times(read):
    file = read("duties", GRS, f"{SHANICE} | 04/01/2027 | 09:00 | 16:00 | | TRG")
    assert values(file, "kind", "start", "end") == [("training", "09:00", "16:00")]


def test_a_duty_elsewhere_is_work_where_its_hours_are_known(read):
    heads = f"{DMS} | Duty Type"
    officer = "PC12382 | Finnegan | 04/01/2027"
    file = read("duties", heads, f"{officer} | 07:00 | 19:00 | CUSTODY")
    assert values(file, "date", "start", "end", "kind") == [
        ("04/01/2027", "07:00", "19:00", "planned")
    ]
    assert [row.sheet for row in file.rows] == ["History"]
    file = read("duties", heads, f"{officer} | | | CUSTODY")
    assert values(file, "kind", "from") == [("other", "04/01/2027")]


@pytest.mark.parametrize(
    ("callsign", "unit", "asked"),
    [
        ("JR-04", "JR-04", []),
        ("jru4", "JR-04", []),
        ("DA 812", "", []),
        ("JR-40", None, [("unit", "JR-40")]),
    ],
)
def test_a_call_sign_like_the_books_is_a_slip_and_another_is_another_car(
    read, callsign, unit, asked
):
    file = read("duties", GRS, f"{SHANICE} | 04/01/2027 | 15:00 | 01:00 | {callsign} |")
    assert values(file, "unit") == ([] if unit is None else [(unit,)])
    assert questions(file) == asked


def test_half_a_pair_of_times_waits_at_the_other_half(read):
    file = read("duties", GRS, f"{SHANICE} | 04/01/2027 | 15:00 | | JR-01 |")
    assert file.rows == ()
    assert len(doubts(file)) == 1


@pytest.mark.parametrize(
    ("status", "kind"),
    [("Completed", "worked"), ("Confirmed", "planned"), ("Finalised", "planned")],
)
def test_only_what_the_file_shows_to_be_done_was_worked(read, status, kind):
    heads = "Payroll No | Name | Date | Start | Finish | Status"
    line = f"{SHANICE} | 04/01/2027 | 15:00 | 01:00 | {status}"
    assert values(read("duties", heads, line), "kind") == [(kind,)]


def test_training_that_is_planned_is_settled(read):
    heads = "Payroll No | Name | Duty Type | Date | Start | Finish | Status"
    line = f"{SHANICE} | Training | 04/01/2027 | 09:00 | 16:00 | Planned"
    assert values(read("duties", heads, line), "kind", "status") == [
        ("training", "approved")
    ]


def test_actual_times_were_worked_and_go_before_planned_ones(read):
    heads = "Payroll No | Name | Date | Start | Finish | Actual Start | Actual End"
    lines = (
        f"{SHANICE} | 04/01/2027 | 15:00 | 01:00 | 15:30 | 02:15",
        f"{SHANICE} | 05/01/2027 | 15:00 | 01:00 | | ",
    )
    assert values(read("duties", heads, *lines), "start", "end", "kind") == [
        ("15:30", "02:15", "worked"),
        ("15:00", "01:00", "planned"),
    ]


@pytest.mark.parametrize("status", ["Cancelled", "No show", "Draft"])
def test_what_was_never_worked_is_passed_over(read, status):
    heads = "Payroll No | Name | Date | Start | Finish | Status"
    file = read("duties", heads, f"{SHANICE} | 04/01/2027 | 15:00 | 01:00 | {status}")
    assert passed(file)["A2"] == f"a duty that is said to be {status}"


def test_a_forces_day_holds_what_starts_after_midnight(read):
    lines = (
        "PC12382 | Finnegan | 04/01/2027 | 00:30 | 08:00",
        "PC12382 | Finnegan | 05/01/2027 | 15:00 | 01:00",
    )
    file = read("duties", DMS, *lines)
    assert values(file, "date", "start") == [
        ("05/01/2027", "00:30"),
        ("05/01/2027", "15:00"),
    ]
    assert any(each.word == "force day" for each in file.understood)
    plain = read("duties", DMS, *lines, say=["dates force day = no"])
    assert values(plain, "date") == [("04/01/2027",), ("05/01/2027",)]


def test_one_person_at_two_places_at_once_waits_twice(read):
    lines = (
        f"{SHANICE} | 04/01/2027 | 15:00 | 01:00 | JR-01 |",
        f"{SHANICE} | 04/01/2027 | 18:00 | 02:00 | JR-04 |",
        f"{SHANICE} | 05/01/2027 | 02:00 | 06:00 | JR-04 |",
    )
    file = read("duties", GRS, *lines)
    assert values(file, "start") == [("02:00",)]
    assert [cell for cell, _ in doubts(file)] == ["A2", "A3"]


def test_leave_alone_takes_no_duty(read):
    lines = (
        f"{SHANICE} | 04/01/2027 | 15:00 | 01:00 | JR-01 |",
        f"{SHANICE} | 05/01/2027 | | | | SICK",
    )
    file = read("leave", GRS, *lines)
    assert values(file, "kind", "from") == [("sick", "05/01/2027")]
    assert passed(file)["A2"] == "a duty, not leave"


def test_a_word_in_place_of_a_name_is_nobody(read):
    heads = "Date | Start | Finish | JR-01 Para | JR-01 Police"
    lines = (
        "04/01/2027 | 15:00 | 01:00 | Shanice Kalsi | TBC",
        "05/01/2027 | 15:00 | 01:00 | Vacant | Off road",
        "06/01/2027 | 15:00 | 01:00 | Shanice Kalsi / relief | Nil",
    )
    file = read("duties", heads, *lines)
    assert (file.used, file.passed_over, file.doubts) == (2, 5, ())
    assert passed(file)["E4"] == "nobody is named"
    assert [item.found for item in file.passed if item.place.cell == "D4"] == ["relief"]


def test_a_duty_is_of_one_date_and_leave_may_be_of_several(read):
    heads = "Payroll No | Name | Start Date | End Date | Shift Code | Callsign"
    lines = (
        f"{SHANICE} | 04/01/2027 | 07/01/2027 | 15-01 | JR-01",
        f"{SHANICE} | 11/01/2027 | 12/01/2027 | 15-01 | JR-01",
        f"{SHANICE} | 18/01/2027 | 19/01/2027 | 07-15 | JR-01",
        f"{SHANICE} | 25/01/2027 | 27/01/2027 | AL |",
    )
    file = read("duties", heads, *lines)
    assert [row.sheet for row in file.rows] == ["History", "Leave"]
    assert values(file, "date", "from", "to") == [
        ("11/01/2027", "", ""),
        ("", "25/01/2027", "27/01/2027"),
    ]
    wanted = "a duty of one date; a row for each"
    assert doubts(file) == [("D2", wanted), ("D4", wanted)]


def test_an_abstraction_beside_the_duty_is_an_absence(read):
    heads = f"{DMS} | Duty Type | Abstraction"
    line = "PC12382 | Finnegan | 04/01/2027 | 0700 | 1700 | EARLY | COURT"
    assert values(read("duties", heads, line), "kind") == [("court",)]


@pytest.mark.parametrize(
    ("end", "hours", "is_doubted"),
    [
        ("01:00", "10", False),
        ("01:00", "9:30", False),
        ("10:00", "10", True),
        ("01:00", "", False),
        ("01:00", "0", False),
        ("06:00", "8.5", True),
    ],
)
def test_hours_that_are_not_those_of_the_times_stop_a_duty(
    read, end, hours, is_doubted
):
    heads = "Payroll No | Name | Date | Start | Finish | Hours"
    file = read("duties", heads, f"{SHANICE} | 04/01/2027 | 15:00 | {end} | {hours}")
    assert [cell for cell, _ in doubts(file)] == (["F2"] if is_doubted else [])
    assert len(file.rows) == (not is_doubted)
