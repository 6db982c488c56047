"""Wall-charts: the same cells read for leave, for duties and for what people offer."""

from datetime import date, timedelta

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from inputs.intake import ImportKind, survey
from tests.intake.kinds.says import doubts, passed, questions, shown_in, values

FIRST = date(2027, 1, 4)
SHANICE, DEEPAK = "Shanice Kalsi", "PC Deepak Finnegan"


@pytest.fixture
def chart(book, tmp_path):
    """Survey a chart: each person's codes from Monday 4 January on."""

    def surveyed(kind, lines, *, say=(), looks=(), title="JRU January 2027"):
        workbook = Workbook()
        sheet = workbook.active
        days = max(map(len, lines.values()))
        sheet.append([title])
        sheet.append(["Name", *(FIRST + timedelta(days=n) for n in range(days))])
        for name, codes in lines.items():
            sheet.append([name, *codes])
        for cell, look in dict(looks).items():
            look(sheet[cell])
        path = tmp_path / "chart.xlsx"
        workbook.save(path)
        return survey([path], book, kind=ImportKind(kind), say=say).files[0]

    return surveyed


def filled(colour):
    def look(cell):
        cell.fill = PatternFill("solid", start_color=colour)

    return look


def struck(cell):
    cell.font = Font(strike=True)


def noted(text):
    def look(cell):
        cell.comment = Comment(text, "Somebody")

    return look


def test_equal_days_of_leave_that_follow_each_other_are_one_row(chart):
    codes = ["AL", "A/L", "RD", "AL", "SICK", "SICK", "L"]
    file = chart("leave", {SHANICE: codes})
    assert values(file, "kind", "from", "to") == [
        ("annual", "04/01/2027", "05/01/2027"),
        ("annual", "07/01/2027", "07/01/2027"),
        ("sick", "08/01/2027", "09/01/2027"),
    ]
    assert [place.cell for place in file.rows[0].places][:1] == ["B3"]
    assert (file.read, file.used, file.passed_over) == (7, 5, 2)
    assert passed(file)["D3"] == "rest"
    assert passed(file)["H3"] == "a duty, not leave"


def test_leave_that_is_asked_for_is_not_joined_to_leave_that_is_granted(chart):
    file = chart("leave", {SHANICE: ["AL", "AL?", "AL REQ", "AL", "RD"]})
    assert values(file, "from", "to", "status") == [
        ("04/01/2027", "04/01/2027", "approved"),
        ("05/01/2027", "06/01/2027", "requested"),
        ("07/01/2027", "07/01/2027", "approved"),
    ]


def test_half_a_day_ends_or_begins_at_noon_and_joins_nothing(chart):
    file = chart("leave", {SHANICE: ["AL", "AL am", "AL pm", "HAL", "RD"]})
    assert sorted(values(file, "from", "start", "end")) == [
        ("04/01/2027", "", ""),
        ("05/01/2027", "", "12:00"),
        ("06/01/2027", "12:00", ""),
    ]
    assert questions(file) == [("code", "HAL")]


def test_what_is_struck_through_is_cancelled(chart):
    file = chart(
        "leave", {SHANICE: ["AL", "AL", "(AL)", "L", "L"]}, looks={"C3": struck}
    )
    assert values(file, "from", "to") == [("04/01/2027", "04/01/2027")]
    assert passed(file)["C3"] == "struck through: cancelled"
    assert passed(file)["D3"] == "cancelled"


def test_a_colour_alone_is_asked_about_once_and_then_known(chart):
    looks = {"C3": filled("FFFF00"), "D3": filled("FFFF00")}
    lines = {SHANICE: ["L", None, None, "L", "L", "L"]}
    file = chart("leave", lines, looks=looks)
    assert [(x.question.word, x.count) for x in file.questions] == [("FFFF00", 2)]
    said = chart("leave", lines, looks=looks, say=["colour FFFF00 = annual"])
    assert values(said, "from", "to") == [("05/01/2027", "06/01/2027")]
    nothing = chart("leave", lines, looks=looks, say=["colour FFFF00 = nothing"])
    assert (nothing.rows, nothing.doubts) == ((), ())


def test_a_comment_that_says_another_code_stops_its_cell_and_others_do_not(chart):
    looks = {"B3": noted("SICK"), "C3": noted("agreed by Sam")}
    file = chart("leave", {SHANICE: ["AL", "AL", "L", "L", "L"]}, looks=looks)
    assert values(file, "from") == [("05/01/2027",)]
    ((cell, wanted),) = doubts(file)
    assert cell == "B3"
    assert "comment" in wanted


@pytest.mark.parametrize(
    ("code", "comment", "is_taken"),
    [
        ("15-01", "Actually AL, agreed by Sgt 3/1", False),
        ("15-01", "cancelled", False),
        ("15-01", "gone sick", False),
        ("15-01", "with Pat, meet at 14:30", True),
        ("AL", "AL agreed", True),
        ("AL", "working, not AL: sick list full", False),
    ],
)
def test_a_comment_may_take_back_what_its_cell_says(chart, code, comment, is_taken):
    lines = {SHANICE: [code, "RD", "RD", "RD", "RD"]}
    file = chart("duties", lines, looks={"B3": noted(comment)})
    assert [cell for cell, _ in doubts(file)] == ([] if is_taken else ["B3"])


def test_blank_cells_are_counted_and_nothing_is_written_for_them(chart):
    file = chart("leave", {SHANICE: ["AL", None, None, "L"], DEEPAK: ["L"] * 5})
    (blank,) = (each for each in file.understood if each.topic == "blank")
    assert (blank.count, blank.meaning) == (3, "unknown: nothing is written")


