"""A workbook as a text: every cell with its look, and all else that a sheet says."""

import rostering


def described(workbook):
    """Each sheet by its title, as lines that can be compared."""
    return {sheet.title: _Described(sheet).lines() for sheet in workbook}


LINE = 15.5
"""The height of a row of one line."""
BARE = ("None None, General", "left top, wrapped, General")
"""Looks by which nothing can be seen of an empty cell."""


class _Described:
    """One sheet; each look has a number, explained after the cells."""

    def __init__(self, sheet):
        self._sheet = sheet
        self._looks = {}

    def lines(self):
        cells = [self._cell(cell) for row in self._sheet.iter_rows() for cell in row]
        looks = [f"look {n}: {look}" for look, n in self._looks.items()]
        return [
            *self._pages(),
            *self._sizes(),
            *filter(None, cells),
            *looks,
            *self._choices(),
            *self._colours(),
        ]

    def _pages(self):
        """How it is shown, printed and guarded."""
        sheet, setup = self._sheet, self._sheet.page_setup
        fit = sheet.sheet_properties.pageSetUpPr
        fitted = f"{setup.fitToWidth} by {setup.fitToHeight}"
        yield f"{sheet.sheet_state}, frozen at {sheet.freeze_panes}"
        yield f"filter {sheet.auto_filter.ref}, locked {sheet.protection.sheet}"
        yield f"prints {sheet.print_area}, {setup.orientation}, paper {setup.paperSize}"
        yield f"fits {fitted if fit and fit.fitToPage else setup.scale}"
        yield f"repeats {sheet.print_title_rows} {sheet.print_title_cols}"
        yield f"breaks {[mark.id for mark in sheet.col_breaks.brk]}"
        head, foot = sheet.oddHeader, sheet.oddFooter
        yield f"above {head.left.text} | {head.right.text}; below {foot.center.text}"

    def _sizes(self):
        columns, rows = self._sheet.column_dimensions, self._sheet.row_dimensions
        yield f"widths { {name: size.width for name, size in columns.items()} }"
        heights = {number: size.height for number, size in rows.items()}
        yield f"heights { {n: high for n, high in heights.items() if high != LINE} }"

    def _cell(self, cell):
        look = self._look(cell)
        if cell.value is None and look in BARE:
            return ""
        number = self._looks.setdefault(look, len(self._looks) + 1)
        value = str(cell.value).replace(rostering.__version__, "VERSION")
        return f"{cell.coordinate} {cell.data_type} {value!r} {number}"

    @staticmethod
    def _look(cell):
        font, border, at = cell.font, cell.border, cell.alignment
        lines = [
            f"{side} {line.style} {line.color.rgb}"
            for side in ("top", "bottom")
            if (line := getattr(border, side)) and line.style
        ]
        parts = (
            "bold" if font.b else "",
            "italic" if font.i else "",
            f"ink {font.color.rgb}" if font.color and font.color.type == "rgb" else "",
            f"on {cell.fill.fgColor.rgb}" if cell.fill.fill_type else "",
            " ".join(lines),
            f"{at.horizontal} {at.vertical}",
            "wrapped" if at.wrap_text else "",
            cell.number_format,
            "text" if cell.quotePrefix else "",
        )
        return ", ".join(filter(None, parts))

    def _choices(self):
        book = self._sheet.parent
        for each in self._sheet.data_validations.dataValidation:
            title, cells = each.formula1.replace("'", "").split("!")
            names = [cell.value for (cell,) in book[title][cells.replace("$", "")]]
            yield f"offers at {each.sqref} ({each.errorStyle}): {names}"
            if each.showInputMessage and each.prompt:
                yield f"says there {each.prompt}"

    def _colours(self):
        for cells in self._sheet.conditional_formatting:
            for rule in cells.rules:
                yield f"colours {cells.sqref} if {rule.formula[0]}: {_change(rule.dxf)}"


def _change(dxf):
    font, fill, border = dxf.font, dxf.fill, dxf.border
    parts = (
        "bold" if font and font.b else "",
        "italic" if font and font.i else "",
        f"ink {font.color.rgb}" if font and font.color else "",
        f"on {fill.bgColor.rgb}" if fill else "",
        f"top {border.top.style}" if border and border.top else "",
    )
    return ", ".join(filter(None, parts))
