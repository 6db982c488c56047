"""What sheets suffer: each damage leaves the truth be, or says what of it fell."""

from tests.intake.corpus.damages import cells, columns, formats, lines, slips
from tests.intake.corpus.damages.registry import DAMAGES, suffer

__all__ = ["DAMAGES", "cells", "columns", "formats", "lines", "slips", "suffer"]
