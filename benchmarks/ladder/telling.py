"""The ladder's figures as tables, and which goals were missed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.ladder.feel import Felt
from benchmarks.ladder.rungs import Rung
from benchmarks.reasons import with_reason
from benchmarks.results import table

Measure = Mapping[str, Any]
"""What one run came to, as `ours` and `peers` print it."""


def told(
    ours: Sequence[tuple[Rung, Measure]],
    peers: Sequence[tuple[Rung, str, Measure]],
    feel: Sequence[Felt],
) -> str:
    """All tables, each with a sentence on how to read it."""
    parts = [
        "Seconds on the clock for each step, each rung in a process of its own; "
        "`processor` is the time of all its threads together, without the wait for a "
        "core.",
        _steps(ours),
        *_limits(ours),
        "Value of each tier, with its bound where that is not the same (seconds on "
        "the clock).",
        _tiers(ours),
        _goals(ours),
    ]
    if peers:
        parts += [
            "The same model given to peers, tier after tier, in about as many seconds "
            "as ours took: value (bound). `ratio` is the peer's time to ours.",
            _peers(ours, peers),
            *_remarks(peers),
        ]
    if feel:
        parts += ["What people wait for, best of some times.", _feel(feel)]
    return "\n\n".join(parts)


def _steps(ours: Sequence[tuple[Rung, Measure]]) -> str:
    heads = ("book", "shifts", "people", "parts", "rows", "read", "check", "model")
    heads += ("first rota", "solve", "explain", "write", "whole", "processor", "memory")
    rows = []
    for rung, found in ours:
        steps, model = found["steps"], found["model"]
        first = found["first rota"]
        rows.append(
            (
                rung.name,
                *(str(found[each]) for each in ("shifts", "people", "components")),
                f"{model['rows']:,}",
                *(f"{steps[step]:.1f}" for step in ("read", "check")),
                f"{model['seconds']:.1f}",
                "" if first is None else f"{first:.1f}",
                *(f"{steps[step]:.1f}" for step in ("solve", "explain", "write")),
                *(f"{found[each]:.1f}" for each in ("whole", "processor")),
                f"{found['gigabytes']:.2f} GB",
            )
        )
    return table(heads, rows)


def _limits(ours: Sequence[tuple[Rung, Measure]]) -> Iterator[str]:
    """Which searches were limited."""
    limited = [
        f"{rung.name} ({limit:.0f} s)"
        for rung, found in ours
        if (limit := found["limit"]) is not None
    ]
    if limited:
        yield (
            f"Searched with `rota build --seconds`: {', '.join(limited)}; the others "
            "until they ended by themselves."
        )


def _tiers(ours: Sequence[tuple[Rung, Measure]]) -> str:
    titles = tuple(next(iter(ours))[1]["tiers"])
    rows = [
        (rung.name, *(_tier(found["tiers"][title]) for title in titles))
        for rung, found in ours
    ]
    return table(("book", *titles), rows)


def _tier(tier: Measure) -> str:
    return f"{_value(tier)} {tier['seconds']:.1f} s"


def _value(tier: Measure) -> str:
    value, bound = tier["value"], tier["bound"]
    if bound is None:
        return f"{value}"
    if value is None:
        return f"none (≥ {bound})"
    return f"{value}" if value <= bound else f"{value} (≥ {bound})"


def _goals(ours: Sequence[tuple[Rung, Measure]]) -> str:
    lines = [line for rung, found in ours for line in _missed(rung, found)]
    wanted = [rung for rung, _ in ours if rung.goal]
    if not lines:
        return f"Goals: all {len(wanted)} rungs that have some reach them."
    return "\n".join(["Goals missed:", "", *(f"- {line}" for line in lines)])


def _missed(rung: Rung, found: Measure) -> Iterator[str]:
    goal = rung.goal
    if goal is None:
        return
    whole = found["whole"]
    if whole > goal.seconds:
        yield with_reason(
            "own",
            f"{rung.name} time",
            f"{rung.name}: {whole:.1f} s on the clock where {goal.seconds:.0f} s are "
            f"wanted; {found['processor']:.0f} s of the processor.",
        )
    for title, tier in found["tiers"].items():
        gap = (tier["value"] - tier["bound"]) / max(1, tier["value"])
        if gap > goal.gap:
            yield with_reason(
                "own",
                f"{rung.name} {title}",
                f"{rung.name}: {title} is {tier['value']}, proved to be at least "
                f"{tier['bound']}: {gap:.1%} where {goal.gap:.0%} is wanted.",
            )
    if goal.gigabytes and found["gigabytes"] > goal.gigabytes:
        yield f"{rung.name}: {found['gigabytes']:.1f} GB of memory."
    share = found["model"]["seconds"] / whole
    if share > 1 / 4:
        yield f"{rung.name}: making the model is {share:.0%} of the whole."


def _peers(
    ours: Sequence[tuple[Rung, Measure]], peers: Sequence[tuple[Rung, str, Measure]]
) -> str:
    titles = tuple(next(iter(ours))[1]["tiers"])
    times = {rung.name: found["steps"]["solve"] for rung, found in ours}
    rows = []
    for rung, found in ours:
        values = (_value(found["tiers"][title]) for title in titles)
        rows.append((rung.name, "ours", *values, f"{times[rung.name]:.1f} s", "1.0"))
        rows += [
            (rung.name, peer, *_row_of_peer(its, titles, times[rung.name]))
            for each, peer, its in peers
            if each == rung
        ]
    return table(("book", "who", *titles, "solving", "ratio"), rows)


def _row_of_peer(found: Measure, titles: Sequence[str], ours: float) -> tuple[str, ...]:
    whole = found["whole"]
    if whole is None:
        return (*(found["why"] for _ in titles), "", "")
    values = (_of_peer(found, title) for title in titles)
    return (*values, f"{whole:.1f} s", f"{whole / ours:.1f}")


def _of_peer(found: Measure, title: str) -> str:
    tier = found["tiers"].get(title)
    return "not reached" if tier is None else _value(tier)


def _remarks(peers: Sequence[tuple[Rung, str, Measure]]) -> Iterator[str]:
    """Of peers that were told of the rules in a way of their own, how far they were."""
    own = [(rung, peer, found) for rung, peer, found in peers if "untold" in found]
    if own:
        who = " and ".join(dict.fromkeys(peer for _, peer, _ in own))
        yield (
            f"{who} has a model of its own, with all tiers in one search that proves "
            "nothing; its seconds are those of the search and, on top, what it takes "
            "to hand over the facts. Its values are those of our audit."
        )
        yield "\n".join(f"- {rung.name}: {_remark(found)}" for rung, _, found in own)


def _remark(found: Measure) -> str:
    untold = ", ".join(found["untold"]) or "none"
    broken = [
        f"{code} ({number})" for code, number in sorted(found["breaches"].items())
    ]
    return (
        f"told only in part of these rules: {untold}; breaks these that must hold: "
        f"{', '.join(broken) or 'none'}."
    )


def _feel(feel: Sequence[Felt]) -> str:
    rows = [
        (
            each.what,
            f"{each.goal:g} s",
            f"{each.seconds:.2f} s",
            f"{each.processor:.2f} s",
            _kept(each),
        )
        for each in feel
    ]
    return table(("what", "goal", "took", "processor", ""), rows)


def _kept(each: Felt) -> str:
    return "kept" if each.is_kept else "missed"
