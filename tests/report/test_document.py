import json
import os
from dataclasses import replace
from pathlib import Path

from rostering.report.document import document_of, to_json, wishes_missed
from rostering.report.workbook import to_workbook
from rostering.saved.comma import to_csv
from rostering.saved.origin import book_of
from rostering.solve import solve


def written(built, folder=Path("rota")):
    return json.loads(to_json(built, folder))


def test_it_says_how_good_the_rota_is(built):
    document = written(built)
    assert document["outcome"] == "optimal"
    assert [tier["tier"] for tier in document["tiers"]] == [
        "cover",
        "duty of care",
        "contract",
        "fairness",
        "wishes",
    ]
    assert all(tier["proved"] and tier["gap"] == 0 for tier in document["tiers"])
    # Of six shifts one lacks a paramedic, one an officer's offer, one a second Sam.
    assert document["shifts"] == {"wanted": 6, "crewed": 3, "most": 3}


def test_it_holds_the_rows_of_the_csv_file(built):
    assert written(built)["rows"] == [line.texts for line in built.lines]


def test_it_says_every_gap_with_what_stops_whom(built):
    gaps = written(built)["gaps"]
    assert {gap["state"] for gap in gaps} == {"open", "spare"}
    stops = [s for gap in gaps if gap["state"] == "open" for s in gap["stops"]]
    assert {"person", "rule", "because", "place", "reasons"} == set(stops[0])
    for stop in stops:
        first = {name: stop[name] for name in ("rule", "because", "place")}
        assert stop["reasons"][0] == first
    assert {"Ann", "Bob", "Sam"} == {stop["person"] for stop in stops}


def test_it_says_how_every_rule_was_set(built):
    rules = {rule["code"]: rule for rule in written(built)["rules"]}
    assert rules["REST-01"]["mode"] == "hard"
    assert rules["REST-01"]["parameters"] == {"rest": "11 h", "overrun": "30 min"}
    assert rules["REST-01"]["people"] is None


def test_it_adds_up_what_the_audit_found(built):
    audit = written(built)["audit"]
    assert audit["breaches"] == 0
    costs = dict.fromkeys((t.tier.title for t in built.result.tiers), 0)
    for wish in audit["wishes"]:
        costs[wish["tier"]] += wish["charge"]
    assert costs == {t.tier.title: t.value for t in built.result.tiers}


def test_wishes_are_counted_by_tier_and_rule(built):
    missed = list(wishes_missed(built.result.audit))
    assert sum(times for _, _, times, _ in missed) == len(built.result.audit.wishes)
    assert missed == sorted(missed)


def test_two_builds_differ_in_nothing_but_their_timings(built):
    again = solve(built.rota.problem, built.rules)
    other = replace(built, result=again, rota=again.rota)
    assert to_csv(other.lines) == to_csv(built.lines)
    assert to_workbook(other) == to_workbook(built)
    first, second = written(built), written(other)
    del first["timings"], second["timings"]
    assert first == second


def test_the_book_is_found_again_from_where_the_rota_is_kept(tmp_path, built):
    book, folder = tmp_path / "books" / "kent", tmp_path / "rotas" / "may"
    document = written(replace(built, book=book), folder)
    assert document["book"] == "../../books/kent"
    found = book_of(document, folder / "rota.json")
    assert os.path.normpath(found) == str(book)


def test_no_book_is_found_where_none_is_named():
    assert book_of({}, Path("rota.json")) is None
    assert book_of({"book": 3}, Path("rota.json")) is None


def test_a_stop_or_a_time_limit_is_noted(built):
    assert document_of(built)["notes"] == []
    stopped = replace(built.result, is_stopped=True, is_timed=True)
    notes = document_of(replace(built, result=stopped))["notes"]
    assert [note.partition(" ")[0] for note in notes] == ["Stopped", "The"]
