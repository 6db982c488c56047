"""Writes books of any size, the same from the same seed."""

from examples.generator.book import Book
from examples.generator.draw import draw_book, write_book
from examples.generator.plan import BookPlan, Car, County, larger_plan
from examples.generator.workbook import save_book

__all__ = [
    "Book",
    "BookPlan",
    "Car",
    "County",
    "draw_book",
    "larger_plan",
    "save_book",
    "write_book",
]
