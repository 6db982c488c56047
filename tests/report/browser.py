"""Chromium and what judges a page in it; who tests in CI has both."""

import shutil
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.needs import needs

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path("build/node_modules/axe-core/axe.min.js")
"""Judges whether everybody can use a page; `make axe` fetches it."""
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PHONE = {"viewport": {"width": 360, "height": 700}}


needs_chromium = needs(CHROMIUM, "Chromium")
needs_axe = needs(CHROMIUM and AXE.exists(), "Chromium, and `make axe`")


@contextmanager
def chromium():
    """A browser without a screen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET])
        yield browser
        browser.close()


class Visit:
    """A page that is open in the browser, and whatever it did unasked."""

    def __init__(self, browser, file, **screen):
        self.asked, self.complaints = [], []
        self.page = browser.new_context(**screen).new_page()
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(file.as_uri())

    @property
    def said(self):
        """What the page says of its filters."""
        return self.page.inner_text("#said")

    @property
    def width_beyond_the_screen(self):
        """How many pixels of the page lie beside the screen."""
        root = "document.documentElement"
        return self.page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")

    def shown(self, selector):
        """How many of the elements can be seen."""
        return self.page.locator(selector).filter(visible=True).count()

    def barriers(self):
        """What keeps somebody from using the page, by name, and the first place."""
        found = self.page.evaluate(f"{AXE.read_text()}; axe.run()")
        return [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]]