def test_a_blank_cell_is_no_duty_and_an_offer_only_where_somebody_says_so(chart):
    lines = {"Mairi Grewal": ["N", "N", "N", "N", None, "Y"]}
    duties = chart("duties", {DEEPAK: ["L", *[None] * 5]})
    assert values(duties, "date") == [("04/01/2027",)]
    assert len(chart("availability", lines).rows) == 1
    said = chart("availability", lines, say=["blank = available"])
    assert values(said, "date") == [("08/01/2027",), ("09/01/2027",)]


def test_a_code_that_means_two_things_is_asked_and_an_answer_is_for_all(chart):
    lines = {SHANICE: ["LD", "L", "LD", "RD", "AL"]}
    file = chart("leave", lines)
    assert [(x.question.word, x.count) for x in file.questions] == [("LD", 2)]
    lieu = chart("leave", lines, say=["code LD = time back"])
    assert values(lieu, "kind", "from")[:1] == [("time back", "04/01/2027")]
    work = chart("leave", lines, say=["code LD = day"])
    assert values(work, "kind") == [("annual",)]


def test_duties_have_the_usual_times_of_team_and_car(chart):
    file = chart("duties", {DEEPAK: ["E", "L", "N", "RD", "AL", "15-01"]})
    worked = [row for row in file.rows if row.sheet == "History"]
    assert [shown_in(row, "date", "start", "end", "post") for row in worked] == [
        ("04/01/2027", "07:00", "17:00", "officer"),
        ("05/01/2027", "15:00", "01:00", "officer"),
        ("06/01/2027", "21:00", "07:00", "officer"),
        ("09/01/2027", "15:00", "01:00", "officer"),
    ]
    assert len(file.rows) == len(worked) + 2


def test_rest_in_place_of_the_teams_turn_is_time_off(chart):
    file = chart("duties", {DEEPAK: ["RD", "E", "RD", "RD"], SHANICE: ["RD"] * 4})
    rest = [row for row in file.rows if row.sheet == "Leave"]
    assert [shown_in(row, "person", "kind", "from", "to") for row in rest] == [
        ("PC12382", "rest", "04/01/2027", "04/01/2027"),
        ("PC12382", "rest", "06/01/2027", "07/01/2027"),
    ]
    assert list(passed(file).values()).count("rest") == 4


def test_rest_during_leave_of_the_book_is_no_other_time_off(chart, book):
    path = book / "Leave.csv"
    path.write_text("person,kind,from,to\nPC12382,annual,04/01/2027,06/01/2027\n")
    file = chart("duties", {DEEPAK: ["RD", "RD", "RD", "RD"]})
    assert values(file, "from", "to") == [("07/01/2027", "07/01/2027")]


def test_a_car_in_the_days_own_cell_goes_before_the_car_of_the_line(book, tmp_path):
    path = tmp_path / "chart.csv"
    days = ",".join(f"{day}/01/2027" for day in range(4, 9))
    path.write_text(f"Name,Callsign,{days}\n{SHANICE},JR-01,15-01,15-01 JR4,RD,RD,RD\n")
    file = survey([path], book, kind=ImportKind.DUTIES).files[0]
    assert values(file, "date", "unit") == [
        ("04/01/2027", "JR-01"),
        ("05/01/2027", "JR-04"),
    ]


def test_notes_beside_the_days_are_told_of_and_not_read(book, tmp_path):
    path = tmp_path / "chart.csv"
    days = ",".join(f"{day}/01/2027" for day in range(4, 9))
    lines = f"{SHANICE},AL,RD,RD,RD,RD,off sick with flu\n{DEEPAK},AL,RD,RD,RD,RD,\n"
    path.write_text(f"Name,{days},Notes\n{lines}")
    file = survey([path], book, kind=ImportKind.LEAVE).files[0]
    (remark,) = file.remarks
    assert (remark.place.cell, remark.found) == ("G2", "1 note beside the days")


def test_a_turn_whose_times_the_book_does_not_tell_is_asked_about(chart):
    # Nobody's car is out by day, and no team works days.
    lines = {SHANICE: ["D", "D", "RD", "RD", "RD"]}
    file = chart("duties", lines)
    assert questions(file) == [("turn", "D")]
    said = chart("duties", lines, say=["turn D = 08:00-18:00"])
    assert values(said, "start", "end") == [("08:00", "18:00")] * 2


def test_offers_are_the_cars_times_unless_the_answer_says_others(chart):
    # The 8th and the 9th of January are a Friday and a Saturday.
    quiet = [None] * 4
    lines = {"Mairi Grewal": [*quiet, "Y", "until 0000", "N"]}
    lines |= {"Fiona Sahota": [*quiet, "after 2000", "1800x2300", "N"]}
    file = chart("availability", lines)
    assert values(file, "date", "from", "to") == [
        ("08/01/2027", "18:00", "02:00"),
        ("09/01/2027", "18:00", "00:00"),
        ("08/01/2027", "20:00", "02:00"),
        ("09/01/2027", "18:00", "23:00"),
    ]
    assert file.passed_over == 2


def test_a_yes_on_a_day_without_cover_asks_for_its_times(chart):
    lines = {"Mairi Grewal": ["N", "N", "N", "N", "after 0900", "Y"]}
    file = chart("availability", lines)
    assert values(file, "date") == [("09/01/2027",)]
    assert [cell for cell, _ in doubts(file)] == ["F3"]
