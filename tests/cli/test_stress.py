import json

import pytest


def test_the_weakest_shifts_and_the_standby_list_are_shown(built, rota):
    said = rota("stress", built, "--draws", 200).stdout
    assert said.startswith("3 crewed shifts in 200 futures\n")
    assert "The weakest shifts" in said
    assert "An estimate. Assumed: 6% of days lost to illness" in said


def test_the_rates_are_those_that_were_given(built, rota):
    words = "--sickness 0 --withdrawal 0% --abstraction 0 --late-job 0 --draws 20"
    told = json.loads(rota("stress", built, *words.split(), "--json").stdout)
    assert told["rates"]["withdrawal"] == 0
    assert told["expected_as_planned"] == told["crewed"]
    assert told["is_estimate"] is True


@pytest.mark.parametrize("said", ["120%", "-1", "often"])
def test_what_is_no_chance_is_refused(built, rota, said):
    result = rota("stress", built, "--sickness", said)
    assert result.exit_code == 2
    assert "is no chance such as 8%" in result.output
