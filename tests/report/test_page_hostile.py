"""Whatever a book says is shown on the page, and never becomes a part of it."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rostering.domain import Audit, PersonId, Rota
from rostering.report.page import to_page
from rostering.report.people import JOIN
from tests.report.parsed import Parsed

NASTY = (
    "<script>alert(1)</script>",
    "</style></script><img src=x onerror=alert(1)>",
    "\"' onmouseover=alert(1) x='",
    '=HYPERLINK("http://x","y")',
    "{{ 7*7 }}{% raw %}${1}",
    "&lt;b&gt; &amp; &#60;",
    "]]><!-- -->",
    "\N{RIGHT-TO-LEFT OVERRIDE}\N{HEBREW LETTER ALEF}\N{ARABIC LETTER ALEF}",
    "\x00\x07\x1b[31m\x7f\x85\r",
    "x" * 200,
)


TEXTS = st.text(min_size=1, max_size=200).filter(lambda text: JOIN not in text)
"""A breach's subject is parted at the word that joins two people."""


@pytest.fixture(scope="module")
def page_with(built):
    """The page of the rota in which everything begins with a text."""
    return lambda text: Parsed(to_page(dressed(built, text)))


def dressed(built, text):
    """The same rota in which all names and sentences begin with the text."""
    problem = built.rota.problem
    shifts = {shift: _shift(shift, text) for shift in problem.shifts}
    people = {
        p.id: replace(
            p, id=PersonId(text + p.id), name=text + p.name, role=text + p.role
        )
        for p in problem.people
    }
    fills = frozenset(
        fill._replace(
            person=people[fill.person].id,
            shift=shifts[fill.shift],
            post=text + fill.post,
        )
        for fill in built.rota.fills
    )
    days = dict.fromkeys((shift.day for shift in shifts), text)
    problem = replace(
        problem,
        people=tuple(people.values()),
        shifts=tuple(shifts.values()),
        bank_holidays=days,
    )
    audit = built.result.audit
    breaches = (
        replace(b, because=text + b.because, subject=_subject(b.subject, people))
        for b in audit.breaches
    )
    gaps = (_gap(gap, shifts[gap.shift]) for gap in built.gaps)
    return replace(
        built,
        files={text: "0" * 64},
        result=replace(built.result, audit=Audit(tuple(breaches), audit.rules)),
        rota=Rota(problem, fills),
        gaps=tuple(gaps),
    )


def _shift(shift, text):
    posts = tuple(replace(post, name=text + post.name) for post in shift.crew.posts)
    crew = replace(shift.crew, name=text + shift.crew.name, posts=posts)
    unit, turn = text + shift.unit, text + shift.turn
    return replace(shift, unit=unit, turn=turn, crew=crew)


def _subject(subject, people):
    parts = subject.split(JOIN)
    return JOIN.join(people[part].id if part in people else part for part in parts)


def _gap(gap, shift):
    place = next(n for n, p in enumerate(gap.shift.crew.posts) if p == gap.post)
    return replace(gap, shift=shift, post=shift.crew.posts[place])


def shown(text):
    """The text as a page can hold it."""
    unseen = (*range(9), *range(11, 32), *range(127, 160))
    return text.translate(dict.fromkeys(unseen, "\N{REPLACEMENT CHARACTER}"))


@settings(max_examples=30)
@given(st.sampled_from(NASTY) | TEXTS)
def test_no_text_changes_what_the_page_is_built_of(page_with, text):
    page, plain = page_with(text), page_with("x")
    assert page.skeleton == plain.skeleton
    assert page.raw == plain.raw


@given(TEXTS)
@example("\x00\n\t\x1f")
@settings(max_examples=20)
def test_every_text_is_shown_in_every_section(page_with, text):
    page = page_with(text)
    for name in ("summary", "rota", "people", "gaps", "fairness", "audit", "notes"):
        assert shown(text) in page.sections[name], name


def test_all_nasty_texts_are_shown_as_they_are(page_with):
    for text in NASTY:
        page = page_with(text)
        assert f"{shown(text)}Ann" in page.sections["people"]


def test_names_of_both_directions_do_not_turn_what_stands_beside_them(built):
    page = to_page(dressed(built, "\N{RIGHT-TO-LEFT OVERRIDE}")).decode()
    assert page.count("<bdi>\N{RIGHT-TO-LEFT OVERRIDE}Ann</bdi>") >= 3
