"""A rota as it is kept in files: its lines, and the way back from them."""
