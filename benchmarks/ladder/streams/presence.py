"""Whether Timefold for Python can run here: it needs its package, and Java."""

import re
import shutil
import subprocess
from importlib.util import find_spec

LEAST_JAVA = 17


def is_installed() -> bool:
    """Whether both are there."""
    return find_spec("timefold") is not None and _java() >= LEAST_JAVA


def _java() -> int:
    """Which Java there is; 0 without any."""
    java = shutil.which("java")
    if java is None:
        return 0
    said = subprocess.run((java, "-version"), check=False, capture_output=True)
    found = re.search(r'version "(\d+)', said.stderr.decode(errors="replace"))
    return int(found[1]) if found else 0
