"""Files with bytes changed, cut or doubled: a refusal or a survey, soon and small.

ROTA_FUZZED=5000 draws so many files; the suite is content with a few.
"""

import io
import os
import resource
import time
import zipfile
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inputs import BadInputs
from inputs.intake import survey
from inputs.intake.wanted import ImportKind
from tests.intake.corpus.__main__ import FOLDER
from tests.intake.corpus.registry import drawing_of

EXAMPLES = int(os.environ.get("ROTA_FUZZED", "0"))
SAMPLES = (
    "wall-chart.xlsx",
    "esr-absence.xls",
    "esr-absence.ods",
    "esr-absence-utf16.tsv",
    "esr-absence-cp1252.csv",
    "wall-chart-macros.xlsm",
    "grs-duties.csv",
)
ARCHIVES = "wall-chart.xlsx", "esr-absence.ods", "wall-chart-macros.xlsm"
SECONDS, MEGABYTES = 20, 300
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(("change", "cut", "double", "insert", "zero")),
        st.floats(0, 1),
        st.binary(min_size=1, max_size=12),
    ),
    min_size=1,
    max_size=6,
)


@cache
def content_of(name):
    return (FOLDER / name).read_bytes()


def changed(content, changes):
    """The content after the changes, each at its share of the length."""
    for how, share, bytes_ in changes:
        at = int(share * len(content))
        until = at + len(bytes_)
        match how:
            case "change":
                content = content[:at] + bytes_ + content[until:]
            case "cut":
                content = content[:at] + content[at + 40 * len(bytes_) :]
            case "double":
                content = content[:until] + content[at:]
            case "insert":
                content = content[:at] + bytes_ + content[at:]
            case "zero":
                content = content[:at] + bytes(len(bytes_)) + content[until:]
    return content


def changed_inside(content, share, changes):
    """An archive, one of whose parts has suffered the changes."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        chosen = names[int(share * (len(names) - 1))]
        for name in names:
            part = old.read(name)
            new.writestr(name, changed(part, changes) if name == chosen else part)
    return made.getvalue()


def peak():
    """The most memory that this process has ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def outcome_of(path):
    """How many rows a survey finds; None for a file that is refused."""
    kind = ImportKind(drawing_of(path.name).kind)
    try:
        found = survey((path,), FOLDER / "book", kind=kind)
    except BadInputs:
        return None
    return len(found.rows)


def weigh(path):
    """Read the file within its time and its memory."""
    began, before = time.process_time(), peak()
    outcome_of(path)
    assert time.process_time() - began < SECONDS
    assert peak() - before < MEGABYTES


@settings(
    max_examples=EXAMPLES or 150,
    derandomize=not EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(name=st.sampled_from(SAMPLES), changes=CHANGES)
def test_no_bytes_bring_a_traceback_or_take_for_ever(tmp_path, name, changes):
    path = tmp_path / name
    path.write_bytes(changed(content_of(name), changes))
    weigh(path)


@settings(
    max_examples=EXAMPLES or 100,
    derandomize=not EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(name=st.sampled_from(ARCHIVES), share=st.floats(0, 1), changes=CHANGES)
def test_no_bytes_inside_an_archive_do_either(tmp_path, name, share, changes):
    path = tmp_path / name
    path.write_bytes(changed_inside(content_of(name), share, changes))
    weigh(path)


@settings(
    max_examples=EXAMPLES or 20,
    derandomize=not EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    name=st.sampled_from(SAMPLES),
    content=st.binary(max_size=400) | st.text().map(str.encode),
)
def test_any_bytes_under_any_name_are_refused_or_read(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    outcome_of(path)
