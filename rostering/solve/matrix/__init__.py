"""A posted model as arrays, and small models cut out of it."""

from rostering.solve.matrix.excerpt import Excerpt, Excerpts
from rostering.solve.matrix.lists import Lists, Whole
from rostering.solve.matrix.matrix import FAR, Charges, Kind, Matrix, holds
from rostering.solve.matrix.reading import matrix_of

__all__ = [
    "FAR",
    "Charges",
    "Excerpt",
    "Excerpts",
    "Kind",
    "Lists",
    "Matrix",
    "Whole",
    "holds",
    "matrix_of",
]
