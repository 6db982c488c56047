"""What the README says is what the code does."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import inputs
from constraints import RULES
from docs import pictures
from rostering.cli import COMMANDS, app

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = {path.stem: path.read_text("utf-8") for path in ROOT.glob("docs/*.md")}
ALL = "\n".join([README, *PAGES.values()])


@pytest.mark.parametrize("name", [command.__name__ for command, _ in COMMANDS])
def test_every_command_is_explained(name):
    assert f"$ rota {name} --help" in PAGES["commands"]


@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_in_the_table(code):
    assert f"\n| {code} | {RULES[code].title} |" in PAGES["rules"]


@pytest.mark.parametrize("form", inputs.SHEETS, ids=lambda form: form.name)
def test_every_sheet_is_in_the_table_with_its_columns(form):
    lines = PAGES["book"].splitlines()
    (row,) = (x for x in lines if re.match(rf"\| {form.name}\*? \|", x))
    for column in form.columns:
        assert column.name.replace("<", "\\<") in row


def test_the_parts_made_from_the_code_are_up_to_date():
    pages = [str(path) for path in sorted(ROOT.glob("docs/*.md"))]
    command = [sys.executable, "-m", "cogapp", "--check", "README.md", *pages]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"make docs\n{run.stdout}{run.stderr}"


def test_the_two_commands_at_the_top_are_in_the_makefile():
    makefile = (ROOT / "Makefile").read_text()
    top = README.partition("\n## ")[0]
    for target in re.findall(r"^\$ make (\w+)", top, re.MULTILINE):
        assert f"\n{target}: " in makefile


def test_every_rota_command_that_is_shown_exists():
    from typer.main import get_command

    known = set(get_command(app).commands)
    shown = re.findall(r"^[$>] (?:\S*\\)?rota (\w+)", ALL, re.MULTILINE)
    assert shown
    assert set(shown) <= known


def test_every_path_that_is_named_exists():
    named = re.findall(r"`((?:examples|constraints|tests|docs)/[\w./-]+)`", ALL)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_minute_to_a_first_rota_runs_as_written(tmp_path):
    """Up to where the empty book must be filled in."""
    first, second = re.findall(r"^\$ rota (\w+ mybook)", README, re.MULTILINE)[:2]
    codes = []
    for words in (first, second):
        command = [sys.executable, "-m", "rostering", *words.split()]
        run = subprocess.run(
            command, cwd=tmp_path, env={**os.environ, "NO_COLOR": "1"}, check=False
        )
        codes.append(run.returncode)
    assert codes == [0, 2]


def test_every_page_is_reached_from_the_readme():
    assert {f"docs/{name}.md" for name in PAGES} <= set(
        re.findall(r"\]\(([\w./-]+)\)", README)
    )


def test_the_picture_of_the_terminal_is_what_is_drawn_now():
    assert pictures.TERMINAL.read_text(encoding="utf-8") == pictures.terminal()


def test_the_readme_shows_pictures_that_are_there_and_small():
    shown = re.findall(r"!\[.+\]\((.+?)\)", README)
    assert len(shown) == 4
    assert all((ROOT / name).stat().st_size < 300_000 for name in shown)
