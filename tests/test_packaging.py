"""The three packages are installed as one thing, from one place."""

import re
import subprocess
import sys
import tomllib
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

import rostering

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = {"rostering", "constraints", "inputs"}
PINNED_FILES = ("requirements.txt", "requirements-dev.txt")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    (path,) = WheelBuilder(str(ROOT)).build(
        directory=str(folder), versions=["standard"]
    )
    with ZipFile(path) as opened:
        yield opened


def test_the_three_packages_share_a_folder():
    folders = {
        Path(find_spec(name).origin).resolve().parent.parent for name in PACKAGES
    }
    assert folders == {ROOT}


def test_the_wheel_holds_just_the_three_packages(wheel):
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert tops == PACKAGES | {f"jru_rota-{rostering.__version__}.dist-info"}


def test_the_wheel_holds_every_module_of_the_three_packages(wheel):
    modules = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
    }
    assert modules <= set(wheel.namelist())


def test_the_wheel_holds_what_the_page_is_made_of(wheel):
    page = ROOT / "rostering" / "report" / "page"
    parts = {
        path.relative_to(ROOT).as_posix()
        for ending in ("html", "css", "js")
        for path in page.rglob(f"*.{ending}")
    }
    assert {Path(part).suffix for part in parts} == {".html", ".css", ".js"}
    assert parts <= set(wheel.namelist())


def test_the_wheel_holds_how_the_board_looks(wheel):
    assert "rostering/board/screen/board.tcss" in wheel.namelist()


def test_the_wheel_and_the_installed_package_say_the_same_version(wheel):
    (name,) = (name for name in wheel.namelist() if name.endswith("/METADATA"))
    says = re.search(r"^Version: (.+)$", wheel.read(name).decode(), re.MULTILINE)
    assert says[1] == rostering.__version__ == metadata.version("jru-rota")


def test_the_command_is_called_rota():
    (command,) = metadata.distribution("jru-rota").entry_points.select(
        group="console_scripts"
    )
    assert command.name == "rota"
    assert callable(command.load())


@pytest.mark.parametrize("package", sorted(PACKAGES))
def test_each_package_can_be_imported_first(package):
    subprocess.run([sys.executable, "-c", f"import {package}"], check=True, cwd=ROOT)


def test_importing_the_engine_imports_nothing_of_it():
    script = (
        "import rostering, sys; print(*(m for m in sys.modules if 'rostering.' in m))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], check=True, cwd=ROOT, capture_output=True
    )
    assert not run.stdout.strip()


@pytest.mark.parametrize("name", PINNED_FILES)
def test_pinned_requirements_name_no_index_address(name):
    text = (ROOT / name).read_text()
    assert "://" not in text
    assert not re.search(r"^-", text, re.MULTILINE)


@pytest.mark.parametrize("name", PINNED_FILES)
def test_every_requirement_is_pinned_and_hashed(name):
    for requirement in requirements(name):
        assert re.match(r"[a-z0-9-]+(\[\w+\])?==[^ ]+ ", requirement), requirement
        assert "--hash=sha256:" in requirement, requirement


@pytest.mark.parametrize("name", PINNED_FILES)
def test_everything_the_package_needs_is_pinned(name):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = {re.match(r"[a-z0-9-]+", need)[0] for need in project["dependencies"]}
    assert needed <= pins(name).keys()


def test_tests_run_with_the_versions_that_users_get():
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def requirements(name):
    joined = (ROOT / name).read_text().replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip()]


def pins(name):
    """The version of each package, whatever extras of it are wanted."""
    lines = requirements(name)
    return dict(re.match(r"([^=[]+)[^=]*==(\S+)", line).groups() for line in lines)
