"""The rota engine: from everything asked to a rota that has passed its audit."""

__version__ = "0.1.0"
