import re
from base64 import b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from rostering.domain import Audit, Breach, Mode, Period, PersonId, Rota, Tier
from rostering.domain.time import day_in_words
from rostering.report.page import to_page
from rostering.report.people import names_in
from rostering.saved.lines import State
from tests.report.parsed import Parsed


@pytest.fixture(scope="module")
def page(built):
    return Parsed(to_page(built))


def with_problem(built, **changes):
    rota = Rota(replace(built.rota.problem, **changes), built.rota.fills)
    return replace(built, rota=rota)


def with_breach(built, breach):
    audit = built.result.audit
    audit = Audit((*audit.breaches, breach), audit.rules)
    return replace(built, result=replace(built.result, audit=audit))


def shifts_on(page):
    return [
        attrs for attrs in page.all("div") if "shift" in attrs.get("class", "").split()
    ]


def test_the_head_says_how_good_the_rota_is(page, built):
    said = page.sections["summary"]
    assert f"{built.crewed.total()} of {built.wanted.total()}" in said
    assert "5 days, Mon 4 Jan 2027 to Fri 8 Jan 2027" in page.sections[""]


def test_the_audit_says_how_good_each_tier_is_known_to_be(page, built):
    rows = page.rows["audit"]
    for tier in built.result.tiers:
        (row,) = (row for row in rows if tier.tier.title in row and "proved" in row)
        assert str(tier.value) in row
    assert all(tier.is_proved for tier in built.result.tiers)


def test_every_shift_stands_in_its_week_with_its_crew(page, built):
    assert len(shifts_on(page)) == len(built.rota.problem.shifts)
    cars = [row for row in page.rows["rota"] if row.split()[0] in built.wanted]
    said = " ".join(" ".join(row.split()) for row in cars)
    for line in built.lines:
        assert f"{line.turn} {line.clock}" in said
    filled = [line for line in built.lines if line.state is State.FILLED]
    for name in {line.name for line in filled}:
        assert said.count(name) == sum(line.name == name for line in filled)


def test_an_open_post_is_told_by_a_sign_and_in_words(page, built):
    open_lines = [line for line in built.lines if line.state is State.OPEN]
    assert open_lines
    assert page.sections["rota"].count("□ open") == len(open_lines)
    uncrewed = {line.shift_id for line in open_lines}
    marked = [attrs for attrs in shifts_on(page) if "uncrewed" in attrs["class"]]
    assert len(marked) == page.sections["rota"].count("not crewed") == len(uncrewed)


def test_everybody_has_a_row_even_without_a_shift(built):
    idle = replace(built.rota.problem.people[0], id=PersonId("idle"), name="Idle Lee")
    page = Parsed(
        to_page(with_problem(built, people=(*built.rota.problem.people, idle)))
    )
    rows = [row.split() for row in page.rows["people"][1:]]
    assert {row[0] for row in rows} == {"Ann", "Bob", "Idle", "Sam"}
    assert next(row for row in rows if row[0] == "Idle")[-2:] == ["No", "shift"]
    # Sam works three of the specials' nights, of eight hours each.
    assert next(row for row in rows if row[0] == "Sam")[3:5] == ["3", "24"]


def test_every_gap_has_a_row_with_its_reason(page, built):
    rows = page.rows["gaps"]
    for gap in built.gaps:
        day = day_in_words(gap.shift.day)
        told = [r for r in rows if day in r and gap.shift.unit in r]
        assert any(gap.post.name in r and gap.sentence in r for r in told)
    assert len(rows) == len(built.gaps) + 2, "and two heads"


def test_every_rule_and_all_that_is_not_met_has_a_row(page, built):
    problem, rows = built.rota.problem, page.rows["audit"]
    assert {rule.code for rule in built.rules} <= {row.split()[0] for row in rows}
    assert built.result.audit.breaches
    for breach in built.result.audit.breaches:
        who = names_in(breach.subject, problem)
        assert any(who in r and breach.because in r for r in rows if breach.rule in r)


