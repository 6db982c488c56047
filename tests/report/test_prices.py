"""How prices are told."""

from io import StringIO

from rich.console import Console

from rostering.explain.prices import Gain, Price, Prices
from rostering.report.console.prices import prices_shown, pricing

NONE = Gain(0, 0)


def _price(code, cover, fairness, *figure):
    what, was, now = figure or ("", "", "")
    return Price(code, what, was, now, cover, fairness)


def _told(*found, **more):
    console = Console(file=StringIO(), width=100)
    for part in prices_shown(Prices(7, 9, 12, found, **more)):
        console.print(part)
    return " ".join(console.file.getvalue().split())


def test_what_is_sure_is_in_the_table_and_the_rest_below_it():
    told = _told(
        _price("RUN-01", Gain(1, 1), Gain(2, 3), "most", "6", "7"),
        _price("PAIR-01", Gain(0, 1), Gain(0, 4)),
        _price("LEAVE-02", Gain(0, 2), NONE),
        _price("ROAD-01", NONE, NONE),
        not_for_sale=("REST-01", "CREW-01", "REST-02"),
        not_asked=("TEAM-01",),
    )
    assert told.startswith("What one unit of slack would buy 7 of 9 shifts are crewed")
    assert "RUN-01 Days in a row most: 7 (now 6) 1 2 to 3" in told
    assert "PAIR-01 (at most 1 shift and 4 of fairness)" in told
    assert "LEAVE-02 (at most 2 shifts)" in told
    assert "Proved to buy nothing, even left out: ROAD-01." in told
    assert "Law, not for sale: REST-01, REST-02." in told
    assert "Safety, not for sale: CREW-01." in told
    assert told.endswith("Not asked by the end: TEAM-01.")


def test_a_rule_that_sells_is_not_told_as_unsure_too():
    told = _told(
        _price("RUN-01", Gain(0, 5), NONE),
        _price("RUN-01", Gain(1, 1), NONE, "most", "6", "7"),
    )
    assert "not proved" not in told
    assert "Not asked" not in told


def test_progress_is_seen_on_a_terminal_only():
    shown = Console(file=StringIO(), force_terminal=True, width=80)
    with pricing(shown) as tell:
        tell("RUN-01", 1, 4)
    assert "RUN-01" in shown.file.getvalue()
    with pricing(Console(file=StringIO())) as tell:
        assert tell is None


def test_a_whole_rule_buys_no_less_than_one_unit_of_it():
    assert Gain(0, 3).no_less_than(Gain(2, 3)) == Gain(2, 3)
    assert Gain(2, 3).no_less_than(Gain(0, 1)) == Gain(2, 3)
