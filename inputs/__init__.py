"""Spreadsheets in, a typed problem out."""
