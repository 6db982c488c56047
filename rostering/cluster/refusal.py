"""What keeps a search from a cluster, in words for whoever asked for it."""


class ClusterRefusal(Exception):
    """The cluster cannot be used."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice
        """What to do next."""
