"""Clashes and their repairs for other programs."""

from typing import TYPE_CHECKING

from rostering.domain import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostering.explain.clash import Clash
    from rostering.explain.clash.edits import Edit
    from rostering.explain.clash.repairs import Repair
    from rostering.explain.clash.words import Member

Document = dict[str, object]


def clash_documents(found: "Sequence[Clash]") -> list[Document]:
    """Each clash as its members: pins, facts and rules, with their cells."""
    return [{"members": [member_document(m) for m in clash.members]} for clash in found]


def repair_documents(repairs: "Sequence[Repair]") -> list[Document]:
    """Each repair as its edits: rows to clear, or cells and what to write there."""
    return [{"edits": [_edit(e) for e in repair.edits]} for repair in repairs]


def member_document(member: "Member") -> Document:
    """One pin, fact or rule."""
    return {
        "kind": member.kind.value,
        "rule": member.code,
        "said": member.said,
        "place": "" if member.place is None else str(member.place),
    }


def _edit(edit: "Edit") -> Document:
    return {
        "kind": edit.kind.name.lower(),
        "said": edit.said,
        "cells": [_cell(place) for place in edit.cells],
        "clear_rows": not edit.written,
        "write": edit.written,
    }


def _cell(place: Place) -> Document:
    return {"file": place.file, "sheet": place.sheet, "cell": place.cell}
