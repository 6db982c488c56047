"""The board as a program for the whole terminal."""

from rostering.board.screen.app import BoardApp

__all__ = ["BoardApp"]
