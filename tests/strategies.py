"""Random small problems, drawn as text."""

from hypothesis import strategies as st

TOKENS = ["-", "-", "-", "-", "A", "T"]
NEEDS = ["-", "L1", "L1+L2", "S1", "D1", "E2", "L1+S2"]


@st.composite
def drawings(draw: st.DrawFn) -> str:
    """A few paramedics, team members and volunteers, over up to eight days."""
    days = draw(st.integers(1, 8))
    lines = []
    paramedics = draw(st.integers(0, 3))
    for number in range(paramedics):
        name = f"Par{number}"
        past = draw(st.lists(st.sampled_from([".-", ".L", ".N"]), max_size=3))
        tokens = draw(_tokens(days, TOKENS))
        lines.append(" ".join([f"{name}:paramedic", *past, *tokens]))
        if draw(st.booleans()):
            lines.append(f"terms {name} units=J1")
    for number in range(draw(st.integers(0, 2))):
        lines.append(" ".join([f"Reg{number}@A", *draw(_tokens(days, TOKENS))]))
    for number in range(draw(st.integers(0, 2))):
        name = f"Spe{number}"
        lines.append(f"{name}:special " + " ".join(["-"] * days))
        status = draw(st.sampled_from(["APS", "DPS"]))
        lines.append(f"terms {name} status={status}")
        offers = draw(_tokens(days, ["-", "S", "L"]))
        lines.append(" ".join(["offer", name, *offers]))
    lines.append("team A/1 L L N N - - E E")
    lines.append("crew p:paramedic o:regular>special*1-2")
    lines.append(" ".join(["need", *draw(_tokens(days, NEEDS))]))
    return "\n".join(lines)


def _tokens(days: int, choices: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(choices), min_size=days, max_size=days)
