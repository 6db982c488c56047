"""The sheet Crews: who makes up the crew of a shift, one row for each post."""

from collections.abc import Sequence
from dataclasses import dataclass

from inputs._book import Book
from inputs._cells import CellValue
from inputs._columns import Reference, Row, SheetForm, optional, required
from inputs._faults import Faults
from inputs._kinds import Kind, NotUnderstood
from inputs._repeats import grouped, once
from inputs._values import NAME, NAMES, RANKED_ROLES, WORD, whole
from rostering.domain import Crew, Post

CREW = Reference("Crews", "crew")
ANY = "any:"
_SKILL = Reference("Skills", "skill", strict=False, also=(("Training", "skill"),))


def _read_skills(value: CellValue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Skills of whoever fills the post, and skills of at least one of the crew."""
    names = NAMES.read(value)
    own = tuple(name for name in names if not name.lower().startswith(ANY))
    of_one = tuple(name[len(ANY) :].strip() for name in names if name not in own)
    if not all(of_one):
        raise NotUnderstood
    return own, of_one


SKILLS_OF_CREW: Kind[tuple[tuple[str, ...], tuple[str, ...]]] = Kind(
    "skills",
    f"skills with commas between them, such as PPST, {ANY} emergency driving",
    _read_skills,
    number_format="@",
)


@dataclass(frozen=True, kw_only=True)
class CrewRow(Row):
    """One post of a crew."""

    crew: str = required("crew", NAME, "What this kind of crew is called.", refers=CREW)
    post: str = required("post", WORD, "What the post is called: paramedic, police.")
    roles: tuple[frozenset[str], ...] = required(
        "roles",
        RANKED_ROLES,
        "Who may fill it, best first: regular > special. A comma means equally good.",
        refers=Reference("People", "role", strict=False),
    )
    least: int = required("least", whole(0, 9), "How many people it must have.")
    wanted: int | None = optional(
        "wanted", whole(0, 9), "How many are wanted; blank: the least."
    )
    most: int | None = optional(
        "most", whole(0, 9), "How many may fill it; blank: as many as are wanted."
    )
    skills: tuple[tuple[str, ...], tuple[str, ...]] = optional(
        "skills",
        SKILLS_OF_CREW,
        "Skills that whoever fills it must hold; `any: emergency driver` asks it of "
        "at least one of the whole crew.",
        default=((), ()),
        refers=_SKILL,
    )


CREWS = SheetForm(
    "Crews", "The posts of each kind of crew, one a row.", CrewRow, required=True
)


def crews_in(book: Book, faults: Faults) -> dict[str, Crew]:
    """The kinds of crew by name, each with its posts in the order of the sheet."""
    rows = once(book.rows(CREWS), lambda row: (row.crew, row.post), "post", faults)
    sized = [row for row in rows if _is_sized(row, faults)]
    crews = grouped(sized, lambda row: row.crew)
    return {name: _crew(name, crews[name]) for name in sorted(crews)}


def _sizes(row: CrewRow) -> tuple[int, int, int]:
    wanted = row.least if row.wanted is None else row.wanted
    return row.least, wanted, wanted if row.most is None else row.most


def _is_sized(row: CrewRow, faults: Faults) -> bool:
    """Whether least, wanted and most stand in that order and are not all 0."""
    least, wanted, most = _sizes(row)
    if wanted < least:
        faults.add(row.error("wanted", f"no fewer than the least, {least}"))
    elif most < max(wanted, 1):
        faults.add(row.error("most", f"no fewer than are wanted, {max(wanted, 1)}"))
    return least <= wanted <= most and most > 0


def _crew(name: str, rows: Sequence[CrewRow]) -> Crew:
    posts = tuple(map(_post, rows))
    of_one = {skill for row in rows for skill in row.skills[1]}
    return Crew(name, posts, tuple(sorted(of_one)))


def _post(row: CrewRow) -> Post:
    least, wanted, most = _sizes(row)
    own = frozenset(row.skills[0])
    return Post(row.post, row.roles, least, wanted, most, own, row.place("post"))
