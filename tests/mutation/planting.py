"""Planting a mutant in modules that are imported already, for good: fork first."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import CodeType, FunctionType, ModuleType
from typing import Any

from tests.mutation.forking import Senseless
from tests.mutation.mutants import Mutant, Source, mutated


def plant(mutant: Mutant, source: Source) -> None:
    """Change the function, the attribute or the figure wherever it is known.

    Raises:
        Senseless: if the change cannot be made.
    """
    module = sys.modules[mutant.module]
    tree = mutated(source, mutant.number)
    functions = [f for f in _functions(module) if f.__qualname__ == mutant.within]
    if functions:
        made = dict(_codes(_compiled(tree, source)))
        for function in functions:
            code = made[mutant.within, function.__code__.co_firstlineno]
            try:
                function.__code__ = code
            except ValueError as error:
                raise Senseless(str(error)) from error
    else:
        _plant_value(module, mutant.within, tree)
    _forget()


def _compiled(tree: ast.Module, source: Source) -> CodeType:
    try:
        return compile(tree, str(source.path), "exec")
    except SyntaxError as error:
        raise Senseless(str(error)) from error


def _functions(module: ModuleType) -> Iterator[FunctionType]:
    """The module's functions and those of its classes, however they are wrapped."""
    own = [thing for thing in vars(module).values() if isinstance(thing, type)]
    for holder in (module, *own):
        for thing in vars(holder).values():
            function = _unwrapped(thing)
            is_own = getattr(function, "__module__", "") == module.__name__
            if isinstance(function, FunctionType) and is_own:
                yield function


def _unwrapped(thing: Any) -> Any:
    for wrapped in ("fget", "__func__", "func", "__wrapped__"):
        thing = getattr(thing, wrapped, thing)
    return thing


def _codes(code: CodeType) -> Iterator[tuple[tuple[str, int], CodeType]]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield (inner.co_qualname, inner.co_firstlineno), inner
            yield from _codes(inner)


def _plant_value(module: ModuleType, within: str, tree: ast.Module) -> None:
    """Give the new value to whoever holds the one that stands now."""
    owner, _, name = within.rpartition(".")
    value = _value(module, owner, name, tree)
    if owner:
        for cls in _holders(vars(module)[owner], name):
            _set(cls, name, value)
        return
    old = vars(module)[name]
    vars(module)[name] = value
    for other in _own_modules():
        if vars(other).get(name) is old:
            setattr(other, name, value)
    if isinstance(old, dict):
        _plant_in_copies(old, value)


def _plant_in_copies(old: dict[Any, Any], new: Any) -> None:
    """Change what classes have taken over out of a dictionary of the module."""
    anew = {id(held): new.get(name) for name, held in old.items()}
    for module in _own_modules():
        for thing in [*vars(module).values()]:
            law = getattr(thing, "law", None) if isinstance(thing, type) else None
            if isinstance(law, dict):
                law |= {name: anew.get(id(held), held) for name, held in law.items()}


def _own_modules() -> list[ModuleType]:
    return [m for name, m in [*sys.modules.items()] if name.startswith("constraints.")]


def _value(module: ModuleType, owner: str, name: str, tree: ast.Module) -> object:
    names = {**vars(module)}
    body = tree.body
    if owner:
        names |= vars(vars(module)[owner])
        body = next(
            n.body for n in body if isinstance(n, ast.ClassDef) and n.name == owner
        )
    wanted = next(
        node.value
        for node in body
        if (isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name)
        or (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name)
    )
    try:
        return eval(compile(ast.Expression(wanted), "", "eval"), names)  # type: ignore[arg-type]
    except Exception as error:
        raise Senseless(str(error)) from error


def _holders(cls: type, name: str) -> Iterator[type]:
    """The class, and those that inherit its value."""
    yield cls
    for heir in cls.__subclasses__():
        if name not in vars(heir):
            yield from _holders(heir, name)


def _set(cls: type, name: str, value: Any) -> None:
    """Set a class's attribute, and the default of the dataclass's field."""
    if name in vars(cls):
        setattr(cls, name, value)
    if is_dataclass(cls) and name in {field.name for field in fields(cls)}:
        cls.__dataclass_fields__[name].default = value
        defaults = cls.__init__.__kwdefaults__
        if defaults and name in defaults:
            defaults[name] = value


def _forget() -> None:
    """Empty the caches in which answers of the functions may be kept."""
    for module in _own_modules():
        for thing in vars(module).values():
            if hasattr(thing, "cache_clear"):
                thing.cache_clear()
