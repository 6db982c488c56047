"""A mutant in a process that begins anew, for what is read on import only.

A figure of a module may be taken into classes of others when they are made, and then a
living process does not notice that it changes.
"""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutation.forking import Outcome
from tests.mutation.mutants import Mutant, Source, mutated

LONGEST = 900
"""Seconds."""
PASSED = 0
FOUND = {1, 2, 4}
"""Failed, not to be collected, or not even to be configured: it does not import."""


def tried_afresh(mutant: Mutant, source: Source, tests: Sequence[str]) -> Outcome:
    """Write the module with the mistake in it and run the tests with that one.

    Raises:
        RuntimeError: if the tests ended as they never do: no verdict about anything.
    """
    text = ast.unparse(mutated(source, mutant.number))
    with TemporaryDirectory() as folder:
        package = Path(folder, source.path.parent.name)
        shutil.copytree(source.path.parent, package)
        (package / source.path.name).write_text(text, encoding="utf-8")
        call = [sys.executable, "-P", "-m", "pytest", "-q", "-x", *tests]
        options = ["-p", "no:cacheprovider", "-p", "no:xdist", "--assert=plain"]
        ended = subprocess.run(
            [*call, *options],
            env={**os.environ, "PYTHONPATH": folder},
            capture_output=True,
            timeout=LONGEST,
            check=False,
        ).returncode
    if ended not in {PASSED, *FOUND}:
        raise RuntimeError(f"the tests ended with {ended}")
    return Outcome.SURVIVED if ended == PASSED else Outcome.KILLED
