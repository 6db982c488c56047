"""A rota on paper: a sheet for each person, a poster for each car and for all cars."""
