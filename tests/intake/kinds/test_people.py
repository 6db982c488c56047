from pathlib import Path

import pytest

from tests.intake.kinds.says import doubts, passed, questions, rows, values

HEADS = "Employee Number | Last Name | First Name | Position Title | Contracted Hours"
FILLED = ("fill employer = SECAmb", "fill units = JR-01")


def test_a_newcomer_is_one_row_in_the_books_words(read):
    line = "20419999 | FENWICK | Marek | Paramedic | 37:30"
    file = read("people", HEADS, line, say=FILLED)
    assert rows(file) == [
        (
            "People",
            {
                "id": "20419999",
                "name": "Marek Fenwick",
                "role": "paramedic",
                "employer": "SECAmb",
                "units": "JR-01",
                "weekly hours": "37.5",
            },
        )
    ]
    assert file.people.new == ("Marek Fenwick",)


@pytest.mark.parametrize(
    ("surname", "shown"),
    [("O'BRIEN", "O'Brien"), ("MCDONALD", "McDonald"), ("SMITH-JONES", "Smith-Jones")],
)
def test_a_name_in_capitals_is_shown_as_names_are(read, surname, shown):
    line = f"20419999 | {surname} | MAREK | Paramedic | 30"
    file = read("people", HEADS, line, say=FILLED)
    assert values(file, "name") == [(f"Marek {shown}",)]


def test_a_trusts_file_needs_no_word_on_the_only_trust(read):
    file = read("people", HEADS, "20419999 | Fenwick | Marek | Paramedic | 30")
    assert questions(file) == [("fill", "units")]
    assert (
        read(
            "people",
            HEADS,
            "20419999 | Fenwick | Marek | Paramedic | 30",
            say=FILLED[1:],
        )
        .rows[0]
        .values["employer"]
        == "SECAmb"
    )


@pytest.mark.parametrize(
    ("title", "role", "asked"),
    [
        ("Paramedic", "paramedic", []),
        ("Specialist Paramedic", "paramedic", []),
        ("Newly Qualified Paramedic", "", [("role", "Newly Qualified Paramedic")]),
        ("Team Leader", "", [("role", "Team Leader")]),
    ],
)
def test_a_title_that_books_take_differently_is_asked_about(read, title, role, asked):
    line = f"20419999 | Fenwick | Marek | {title} | 30"
    file = read("people", HEADS, line, say=FILLED)
    assert values(file, "role") == ([(role,)] if role else [])
    assert questions(file) == asked


def test_a_role_that_is_none_of_the_books_is_passed_over(read):
    line = "20419999 | Fenwick | Marek | Call Taker | 30"
    file = read("people", HEADS, line, say=(*FILLED, "role Call Taker = nothing"))
    assert (file.rows, file.doubts, file.passed_over) == ((), (), 1)


def test_a_paramedic_below_band_6_is_asked_about(read):
    heads = f"{HEADS} | AfC Band"
    line = "20419999 | Fenwick | Marek | Paramedic | 30 | Band 5"
    assert questions(read("people", heads, line, say=FILLED)) == [
        ("role", "Paramedic band 5")
    ]


def test_a_share_of_full_time_gives_the_hours_and_says_so(read):
    heads = HEADS.replace("Contracted Hours", "FTE")
    file = read(
        "people", heads, "20419999 | Fenwick | Marek | Paramedic | 0.8", say=FILLED
    )
    assert values(file, "weekly hours") == [("30",)]
    (shown,) = (each for each in file.understood if each.topic == "fte")
    assert shown.meaning == "30 hours a week, of 37.5 full time"


def test_hours_and_a_share_that_disagree_wait(read):
    line = "20419999 | Fenwick | Marek | Paramedic | 37.5 | 0.8"
    file = read("people", f"{HEADS} | FTE", line, say=FILLED)
    assert [cell for cell, _ in doubts(file)] == ["E2"]


def test_bank_staff_have_no_contracted_hours(read):
    line = "20419999 | Fenwick | Marek | Paramedic | 37.5 | Bank"
    file = read("people", f"{HEADS} | Assignment Category", line, say=FILLED)
    assert values(file, "weekly hours") == [("",)]


def test_two_posts_of_one_person_wait_and_others_go_on(read):
    lines = (
        "20419999-2 | Fenwick | Marek | Paramedic | 30",
        "20419999-3 | Fenwick | Marek | Paramedic | 7.5",
        "20418888 | Tatlock | Bryn | Paramedic | 30",
    )
    file = read("people", HEADS, *lines, say=FILLED)
    assert values(file, "id") == [("20418888",)]
    assert {cell for cell, _ in doubts(file)} == {"A2", "A3"}


def test_the_same_person_twice_in_the_same_words_is_one_row(read):
    line = "20419999 | Fenwick | Marek | Paramedic | 30"
    file = read("people", HEADS, line, line, say=FILLED)
    assert len(file.rows) == 1
    assert passed(file)["A3"] == "said already in [sent.csv]sent!A2"


def test_a_namesake_with_another_number_is_somebody_new_only_by_a_yes(read):
    line = "20419999 | Kalsi | Shanice | Paramedic | 30"
    file = read("people", HEADS, line, say=FILLED)
    (asked,) = file.questions
    assert asked.question.choices == ("20413377", "new")
    yes = f"person {asked.question.word} = new"
    said = read("people", HEADS, line, say=(*FILLED, yes))
    assert values(said, "id") == [("20419999",)]


def test_police_officers_have_teams_and_no_contracted_hours(read):
    heads = "Collar No | Rank | Surname | Forename | Team | Callsign | Hours per week"
    lines = (
        "PC55555 | PC | Tatlock | Bryn | red | JR04 | 40",
        "PC55556 | PC | Bui | Linh | Green | JR-04 | 40",
    )
    file = read("people", heads, *lines)
    assert values(file, "role", "employer", "units", "team", "weekly hours") == [
        ("regular", "Kent Police", "JR-04", "Red", "")
    ]
    assert questions(file) == [("team", "Green")]


def test_who_leaves_has_a_last_day_and_who_has_left_without_one_waits(read):
    heads = f"{HEADS} | Assignment Status | Termination Date"
    lines = (
        "20419999 | Fenwick | Marek | Paramedic | 30 | Active | 28/02/2027",
        "20418888 | Tatlock | Bryn | Paramedic | 30 | Leaver |",
    )
    file = read("people", heads, *lines, say=FILLED)
    assert values(file, "id", "to") == [("20419999", "28/02/2027")]
    assert [cell for cell, _ in doubts(file)] == ["F3"]


def test_somebody_known_keeps_the_books_name_and_needs_no_old_first_day(read):
    heads = f"{HEADS} | Preferred Name | Latest Start Date"
    line = "20413377 | KALSI | S | Paramedic | 37.5 | Shan | {}"
    old, new = (
        read("people", heads, line.format(day)) for day in ("01/03/2009", "01/03/2029")
    )
    assert values(old, "name", "from") == [("Shanice Kalsi", "")]
    assert values(new, "from") == [("01/03/2029",)]


def test_an_officer_rides_the_only_car_that_goes_by_the_turns_of_the_team(read):
    heads = "Collar No | Rank | Surname | Forename | Team"
    lines = heads, "PC55555 | PC | Tatlock | Bryn | {}"
    kent = Path(__file__).parents[3] / "examples" / "kent"
    file = read("people", heads, lines[1].format("Medway A"), into=kent)
    assert values(file, "units", "team") == [("JR-04", "Medway A")]
    # In the small book all the cars go by the turns of one district's teams.
    assert questions(read("people", heads, lines[1].format("Red"))) == [
        ("fill", "units")
    ]
