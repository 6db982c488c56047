"""The answer to why: why a post is open, and why there is no rota at all."""
