"""Lists of what people offer."""

from tests.intake.kinds.says import doubts, passed, values

HEADS = "Collar | Officer | Date | Available from | Available to"
MAIRI = "SC70118 | Mairi Grewal"


def test_an_offer_may_begin_at_midnight(read):
    file = read("availability", HEADS, f"{MAIRI} | 08/01/2027 | 0 | 02:00")
    assert values(file, "from", "to") == [("00:00", "02:00")]


def test_a_word_that_says_no_where_a_time_should_stand_is_no_offer(read):
    file = read("availability", HEADS, f"{MAIRI} | 08/01/2027 | unavailable | ")
    assert (file.rows, file.doubts) == ((), ())
    assert passed(file)["D2"] == "not available"


def test_half_an_offer_waits_at_the_other_half(read):
    file = read("availability", HEADS, f"{MAIRI} | 08/01/2027 | 18:00 | ")
    assert [cell for cell, _ in doubts(file)] == ["E2"]


def test_a_date_without_more_is_offered_where_no_column_says_more(read):
    # The 8th is a Friday.
    heads = "Collar | Officer | Available on"
    file = read("availability", heads, f"{MAIRI} | 08/01/2027")
    assert values(file, "date", "from", "to") == [("08/01/2027", "18:00", "02:00")]


def test_an_offer_may_end_on_the_next_date_and_on_no_later_one(read):
    heads = "Collar | Officer | Available from | Available to"
    lines = (
        f"{MAIRI} | 08/01/2027 18:00 | 09/01/2027 02:00",
        f"{MAIRI} | 15/01/2027 18:00 | 17/01/2027 02:00",
        f"{MAIRI} | 22/01/2027 | 24/01/2027",
    )
    file = read("availability", heads, *lines)
    assert values(file, "date", "from", "to") == [("08/01/2027", "18:00", "02:00")]
    assert doubts(file) == [
        (cell, "an offer for one date; a row for each") for cell in ("D3", "D4")
    ]


def test_rows_wait_for_a_column_that_may_tell_what_they_lack(read):
    heads = "Collar | Officer | Availible on"
    file = read("availability", heads, f"{MAIRI} | 08/01/2027")
    assert (file.refused, file.passed_over) == (1, 0)
    assert [asked.question.likely for asked in file.questions] == ["date"]
