"""What is picked, asked and tried on the board, without any screen."""

from rostering.board.desk.board import Board, Given

__all__ = ["Board", "Given"]
