"""Texts that would harm a file or a screen, and a rota that is full of them."""

from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from rostering.domain import Audit, PersonId, Place, Rota
from rostering.domain.signs import seen
from rostering.report.people import JOIN

NASTY = (
    "<script>alert(1)</script>",
    "</style></script><img src=x onerror=alert(1)>",
    "\"' onmouseover=alert(1) x='",
    '=HYPERLINK("http://x","y")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "-2+3",
    "\t=1+1",
    "'=1+1",
    "{{ 7*7 }}{% raw %}${1}",
    "&lt;b&gt; &amp; &#60;",
    "]]><!-- -->",
    "[red]bold[/red] :smile:",
    "_x0041_",
    '&A&P&"Bold"',
    "\N{RIGHT-TO-LEFT OVERRIDE}\N{HEBREW LETTER ALEF}\N{ARABIC LETTER ALEF}",
    "\x00\x07\x1b[31m\x7f\x85\r",
    "\x1b]0;title\x07\x9b2J",
    "Ann\r\nBEGIN:VEVENT\r\nUID:x",
    "a;b,c:d\\ne\n\u2028f",
    "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}\N{VARIATION SELECTOR-16}",
    "\ud83d \udc00",
    "\ufffe\uffff\U0010ffff",
    "x" * 200,
)
NO_UTF_8 = "\udcff"
"""A byte in the name of a file as Python has it; other halves of pairs cannot be."""
ANY_SIGN = st.characters(exclude_categories=())
"""Halves of pairs too, which files and commands can bring in."""
TEXTS = st.text(ANY_SIGN, min_size=1, max_size=200).filter(
    lambda text: JOIN not in text
)
"""A breach's subject is parted at the word that joins two people."""
HOSTILE = st.sampled_from([*NASTY, "".join(NASTY)]) | TEXTS


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
        units=tuple(_unit(unit, text) for unit in problem.units),
    )
    audit = built.result.audit
    breaches = (
        replace(b, because=text + b.because, subject=_subject(b.subject, people))
        for b in audit.breaches
    )
    gaps = (_gap(gap, shifts[gap.shift], text) for gap in built.gaps)
    return replace(
        built,
        book=Path(f"{NO_UTF_8}{seen(text)}"),
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


def _unit(unit, text):
    return replace(unit, callsign=text + unit.callsign, area=text + unit.area)


def _gap(gap, shift, text):
    place = next(n for n, p in enumerate(gap.shift.crew.posts) if p == gap.post)
    stops = tuple(
        replace(stop, objections=tuple(_objection(o, text) for o in stop.objections))
        for stop in gap.stops
    )
    return replace(gap, shift=shift, post=shift.crew.posts[place], stops=stops)


def _objection(objection, text):
    said = text + objection.because, text + objection.briefly
    place = Place(text, text, "A1")
    return replace(objection, because=said[0], briefly=said[1], place=place)
