"""The sheet Courses: training at a set time, and who is booked on it."""

from dataclasses import dataclass
from datetime import date, time

from inputs._book import Book
from inputs._clocks import CLOCK, END_CLOCK
from inputs._columns import Row, SheetForm, optional, required
from inputs._dates import DATE
from inputs._faults import Faults
from inputs._imported import imported
from inputs._repeats import once
from inputs._values import NAME, NAMES, WORDS, whole
from inputs.people import PERSON
from inputs.skills import ROLE, SKILL
from rostering.domain import Course, PersonId, Problem
from rostering.domain.time import span_between


@dataclass(frozen=True, kw_only=True)
class CourseRow(Row):
    """One day of a course."""

    course: str = required("course", NAME, "What the course is called.")
    skill: str = required("skill", NAME, "What it teaches.", refers=SKILL)
    day: date = required("date", DATE, "When it is: a row for each day.")
    start: time = required("start", CLOCK, "When it starts.")
    end: time = required("end", END_CLOCK, "When it ends.")
    places: int = required("places", whole(0, 9999), "How many people it takes.")
    roles: tuple[str, ...] = optional(
        "roles", WORDS, "Only for these roles; blank for all.", default=(), refers=ROLE
    )
    booked: tuple[str, ...] = optional(
        "booked", NAMES, "Ids of the people on it.", default=(), refers=PERSON
    )
    imported: str = imported()


COURSES = SheetForm("Courses", "Training days and who is booked on them.", CourseRow)


def courses_in(book: Book, faults: Faults) -> tuple[Course, ...]:
    """The courses by name and time."""
    rows = once(
        book.rows(COURSES),
        lambda row: (row.course.casefold(), row.day, row.start),
        "course",
        faults,
    )
    for row in rows:
        if len(row.booked) > row.places:
            wanted = f"at most {row.places} people, one for each place"
            faults.add(row.error("booked", wanted))
    courses = map(_course, rows)
    return tuple(sorted(courses, key=lambda course: (course.id, course.span)))


def _course(row: CourseRow) -> Course:
    return Course(
        id=row.course,
        skill=row.skill,
        span=span_between(row.day, row.start, row.end),
        places=row.places,
        roles=frozenset(row.roles),
        booked=tuple(sorted(map(PersonId, row.booked))),
        place=row.place("course"),
    )


def check_courses(book: Book, problem: Problem, faults: Faults) -> None:
    """Warn of people booked on what is not for them, or while they are away."""
    for row in book.rows(COURSES):
        span = span_between(row.day, row.start, row.end)
        for person in map(PersonId, row.booked):
            known = problem.person.get(person)
            if known and row.roles and known.role not in row.roles:
                wanted = f"only {', '.join(row.roles)}; {person} is a {known.role}"
                faults.add(row.warning("booked", wanted))
            for leave in problem.approved_leave.get(person, ()):
                if leave.span.overlaps(span) and not leave.kind.is_work:
                    wanted = f"nobody on leave; {person} is away by {leave.place}"
                    faults.add(row.warning("booked", wanted))
