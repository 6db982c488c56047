"""A built rota as rota.html: one page that holds all it needs and asks nothing more."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

import rostering
from rostering.domain.signs import seen
from rostering.domain.time import day_in_words
from rostering.report.built import BuiltRota
from rostering.report.console.cars import short_day
from rostering.report.console.periods import period_in_words
from rostering.report.console.screen import OPEN_MARK
from rostering.report.console.summary import (
    audit_line,
    certificate,
    gap_left,
)
from rostering.report.exceptions import exceptions
from rostering.report.findings import findings, rule_counts
from rostering.report.hours import HEADS, MEANINGS, hours_by_role
from rostering.report.page.keys import Keys
from rostering.report.page.people import workers
from rostering.report.page.weeks import weeks
from rostering.report.shares import shares_by_role
from rostering.report.veil import shared_words

__all__ = ["to_page"]

_COMMAND = re.compile(r"`([^`]+)`")


def to_page(built: BuiltRota) -> bytes:
    """The content of rota.html: the same for the same rota.

    Whatever the book says is shown as text. The page names the marks of its only style
    sheet and its only script, and nothing else may run, be loaded or be sent.
    """
    style, script = _part("style.css"), _part("script.js")
    page = _environment().get_template("page.html")
    return page.render(
        **_summary(built),
        **_sections(built),
        style=style,
        script=script,
        style_mark=_mark(style),
        script_mark=_mark(script),
    ).encode()


def _summary(built: BuiltRota) -> dict[str, object]:
    """What the head of the page says of the rota as a whole."""
    audit = built.result.audit
    return {
        "engine": rostering.__version__,
        "period": period_in_words(built.rota.problem.period),
        "built": built,
        "certificate": certificate(built).plain,
        "audited": audit_line(audit, built.rules).plain,
        "shared": shared_words(built),
        "exceptions": exceptions(audit, built.rota.problem),
        "proof": [(tier, gap_left(tier).plain) for tier in built.result.tiers],
    }


def _sections(built: BuiltRota) -> dict[str, object]:
    """The rows of the page's tables."""
    found = list(findings(built))
    shown = [each for each in found if not each.is_about_a_pair]
    return {
        "keys": Keys(built.rota.problem, built.people),
        "weeks": list(weeks(built)),
        "workers": list(workers(built)),
        "open_gaps": sorted(built.open_gaps, key=lambda gap: gap.shift),
        "spare_gaps": [gap for gap in built.gaps if gap.is_spare],
        "hours": [] if built.view else list(hours_by_role(built)),
        "hour_heads": HEADS,
        "hour_meanings": MEANINGS,
        "shares": list(shares_by_role(built.lines)),
        "rule_counts": list(rule_counts(built)),
        "findings": shown,
        "unnamed_pairs": len(found) - len(shown),
    }


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("rostering.report.page"),
        autoescape=True,
        finalize=_as_seen,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "commands": _commands,
        "day": day_in_words,
        "short_day": short_day,
    }
    environment.globals["open_mark"] = OPEN_MARK
    return environment


def _as_seen(value: object) -> object:
    """The value as a page can hold it; what is escaped already stays so."""
    if isinstance(value, Markup):
        return Markup(seen(value))
    return seen(value) if isinstance(value, str) else value


def _commands(text: str) -> Markup:
    """The text with the commands in it set apart."""
    return Markup(_COMMAND.sub(r"<code>\1</code>", str(escape(text.strip()))))


def _part(name: str) -> str:
    """The text of a file beside this module."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _mark(text: str) -> str:
    """By what a browser knows that it is this text: `sha256-…`."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
