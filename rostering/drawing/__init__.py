"""Rotas drawn as text, both ways: for examples, tests and messages.

One line a person, one token a day: the turn's letter (`M` morning, `E` early, `L`
late, `N` night, `S` Specials' night, `D` day, `X` long) with the car's number where it
matters, `-` rest, `A` leave, `T` training; `E+N` is two in one day, and a leading dot
marks days before the period. Other lines begin with a word in lower case and give the
facts; see `facts.FACTS`.
"""

from rostering.drawing.reading import parse
from rostering.drawing.writing import draw

__all__ = ["draw", "parse"]
