"""The page in Chromium, where there is one: its width on a phone, and its filters."""

import re
import shutil
import subprocess

import pytest

from rostering.report.page import to_page
from tests.report.test_page_hostile import NASTY, dressed

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--allow-file-access-from-files",
    "--virtual-time-budget=5000",
    "--dump-dom",
)
VISITOR = """
<iframe src="rota.html" width="360" height="700"></iframe><pre></pre>
<script>
const told = [];
window.alert = () => told.push("run: something");
const choose = (page, name, value) => {
  const list = page.querySelector(`select[name=${name}]`);
  list.value = value;
  list.dispatchEvent(new Event("change", {bubbles: true}));
};
document.querySelector("iframe").onload = ({target}) => {
  const page = target.contentDocument, root = page.documentElement;
  target.contentWindow.alert = window.alert;
  const said = () => told.push("said: " + page.getElementById("said").textContent);
  const rows = () => told.push("people: " + [...page.querySelectorAll(
    "#people tbody tr")].filter((row) => !row.hidden).length);
  told.push("wider: " + Math.max(0, root.scrollWidth - root.clientWidth));
  told.push("filters: " + !page.getElementById("filters").hidden);
  said(); rows();
  choose(page, "car", "c1"); said();
  choose(page, "person", "p2"); said(); rows();
  choose(page, "car", ""); said();
  page.querySelector("button").click();
  setTimeout(() => {
    said(); rows();
    document.querySelector("pre").textContent = told.join("\\n");
  }, 100);
};
</script>
"""


def visited(folder, page):
    """What a visitor with a phone finds on the page."""
    (folder / "rota.html").write_bytes(page)
    visitor = folder / "visitor.html"
    visitor.write_text(VISITOR, encoding="utf-8")
    command = [CHROMIUM, *QUIET, f"--user-data-dir={folder / 'profile'}"]
    run = subprocess.run(
        [*command, visitor.as_uri()], capture_output=True, text=True, check=True
    )
    (said,) = re.findall(r"<pre>(.*?)</pre>", run.stdout, re.DOTALL)
    return said.splitlines()


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
def test_the_filters_narrow_the_page_and_say_so(built, tmp_path):
    total, shifts = len(built.rota.problem.shifts), built.rota.shifts_of("Sam")
    on_second = [shift for shift in shifts if shift.unit == "J2"]
    assert visited(tmp_path, to_page(built)) == [
        "wider: 0",
        "filters: true",
        f"said: All {total} shifts shown.",
        "people: 3",
        f"said: {built.wanted['J2']} of {total} shifts shown: J2.",
        f"said: {len(on_second)} of {total} shifts shown: Sam (Sam), J2.",
        f"people: {len({shift.unit for shift in on_second})}",
        f"said: {len(shifts)} of {total} shifts shown: Sam (Sam).",
        f"said: All {total} shifts shown.",
        "people: 3",
    ]


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
def test_nothing_of_a_hostile_book_runs_or_makes_the_page_wider(built, tmp_path):
    text = "".join(NASTY)
    told = visited(tmp_path, to_page(dressed(built, text)))
    assert told[:3] == ["wider: 0", "filters: true", "said: All 6 shifts shown."]
    assert not [line for line in told if line.startswith("run")]
