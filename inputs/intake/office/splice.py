"""Changing a few places of an XML part, and leaving every other byte as it is."""

import re
from dataclasses import dataclass, field


@dataclass
class Splices:
    """Changes to the bytes of one part."""

    content: bytes
    _changes: list[tuple[int, int, bytes]] = field(default_factory=list)

    def replace(self, start: int, end: int, new: bytes) -> None:
        """Put other bytes in the place of these."""
        self._changes.append((start, end, new))

    def insert(self, at: int, new: bytes) -> None:
        """Put bytes before this place, after what was put there earlier."""
        self.replace(at, at, new)

    def put_inside(self, end: int, name: str, new: bytes) -> None:
        """Put bytes at the end of an element, of which the parser told the end here."""
        if self.has_end_tag(end, name):
            self.insert(end, new)
        else:
            self.replace(end - 2, end, b">" + new + f"</{name}>".encode())

    def has_end_tag(self, end: int, name: str) -> bool:
        """Whether the element of which the parser told the end here has a tag there.

        One such as <row/> has none: the parser tells its end just behind it.
        """
        return self.content.startswith(f"</{name}".encode(), end)

    def end_of(self, end: int, name: str) -> int:
        """Where the element is over of which the parser told the end here."""
        if self.has_end_tag(end, name):
            return self.content.index(b">", end) + 1
        return end

    def tag(self, start: int) -> tuple[int, bytes]:
        """Where the tag that starts here ends, and the tag."""
        end = self.content.index(b">", start) + 1
        return end, self.content[start:end]

    def spliced(self) -> bytes:
        """The part with its changes."""
        pieces, done = [], 0
        for start, end, new in sorted(self._changes, key=lambda change: change[0]):
            pieces += [self.content[done:start], new]
            done = end
        return b"".join([*pieces, self.content[done:]])


def with_attribute(tag: bytes, name: str, value: object) -> bytes:
    """The tag with this attribute, in the place of another value if it has one."""
    said = f' {name}="{value}"'.encode()
    pattern = rf"""\s{name}\s*=\s*("[^"]*"|'[^']*')""".encode()
    changed, count = re.subn(pattern, said, tag, count=1)
    if count:
        return changed
    return re.sub(rb"(?=\s*/?>$)", said, tag, count=1)


def prefix_of(name: str) -> str:
    """The prefix of an element's name with its colon, or nothing."""
    prefix, colon, _ = name.rpartition(":")
    return prefix + colon
