"""What was decided for one source, so that nobody is asked twice."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from inputs.intake.doubts import Topic
from inputs.intake.wanted import ImportKind


@dataclass(frozen=True)
class Recipe:
    """How files of one layout are read: kept beside the book."""

    name: str = ""
    kind: ImportKind | None = None
    layout: tuple[str, ...] = ()
    """The headings by which a file of the source is known again."""
    side: str = ""
    """ambulance, police or specials, where it was told; files of another are others."""
    file: str = ""
    """The name of the file that was imported last."""
    said: Mapping[tuple[Topic, str], str] = field(default_factory=dict)
    """What words mean, by topic and word in small letters."""

    def meaning(self, topic: Topic, word: str = "") -> str | None:
        """What somebody said that the word means; None if nobody has."""
        return self.said.get((topic, word.casefold()))
