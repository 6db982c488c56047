"""An import for other programs: what was read, what waits and what would change."""

from inputs._cells import shown
from inputs.intake import Asked, FileSurvey, Survey, saying
from inputs.intake.changes import Changes
from inputs.intake.doubts import Doubt, Passed
from inputs.intake.wanted import Understanding, Wanted
from rostering.domain import Place
from rostering.report.console.faults import fault_document

Json = dict[str, object]


def import_document(
    survey: Survey, changes: Changes | None, *, is_written: bool
) -> Json:
    """Everything that an import says."""
    return {
        "written": is_written,
        "files": [_file(file) for file in survey.files],
        "changes": None if changes is None else _changes(changes),
    }


def _file(file: FileSurvey) -> Json:
    return {
        "file": file.source.file,
        "kind": None if file.kind is None else file.kind.value,
        "why": file.why_kind,
        "side": file.side,
        "source": file.recipe.name,
        "read": file.read,
        "used": file.used,
        "waiting": file.refused,
        "passed_over": file.passed_over,
        "period": None if file.period is None else [x.isoformat() for x in file.period],
        "people": {
            "known": list(file.people.matched),
            "new": list(file.people.new),
            "uncertain": list(file.people.ambiguous),
        },
        "understood": [_understanding(each) for each in file.understood],
        "questions": [question_document(asked) for asked in file.questions],
        "doubts": [doubt_document(doubt) for doubt in file.doubts],
        "passed": [_passed(passed) for passed in file.passed],
        "remarks": [fault_document(fault) for fault in file.remarks],
        "rows": [_row(row) for row in file.rows],
    }


def _changes(changes: Changes) -> Json:
    return {
        "added": [{**_row(x.row), "imported": x.imported} for x in changes.added],
        "changed": [
            {
                **_row(each.row),
                "cells": [
                    {
                        "place": str(each.old.place(column)),
                        "column": column,
                        "now": now,
                        "then": shown(then),
                    }
                    for column, (now, then) in each.cells.items()
                ],
            }
            for each in changes.changed
        ],
        "gone": [
            {"place": str(each.place), "sheet": each.sheet, "words": each.words}
            for each in changes.gone
        ],
        "same": len(changes.same),
        "kept": [{"rows": len(x.rows), "because": x.because} for x in changes.kept],
        "doubts": [doubt_document(doubt) for doubt in changes.doubts],
    }


def _row(row: Wanted) -> Json:
    values = {column: shown(value) for column, value in row.values.items()}
    return {"sheet": row.sheet, "values": values, "place": str(row.places[0])}


def _understanding(each: Understanding) -> Json:
    return {
        "about": each.topic,
        "word": each.word,
        "meaning": each.meaning,
        "certainty": each.certainty.value,
        "cells": each.count,
        "first": str(each.first),
    }


def question_document(asked: Asked) -> Json:
    """A question, and how it is answered."""
    question = asked.question
    return {
        "about": question.topic.value,
        "word": question.word,
        "choices": list(question.choices),
        "likely": question.likely,
        "cells": asked.count,
        "first": str(asked.first),
        "say": saying(question, question.likely or "…"),
    }


def doubt_document(doubt: Doubt) -> Json:
    """A doubt."""
    return {
        **_address(doubt.place),
        "found": doubt.found,
        "wanted": doubt.wanted,
        "likely": doubt.likely,
    }


def _passed(passed: Passed) -> Json:
    return {
        **_address(passed.place),
        "found": passed.found,
        "because": passed.because,
    }


def _address(place: Place) -> Json:
    return {"file": place.file, "sheet": place.sheet, "cell": place.cell}
