"""What imports keep beside a book: where it lies, known before any of it is read."""

from pathlib import Path

FOLDER = "imports"
WAITING = "waiting.json"


def folder_of(book: Path) -> Path:
    """The folder `imports` in a book's folder, or beside a workbook.

    Of `mybook.xlsx` it is `mybook imports`.
    """
    if book.is_dir():
        return book / FOLDER
    return book.with_name(f"{book.stem} {FOLDER}")


def waiting_path(book: Path) -> Path:
    """The file of the doubts that wait for an answer."""
    return folder_of(book) / WAITING
