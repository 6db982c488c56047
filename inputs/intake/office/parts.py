"""Putting parts into a workbook's package, and telling its other parts of them."""

import re
from posixpath import relpath
from xml.sax.saxutils import quoteattr

from inputs.intake.office.package import CONTENT_TYPES, Package, relations_of
from inputs.intake.office.splice import Splices, prefix_of
from inputs.intake.office.xml import Attributes, local, stream

_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES = {
    "worksheet": f"{_SHEETS}.worksheet+xml",
    "comments": f"{_SHEETS}.comments+xml",
    "styles": f"{_SHEETS}.styles+xml",
    "vmlDrawing": "application/vnd.openxmlformats-officedocument.vmlDrawing",
}
_NO_RELATIONS = (
    b"<Relationships "
    b'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b"</Relationships>"
)


def add_part(package: Package, owner: str, kind: str, part: str, content: bytes) -> str:
    """Put a part into the package, to which its owner refers.

    Args:
        package: The workbook's parts.
        owner: The part that refers to the new one.
        kind: worksheet, comments, styles or vmlDrawing.
        part: The new part's name, with `{}` for a number that is free.
        content: What it holds.

    Returns:
        The relation by which the owner refers to it.
    """
    name = _free(part, package.parts)
    package.parts[name] = content
    _append(
        package,
        CONTENT_TYPES,
        "Types",
        f'<~Override PartName="/{name}" ContentType="{_TYPES[kind]}"/>',
    )
    links = relations_of(owner)
    package.parts.setdefault(links, _NO_RELATIONS)
    relation = _free("rota{}", {known.id for known in package.relations(owner)})
    target = relpath(f"/{name}", f"/{owner.rpartition('/')[0]}")
    _append(
        package,
        links,
        "Relationships",
        f'<~Relationship Id="{relation}" Type="{_LINKS}/{kind}" Target="{target}"/>',
    )
    return relation


def add_sheet_entry(package: Package, workbook: str, name: str, relation: str) -> None:
    """List a sheet in the workbook, behind all others."""
    sheets = package.tree(workbook).iterfind("{*}sheets/{*}sheet")
    number = max((int(sheet.get("sheetId", 0)) for sheet in sheets), default=0) + 1
    _append(
        package,
        workbook,
        "sheets",
        f'<~sheet name={quoteattr(name)} sheetId="{number}" '
        f'xmlns:r="{_LINKS}" r:id="{relation}"/>',
    )


def retype(package: Package, part: str, content_type: str) -> None:
    """Say of a part that it is of another type."""
    pattern = re.compile(
        rf"""(PartName\s*=\s*["']/?{re.escape(part)}["'][^>]*?ContentType\s*=\s*["'])"""
        r"""[^"']*""".encode()
    )
    types = package.parts[CONTENT_TYPES]
    package.parts[CONTENT_TYPES] = pattern.sub(
        lambda match: match[1] + content_type.encode(), types
    )


def _append(package: Package, part: str, element: str, item: str) -> None:
    """Put an item at the end of an element; `~` in it is the prefix of its name."""
    content = package.parts[part]
    splices = Splices(content)

    def end(name: str) -> None:
        if local(name) == element:
            new = item.replace("<~", f"<{prefix_of(name)}").encode()
            splices.put_inside(parser.CurrentByteIndex, name, new)

    parser = stream(_nothing, end)
    parser.Parse(content, True)
    package.parts[part] = splices.spliced()


def _nothing(name: str, attributes: Attributes) -> None:
    """Pass over the beginning of an element."""


def _free(pattern: str, taken: "dict[str, bytes] | set[str]") -> str:
    """The first name of this pattern that nothing has."""
    number = 1
    while pattern.format(number) in taken:
        number += 1
    return pattern.format(number)