def test_a_breach_of_what_must_hold_is_there_too(built):
    terms = ("REST-01", Mode.HARD, Tier.CARE, "Ann", "9 h 30 min of rest, 11 h wanted")
    page = Parsed(to_page(with_breach(built, Breach(*terms, date(2027, 1, 6)))))
    assert "1 breach of" in page.sections["summary"]
    assert "9 h 30 min of rest" in page.sections["audit"]


def test_two_people_about_whom_the_book_speaks_together_are_not_named(built):
    terms = ("PAIR-02", Mode.WISH, Tier.CARE, "Ann and Bob", "better not together: J1")
    page = Parsed(to_page(with_breach(built, Breach(*terms, date(2027, 1, 6), cost=1))))
    said = page.sections["audit"]
    assert "better not together" not in said
    assert "1 more is about two people together" in said
    (row,) = (row for row in page.rows["audit"] if row.split()[0] == "PAIR-02")
    assert row.split()[-2:] == ["1", "1"]


def test_bank_holidays_stand_at_the_head_of_their_day(built):
    day = built.rota.problem.shifts[0].day
    page = Parsed(to_page(with_problem(built, bank_holidays={day: "Plough Monday"})))
    assert "Bank holiday: Plough Monday" in page.rows["rota"][0]
    nameless = Parsed(to_page(with_problem(built, bank_holidays={day: ""})))
    assert "Mon 4 Jan Bank holiday" in nameless.rows["rota"][0]


def test_a_week_that_the_period_cuts_shows_its_other_days_as_not_planned(page, built):
    heads = [x for x in page.all("th") if x.get("class", "").endswith("unplanned")]
    assert len(heads) == 2, "the period ends on a Friday"


def test_hours_are_told_against_the_contract_and_with_the_bank(built):
    people = tuple(
        replace(p, weekly_minutes=7 * 60 if p.id == "Ann" else None)
        for p in built.rota.problem.people
    )
    bank = {PersonId("Ann"): 90}
    page = Parsed(to_page(with_problem(built, people=people, bank=bank)))
    rows = {row.split()[0]: row.split()[1:] for row in page.rows["hours"]}
    # An hour a day is asked for, a day of the five is leave; two nights of 7 h 30 min.
    assert rows["Ann"] == ["5.00", "15.00", "1.00", "11.00", "1.50", "12.50"]
    assert rows["Bob"] == ["–", "7.50", "–", "–", "–", "–"]
    assert rows["Sam"] == ["22.50"], "no special has a contract"


def test_nobody_else_is_told_of_hours_and_banks(built):
    seen = Parsed(to_page(replace(built, view="police")))
    assert "hours" not in seen.sections
    assert "#hours" not in {attrs["href"] for attrs in seen.all("a")}


def test_fairness_is_drawn_and_each_drawing_is_told(page):
    drawings = page.all("svg")
    assert drawings
    for drawing in drawings:
        assert drawing["role"] == "img"
        assert re.fullmatch(r"\d+% of the most", drawing["aria-label"])
    assert {"Ann", "Bob", "Sam"} <= set(page.sections["fairness"].split())


def test_notes_of_the_build_are_told(built):
    stopped = replace(built, result=replace(built.result, is_stopped=True))
    assert stopped.notes[0] in Parsed(to_page(stopped)).sections["summary"]
    assert "trust.xlsx" in Parsed(to_page(built)).sections["notes"]


def test_the_same_rota_makes_the_same_page_however_long_it_took(built):
    slower = tuple(replace(tier, seconds=99.0) for tier in built.result.tiers)
    other = replace(built, result=replace(built.result, tiers=slower, seconds=99.0))
    assert to_page(other) == to_page(built)


def test_a_rota_without_shifts_people_or_rules_makes_a_page_too(built):
    problem = replace(built.rota.problem, shifts=(), people=())
    result = replace(built.result, audit=Audit())
    none = replace(built, rota=Rota(problem), result=result, gaps=(), rules=())
    page = Parsed(to_page(none))
    assert "No shift is asked for." in page.sections["rota"]
    assert "No post is open" in page.sections["gaps"]


