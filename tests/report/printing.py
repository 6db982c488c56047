"""Printed files read back by another program."""

import shutil
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

from rostering.domain.time import DateRange
from rostering.report.paper.sheets import Paper, printed
from rostering.saved.reading import SavedRota
from tests.needs import needs

needs_reader = needs(shutil.which("pdftotext"), "pdftotext")
TWO_WEEKS = DateRange(date(2027, 1, 4), date(2027, 1, 17))


def saved(lines, document=None):
    """A rota with these lines, as it is read from files."""
    written = datetime(2026, 12, 1, tzinfo=UTC)
    return SavedRota(
        Path("rota.csv"), tuple(lines), (), document or {}, written=written
    )


def files_of(rota, days=TWO_WEEKS, chosen=(), paper=Paper.A4):
    """What is printed of it, by path."""
    return {str(each.path): each.content for each in printed(rota, days, chosen, paper)}


def text_of(content, *options):
    """What somebody reads on the pages."""
    command = ["pdftotext", *options, "-", "-"]
    run = subprocess.run(command, input=content, capture_output=True, check=True)
    return run.stdout.decode()


def pages_of(content):
    """The text of each page."""
    return text_of(content, "-layout").split("\f")[:-1]
