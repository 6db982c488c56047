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
