"""What people read on a screen or in a pipe: legible from 80 columns to 200."""

from rostering.report.console.screen import screen

__all__ = ["screen"]
