"""The table of codes: complete, and in step with how the engine counts."""

from datetime import time

import pytest

from inputs.intake.values.code_names import Code, Meaning, lines
from inputs.intake.values.code_table import Mark, code_at, known
from rostering.domain import AbsenceKind

POLICE, NHS, SPECIALS = "police", "ambulance", "specials"
ALIASES = {
    (
        Code.LATE,
        "",
    ): "L, LT, LATE, LATES, LATE TURN, L/T, 2-10, 3-1, 1500x0100, S/LATE, SUPER LATE",
    (Code.LATE, POLICE): "LD",
    (Code.EARLY, ""): "E, ET, ED, EARLY, EARLIES, EARLY TURN, D-EARLY",
    (Code.DAY, ""): "D, DAY, DAYS, 8-4, 9-5, OFFICE, M-F",
    (Code.DAY, NHS): "LD",
    (Code.NIGHT, ""): "N, ND, NIGHT, NIGHTS, N/D, NT",
    (Code.AFTERNOON, POLICE): "A, AFT",
    (Code.TWILIGHT, ""): "TW, TWI, TWILIGHT, 6-2, 18-02, 1800-0200",
    (Code.JOINT_UNIT, ""): "JRU, JR01, JR-01, JR 1, JR1, JRU1, JR04, JR07, Joint, "
    "PROJECT RESPONDER",
    (Code.REST, ""): "R, RD, REST, OFF, X, -, /, 0, DO, D/O, W/O",
    (Code.REST_CANCELLED, POLICE): "CRD, RDW, RD-W, WRD, RD WKD",
    (Code.REST_MOVED, POLICE): "RRD, RDIL, RDL, LRD, RD(L)",
    (Code.REST_PROTECTED, POLICE): "PRD, RD prot",
    (Code.FREE_DAY, POLICE): "FD",
    (
        Code.ANNUAL,
        "",
    ): "AL, A/L, A.L., LEAVE, HOL, H, VAC, ANN LEAVE, A/L REQ, AL?, AL-P",
    (Code.HALF_ANNUAL, ""): "HAL, 1/2AL, AL AM, AL PM",
    (Code.PUBLIC_HOLIDAY, ""): "BH, PH, PHL, B/H, BHIL, PHIL, BHL",
    (Code.TIME_BACK, ""): "TOIL, T/O, TO, LIEU, TIL, LD, SSTO",
    (Code.SICK, ""): "S, SK, SICK, SIC, SL, UCS, CS, SCS, GONE SICK, COVID, ISO, LTS",
    (Code.TRAINING, ""): "TRG, TR, T, TRN, CSE, COURSE, KS, KEY SKILLS, PU, CPD, S&M, "
    "STAT MAND, OST, PST, PPST, FA, ELS, DRV, CERAD, TD",
    (Code.STUDY, NHS): "ST, STL, UNI, EXAM, PLACEMENT",
    (Code.AWAY, NHS): "SEC",
    (Code.COURT, ""): "CT, CRT, COURT, WIT, WARN",
    (Code.RELIEF, NHS): "REL, RELIEF, RLF, R",
    (Code.SPARE, NHS): "SCD, SPARE, SP, FLEX",
    (Code.OVERTIME, ""): "OT, O/T, OVT, BANK, ADD, EXTRA",
    (Code.RESTRICTED, ""): "LWD, ALT, RES, REST DUTY, ADJ, RECUP, LIGHT",
    (Code.MATERNITY, ""): "MAT",
    (Code.PATERNITY, ""): "PAT",
    (Code.ADOPTION, ""): "ADOPT",
    (Code.PARENTAL, ""): "SPL, PAR",
    (Code.COMPASSIONATE, ""): "CARER, DEP, COMP, BRV, SPECIAL",
    (Code.UNAVAILABLE, ""): "NA, N/A, U, UNAV, NW, not avail",
    (Code.ABSTRACTION, POLICE): "ABS, AID, MA, PSU, EVENT, CUSTODY, CW, OP TORO",
    (Code.AVAILABLE, SPECIALS): "Y, YES, AV, AVAIL, A, tick, 1, can do, ✓",
    (Code.NOT_AVAILABLE, SPECIALS): "N, NO, X",
    (Code.LEFT, ""): "LEFT, LEAVER, VAC, VACANT, - - -",
}


@pytest.mark.parametrize(
    ("code", "side", "alias"),
    [
        (code, side, alias)
        for (code, side), aliases in ALIASES.items()
        for alias in aliases.split(", ")
    ],
)
def test_every_alias_is_known(code, side, alias):
    assert (code, side) in {(row.code, row.side) for row in known(alias)}


def test_aliases_of_one_side_are_given_once():
    keys = [(line["alias"], line["side"], line["code"]) for line in lines()]
    assert len(keys) == len(set(keys))


def test_every_code_has_an_alias_and_is_its_own():
    for code in Code:
        assert code in {row.code for row in known(code)}, code


@pytest.mark.parametrize("code", Code)
def test_the_table_says_how_the_engine_counts_a_code(code):
    told = [line for line in lines() if line["code"] == code]
    kind = code.meaning
    is_absence = isinstance(kind, AbsenceKind)
    is_work = kind.is_work if is_absence else kind is Meaning.WORK
    is_free = kind is Meaning.OFFER or code in (Code.RELIEF, Code.SPARE)
    is_excluded = is_absence and kind.is_excluded
    for line in told:
        assert line["becomes"] == kind
        assert line["counts as work"] == "NY"[is_work]
        assert line["available"] == "NY"[is_free]
        assert line["left out of the 48-hour average"] == "NY"[is_excluded]


def test_times_stand_for_one_code_or_for_none():
    assert code_at((time(15), time(1))) is Code.LATE
    assert code_at((time(18), time(2))) is Code.TWILIGHT
    assert code_at((time(1), time(2))) is None


def test_operations_and_cars_are_known_by_their_form():
    assert [row.code for row in known("OP TORO")] == [Code.ABSTRACTION]
    assert known("OPEN") == ()
    assert [row.code for row in known("jru 12")] == [Code.JOINT_UNIT]
    assert known("JR-X") == ()


def test_words_beside_codes_are_marks():
    assert [row.mark for row in known("canx")] == [Mark.CANCELLED]
    assert [row.mark for row in known("A.M.")] == [Mark.MORNING]
