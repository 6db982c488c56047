"""What stands beside a book: where its ledger is, known before anything is opened."""

from pathlib import Path

LEDGER = "ledger.sqlite"


def ledger_path(book: Path) -> Path:
    """Where a book's ledger stands: in its folder, or beside its workbook."""
    if book.is_dir():
        return book / LEDGER
    return book.with_name(f"{book.stem} {LEDGER}")
