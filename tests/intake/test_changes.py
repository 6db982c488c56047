"""What an import adds, changes and takes away, and what contradicts the book."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inputs import BadInputs
from inputs.intake.changes.working_out import changes
from tests.inputs.books import faults_in, more, put, small_book, write_csv
from tests.intake.sent import doubt, imported, leave, sent, told

ASH = "P01 | annual | 11/01/2027 | 12/01/2027"
BAY = "P02 | sick | 11/01/2027 | 11/01/2027"
COX = "R01 | annual | 18/01/2027 | 22/01/2027"


@pytest.fixture
def book(tmp_path):
    return write_csv(tmp_path / "book", small_book())


@pytest.fixture
def after(book):
    """What a newer file changes where an older one was imported."""

    def change(old, *new, **more):
        imported(book, leave(*old, file="old.xlsx"))
        return told(changes(book, [leave(*new, **more)]))

    return change


def test_a_file_of_nothing_changes_nothing(book):
    found = changes(book, [leave()])
    assert found.is_empty
    assert told(changes(book, [])) == {}


def test_new_rows_are_added_with_their_cell(book):
    found = changes(book, [leave(ASH, BAY)])
    assert [each.imported for each in found.added] == [
        "HR leave: [sent.xlsx]Sheet1!A2",
        "HR leave: [sent.xlsx]Sheet1!A3",
    ]


def test_what_the_book_says_already_in_other_words_is_the_same(book):
    found = changes(book, [leave("p01 | annual | 06/01/2027 | 07/01/2027 | . | . | ")])
    assert list(told(found)) == ["same"]


def test_the_same_leave_of_two_sources_is_one_row(book):
    imported(book, leave(ASH))
    found = changes(book, [leave(ASH, source="Wall chart", file="chart.xlsx")])
    assert list(told(found)) == ["same"]


def test_the_same_row_twice_in_a_file_is_one_row(book):
    found = changes(book, [leave(ASH, BAY, ASH)])
    assert (len(found.added), len(found.same)) == (2, 1)


def test_two_rows_of_one_thing_that_differ_are_both_doubted(book):
    found = changes(book, [leave(ASH, ASH.replace("12/01", "13/01"), BAY)])
    assert told(found)["doubts"] == [
        "A2: to 13/01/2027, as [sent.xlsx]Sheet1!A3 says; correct one",
        "A3: to 12/01/2027, as [sent.xlsx]Sheet1!A2 says; correct one",
    ]
    assert len(found.added) == 1


def test_the_same_file_twice_changes_nothing(after):
    assert after([ASH, BAY, COX], ASH, BAY, COX) == {
        "same": [line.replace(" | ", " ") for line in (ASH, BAY, COX)]
    }


def test_an_edited_end_is_a_change(after):
    told = after([ASH, BAY], ASH.replace("12/01", "13/01"), BAY)
    assert told["changed"] == ["[imported.xlsx]Leave!D2 12/01/2027 > 13/01/2027"]
    assert "added" not in told


@pytest.mark.parametrize(
    ("edited", "change"),
    [
        ("P01 | annual | 12/01/2027 | 12/01/2027", "C2 11/01/2027 > 12/01/2027"),
        ("P01 | unpaid | 11/01/2027 | 12/01/2027", "B2 annual > unpaid"),
    ],
)
def test_an_edited_beginning_or_kind_is_a_change_too(after, edited, change):
    assert after([ASH, COX], edited, COX)["changed"] == [
        f"[imported.xlsx]Leave!{change}"
    ]


def test_leave_moved_to_other_days_went_and_came(after):
    told = after([ASH, BAY, COX], "P01 | annual | 13/01/2027 | 14/01/2027", BAY, COX)
    assert told["gone"] == ["[imported.xlsx]Leave!A2"]
    assert told["added"] == ["P01 annual 13/01/2027 14/01/2027"]


def test_what_a_blank_cell_no_longer_says_is_changed(after):
    told = after([f"{ASH} | 09:00 | 13:00", BAY], f"{ASH} |  | ", BAY)
    assert told["changed"] == [
        "[imported.xlsx]Leave!E2 09:00 > None",
        "[imported.xlsx]Leave!F2 13:00 > None",
    ]


def test_what_a_file_does_not_speak_of_stays(after):
    assert "changed" not in after([f"{ASH} | 09:00 | 13:00", BAY], ASH, BAY)


def test_a_row_in_the_midst_that_the_newer_file_lacks_is_gone(after):
    told = after([ASH, BAY, COX], ASH, COX)
    assert told["gone"] == ["[imported.xlsx]Leave!A3"]


def test_nothing_is_gone_while_rows_wait(after):
    told = after([ASH, BAY, COX], ASH, COX, doubts=(doubt(),))
    assert told["kept"] == ["[imported.xlsx]Leave!A3"]
    assert "gone" not in told


def test_nothing_is_gone_while_a_row_is_refused(after):
    clash = "P01 | annual | 07/01/2027 | 08/01/2027"  # Overlaps what the book says.
    told = after([ASH, BAY, COX], ASH, COX, clash)
    assert told["kept"] == ["[imported.xlsx]Leave!A3"]
    assert len(told["doubts"]) == 1


def test_a_file_of_later_days_takes_no_earlier_ones_away(after):
    later = "R01 | annual | 08/02/2027 | 12/02/2027"
    told = after([ASH, BAY, COX], "P02 | annual | 01/02/2027 | 02/02/2027", later)
    assert told["kept"] == [f"[imported.xlsx]Leave!A{row}" for row in (2, 3, 4)]


def test_leave_that_reaches_into_a_later_file_is_no_sign_of_what_went(after):
    """Bay's day lies within Cox's leave, but before the days of the newer export."""
    old = ["P01 | annual | 08/01/2027 | 08/01/2027", BAY]
    long = "R01 | annual | 10/01/2027 | 10/02/2027"
    told = after([*old, long], long, "P02 | annual | 20/02/2027 | 21/02/2027")
    assert told["kept"] == ["[imported.xlsx]Leave!A2", "[imported.xlsx]Leave!A3"]


def test_a_file_of_other_people_takes_nobodys_leave_away(after):
    told = after([ASH, BAY], "R01 | annual | 09/01/2027 | 10/01/2027", COX)
    assert told["kept"] == ["[imported.xlsx]Leave!A2", "[imported.xlsx]Leave!A3"]


def test_only_a_sources_own_rows_go(book):
    imported(book, leave(ASH, BAY, COX))
    found = changes(book, [leave(ASH, COX, source="Wall chart")])
    assert list(told(found)) == ["same"]


def test_rows_typed_by_hand_never_go(after):
    assert "gone" not in after([ASH, COX], ASH, COX)


def test_what_contradicts_a_row_typed_by_hand_is_doubted_at_both_cells(book):
    found = changes(book, [leave("P01 | annual | 06/01/2027 | 08/01/2027")])
    assert told(found) == {
        "doubts": ["A2: to 07/01/2027, as [Leave.csv]Leave!D2 says; correct one"]
    }
    assert found.doubts[0].found == "to 08/01/2027"
    assert found.sent[0].doubts == found.doubts


def test_what_contradicts_another_source_is_doubted(book):
    imported(book, leave(ASH))
    found = changes(book, [leave(ASH.replace("12/01", "13/01"), source="Wall chart")])
    assert list(told(found)) == ["doubts"]


def test_sickness_during_leave_keeps_both(book):
    found = changes(book, [leave(ASH, "P01 | sick | 12/01/2027 | 12/01/2027")])
    assert len(found.added) == 2


def test_leave_that_overlaps_other_leave_is_doubted(book):
    found = changes(book, [leave("P01 | unpaid | 07/01/2027 | 09/01/2027")])
    assert told(found)["doubts"] == [
        "A2: days that do not overlap annual leave in [Leave.csv]Leave!C2"
    ]


def test_leave_that_overlaps_leave_of_the_same_file_names_the_senders_cell(book):
    found = changes(book, [leave(ASH, "P01 | unpaid | 12/01/2027 | 14/01/2027")])
    assert told(found)["doubts"] == [
        "A3: days that do not overlap annual leave in [sent.xlsx]Sheet1!A2"
    ]


def test_a_fault_that_an_import_brings_upon_an_older_row_is_its_own(book):
    """The requested leave contradicts a wish to work that stands in the book."""
    hoped = "P02 | annual | 09/01/2027 | 09/01/2027 | . | . | requested"
    found = changes(book, [leave(hoped, ASH)])
    assert list(told(found)) == ["added", "doubts"]
    assert "[sent.xlsx]Sheet1!A2" in found.doubts[0].wanted


@pytest.mark.parametrize(
    ("sheet", "text", "wanted"),
    [
        ("Leave", "P99 | annual | 11/01/2027 | 12/01/2027", "a name from People"),
        ("Leave", "P01 | zumba | 11/01/2027 | 12/01/2027", "one of annual"),
        ("Leave", "P01 | annual | 12/01/2027 | 11/01/2027", "not before from"),
        ("Leave", "P01 | annual | 11/01/2027", "a date such as"),
        ("Requests", "P01 | off | 09/01/2027 | . | JR-99", "a name from Units"),
        ("History", "P01 | 03/01/2027 | 01:00 | 09:00", "does not overlap"),
        ("Requests", "P02 | off | 09/01/2027", "does not contradict"),
        ("People", "P01 | Ann Ash | regular | T | JR-01", "role paramedic, as"),
    ],
)
def test_what_the_book_cannot_hold_is_doubted(book, sheet, text, wanted):
    found = changes(book, [sent(sheet, text)])
    assert list(told(found)) == ["doubts"]
    assert wanted in found.doubts[0].wanted


def test_people_and_their_leave_can_come_at_once(book):
    people = sent("People", "P77 | Fay Fox | paramedic | T | JR-01 | . | 30")
    found = changes(book, [people, leave("P77 | annual | 11/01/2027 | 12/01/2027")])
    assert len(found.added) == 2


def test_a_person_who_is_not_taken_takes_their_leave_along(book):
    people = sent("People", "P77 | Fay Fox | paramedic | T | JR-99")
    found = changes(book, [people, leave("P77 | annual | 11/01/2027 | 12/01/2027")])
    assert list(told(found)) == ["doubts"]
    assert [len(each.doubts) for each in found.sent] == [1, 1]


def test_people_are_changed_but_never_taken_away(book):
    ash, bay = (
        "P71 | Ash | paramedic | T | JR-01 | . | 30",
        "P72 | Bay | special | F | any",
    )
    imported(book, sent("People", ash, bay))
    found = changes(book, [sent("People", ash.replace("30", "37.5"))])
    assert told(found) == {
        "changed": ["[imported.xlsx]People!G2 30 > 37.5"],
        "kept": ["[imported.xlsx]People!A3"],
    }


def test_training_is_gone_only_for_people_and_skills_of_the_file(book):
    old = [
        "P01 | first aid | 01/01/2026 | 31/12/2026",
        "P02 | first aid | 01/01/2026 | 31/12/2026",
        "P02 | driving | 01/01/2026 | 31/12/2026",
        "S02 | driving | 01/01/2026 | 31/12/2026",
    ]
    imported(book, sent("Training", *old))
    new = [
        "P01 | first aid | 01/01/2027 | 31/12/2027",
        "P02 | driving | 01/01/2026 | 31/12/2026",
    ]
    assert told(changes(book, [sent("Training", *new)])) == {
        "changed": [
            "[imported.xlsx]Training!C2 01/01/2026 > 01/01/2027",
            "[imported.xlsx]Training!D2 31/12/2026 > 31/12/2027",
        ],
        "gone": ["[imported.xlsx]Training!A3"],
        "same": ["P02 driving 01/01/2026 31/12/2026"],
        "kept": ["[imported.xlsx]Training!A5"],
    }


def test_a_renewal_does_not_contradict_the_earlier_ticket(book):
    new = "S01 | first aid | 01/06/2027 | 31/05/2028"
    assert list(told(changes(book, [sent("Training", new)]))) == ["added"]
    new = "S01 | first aid | . | 31/05/2028"
    assert list(told(changes(book, [sent("Training", new)]))) == ["doubts"]


def test_offers_and_work_are_known_by_their_beginning(book):
    old = [f"S01 | {day}/01/2027 | 18:00 | 02:00" for day in (15, 16, 22)]
    imported(book, sent("Availability", *old))
    new = [old[0].replace("02:00", "03:00"), old[1].replace("18:00", "19:00"), old[2]]
    assert told(changes(book, [sent("Availability", *new)]))["changed"] == [
        "[imported.xlsx]Availability!D2 02:00 > 03:00",
        "[imported.xlsx]Availability!C3 18:00 > 19:00",
    ]


def test_an_unreadable_file_in_the_book_stops_the_import(book):
    (book / "Pairs.xlsx").write_bytes(b"no workbook")
    with pytest.raises(BadInputs, match="a file that is no workbook"):
        changes(book, [leave(ASH)])


def test_faults_elsewhere_do_not_stop_the_import(tmp_path):
    sheets = put(small_book(), "Cover", {"start": "25:00"})
    book = write_csv(tmp_path / "book", put(sheets, "Leave", {"to": "soon"}))
    assert list(told(changes(book, [leave(ASH)]))) == ["added"]


_DAYS = st.integers(8, 14).map(lambda day: f"{day:02}/01/2027")
_ROWS = st.builds(
    " | ".join,
    st.tuples(
        st.sampled_from(["P01", "P02", "R01"]),
        st.sampled_from(["annual", "sick", "court"]),
        _DAYS,
        _DAYS,
    ),
)


@settings(max_examples=25)
@given(st.lists(_ROWS, max_size=6), st.lists(_ROWS, max_size=6))
def test_a_book_never_has_new_faults_after_an_import(tmp_path_factory, old, new):
    sheets = more(small_book(), "Leave", "P02 | annual | 10/01/2027 | 10/01/2027")
    book = write_csv(tmp_path_factory.mktemp("any") / "book", sheets)
    for rows in (old, new):
        found = imported(book, leave(*rows))
        errors = [fault for fault in faults_in(book) if fault.severity == "error"]
        assert errors == []
        read = len(found.added) + len(found.changed) + len(found.same)
        assert read + len(found.doubts) == len(rows)
        again = changes(book, [leave(*rows)])
        assert not again.added
        assert not again.changed
        assert len(again.doubts) == len(found.doubts)
