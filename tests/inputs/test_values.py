"""Words, numbers, answers and lists."""

from datetime import date, datetime, time, timedelta

import pytest

from inputs._cells import Spoilt, cleaned, shown
from inputs._kinds import NotUnderstood
from inputs._values import (
    DAYS,
    NAME,
    NAMES,
    PATTERN,
    RANKED_ROLES,
    SETTING,
    TIER,
    WORD,
    YES_NO,
    choice,
    whole,
)
from inputs.crews import SKILLS_OF_CREW
from inputs.leave import ABSENCE, STATUS
from rostering.domain import AbsenceKind, LeaveStatus, Tier, Want


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("Mon-Thu, Sun", {0, 1, 2, 3, 6}),
        ("Fri, Sat", {4, 5}),
        ("fri & sat", {4, 5}),
        ("Fri and Sat", {4, 5}),
        ("Tuesday to Thursday", {1, 2, 3}),
        ("Fri-Mon", {4, 5, 6, 0}),
        ("Sun-Sun", {6}),
        ("daily", set(range(7))),
        ("Weekdays", set(range(5))),
        ("weekends", {5, 6}),
        ("Th; Sa", {3, 5}),
    ],
)
def test_days_of_the_week_are_read(written, days):
    assert DAYS.read(written) == days


@pytest.mark.parametrize("written", ["", "T", "Mon,", "Mon-", "Mon-Tue-Wed", "xday", 1])
def test_other_days_are_refused(written):
    with pytest.raises(NotUnderstood):
        DAYS.read(written)


@pytest.mark.parametrize(
    ("written", "roles"),
    [
        ("regular > special", (frozenset({"regular"}), frozenset({"special"}))),
        ("Regular/Special", (frozenset({"regular", "special"}),)),
        ("a, b>c", (frozenset({"a", "b"}), frozenset({"c"}))),
    ],
)
def test_roles_stand_in_order_of_preference(written, roles):
    assert RANKED_ROLES.read(written) == roles


@pytest.mark.parametrize(
    "written", ["E E L - -", "EEL--", "e,e,l,-,-", "E E L \u2013 \u2013"]
)
def test_a_pattern_is_one_letter_a_day(written):
    assert PATTERN.read(cleaned(written)) == ("E", "E", "L", "-", "-")


@pytest.mark.parametrize("written", ["Y", "yes", "TRUE", "1", "x", True, 1, 1.0])
def test_yes_has_many_spellings(written):
    assert YES_NO.read(written) is True


@pytest.mark.parametrize("written", ["N", "no", "False", "0", False, 0])
def test_no_has_many_spellings(written):
    assert YES_NO.read(written) is False


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("annual", AbsenceKind.ANNUAL),
        ("A/L", AbsenceKind.ANNUAL),
        ("a.l.", AbsenceKind.ANNUAL),
        ("Annual Leave", AbsenceKind.ANNUAL),
        ("SICK", AbsenceKind.SICK),
        ("mat", AbsenceKind.MATERNITY),
        ("TOIL", AbsenceKind.TIME_BACK),
        ("time-back", AbsenceKind.TIME_BACK),
        ("trg", AbsenceKind.TRAINING),
        ("Jury Service", AbsenceKind.COURT),
    ],
)
def test_absence_goes_by_the_names_that_people_use(written, kind):
    assert ABSENCE.read(written) is kind


def test_no_alias_of_absence_is_another_kind_s_name():
    for kind in AbsenceKind:
        assert ABSENCE.read(kind.value) is kind
    for status in LeaveStatus:
        assert STATUS.read(status.value) is status


def test_a_slip_in_a_closed_set_has_a_likely_word():
    with pytest.raises(NotUnderstood) as refusal:
        ABSENCE.read("maternaty")
    assert refusal.value.likely == "maternity"
    assert choice(Want).wanted == "one of work, off"


@pytest.mark.parametrize("written", ["fairness", "Fairness", "4", 4, 4.0])
def test_a_tier_goes_by_name_or_number(written):
    assert TIER.read(written) is Tier.FAIRNESS


def test_the_tier_of_care_goes_by_either_name():
    assert TIER.read("care") is TIER.read("duty of care") is Tier.CARE


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (11, "11"),
        (11.0, "11"),
        (0.1, "0.1"),
        (time(11), "11:00"),
        (timedelta(hours=11), "11:00"),
        (timedelta(hours=48), "48:00"),
        (date(2027, 1, 5), "2027-01-05"),
        (datetime(2027, 1, 5), "2027-01-05"),  # noqa: DTZ001
        (True, "Y"),
        ("2x24/14", "2x24/14"),
    ],
)
def test_a_setting_has_one_spelling_however_it_is_typed(written, text):
    assert SETTING.read(written) == text


@pytest.mark.parametrize("written", [1, 9, "1", 9.0])
def test_whole_numbers_are_read_between_their_ends(written):
    assert whole(1, 9).read(written) == int(written)


@pytest.mark.parametrize("written", [0, 10, 1.5, "", "one", True, "1_0", "\u0663"])
def test_other_numbers_are_refused(written):
    with pytest.raises(NotUnderstood):
        whole(1, 9).read(written)


def test_a_number_as_a_name_has_no_decimals_and_text_keeps_its_noughts():
    assert NAME.read(123456.0) == "123456"
    assert NAME.read("00123456") == "00123456"
    assert WORD.read("Paramedic") == "paramedic"


@pytest.mark.parametrize("written", [date(2027, 2, 6), time(6, 2), True])
def test_what_a_spreadsheet_turned_into_a_date_is_no_name(written):
    with pytest.raises(NotUnderstood) as refusal:
        NAME.read(written)
    assert "as text" in refusal.value.wanted


def test_a_list_may_have_commas_or_semicolons():
    assert NAMES.read("JR-01, JR-04;JR-07 ;") == ("JR-01", "JR-04", "JR-07")


def test_skills_for_any_of_the_crew_are_told_apart():
    read = SKILLS_OF_CREW.read("first aid, Any: driving, any:IPS")
    assert read == (("first aid",), ("driving", "IPS"))


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("  JR\u00a0-\u00a001 ", "JR - 01"),
        ("JR\u201101", "JR-01"),
        ("15:00\u201301:00", "15:00-01:00"),
        ("P0\u200b1", "P01"),
        ("two\nlines", "two lines"),
        ("Ann\x1b[31m \u202eLee\x07", "Ann[31m Lee"),
        (" \u00a0 ", None),
        (5, 5),
    ],
)
def test_stray_spaces_and_odd_dashes_go(typed, clean):
    assert cleaned(typed) == clean


@pytest.mark.parametrize("text", ["#REF!", "#n/a", " #VALUE! "])
def test_the_text_of_a_broken_formula_is_spoilt(text):
    assert isinstance(cleaned(text), Spoilt)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0, "0"),
        (2.50, "2.5"),
        (True, "TRUE"),
        (datetime(2027, 1, 5, 15), "05/01/2027 15:00"),  # noqa: DTZ001
        (timedelta(hours=37.5), "37:30"),
        (Spoilt("#REF!", "a value"), "#REF!"),
    ],
)
def test_values_are_shown_as_people_write_them(value, text):
    assert shown(value) == text
