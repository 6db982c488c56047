"""The sheet Skills: what people of a role must have in date."""

from dataclasses import dataclass

from inputs._book import Book
from inputs._columns import Reference, Row, SheetForm, optional, required
from inputs._faults import Faults
from inputs._repeats import once
from inputs._values import NAME, WORD, WORDS, whole
from rostering.domain import SkillNeed

ROLE = Reference("People", "role", strict=False)
SKILL = Reference("Skills", "skill", strict=False, also=(("Crews", "skills"),))
_OWN = Reference("Skills", "skill")


@dataclass(frozen=True, kw_only=True)
class SkillRow(Row):
    """A skill that a role needs."""

    role: str = required("role", WORD, "Whose need it is.", refers=ROLE)
    skill: str = required("skill", NAME, "What must be in date.", refers=_OWN)
    posts: tuple[str, ...] = optional(
        "posts",
        WORDS,
        "Only for these posts; blank for all.",
        default=(),
        refers=Reference("Crews", "post"),
    )
    valid_months: int | None = optional(
        "valid months", whole(1, 600), "How long it lasts where no expiry is given."
    )
    warn_days: int = optional(
        "warn days", whole(0, 999), "How early to warn of its end.", default=90
    )


SKILLS = SheetForm("Skills", "Which role needs which skill.", SkillRow)


def skill_needs_in(book: Book, faults: Faults) -> tuple[SkillNeed, ...]:
    """What each role needs, by role and skill."""
    rows = once(
        book.rows(SKILLS),
        lambda row: (row.role, row.skill, frozenset(row.posts)),
        "skill",
        faults,
    )
    ordered = sorted(rows, key=lambda row: (row.role, row.skill, sorted(row.posts)))
    return tuple(map(_need, ordered))


def _need(row: SkillRow) -> SkillNeed:
    posts = frozenset(row.posts)
    return SkillNeed(row.role, row.skill, posts, row.warn_days, row.place("skill"))


def valid_months_in(book: Book) -> dict[tuple[str, str], int]:
    """How long a skill lasts, by role and skill; the shortest of several."""
    months: dict[tuple[str, str], int] = {}
    for row in book.rows(SKILLS):
        if row.valid_months is not None:
            key = row.role, row.skill
            months[key] = min(row.valid_months, months.get(key, row.valid_months))
    return months
