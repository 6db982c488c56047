"""The rules that a rota must keep, one module each."""
