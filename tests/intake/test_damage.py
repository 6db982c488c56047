"""Clean sheets, damaged: each row comes out right or waits at its own cell.

ROTA_DAMAGED=20000 draws so many sheets; the suite is content with a few.
"""

import os
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.corpus.__main__ import FOLDER
from tests.intake.corpus.clean import CLEAN
from tests.intake.corpus.damages import DAMAGES, suffer
from tests.intake.corpus.judge import judge
from tests.intake.corpus.truth import truth_of
from tests.intake.corpus.writing import write

EXAMPLES = int(os.environ.get("ROTA_DAMAGED", "0"))
CAUGHT = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def judged(folder, clean, damages, seed):
    """The verdict on a sheet after its damages."""
    sheet = CLEAN[clean](Random(seed))
    suffer(sheet, damages)
    path = write(sheet.drawing, folder)
    return judge(path, truth_of(sheet.drawing), FOLDER / "book")


@pytest.mark.parametrize("clean", CLEAN)
def test_a_clean_sheet_comes_out_whole(tmp_path, clean):
    verdict = judged(tmp_path, clean, (), seed=1)
    assert (verdict.wrong, verdict.refused) == ([], [])
    assert verdict.right > 0


@pytest.mark.parametrize("damage", DAMAGES)
def test_one_damage_makes_nothing_wrong(tmp_path, damage):
    first = list(DAMAGES).index(damage)
    for clean in CLEAN if EXAMPLES else list(CLEAN)[first % 3 :: 3]:
        verdict = judged(tmp_path, clean, (damage,), seed=2)
        assert (clean, verdict.wrong, verdict.refused) == (clean, [], [])


@settings(
    max_examples=EXAMPLES or 60,
    derandomize=not EXAMPLES,
    suppress_health_check=CAUGHT,
)
@given(
    clean=st.sampled_from(list(CLEAN)),
    damages=st.sets(st.sampled_from(list(DAMAGES)), max_size=5),
    seed=st.integers(0, 2**32),
)
def test_many_damages_make_nothing_wrong(tmp_path, clean, damages, seed):
    verdict = judged(tmp_path, clean, damages, seed)
    assert (verdict.wrong, verdict.refused) == ([], [])
