"""Names beside the ids of a document."""

from rostering.drawing import parse
from rostering.report.people import with_names


def test_a_document_names_all_whom_it_tells_of_and_nobody_else() -> None:
    problem = parse("Ann:paramedic L\nBob:regular -\nCal:regular -").problem
    told = {"person": "Ann", "deep": [{"people": ("Bob", "nobody")}, 3, None]}
    assert with_names(told, problem) == {**told, "names": {"Ann": "Ann", "Bob": "Bob"}}


def test_a_document_of_nobody_has_no_names() -> None:
    problem = parse("Ann:paramedic L").problem
    assert with_names({}, problem) == {"names": {}}
