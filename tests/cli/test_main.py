import subprocess
import sys

import pytest

import rostering
from rostering import cli

NAMES = [command.__name__ for command, _ in cli.COMMANDS]


def test_the_help_lists_every_command_with_a_whole_sentence(folder, rota, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    result = rota("--help")
    assert result.exit_code == 0
    for name in NAMES:
        (line,) = (x for x in result.stdout.splitlines() if x.startswith(f"  {name} "))
        assert line.rstrip().endswith("."), line
        assert "..." not in line, line


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example_that_begins_with_it(folder, rota, name):
    result = rota(name, "--help")
    assert result.exit_code == 0
    example = result.stdout.partition("Example:")[2]
    assert example.split()[:2] == ["rota", name]


@pytest.mark.parametrize("name", NAMES)
def test_every_option_has_help(folder, rota, name):
    from typer.main import get_command

    command = get_command(cli.app).commands[name]
    assert command.help
    for parameter in command.params:
        assert parameter.help, f"{name} {parameter.name}"


def test_the_version_tells_where_it_is_installed(folder, rota):
    result = rota("--version")
    assert result.stdout.startswith(f"rota {rostering.__version__} from ")


def test_no_command_at_all_shows_the_help(folder, rota):
    assert "Commands:" in rota().output


def test_an_unknown_command_is_told_with_the_likely_one(folder, rota):
    result = rota("builds")
    assert result.exit_code == 2
    assert "build" in result.stderr


HEAVY = (
    "constraints",
    "inputs",
    "jinja2",
    "openpyxl",
    "ortools",
    "pandas",
    "rapidfuzz",
    "rich",
)


def loaded_by(heavy, *arguments):
    """What a command prints, and which of these modules it has loaded by its end."""
    script = (
        "import sys; from rostering.cli import app\n"
        f"try: app({[*arguments]!r})\n"
        f"finally: print(*(m for m in {heavy!r} if m in sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    return run.stdout, run.stderr.split()


def test_help_needs_no_heavy_library():
    said, loaded = loaded_by(HEAVY, "--help")
    assert "Usage:" in said
    assert loaded == []


def test_a_rota_is_shown_without_libraries_that_read_books_or_search(built):
    heavy = ("jinja2", "numpy", "openpyxl", "ortools", "pandas")
    said, loaded = loaded_by(heavy, "show", built)
    assert "Cat Fox" in said
    assert loaded == []


def test_an_ordinary_book_is_checked_without_the_solver():
    heavy = ("inputs.intake", "jinja2", "ortools", "pandas")
    said, loaded = loaded_by(heavy, "check", "examples/kent")
    assert "No faults." in said
    assert loaded == []


def test_a_mistake_of_ours_is_owned_up_to(monkeypatch, capsys):
    def fail(**_):
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "app", fail)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    assert "mistake in rota" in capsys.readouterr().err


def test_the_command_runs_as_a_module_too():
    command = [sys.executable, "-m", "rostering", "--version"]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    assert rostering.__version__ in run.stdout
