"""What a rota costs, what it covers, and what that is worth."""
