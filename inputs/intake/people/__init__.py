"""Whom a file means: the people of the book, and how senders name them."""
