"""Who must sign a published rota before it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signatory:
    """An employer without whose word no published rota stands."""

    employer: str
    names: tuple[str, ...] = ()
    """Who may sign for it; anybody where it names nobody."""

    def admits(self, name: str) -> bool:
        """Tell whether this person may sign for it."""
        known = {each.casefold() for each in self.names}
        return not known or name.casefold() in known
