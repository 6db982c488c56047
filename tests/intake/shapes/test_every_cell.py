"""Whatever a sheet holds, each of its cells is somewhere, and only there."""

from datetime import date, datetime, time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.shapes.sheets import blocks, lost, sheet

JANUARY = [date(2027, 1, day) for day in range(1, 32)]
WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
VALUES = st.sampled_from(
    [
        None,
        None,
        None,
        "AL",
        "Smith, John",
        "Name",
        "Date",
        "From",
        "To",
        "Notes",
        "Total",
        "Key",
        "Meaning",
        "JR-01 Para",
        "Police",
        "Mon",
        "T",
        "5th Jan",
        "05/01/2027",
        "Printed by R. Desk",
        "Week commencing 04/01/2027",
        "January 2027",
        "Expiry",
        "AL = annual leave",
        "Y",
        "SC Grace Hill",
        "Date taken",
        "first aid to",
        "18:00-19:00",
        4,
        5,
        12.5,
        True,
        date(2027, 1, 4),
        datetime.combine(date(2027, 1, 4), time(18)),
        time(18),
        "x" * 130,
    ]
)
FILLS = st.sampled_from(["FFFF00", "hatched"])


def grid(days: list[object], codes: list[list[object]]) -> list[list[object]]:
    names = ["Kalsi, Shanice", "O'Brien, Grace", "Bui, Thanh"]
    lines = zip(names, codes, strict=False)
    return [["Name", *days], *([name, *row] for name, row in lines)]


HOURS = list(range(24))
EVENING = [*[None] * 18, *["Y"] * 6]
MORNING = ["Y", "Y", *["N"] * 22]
OFFERS = [
    ["Officer", "Date", *HOURS],
    ["Bui", JANUARY[7], *EVENING],
    [None, JANUARY[8], *MORNING],
    ["Hill", JANUARY[7]],
]
WEEK_OF_ONE = [
    ["Availability of SC Thanh Bui"],
    ["Week commencing 04/01/2027"],
    ["Day", *(f"{hour:02}:00" for hour in HOURS)],
    ["Fri", *EVENING],
    ["Sat", *MORNING],
]
PAIRS = [
    ["Collar", "Name", "first aid", None, "taser", None],
    [None, None, *["Date taken", "Expires"] * 2],
    [1, "Bui", *JANUARY[:2], "N/A", None],
    [2, "Hill", None, JANUARY[4]],
]
ONE_ROW_OF_PAIRS = [
    ["Name", "first aid taken", "first aid expiry", "taser from", "taser to"],
    ["Bui", *JANUARY[:4]],
]
TURNED = [
    ["Skill", "Bui", None, "Hill"],
    [None, "Status", "Expires", "Date"],
    ["first aid", "Held", *JANUARY[:2]],
    ["taser", "N/A", None, JANUARY[4]],
]
NUMBERED = [
    ["Name", "Bui", "Hill"],
    ["Collar No", 12345, "PC12382"],
    ["first aid", *JANUARY[:2]],
    ["taser", "N/A", "Booked 12/3"],
]

PARTS = st.sampled_from(
    [
        [["JRU ROTA - JANUARY 2027"]],
        [["Printed on 12/12/2026"]],
        [[]],
        [["Total", 3, 4, 5]],
        [["Name", "Absence Type", "From", "To"]]
        + [["Kalsi", "AL", JANUARY[3], JANUARY[5]]] * 2,
        [["Name", "From", "To", "From", "To"], ["Kalsi", *JANUARY[3:7]]],
        [["Collar", "Name", "first aid", "taser"], [1, "Bui", JANUARY[0], "N/A"]],
        [["Date", "JR-01 Para", "JR-01 Police"], [JANUARY[0], "Kalsi", "Bui / Hill"]],
        [["Key"], ["AL", "Annual leave"], ["S", "Sick"]],
        grid(list(range(1, 32)), [["AL"] * 31, ["L"] * 4, [None, "E"]]),
        grid(JANUARY[:14], [["AL"] * 9, [], [None, "E"]]),
        grid(WEEK, [["AL"] * 7, ["L"] * 4]),
        [["Line", *WEEK], [1, "E", "E", "L"], [2, "N", "N"]],
        [["Hi both,"], ["PC Bui can do any Fri bar 13th."]],
        OFFERS,
        WEEK_OF_ONE,
        [["Officer: Thanh Bui", None, "Collar", "SC70118"], ["Hour", *JANUARY[3:10]]]
        + [[time(hour), *[None] * 4, "Y", "N"] for hour in HOURS],
        [[None, *HOURS], ["SC Thanh Bui"], [JANUARY[7], *EVENING], ["SC Grace Hill"]],
        PAIRS,
        ONE_ROW_OF_PAIRS,
        TURNED,
        NUMBERED,
    ]
)


@st.composite
def damaged(draw):
    """Parts of tables below each other, with cells changed, coloured and merged."""
    rows = [list(row) for part in draw(st.lists(PARTS, max_size=3)) for row in part]
    width = max(map(len, rows), default=0) + 2
    rows = [row + [None] * (width - len(row)) for row in rows]
    shift = draw(st.integers(0, 2))
    rows = [[None] * shift + row for row in rows]
    cells = [(r, c) for r in range(len(rows)) for c in range(width)]
    if not cells:
        return sheet(rows)
    places = st.sampled_from(cells)
    for row, column in draw(st.lists(places, max_size=6)):
        rows[row][column] = draw(VALUES)
    fills = draw(st.dictionaries(places, FILLS, max_size=4))
    notes = draw(st.dictionaries(places, st.just("see me"), max_size=2))
    page = sheet(rows, draw(st.sampled_from(["Sheet1", "Jan 2027", "Key"])))
    return sheet(
        rows,
        page.name,
        fills={page.place(r + 1, c + 1).cell: fill for (r, c), fill in fills.items()},
        notes={page.place(r + 1, c + 1).cell: note for (r, c), note in notes.items()},
        merged=_bars(draw, page, rows, cells),
    )


def _bars(draw, page, rows, cells):
    """At most one merged bar, from a cell with a value over cells that it covers."""
    told = [(r, c) for r, c in cells if rows[r][c] is not None]
    if not told or not draw(st.booleans()):
        return []
    row, column = draw(st.sampled_from(told))
    right, down = draw(st.integers(0, 4)), draw(st.integers(0, 2))
    first = page.place(row + 1, column + 1).cell
    return [f"{first}:{page.place(row + 1 + down, column + 1 + right).cell}"]


@given(damaged())
@settings(max_examples=150)
def test_every_cell_of_a_damaged_sheet_is_in_one_place(page):
    found = lost(page, blocks(page))
    assert not found, _shown(page, found)


@given(st.lists(st.lists(VALUES, max_size=9), max_size=9))
@settings(max_examples=150)
def test_every_cell_of_any_sheet_is_in_one_place(rows):
    page = sheet(rows)
    found = lost(page, blocks(page))
    assert not found, _shown(page, found)


def _shown(page, found):
    """The sheet as it fails, row by row."""
    rows = [
        " | ".join(
            f"{cell.text}{cell.fill}{cell.note}{'~' * cell.is_spread}" for cell in row
        )
        for row in page.rows()
    ]
    return "\n".join([page.name, *rows, *found])
