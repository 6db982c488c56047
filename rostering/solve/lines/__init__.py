"""Honest bounds from linear programming: never above what any rota could reach."""
