"""The parts of the workbook: what an office program would otherwise offer to repair."""

import re
import zipfile
from collections import Counter
from dataclasses import replace
from io import BytesIO
from posixpath import dirname, join, normpath

import pytest
from defusedxml.ElementTree import fromstring

from rostering.domain import Rota
from rostering.report.veil import View, veiled
from rostering.report.workbook import to_workbook
from tests.report.hostile import NASTY, dressed

TYPES = "[Content_Types].xml"
MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml"
UNTEXTLIKE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LONGEST = 32_767
"""Signs that a cell may hold."""


@pytest.fixture(params=["as it is", "hostile", "empty", "shared"], scope="module")
def parts(request, built):
    """The content of each part by its name."""
    empty = Rota(replace(built.rota.problem, shifts=()))
    rotas = {
        "as it is": built,
        "hostile": dressed(built, "".join(NASTY)),
        "empty": replace(built, rota=empty, gaps=(), rules=()),
        "shared": veiled(built.rota, View("public", frozenset())),
    }
    content = to_workbook(rotas[request.param])
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len({name.casefold() for name in names}) == len(names)
        return {name: archive.read(name) for name in names}


def named(root, tag):
    """Every element of the name, of whatever namespace."""
    return [each for each in root.iter() if each.tag.rpartition("}")[2] == tag]


def sheets(parts):
    return [fromstring(parts[n]) for n in parts if n.startswith("xl/worksheets/")]


def test_every_part_is_well_formed_and_has_no_sign_that_is_no_text(parts):
    for content in parts.values():
        fromstring(content)
        assert not UNTEXTLIKE.search(content.decode())


def test_every_part_has_a_type_and_none_is_named_that_is_not_there(parts):
    types = fromstring(parts[TYPES])
    endings = {each.get("Extension") for each in named(types, "Default")}
    given = Counter(each.get("PartName") for each in named(types, "Override"))
    assert max(given.values()) == 1
    assert {name.lstrip("/") for name in given} <= parts.keys()
    untyped = {n for n in parts if f"/{n}" not in given and n != TYPES}
    assert {name.rpartition(".")[2] for name in untyped} <= endings


def test_there_is_no_macro_and_nothing_from_elsewhere(parts):
    assert f"{MAIN}.sheet.main+xml" in parts[TYPES].decode()
    for name, content in parts.items():
        assert "vba" not in name.casefold()
        assert not name.startswith(("xl/externalLinks/", "xl/embeddings/"))
        if name.endswith(".rels"):
            assert b"TargetMode" not in content


def test_every_relation_leads_to_a_part_and_has_an_id_of_its_own(parts):
    for name, content in parts.items():
        if name.endswith(".rels"):
            root = dirname(dirname(name))
            relations = named(fromstring(content), "Relationship")
            ids = Counter(each.get("Id") for each in relations)
            assert max(ids.values()) == 1
            for each in relations:
                target = each.get("Target")
                path = target.lstrip("/") if target[0] == "/" else join(root, target)
                assert normpath(path) in parts


def test_sheets_and_their_names_are_told_apart(parts):
    book = fromstring(parts["xl/workbook.xml"])
    found = named(book, "sheet")
    for key in ("name", "sheetId"):
        values = [each.get(key).casefold() for each in found]
        assert len(set(values)) == len(found)
    assert all(len(each.get("name")) <= 31 for each in found)
    defined = [
        (each.get("name"), each.get("localSheetId"))
        for each in named(book, "definedName")
    ]
    assert len(set(defined)) == len(defined)
    assert all(int(of_sheet) < len(found) for _, of_sheet in defined)


def test_every_cell_has_a_place_a_look_and_a_length_that_exist(parts):
    looks = fromstring(parts["xl/styles.xml"])
    count = len(named(looks, "cellXfs")[0])
    for root in sheets(parts):
        places = [cell.get("r") for cell in named(root, "c")]
        assert len(set(places)) == len(places)
        assert all(int(cell.get("s", 0)) < count for cell in named(root, "c"))
        assert all(len(text.text or "") <= LONGEST for text in named(root, "t"))
        for cell in named(root, "c"):
            assert cell.get("t") not in ("inlineStr", "s") or len(cell)


def test_every_change_of_colour_is_known_and_no_number_is_given_twice(parts):
    count = len(named(fromstring(parts["xl/styles.xml"]), "dxf"))
    for root in sheets(parts):
        rules = named(root, "cfRule")
        assert all(int(rule.get("dxfId")) < count for rule in rules)
        orders = [rule.get("priority") for rule in rules]
        assert len(set(orders)) == len(orders)


def test_warnings_and_heads_are_no_longer_than_they_may_be(parts):
    for root in sheets(parts):
        for each in named(root, "dataValidation"):
            assert len(each.get("error", "")) <= 225
            assert len(each.get("prompt", "")) <= 255
            assert len(each.get("errorTitle", "")) <= 32
            assert len(named(each, "formula1")[0].text) <= 255
        for tag in ("oddHeader", "oddFooter"):
            assert all(len(each.text) <= 255 for each in named(root, tag))
        assert all(ref.get("ref") for ref in named(root, "autoFilter"))


ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData"),
    *("sheetProtection", "autoFilter", "mergeCells", "conditionalFormatting"),
    *("dataValidations", "printOptions", "pageMargins", "pageSetup", "headerFooter"),
    *("rowBreaks", "colBreaks", "tableParts"),
)
"""Of what a sheet consists of, as ECMA-376 has it; an office program asks for it."""


def test_the_parts_of_a_sheet_come_in_their_order(parts):
    for root in sheets(parts):
        tags = [each.tag.rpartition("}")[2] for each in root]
        assert tags == sorted(tags, key=ORDER.index)
        single = [tag for tag in tags if tag != "conditionalFormatting"]
        assert len(set(single)) == len(single)


def test_no_heading_or_row_stands_twice_and_all_rise(parts):
    for root in sheets(parts):
        rows = [int(row.get("r")) for row in named(root, "row")]
        assert rows == sorted(set(rows))
        columns = [int(column.get("min")) for column in named(root, "col")]
        assert columns == sorted(set(columns))
