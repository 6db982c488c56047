"""OpenDocument spreadsheets (.ods), read from their XML with looks and comments."""
