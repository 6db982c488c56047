"""What may become of a rota: tickets that run out, and days on which people are ill."""
