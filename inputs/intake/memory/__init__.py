"""What imports remember beside a book: how files are read, and what waits."""
