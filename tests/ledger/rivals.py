"""Several processes that publish to one ledger at once.

Run by itself: `python -m tests.ledger.rivals BOOK PROCESSES VERSIONS`. Each process
publishes so many versions, and looks again whenever another was faster.
"""

import os
import sys
from pathlib import Path

from rostering.ledger import Ledger, Overtaken
from tests.ledger.drafts import draft


def publish_all(book, name, versions):
    """Publish so many versions; the answer is how often another was faster."""
    ledger = Ledger.beside(book, create=True)
    overtaken = 0
    for number in range(versions):
        ledger.note("asked", {"by": name}, author=name)
        while True:
            last = len(ledger.versions())
            try:
                ledger.publish(draft(f"{name}-{number}", author=name), after=last)
                break
            except Overtaken:
                overtaken += 1
    return overtaken


def main(book, processes, versions):
    """Let them all begin, and wait for their ends."""
    children = []
    for number in range(processes):
        child = os.fork()
        if child == 0:
            publish_all(book, f"P{number}", versions)
            os._exit(0)
        children.append(child)
    ends = [os.waitpid(child, 0)[1] for child in children]
    assert ends == [0] * processes


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
