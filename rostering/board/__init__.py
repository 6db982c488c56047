"""The board of `rota board`: what is on the desk, and the screen that shows it."""
