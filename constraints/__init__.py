"""The rules, one module each: a rule is registered by being here."""

from importlib import import_module
from pkgutil import iter_modules

from constraints._catalogue import Entry, catalogue
from constraints._rule import Bar, BarringRule, Rule

__all__ = ["RULES", "Bar", "BarringRule", "Entry", "Rule", "catalogue"]


def _find() -> dict[str, type[Rule]]:
    found: dict[str, type[Rule]] = {}
    for module in iter_modules(__path__):
        if module.name.startswith("_"):
            continue
        for name, thing in vars(import_module(f"{__name__}.{module.name}")).items():
            is_rule = isinstance(thing, type) and issubclass(thing, Rule)
            if not is_rule or thing.__module__ != f"{__name__}.{module.name}":
                continue
            if thing.code in found:
                raise TypeError(f"{thing.code} is both {found[thing.code]} and {name}")
            found[thing.code] = thing
    return dict(sorted(found.items()))


RULES = _find()
"""Every rule by its code."""
