"""The empty book: every sheet with its columns, comments and drop-down lists."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from inputs._cells import letters
from inputs._columns import Column, Row, SheetForm
from inputs._values import NAME, SETTING, TEXT
from inputs.forms import SHEETS
from inputs.rules import RULES
from rostering.domain import RuleSetting

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

FILE = "book.xlsx"
LAST_ROW = 5_000
"""How far down the drop-down lists reach."""
NARROW, WIDE = 14, 26
"""How many characters go into a column of codes, and into one of names and notes."""

_FACE = "Calibri"
_NEEDED = (
    Font(name=_FACE, bold=True, color="FFFFFF"),
    PatternFill("solid", fgColor="1F4E79"),
)
_OPTIONAL = (
    Font(name=_FACE, bold=True, color="1F4E79"),
    PatternFill("solid", fgColor="DDEBF7"),
)
_COLUMNS = {(form.name, c.name): c for form in SHEETS for c in form.columns}


def write(
    folder: "Path",
    settings: Sequence[RuleSetting],
    meanings: Mapping[str, str] | None = None,
) -> "Path":
    """Write an empty book into the folder; the Rules sheet holds the settings.

    Args:
        folder: Where to write it.
        settings: How the rules are set.
        meanings: What each rule asks, by its code: comments on the Rules sheet.

    Raises:
        FileExistsError: There is one already.
    """
    target = folder / FILE
    if target.exists():
        raise FileExistsError(target)
    book = Workbook()
    book.properties.creator = "rota"
    for form in SHEETS:
        _write_sheet(book.create_sheet(form.name), form)
    book.remove(book.worksheets[0])
    _write_settings(book[RULES.name], settings, meanings or {})
    folder.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{FILE}.part")
    book.save(part)
    part.replace(target)
    return target


def headed(forms: Sequence[SheetForm[Row]]) -> bytes:
    """A workbook of these sheets, without lists, which could refer to other sheets."""
    book = Workbook()
    book.properties.creator = "rota"
    for form in forms:
        _write_sheet(book.create_sheet(form.name), form, has_lists=False)
    book.remove(book.worksheets[0])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _write_sheet(
    sheet: "Worksheet", form: SheetForm[Row], *, has_lists: bool = True
) -> None:
    sheet.freeze_panes = "A2"
    sheet.sheet_properties.tabColor = "1F4E79" if form.required else "9DC3E6"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = "1:1"
    index = 0
    for column in form.columns:
        for header in column.headers:
            index += 1
            _write_header(sheet.cell(1, index, header), form, column)
            _format_column(sheet, letters(index), column, len(header))
            validation = _list_for(form, column) if has_lists else None
            if validation:
                validation.add(f"{letters(index)}2:{letters(index)}{LAST_ROW}")
                sheet.add_data_validation(validation)


def _write_header(cell: "Cell", form: SheetForm[Row], column: Column) -> None:
    cell.font, cell.fill = _NEEDED if column.required else _OPTIONAL
    cell.alignment = Alignment(vertical="top")
    lines = [form.help] if cell.column == 1 else []
    lines += ["Needed." if column.required else "May be blank.", column.help]
    lines += [f"Holds {column.kind.wanted}."]
    if column.kind.example:
        lines.append(f"Example: {column.kind.example}")
    cell.comment = _comment(lines)


def _comment(lines: Sequence[str]) -> Comment:
    """A comment in a box that is large enough for it."""
    rows = sum(1 + len(line) // 45 for line in lines)
    return Comment("\n".join(lines), "rota", height=20 * rows + 10, width=320)


def _format_column(
    sheet: "Worksheet", letter: str, column: Column, header_length: int
) -> None:
    dimension = sheet.column_dimensions[letter]
    usual = WIDE if column.kind in (TEXT, SETTING) else NARROW
    dimension.width = max(usual, header_length + 3, len(column.kind.example) + 2)
    dimension.number_format = column.kind.number_format


def _list_for(form: SheetForm[Row], column: Column) -> DataValidation | None:
    """The column's drop-down list; a word that is not on it may be typed too."""
    choices = _range_of(form, column) or ",".join(column.kind.choices)
    if not choices:
        return None
    formula = choices if "!" in choices else f'"{choices}"'
    return DataValidation(
        type="list", formula1=formula, allow_blank=True, showErrorMessage=False
    )


def _range_of(form: SheetForm[Row], column: Column) -> str:
    """The cells of another sheet in which a column's one name must stand."""
    refers = column.refers
    if refers is None or column.kind is not NAME:
        return ""
    is_own = (refers.sheet, refers.column) == (form.name, column.name)
    if is_own or _COLUMNS[refers.sheet, refers.column].kind is not NAME:
        return ""
    sheet = next(other for other in SHEETS if other.name == refers.sheet)
    letter = letters(sheet.headers.index(refers.column) + 1)
    return f"'{refers.sheet}'!${letter}$2:${letter}${LAST_ROW}"


def _write_settings(
    sheet: "Worksheet", settings: Sequence[RuleSetting], meanings: Mapping[str, str]
) -> None:
    for number, setting in enumerate(settings, 2):
        if meaning := meanings.get(setting.code):
            sheet.cell(number, 1).comment = _comment([meaning])
        for index, header in enumerate(RULES.headers, 1):
            cell = sheet.cell(number, index, _said(setting)[header])
            if cell.data_type == "f":
                cell.data_type = "s"


def _said(setting: RuleSetting) -> dict[str, str | int | None]:
    """The setting's row by header."""
    on = None if setting.on is None else "Y" if setting.on else "N"
    return {
        "code": setting.code,
        "on": on,
        "mode": setting.mode and setting.mode.value,
        "tier": setting.tier and setting.tier.title,
        "weight": setting.weight,
        "applies to": setting.applies_to or None,
        "parameter": setting.parameter or None,
        "value": setting.value or None,
        "source": setting.source or None,
    }
