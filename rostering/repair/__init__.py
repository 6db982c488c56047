"""A new rota with least change from a published one, and what its changes mean."""
