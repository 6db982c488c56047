"""Which goals of public instances are missed, and the reasons told beside them."""

import pytest

from benchmarks.public.goals import Reached, missed, number_of
from benchmarks.reasons import with_reason


def reached(name, cost, bound, first=1.0, breaches=0):
    return Reached(name, first, cost, bound, breaches)


@pytest.mark.parametrize(
    "answer",
    [
        reached("Instance1", 607, 607),
        reached("Instance9", 443, 406),
        reached("Instance13", 3109, 559),
        reached("Instance21", 10**6, 0),
        reached("INEM", 100, 95, first=60.0),
    ],
)
def test_a_goal_that_is_just_reached_is_not_missed(answer):
    assert not [*missed(answer)]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (reached("Instance1", 607, 606), "607 is not proved, only 606 is."),
        (reached("Instance9", 444, 406), "444 is 1.1% above 439."),
        (reached("Instance13", 3110, 559), "3110 where 3109 was published."),
        (reached("Instance21", 1, 1, breaches=2), "2 breaches."),
        (reached("INEM", 100, 95, first=61.0), "the first rota took 61 s"),
        (reached("INEM", 100, 94), "6.0% where 5% is wanted."),
    ],
)
def test_a_goal_that_is_missed_by_the_least_is_told(answer, told):
    (line,) = missed(answer)
    assert line.startswith(answer.name)
    assert told in line


def test_a_reason_stands_beside_its_goal_alone(tmp_path):
    kept = tmp_path / "reasons.toml"
    kept.write_text('[public]\nA = """\nToo\nlarge."""\n', encoding="utf-8")
    assert with_reason("public", "A", "Late.", kept) == "Late. Too large."
    assert with_reason("public", "B", "Late.", kept) == "Late."
    assert with_reason("own", "A", "Late.", kept) == "Late."


def test_services_have_no_number():
    assert number_of("Instance12") == 12
    assert number_of("INEM") is None
