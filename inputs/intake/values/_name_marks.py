"""What people write around a name: ranks, numbers, brackets and stars."""

import re
from dataclasses import dataclass, replace

_RANKS = {
    word: rank
    for rank, words in {
        "PC": "pc wpc police_constable",
        "DC": "dc wdc detective_constable",
        "PS": "ps wps sgt sergeant police_sergeant",
        "DS": "ds",
        "INSP": "insp inspector",
        "SC": "sc spc s/c special_constable",
        "S/SGT": "s/sgt s/ps ssgt spsgt special_sergeant",
        "S/INSP": "s/insp special_inspector",
        "A/PS": "a/ps a/sgt acting_sergeant acting_ps",
        "T/PS": "t/ps t/sgt temporary_sergeant temp_ps",
        "A/INSP": "a/insp acting_inspector",
        "T/INSP": "t/insp temporary_inspector",
        "C/INSP": "c/insp chief_inspector",
        "PCSO": "pcso",
        "PARA": "para paramedic p/medic",
        "NQP": "nqp",
        "TECH": "tech technician",
        "AAP": "aap",
        "ECSW": "ecsw",
    }.items()
    for word in words.split()
}
_ASIDES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "rev", "sir", "aps", "dps", "ips", "act"}
)
"""Titles, a Special Constable's standing, and `acting`."""
_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_SIGNS = re.compile(r"[*†‡#?!~^]+|(?<= )[.+]+$")
_FORMER = re.compile(r"\b(?:n[eé]e|formerly|previously|prev)\b\.? [^,]+", re.IGNORECASE)
_ASIDE = re.compile(r" - (?=[a-z]|.*[0-9]).*")
_SPACED_HYPHEN = re.compile(r" ?- ?")
_GLUED = re.compile(r"([A-Za-z/]{2,6}?)\.?([0-9]{2,8})")
_NUMBER = re.compile(r"[0-9]{3,9}")
_LONGEST_RANK = 2


@dataclass(frozen=True, slots=True)
class Stripped:
    """A name, and what stood around it."""

    text: str
    rank: str = ""
    number: str = ""
    marks: tuple[str, ...] = ()


def stripped(text: str) -> Stripped:
    """The name alone; what stood around it is kept beside it."""
    inner = [_of_part(match[1]) for match in _BRACKETS.finditer(text)]
    marks = [part.text for part in inner if part.text]
    text = _BRACKETS.sub(" ", text)
    for form in (_FORMER, _ASIDE, _SIGNS):
        marks += [match[0].strip(" -") for match in form.finditer(text)]
        text = form.sub(" ", text)
    outer = [_of_part(part) for part in _SPACED_HYPHEN.sub("-", text).split(",")]
    parts = [*outer, *inner]
    return Stripped(
        ", ".join(part.text for part in outer if part.text),
        next((part.rank for part in parts if part.rank), ""),
        next((part.number for part in parts if part.number), ""),
        (*marks, *(mark for part in parts for mark in part.marks)),
    )


def _of_part(text: str) -> Stripped:
    """What stands between commas, without ranks, titles and numbers."""
    words = text.split()
    found = Stripped("")
    while words:
        shorter, found = _without_one(words, found)
        if len(shorter) == len(words):
            break
        words = shorter
    return replace(found, text=" ".join(words))


def _without_one(words: list[str], found: Stripped) -> tuple[list[str], Stripped]:
    """The words without one more rank, title, number or share at either end."""
    for count in range(min(_LONGEST_RANK, len(words)), 0, -1):
        for taken, rest in (
            (words[:count], words[count:]),
            (words[-count:], words[:-count]),
        ):
            if rank := _RANKS.get("_".join(taken).casefold().replace(".", "")):
                return rest, _ranked(found, rank)
    for at in (0, -1):
        word, rest = words[at], words[1:] if at == 0 else words[:-1]
        if _NUMBER.fullmatch(word):
            return rest, replace(found, number=found.number or word)
        glued = _GLUED.fullmatch(word)
        if glued and (rank := _RANKS.get(glued[1].casefold())):
            return rest, replace(_ranked(found, rank), number=found.number or glued[2])
        is_aside = word.casefold().rstrip(".") in _ASIDES and rest
        if is_aside or any(map(str.isdigit, word)):
            return rest, replace(found, marks=(*found.marks, word))
    return words, found


def _ranked(found: Stripped, rank: str) -> Stripped:
    """The same with a rank; a second one is a mark."""
    if found.rank:
        return replace(found, marks=(*found.marks, rank))
    return replace(found, rank=rank)
