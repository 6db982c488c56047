"""Reads one book and says nothing: `python -m benchmarks.ladder.reading BOOK`."""

import sys
from pathlib import Path

from inputs import read

if __name__ == "__main__":
    read(Path(sys.argv[1]))
