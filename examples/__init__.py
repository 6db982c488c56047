"""Worked examples of a book, and the generator that writes them."""
