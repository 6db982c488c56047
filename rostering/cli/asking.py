"""Asking, one by one, what an import could not know."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from inputs.intake import Asked

_STOP = "stop"
_ABOUT = {
    "code": "What does {word} mean?",
    "colour": "What does the colour {word} mean?",
    "column": "What does the column {word} tell?",
    "person": "Who is {word}?",
    "role": "Which role has a {word}?",
    "employer": "Which employer is {word}?",
    "unit": "Which car is {word}?",
    "team": "Which team is {word}?",
    "skill": "Which skill is {word}?",
    "turn": "When does {word} start and end?",
    "dates": "Does the day or the month come first in its dates?",
    "year": "Of which year are its dates?",
    "fill": "It has no column {word}. What is it for everybody in it?",
    "blank": "What does a blank cell mean?",
}


class Interview:
    """Asks each open question once."""

    def __init__(self, console: "Console") -> None:
        self._console = console
        self._asked: set[tuple[str, str]] = set()
        self._is_over = False
        self.has_answers = False
        """Whether anything was answered."""

    def about(self, questions: "Sequence[Asked]") -> tuple[str, ...]:
        """The answers, as they may be typed after --say; none when all is asked."""
        new = [asked for asked in questions if self._key(asked) not in self._asked]
        if self._is_over or not new:
            return ()
        self._console.print(
            f"{len(new)} open. Enter leaves one waiting; `{_STOP}` ends the questions."
        )
        said = tuple(self._answers(new))
        self.has_answers |= bool(said)
        return said

    def _answers(self, questions: "Sequence[Asked]") -> Iterator[str]:
        from inputs.intake import saying

        for asked in questions:
            self._asked.add(self._key(asked))
            answer = self._ask(asked)
            if answer.casefold() == _STOP:
                self._is_over = True
                return
            if answer:
                yield saying(asked.question, answer)

    def _ask(self, asked: "Asked") -> str:
        """The answer: one of the choices by its number, or words; empty for none."""
        from rostering.report.console.intake import examples

        question = asked.question
        words = _ABOUT[question.topic].format(word=question.word)
        cells = "1 cell" if asked.count == 1 else f"{asked.count} cells"
        self._console.print()
        self._console.print(f"{words} ({cells}, first {asked.first})")
        if not question.choices:
            self._console.print(f"  {examples(question.topic)}")
        choices = zip(question.choices, question.shown, strict=True)
        for number, (choice, shown) in enumerate(choices, 1):
            likely = " (likely)" if choice == question.likely else ""
            self._console.print(f"  {number}  {shown}{likely}")
        while True:
            typed = str(typer.prompt("Answer", default="", show_default=False)).strip()
            answer = self._chosen(typed, question.choices)
            if answer is not None:
                return answer
            self._console.print("Give one of the numbers, or Enter.")

    def _chosen(self, typed: str, choices: Sequence[str]) -> str | None:
        if not typed.isdecimal() or not choices:
            return typed
        number = int(typed)
        return choices[number - 1] if 1 <= number <= len(choices) else None

    def _key(self, asked: "Asked") -> tuple[str, str]:
        return asked.question.topic.value, asked.question.word.casefold()
