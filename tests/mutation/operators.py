"""What is changed in an expression or a statement to make a mutant of it."""

import ast
from collections.abc import Iterator

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_OPPOSITES = (
    ("min", "max"),
    ("any", "all"),
    ("floor", "ceil"),
    ("start", "end"),
    ("local_start", "local_end"),
    ("first", "last"),
    ("least", "most"),
    ("at_least", "at_most"),
)
OPPOSITE = dict(_OPPOSITES) | {second: first for first, second in _OPPOSITES}
"""Names of which the other is a mistake that is easily made."""


def changed(node: ast.AST) -> Iterator[ast.AST | None]:
    """What may stand in the place of the node; None where it is left out."""
    match node:
        case ast.Compare():
            yield from _compared(node)
        case ast.BoolOp():
            yield from _joined(node)
        case ast.BinOp() if type(node.op) in RECKONED:
            yield ast.BinOp(node.left, RECKONED[type(node.op)](), node.right)
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node.operand
        case ast.IfExp():
            yield from (node.body, node.orelse)
        case ast.Constant() | ast.Name() | ast.Attribute():
            yield from _named(node)
        case ast.stmt():
            yield from _stated(node)


def left_out(node: ast.AST) -> Iterator[tuple[str, int]]:
    """Parts of the node that may be missing: keywords of calls, `if` of a `for`."""
    match node:
        case ast.Call():
            named = enumerate(node.keywords)
            yield from (("keywords", n) for n, word in named if word.arg)
        case ast.comprehension():
            yield from (("ifs", nth) for nth in range(len(node.ifs)))


def _named(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Name(id="min" | "max" | "any" | "all" | "floor" | "ceil" as name):
            yield ast.Name(OPPOSITE[name], ast.Load())
        case ast.Attribute(attr=name, ctx=ast.Load()) if name in OPPOSITE:
            yield ast.Attribute(node.value, OPPOSITE[name], ast.Load())


def _compared(node: ast.Compare) -> Iterator[ast.AST]:
    for nth, operator in enumerate(node.ops):
        ops = [*node.ops]
        ops[nth] = COMPARED[type(operator)]()
        yield ast.Compare(node.left, ops, node.comparators)


def _joined(node: ast.BoolOp) -> Iterator[ast.AST]:
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield ast.BoolOp(other, node.values)
    for nth in range(len(node.values)):
        rest = node.values[:nth] + node.values[nth + 1 :]
        yield ast.BoolOp(node.op, rest) if len(rest) > 1 else rest[0]


def _stated(node: ast.stmt) -> Iterator[ast.AST | None]:
    match node:
        case ast.Return(value=value) if value is not None and not _is_none(value):
            yield ast.Return(ast.Constant(None))
        case ast.Continue():
            yield from (ast.Break(), None)
        case ast.Break():
            yield from (ast.Continue(), None)
        case ast.Expr() | ast.AugAssign() | ast.If() | ast.Raise() | ast.Assert():
            yield None


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None
