"""A page taken apart: its elements, its texts, and what stands in which section."""

from collections import Counter
from html.parser import HTMLParser

VOID = {"br", "link", "meta", "rect", "input"}


class Parsed(HTMLParser):
    """Every element with its attributes; the texts of each section and row."""

    def __init__(self, page):
        super().__init__()
        self.elements = []
        self.sections = {}
        self.rows = {}
        self.raw = {"style": "", "script": ""}
        self._open = []
        self._section = ""
        self.feed(page.decode())
        self.close()
        assert self._open == [], "every element is closed"

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)
        if tag == "section":
            self._section = dict(attrs)["id"]
        if tag == "tr":
            self.rows.setdefault(self._section, []).append("")
        if tag in ("td", "th"):
            self.rows[self._section][-1] += " "

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self._open.pop() == tag
        if tag == "section":
            self._section = ""

    def handle_data(self, data):
        if self._open and self._open[-1] in self.raw:
            self.raw[self._open[-1]] += data
            return
        self.sections[self._section] = self.sections.get(self._section, "") + data
        if "tr" in self._open:
            self.rows[self._section][-1] += data

    def all(self, tag):
        """The attributes of every element of the kind."""
        return [attrs for name, attrs in self.elements if name == tag]

    @property
    def skeleton(self):
        """What the page is built of, whatever stands in it."""
        return [(tag, *attrs) for tag, attrs in self.elements]

    @property
    def ids(self):
        """How often each id is given."""
        return Counter(attrs["id"] for _, attrs in self.elements if "id" in attrs)
