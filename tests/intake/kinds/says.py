"""What a survey says, short enough to be compared."""

from inputs._cells import shown


def rows(file):
    """Every row as its sheet and its values, in the order of their columns."""
    return [
        (row.sheet, {name: shown(value) for name, value in row.values.items()})
        for row in file.rows
    ]


def values(file, *columns):
    """Some columns of every row."""
    return [shown_in(row, *columns) for row in file.rows]


def shown_in(row, *columns):
    """Some columns of one row."""
    return tuple(shown(row.values.get(column)) for column in columns)


def doubts(file):
    """Every doubt: its cell and what is wanted."""
    return [(doubt.place.cell, doubt.wanted) for doubt in file.doubts]


def questions(file):
    """Every open question: its topic and its word."""
    return [
        (asked.question.topic.value, asked.question.word) for asked in file.questions
    ]


def passed(file):
    """Why cells were passed over, by cell."""
    return {item.place.cell: item.because for item in file.passed}
