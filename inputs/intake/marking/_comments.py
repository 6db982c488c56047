"""Comments of ours beside those of the sender, in the XML that holds both."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

from inputs.intake._marks import ADVICE, AGAIN, AUTHOR
from inputs.intake.office.splice import Splices, prefix_of
from inputs.intake.office.xml import Attributes, local, stream

NEW_COMMENTS = (
    b'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<authors></authors><commentList></commentList></comments>"
)
_OURS = re.compile(
    rb"\s*(?:rota asks \(\d+\): [^<]*?%b|rota finds: [^<]*?%b)"
    % tuple(re.escape(escape(end)).encode() for end in (ADVICE, AGAIN))
)
_PLAIN = re.compile(rb"(<(?:\w+:)?text>\s*)(<(\w+:)?t(?: [^>]*)?>[^<]*</(?:\w+:)?t>)")
_TEXT = re.compile(rb"<(?:\w+:)?t(?: [^>]*)?>([^<]*)</")
_TEXT_END = re.compile(rb"</(?:\w+:)?text>")


class Comments:
    """The comments of one sheet."""

    def __init__(self, content: bytes, asked: Mapping[str, str]) -> None:
        """Ask what is to be asked, and nothing that was asked earlier.

        Args:
            content: The XML of the comments.
            asked: What to write beside cells, by their address.
        """
        self._splices = Splices(content)
        self._asked = dict(asked)
        self._prefix = ""
        self._ref, self._start_at, self._authors = "", 0, 0
        self.gone: list[str] = []
        """Cells that have no comment any more."""
        self.new: list[str] = []
        """Cells that had none before."""
        self._parser = stream(self._start, self._end)
        self._parser.Parse(content, True)

    def spliced(self) -> bytes:
        """The comments with ours."""
        return self._splices.spliced()

    def _start(self, name: str, attributes: Attributes) -> None:
        kind = local(name)
        if kind == "comments":
            self._prefix = prefix_of(name)
        elif kind == "author":
            self._authors += 1
        elif kind == "comment":
            self._ref = attributes.get("ref", "")
            self._start_at = self._parser.CurrentByteIndex

    def _end(self, name: str) -> None:
        at, kind, p = self._parser.CurrentByteIndex, local(name), self._prefix
        if kind == "comment":
            self._end_comment(self._splices.end_of(at, name))
        elif kind == "authors":
            if self._asked:
                author = f"<{p}author>{AUTHOR}</{p}author>".encode()
                self._splices.put_inside(at, name, author)
        elif kind == "commentList":
            self.new = list(self._asked)
            if self.new:
                new = [self._comment(ref, text) for ref, text in self._asked.items()]
                self._splices.put_inside(at, name, b"".join(new))

    def _end_comment(self, end: int) -> None:
        old = self._splices.content[self._start_at : end]
        kept, count = _OURS.subn(b"", old)
        asked = self._asked.pop(self._ref, "")
        if asked:
            kept = _PLAIN.sub(self._in_run, kept)
            run = self._run(f"\n{asked}")
            kept = _TEXT_END.sub(lambda match: run + match[0], kept, count=1)
        elif count and not b"".join(_TEXT.findall(kept)).strip():
            kept = b""
            self.gone.append(self._ref)
        if kept != old:
            self._splices.replace(self._start_at, end, kept)

    def _in_run(self, match: "re.Match[bytes]") -> bytes:
        p = self._prefix
        return match[1] + f"<{p}r>".encode() + match[2] + f"</{p}r>".encode()

    def _comment(self, ref: str, text: str) -> bytes:
        p = self._prefix
        head = f'<{p}comment ref="{ref}" authorId="{self._authors}"><{p}text>'
        tail = f"</{p}text></{p}comment>"
        return head.encode() + self._run(text) + tail.encode()

    def _run(self, text: str) -> bytes:
        p = self._prefix
        look = f'<{p}rPr><{p}sz val="9"/><{p}rFont val="Tahoma"/></{p}rPr>'
        said = f'<{p}t xml:space="preserve">{escape(text)}</{p}t>'
        return f"<{p}r>{look}{said}</{p}r>".encode()
