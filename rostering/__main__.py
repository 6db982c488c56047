"""Runs the commands as `python -m rostering`."""

from rostering.cli import main

if __name__ == "__main__":
    main()