def test_a_period_of_one_day_makes_one_week(built):
    first = built.rota.problem.period.first
    shifts = tuple(x for x in built.rota.problem.shifts if x.day == first)
    fills = frozenset(fill for fill in built.rota.fills if fill.shift in shifts)
    problem = replace(built.rota.problem, period=Period(first, first), shifts=shifts)
    page = Parsed(to_page(replace(built, rota=Rota(problem, fills), gaps=())))
    assert len(shifts_on(page)) == len(shifts) == 1
    assert page.sections["rota"].count("Week of") == 1


def test_nothing_runs_or_loads_but_what_the_page_holds(page):
    (policy,) = (x["content"] for x in page.all("meta") if "http-equiv" in x)
    parts = dict(part.split(" ", 1) for part in policy.split("; "))
    assert parts["default-src"] == parts["base-uri"] == parts["form-action"] == "'none'"
    for name, text in page.raw.items():
        mark = b64encode(sha256(text.encode()).digest()).decode()
        assert parts[f"{name}-src"] == f"'sha256-{mark}'"
        assert len(page.all(name)) == 1
    assert not re.search(r"url\(|@import|https?:|\bfetch\b", "".join(page.raw.values()))


def test_nothing_leads_away_from_the_page(page):
    for tag, attrs in page.elements:
        assert not {"src", "style", "srcset", "action"} & set(attrs), tag
        assert not [name for name in attrs if name.startswith("on")], tag
    links = [attrs["href"] for attrs in page.all("a")]
    assert links
    assert all(link[0] == "#" and link[1:] in page.ids for link in links)


def test_without_its_script_all_is_shown_and_no_filter(page):
    hidden = [x.get("id") for _, x in page.elements if "hidden" in x]
    assert hidden == ["look", "filters", "said"]


def test_the_filters_know_everything_that_is_marked(page):
    offered = {option["value"] for option in page.all("option")}
    for name in ("car", "week", "person"):
        marked = [x[f"data-{name}"] for _, x in page.elements if f"data-{name}" in x]
        assert marked
        assert {mark for marks in marked for mark in marks.split()} <= offered


def test_those_who_hear_the_page_find_their_way(page):
    assert page.all("html") == [{"lang": "en-GB"}]
    assert all(count == 1 for count in page.ids.values())
    named = [table for table in page.all("table") if "aria-labelledby" in table]
    assert len(page.all("caption")) + len(named) == len(page.all("table"))
    assert all(table["aria-labelledby"] in page.ids for table in named)
    for attrs in page.all("th"):
        assert attrs["scope"] in ("col", "row")
    for attrs in page.all("section"):
        assert attrs["aria-labelledby"] in page.ids
    assert [len(page.all(tag)) for tag in ("main", "header", "nav", "h1")] == [1] * 4
    assert page.all("a")[0] == {"class": "skip", "href": "#rota"}


INKS = [
    ("ink", "page"),
    ("ink", "head"),
    ("ink", "weekend"),
    ("faint", "page"),
    ("faint", "head"),
    ("faint", "weekend"),
    ("link", "page"),
    ("open-ink", "page"),
    ("open-ink", "open-page"),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), INKS)
def test_every_ink_stands_out_from_its_paper(page, scheme, ink, paper):
    """By the formula of WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1."""
    both = r"--([\w-]+): light-dark\(#(\w{6}), #(\w{6})\);"
    nth = ["light", "dark"].index(scheme)
    colours = {name: two[nth] for name, *two in re.findall(both, page.raw["style"])}
    lights = sorted(luminance(colours[name]) for name in (ink, paper))
    assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5


def luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [
        x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts
    ]
    return sum(w * x for w, x in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_the_tables_read_as_they_always_did(page, snapshot):
    # The audit's rows are the rules, which have tests of their own.
    tables = set(page.rows) - {"audit"}
    assert tables > {"rota", "people", "gaps"}
    assert {
        table: [" ".join(row.split()) for row in page.rows[table]] for table in tables
    } == snapshot
