"""The sheet Rules: what the book changes about the rules; it knows none of them."""

import re
from dataclasses import dataclass

from inputs._book import Book, Names
from inputs._columns import Reference, Row, SheetForm, optional, required
from inputs._faults import Faults, likely
from inputs._kinds import Kind
from inputs._repeats import grouped, once
from inputs._values import NAME, SETTING, TEXT, TIER, WORD, YES_NO, choice, whole
from inputs.people import PERSON
from inputs.skills import ROLE
from inputs.units import UNIT
from rostering.domain import Mode, RuleSetting, Tier

MODE: Kind[Mode] = choice(Mode, {"must": Mode.HARD, "soft": Mode.WISH})
_KNOWN = "a person's id, a role, an employer, a call sign or an area of this book"
EVERYBODY = frozenset({"everybody", "everyone", "all"})
_SUBJECTS = (
    PERSON,
    UNIT,
    Reference("Units", "area"),
    ROLE,
    Reference("People", "employer"),
)


@dataclass(frozen=True, kw_only=True)
class RuleRow(Row):
    """One change to one rule."""

    code: str = required("code", NAME, "The rule's code, such as REST-01.")
    on: bool | None = optional("on", YES_NO, "N switches the rule off.")
    mode: Mode | None = optional("mode", MODE, "Must it hold, or is it a wish?")
    tier: Tier | None = optional("tier", TIER, "A wish of an earlier tier wins.")
    weight: int | None = optional(
        "weight", whole(0, 1_000_000), "How much a wish counts within its tier."
    )
    applies_to: str = optional(
        "applies to",
        NAME,
        "A person, role, employer, call sign or area, or several; blank is everybody.",
        default="",
    )
    parameter: str = optional("parameter", WORD, "Which figure to change.", default="")
    value: str = optional("value", SETTING, "Its new value.", default="")
    source: str = optional(
        "source",
        TEXT,
        "Where it is agreed; needed where it is looser than the law.",
        default="",
    )


RULES = SheetForm("Rules", "How rules are set; what is left out is as it was.", RuleRow)


def settings_in(book: Book, faults: Faults) -> tuple[RuleSetting, ...]:
    """The settings by rule, whom they are for and parameter."""
    subjects = _subjects(book)
    rows = [row for row in book.rows(RULES) if _is_known(row, subjects, faults)]
    _check_agreement(rows, faults)
    named = [row for row in rows if row.parameter]
    bare = [row for row in rows if not row.parameter]
    named = once(
        named,
        lambda row: (row.code.upper(), row.applies_to.casefold(), row.parameter),
        "parameter",
        faults,
    )
    settings = [_setting(row, subjects) for row in (*bare, *named)]
    return tuple(sorted(settings, key=_standing))


def _subjects(book: Book) -> Names:
    """Whoever and whatever a setting may be for."""
    known = [book.names(reference) for reference in _SUBJECTS]
    spellings = {
        small: word for names in known for small, word in names.spellings.items()
    }
    everybody = dict.fromkeys(EVERYBODY, "")
    return Names(spellings | everybody, any(names.is_open for names in known))


def _is_known(row: RuleRow, subjects: Names, faults: Faults) -> bool:
    if row.value and not row.parameter:
        faults.error(row.place("parameter"), "nothing", "the name of what value sets")
        return False
    unknown = [w for w in _words(row, subjects) if subjects.find(w) is None]
    for word in unknown:
        wanted = f"{_KNOWN}; {word} is none" if word != row.applies_to else _KNOWN
        near = likely(word, filter(None, subjects.spellings.values()))
        faults.add(row.error("applies to", wanted, likely=near))
    return not unknown


def _words(row: RuleRow, subjects: Names) -> list[str]:
    """Whom and what the row is for: one name, or several with commas between them."""
    if subjects.find(row.applies_to) is not None:
        return [row.applies_to]
    parts = re.split("[,;]", row.applies_to)
    return [part.strip() for part in parts if part.strip()]


def _check_agreement(rows: list[RuleRow], faults: Faults) -> None:
    """Fault rows that say different things of one rule for the same people."""
    for group in grouped(
        rows, lambda row: (row.code.upper(), row.applies_to.casefold())
    ).values():
        for column in ("on", "mode", "tier", "weight"):
            said = [row for row in group if getattr(row, column) is not None]
            for row in said[1:]:
                if getattr(row, column) != getattr(said[0], column):
                    first = said[0].place(column)
                    faults.add(row.error(column, f"the same as in {first}"))


def _setting(row: RuleRow, subjects: Names) -> RuleSetting:
    return RuleSetting(
        code=row.code.upper(),
        on=row.on,
        mode=row.mode,
        tier=row.tier,
        weight=row.weight,
        applies_to=", ".join(filter(None, map(subjects.find, _words(row, subjects)))),
        parameter=row.parameter,
        value=row.value,
        source=row.source,
        place=row.place("code"),
        value_place=row.place("value"),
        mode_place=row.place("mode"),
        on_place=row.place("on"),
    )


def _standing(setting: RuleSetting) -> tuple[str, str, str, str]:
    said = f"{setting.on} {setting.mode} {setting.tier} {setting.weight}"
    return setting.code, setting.applies_to, setting.parameter, said
