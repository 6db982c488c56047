"""Hours that are ticked, as rows of Availability."""

import pytest

from inputs.intake import survey
from tests.intake.kinds.says import doubts, passed, questions, values

HEADS = " | ".join(["Collar", "Officer", "Date", *(f"{h:02}" for h in range(24))])
MAIRI = "SC70118 | Mairi Grewal"


def row(day, *hours, who=MAIRI, mark="Y", other=""):
    """One person's row for a day of January 2027 with marks in some hours."""
    squares = (mark if hour in hours else other for hour in range(24))
    return " | ".join([who, f"{day:02}/01/2027", *squares])


def offers(file):
    """Every row as `08/01 18:00-02:00`."""
    found = values(file, "date", "from", "to")
    return [f"{day[:5]} {start}-{end}" for day, start, end in found]


def test_hours_that_touch_are_one_offer_also_over_midnight(read):
    evening, morning = row(8, *range(18, 24)), row(9, 0, 1, 9, 10)
    file = read("availability", HEADS, evening, morning)
    assert offers(file) == ["08/01 18:00-02:00", "09/01 09:00-11:00"]
    assert values(file, "person") == [("SC70118",)] * 2
    assert (file.read, file.used, file.doubts) == (10, 10, ())
    cells = [place.cell for place in file.rows[0].places]
    assert cells[:3] == ["V2", "A2", "C2"]
    assert cells[-4:] == ["D3", "A3", "C3", "E3"]


def test_the_kind_of_the_file_is_told_by_its_hours(book, tmp_path):
    path = tmp_path / "hours.csv"
    path.write_text(f"{HEADS}\n{row(8, 18)}".replace(" | ", ","), encoding="utf-8")
    assert survey([path], book).files[0].kind == "availability"


def test_an_offer_longer_than_a_day_is_parted_at_midnights(read):
    lines = row(8, *range(18, 24)), row(9, *range(24)), row(10, 0, 1)
    assert offers(read("availability", HEADS, *lines)) == [
        "08/01 18:00-00:00",
        "09/01 00:00-00:00",
        "10/01 00:00-02:00",
    ]


def test_a_whole_day_is_one_offer(read):
    file = read("availability", HEADS, row(8, *range(24)))
    assert offers(file) == ["08/01 00:00-00:00"]


@pytest.mark.parametrize("mark", ["Y", "1", "✓", "A", "yes", "TRUE"])
@pytest.mark.parametrize("other", ["", "N", "0", "-", "x"])
def test_whatever_ticks_an_hour_offers_it(read, mark, other):
    file = read("availability", HEADS, row(8, 18, 19, mark=mark, other=other))
    assert (offers(file), file.doubts) == (["08/01 18:00-20:00"], ())


def test_a_cross_where_nothing_else_says_yes_is_asked_about(read):
    file = read("availability", HEADS, row(8, 18, 19, mark="x"))
    assert (file.rows, questions(file)) == ((), [("code", "x")])
    said = read("availability", HEADS, row(8, 18, mark="x"), say=["code x = available"])
    assert offers(said) == ["08/01 18:00-19:00"]
    none = read("availability", HEADS, row(8, 18, mark="x"), say=["code x = no"])
    assert (none.rows, none.doubts, none.passed_over) == ((), (), 1)


def test_what_is_no_plain_answer_waits_and_parts_the_offer(read):
    line = row(8, 18, 19, 20).replace("Y | Y | Y", "Y | JRU | Y")
    file = read("availability", HEADS, line)
    assert offers(file) == ["08/01 18:00-19:00", "08/01 20:00-21:00"]
    assert doubts(file) == [("W2", "a plain yes or no for the hour")]
    half = read("availability", HEADS, line.replace("JRU", "18:30"))
    assert [cell for cell, _ in doubts(half)] == ["W2"]
    asked = read("availability", HEADS, line.replace("JRU", "Y?"))
    assert [cell for cell, _ in doubts(asked)] == ["W2"]


def test_leave_in_an_hour_is_no_offer(read):
    file = read("availability", HEADS, row(8, 18).replace("Y", "AL"))
    assert (file.rows, file.doubts) == ((), ())
    assert passed(file) == {"V2": "not available"}


def test_two_people_s_hours_are_never_joined(read):
    fiona = row(9, 0, 1, who="SC70147 | Fiona Sahota")
    file = read("availability", HEADS, row(8, 22, 23), fiona)
    assert offers(file) == ["08/01 22:00-00:00", "09/01 00:00-02:00"]


def test_blank_hours_of_a_row_with_a_tick_are_a_no_whatever_blanks_mean(read):
    lines = row(8, 18), row(9, 3, mark="N"), row(10)
    assert offers(read("availability", HEADS, *lines)) == ["08/01 18:00-19:00"]
    said = read("availability", HEADS, *lines, say=["blank = Y"])
    assert offers(said) == [
        "08/01 18:00-19:00",
        "09/01 00:00-03:00",
        "09/01 04:00-00:00",
    ]


def test_a_date_that_its_weekday_contradicts_makes_no_offer(read):
    heads = HEADS.replace("Date", "Date | Day")
    line = row(8, 18, 19).replace("01/2027", "01/2027 | Sun")
    file = read("availability", heads, line)
    assert file.rows == ()
    assert {cell for cell, _ in doubts(file)} == {"C2"}
