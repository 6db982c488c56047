"""What slack would buy, for other programs."""

from typing import TYPE_CHECKING

from constraints import RULES

if TYPE_CHECKING:
    from rostering.explain.prices import Gain, Price, Prices


def prices_document(found: "Prices") -> dict[str, object]:
    """Every price, the dearest first, and what has none."""
    return {
        "shifts": {"wanted": found.wanted, "crewed": found.crewed},
        "fairness": found.fairness,
        "prices": [_price(price) for price in found.found],
        "not_for_sale": [
            {"rule": code, "kind": RULES[code].kind.value}
            for code in found.not_for_sale
        ],
        "not_asked": list(found.not_asked),
    }


def _price(price: "Price") -> dict[str, object]:
    return {
        "rule": price.code,
        "title": RULES[price.code].title,
        "kind": RULES[price.code].kind.value,
        "parameter": price.what,
        "was": price.was,
        "now": price.now,
        "cover": _gain(price.cover),
        "fairness": _gain(price.fairness),
    }


def _gain(gain: "Gain") -> dict[str, int]:
    return {"at_least": gain.at_least, "at_most": gain.at_most}
