"""The page in Chromium: filters, phone, dark, paper, and whoever cannot see it."""

import subprocess

import pytest

from rostering.report.page import to_page
from tests.report.browser import PHONE, Visit, chromium, needs_axe, needs_chromium
from tests.report.hostile import NASTY, dressed

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def file(built, tmp_path_factory):
    file = tmp_path_factory.mktemp("page") / "rota.html"
    file.write_bytes(to_page(built))
    return file


def test_it_asks_for_nothing_and_complains_of_nothing(browser, file):
    visit = Visit(browser, file)
    visit.page.select_option("select[name=car]", index=1)
    assert visit.asked == [file.as_uri()]
    assert visit.complaints == []


def test_the_filters_narrow_the_page_and_say_so(browser, file, built):
    visit = Visit(browser, file)
    total, shifts = len(built.rota.problem.shifts), built.rota.shifts_of("Sam")
    on_second = [shift for shift in shifts if shift.unit == "J2"]
    assert visit.said == f"All {total} shifts shown."
    assert visit.shown("#people tbody tr") == 3
    visit.page.select_option("select[name=car]", "c1")
    assert visit.said == f"{built.wanted['J2']} of {total} shifts shown: J2."
    visit.page.select_option("select[name=person]", "p2")
    assert visit.said == f"{len(on_second)} of {total} shifts shown: Sam (Sam), J2."
    assert visit.shown("#people tbody tr") == len({shift.unit for shift in on_second})
    assert visit.shown("#rota .shift") == len(on_second)
    visit.page.select_option("select[name=car]", "")
    assert visit.said == f"{len(shifts)} of {total} shifts shown: Sam (Sam)."
    visit.page.click("button[type=reset]")
    visit.page.wait_for_function("said.textContent.startsWith('All')")
    assert visit.shown("#people tbody tr") == 3


def test_the_keyboard_alone_reaches_and_works_the_filters(browser, file):
    visit = Visit(browser, file)
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.hash") == "#rota"
    visit.page.focus("select[name=week]")
    visit.page.keyboard.press("ArrowDown")
    assert "Week of Mon 4 Jan 2027" in visit.said


def test_a_phone_shows_the_whole_width_day_by_day(browser, file):
    visit = Visit(browser, file, **PHONE)
    assert visit.width_beyond_the_screen == 0
    heads = "getComputedStyle(document.querySelector('#rota td'), '::before').content"
    assert "Mon 4 Jan" in visit.page.evaluate(heads)


def test_a_phone_has_all_filters_on_its_first_screen(browser, file):
    visit = Visit(browser, file, **PHONE)
    for name in ("person", "car", "week"):
        box = visit.page.locator(f"select[name={name}]").bounding_box()
        assert box["y"] + box["height"] <= PHONE["viewport"]["height"]


def test_dark_is_as_the_device_has_it_until_chosen(browser, file):
    visit = Visit(browser, file, color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = visit.page.evaluate(ground)
    visit.page.select_option("#look select", "light")
    light = visit.page.evaluate(ground)
    assert (dark, light) == ("rgb(18, 24, 31)", "rgb(255, 255, 255)")
    assert Visit(browser, file).page.evaluate(ground) == light


def test_paper_has_the_rota_and_neither_filters_nor_links(browser, file, tmp_path):
    visit = Visit(browser, file, color_scheme="dark")
    visit.page.emulate_media(media="print")
    ground = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    assert visit.shown("#filters, nav, #look") == 0
    visit.page.pdf(path=tmp_path / "rota.pdf", prefer_css_page_size=True)
    command = ["pdftotext", tmp_path / "rota.pdf", "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Week of Mon 4 Jan 2027" in text
    assert "Everybody" not in text


@needs_axe
@pytest.mark.parametrize("screen", [{}, PHONE, {"color_scheme": "dark"}])
def test_nobody_is_kept_out(browser, file, screen):
    # What judges the page is put into it, which the page itself forbids.
    assert Visit(browser, file, bypass_csp=True, **screen).barriers() == []


def test_nothing_of_a_hostile_book_runs_or_makes_the_page_wider(
    browser, built, tmp_path
):
    file = tmp_path / "rota.html"
    file.write_bytes(to_page(dressed(built, "".join(NASTY))))
    visit = Visit(browser, file, **PHONE)
    assert visit.width_beyond_the_screen == 0
    assert visit.said == "All 6 shifts shown."
    assert (visit.asked, visit.complaints) == ([file.as_uri()], [])
