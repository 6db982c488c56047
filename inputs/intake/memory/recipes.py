"""Recipes kept beside a book, and knowing a source again by how its files look."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from rapidfuzz import fuzz

from inputs.beside import folder_of
from inputs.intake.doubts import Topic
from inputs.intake.entries import Block
from inputs.intake.memory.keeping import Json, damaged, load
from inputs.intake.recipe import Recipe
from inputs.intake.wanted import ImportKind

FILE = "recipes.json"
ALIKE = 0.5
"""Which part of their headings two layouts share, if one is the other changed."""

_SHAPE = "shape: "
_OF_A_DAY = re.compile(
    r"\bw/?c\b|\bweek\b|\bcommencing\b|(st|nd|rd|th)\b|\b[mtwfs]\b|[\W\d_]|"
    r"\b(mon|tue|tues|wed|weds|wednes|thu|thu(r|rs)|fri|sat|satur|sun)(day)?\b|"
    r"\b(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|"
    r"sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\b"
)
_SIGNS = re.compile(r"[\W\d_]+")
_VERSIONS = frozenset(["final", "copy", "draft", "new", "old", "v", "version", "of"])


@dataclass(frozen=True)
class Recognition:
    """The recipe for a file, and how the file differs from those before it."""

    recipe: Recipe
    is_new: bool = False
    """Whether no file of this source was imported before."""
    came: tuple[str, ...] = ()
    """Headings that are new."""
    went: tuple[str, ...] = ()
    """Headings that are no longer there."""


def layout_of(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The shapes and the headings of a file; headings that name a day are none."""
    found = {f"{_SHAPE}{block.shape}" for block in blocks}
    for block in blocks:
        texts = (heading.cell.text.casefold() for heading in block.headings)
        found |= {" ".join(text.split()) for text in texts if _OF_A_DAY.sub("", text)}
    return tuple(sorted(found))


def recipe_for(
    book: Path,
    blocks: Sequence[Block],
    kind: ImportKind | None,
    recipe: Recipe,
) -> Recognition:
    """The recipe kept for files like this one, or a new one.

    Args:
        book: Where the import goes.
        blocks: What the file's layout says.
        kind: What it is imported for; None for any.
        recipe: What is known before: the file's name, its side and what was said
            now, which goes before what was said earlier. A name of a source, where
            it has one, decides.

    Raises:
        BadInputs: The recipes that are kept cannot be read.
    """
    known = recipes_of(book)
    new = replace(recipe, kind=kind, layout=layout_of(blocks))
    best = _best(known, new)
    if best is None:
        name = new.name or _name_for(new, {each.name for each in known})
        return Recognition(replace(new, name=name), is_new=True)
    said = {**best.said, **new.said}
    side = new.side or best.side
    kept = replace(new, name=best.name, said=said, side=side)
    before, now = set(best.layout), set(new.layout)
    came, went = tuple(sorted(now - before)), tuple(sorted(before - now))
    return Recognition(kept, came=came, went=went)


def recipes_of(book: Path) -> tuple[Recipe, ...]:
    """The recipes kept beside a book, by name.

    Raises:
        BadInputs: They cannot be read.
    """
    path = folder_of(book) / FILE
    held = load(path)
    try:
        return tuple(_recipe(name, words) for name, words in sorted(held.items()))
    except (AttributeError, KeyError, TypeError, ValueError):
        raise damaged(path) from None


def document_of(recipes: Iterable[Recipe]) -> Json:
    """Recipes as they are kept, by name."""
    return {recipe.name: _document(recipe) for recipe in recipes}


def _best(known: Iterable[Recipe], new: Recipe) -> Recipe | None:
    """The recipe by its name, or of the layout that is most like the file's own."""
    if new.name:
        return next((each for each in known if each.name == new.name), None)
    ranked = [(_likeness(each, new), each) for each in known if _may_be(each, new)]
    likeness, best = max(ranked, key=lambda pair: pair[0], default=((0.0, 0.0), None))
    return best if likeness[0] >= ALIKE else None


def _may_be(known: Recipe, new: Recipe) -> bool:
    is_of_kind = new.kind is None or known.kind is new.kind
    is_of_side = not (known.side and new.side) or known.side == new.side
    return is_of_kind and is_of_side and _shapes(known) == _shapes(new)


def _shapes(recipe: Recipe) -> set[str]:
    return {word for word in recipe.layout if word.startswith(_SHAPE)}


def _likeness(known: Recipe, new: Recipe) -> tuple[float, float]:
    """How much of the layouts is in both, of 1; then how alike the files' names are."""
    one, other = (set(each.layout) - _shapes(each) for each in (known, new))
    both = len(one & other) / len(one | other) if one | other else 1.0
    return both, fuzz.ratio(_family(known.file), _family(new.file))


def _family(file: str) -> str:
    """A file's name without ending, dates, numbers and versions."""
    words = _SIGNS.sub(" ", PurePath(file).stem).split()
    return " ".join(
        word
        for word in words
        if word.casefold() not in _VERSIONS and _OF_A_DAY.sub("", word.casefold())
    )


def _name_for(recipe: Recipe, taken: set[str]) -> str:
    """A name for a new source, out of its file's."""
    name = _family(recipe.file) or str(recipe.kind or "source")
    numbered = (f"{name} {number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(n for n in numbered if n not in taken)


def _document(recipe: Recipe) -> Json:
    said: dict[str, dict[str, str]] = {}
    for (topic, word), answer in sorted(recipe.said.items()):
        said.setdefault(topic.value, {})[word] = answer
    return {
        "kind": recipe.kind and recipe.kind.value,
        "side": recipe.side,
        "file": recipe.file,
        "layout": list(recipe.layout),
        "said": said,
    }


def _recipe(name: str, held: Json) -> Recipe:
    return Recipe(
        name=name,
        kind=None if held["kind"] is None else ImportKind(held["kind"]),
        layout=tuple(held["layout"]),
        side=held["side"],
        file=held["file"],
        said={
            (Topic(topic), word): answer
            for topic, words in held["said"].items()
            for word, answer in words.items()
        },
    )
