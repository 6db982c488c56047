"""The mutants of a module: which they are, and how each is told from the others."""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from tests.mutation.operators import changed, left_out

WORDING = {"briefly", "because", "law"}
"""Arguments that only word a message."""
NO_CODE = {"annotation", "returns", "decorator_list", "format_spec"}


@dataclass(frozen=True)
class Mutant:
    """One change to one module."""

    module: str
    """As it is imported, such as `constraints.daily_rest`."""
    within: str
    """The function, or the class and its attribute, as `DailyRest.post`."""
    before: str
    after: str
    nth: int
    """Which it is of those that read the same, from 0."""
    number: int
    """Its place among all of the module's."""
    lines: range
    """The lines of what is changed."""
    is_value: bool
    """Whether it is a figure of the module or of a class, which no test passes by."""

    @property
    def key(self) -> tuple[str, ...]:
        """What stays the same when lines around it move."""
        nth = f" ({self.nth + 1})" if self.nth else ""
        return self.module, self.within, self.before, self.after + nth


@dataclass(frozen=True)
class Change:
    """A node's field, or one of the list in it, and what is put there instead."""

    within: str
    parent: ast.AST
    field: str
    nth: int | None
    instead: ast.AST | None
    is_value: bool = False

    @property
    def node(self) -> ast.AST:
        """What stands there."""
        held = getattr(self.parent, self.field)
        return held if self.nth is None else held[self.nth]

    def make(self) -> None:
        """Change the tree."""
        if self.nth is None:
            setattr(self.parent, self.field, self.instead)
            return
        held = [*getattr(self.parent, self.field)]
        if isinstance(self.node, ast.stmt):
            held[self.nth] = self.instead or ast.Pass()
        else:
            held[self.nth : self.nth + 1] = [self.instead] if self.instead else []
        setattr(self.parent, self.field, held)

    def told(self) -> tuple[str, str]:
        """What it changes into what, with what is around a word or a figure."""
        if not isinstance(self.parent, ast.expr | ast.keyword | ast.comprehension):
            return _words(self.node), _words(self.instead)
        held, before = getattr(self.parent, self.field), _words(self.parent)
        self.make()
        after = _words(self.parent)
        setattr(self.parent, self.field, held)
        return before, after


class Source(NamedTuple):
    """A module and its text, read once: others may write while mutants are tried."""

    module: str
    """As it is imported, such as `constraints.daily_rest`."""
    path: Path
    text: str


def mutants_of(source: Source) -> list[Mutant]:
    """Every mutant of the module, from its first line to its last."""
    return _numbered(
        [
            Mutant(
                source.module,
                change.within,
                *change.told(),
                0,
                number,
                _lines(change),
                change.is_value,
            )
            for number, change in enumerate(changes(ast.parse(source.text)))
        ]
    )


def mutated(source: Source, number: int) -> ast.Module:
    """The module's tree with one change made."""
    tree = ast.parse(source.text)
    list(changes(tree))[number].make()
    return ast.fix_missing_locations(tree)


def changes(tree: ast.Module) -> Iterator[Change]:
    """Every change to the functions, class attributes and figures of a module."""
    for node in tree.body:
        match node:
            case ast.ClassDef(name=name, body=body):
                for part in body:
                    yield from _changes_of(part, f"{name}.")
            case ast.FunctionDef() | ast.Assign() | ast.AnnAssign():
                yield from _changes_of(node, "")


def _changes_of(node: ast.stmt, prefix: str) -> Iterator[Change]:
    match node:
        case ast.FunctionDef(name=name, body=body):
            if not _gives_text(node):
                for nth, statement in enumerate(body):
                    if not (nth == 0 and _is_docstring(statement)):
                        yield from _around(
                            Change(prefix + name, node, "body", nth, statement)
                        )
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
            yield from _around(Change(prefix + name, node, "value", None, value, True))
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            yield from _around(Change(prefix + name, node, "value", None, value, True))


def _around(place: Change) -> Iterator[Change]:
    """The changes to what stands at a place, and to all within it."""
    node = place.instead
    assert node is not None
    if _is_text(node):
        return
    for instead in changed(node):
        yield replace(place, instead=instead)
    for field, nth in left_out(node):
        if not (field == "keywords" and node.keywords[nth].arg in WORDING):  # type: ignore[attr-defined]
            yield replace(place, parent=node, field=field, nth=nth, instead=None)
    for inner in _inner(place, node):
        yield from _around(inner)


def _inner(place: Change, node: ast.AST) -> Iterator[Change]:
    """Whatever stands within a node, as it is."""
    for field, held in ast.iter_fields(node):
        several = enumerate(held) if isinstance(held, list) else [(None, held)]
        for nth, inner in several:
            is_code = isinstance(inner, ast.AST) and field not in NO_CODE
            if is_code and not (field == "keywords" and inner.arg in WORDING):
                yield replace(place, parent=node, field=field, nth=nth, instead=inner)


def _is_text(node: ast.AST | None) -> bool:
    """Whether it gives text, and so only words what is said."""
    match node:
        case ast.JoinedStr() | ast.Constant(value=str()):
            return True
        case ast.IfExp(body=body, orelse=orelse):
            return _is_text(body) or _is_text(orelse)
        case ast.BinOp(left=left, right=right):
            return _is_text(left) or _is_text(right)
        case ast.Call(func=ast.Attribute(value=value, attr="join")):
            return _is_text(value)
        case ast.Assign(value=value) | ast.Expr(value=value):
            return _is_text(value)
    return False


def _gives_text(node: ast.FunctionDef) -> bool:
    return isinstance(node.returns, ast.Name) and node.returns.id == "str"


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _words(node: Any) -> str:
    if node is None:
        return "(left out)"
    text = ast.unparse(node)
    return " ".join(text.split())


def _lines(change: Change) -> range:
    node: Any = change.node
    if isinstance(node, ast.comprehension | ast.keyword):
        node = node.iter if isinstance(node, ast.comprehension) else node.value
    first = getattr(node, "lineno", 0)
    last = node.test.end_lineno if isinstance(node, ast.If) else node.end_lineno
    return range(first, last + 1)


def _numbered(mutants: list[Mutant]) -> list[Mutant]:
    """Each told from those before it that read the same."""
    seen: Counter[tuple[str, ...]] = Counter()
    told = []
    for mutant in mutants:
        told.append(replace(mutant, nth=seen[mutant.key]))
        seen[mutant.key] += 1
    return told
