"""The page in a real browser: run by naming one, `DATELINE_BROWSER=chromium`."""

import os

import pytest

from desktop import formats
from desktop.document import Document
from desktop.formats.samples import make_sample
from desktop.model import Event, Track
from desktop.when import When
from tests.formats.browser import Browser

PROGRAM = os.environ.get("DATELINE_BROWSER", "")
pytestmark = pytest.mark.skipif(not PROGRAM, reason="names no browser in DATELINE_BROWSER")
FRAME = "new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(told)))"
# What each painting costs while one moves and zooms, the dearer half of it left out: the median.
COST = """(async () => {
  const canvas = document.getElementById("canvas"), next = requestAnimationFrame, costs = [];
  window.requestAnimationFrame = (paint) => next((at) => {
    const began = performance.now(); paint(at); costs.push(performance.now() - began); });
  for (let n = 0; n < 80; n += 1) {
    const turn = { deltaY: n % 20 < 10 ? -60 : 60, shiftKey: n % 2 === 0, ctrlKey: n % 2 === 1 };
    canvas.dispatchEvent(new WheelEvent("wheel", { ...turn, cancelable: true }));
    await new Promise((told) => next(told));
  }
  return costs.sort((a, b) => a - b)[costs.length >> 1];
})()"""


@pytest.fixture
def browser():
    opened = Browser(PROGRAM)
    yield opened
    opened.close()


@pytest.fixture
def berlin(tmp_path):
    make_sample("berlin", tmp_path / "berlin.dateline")
    document = Document.open(tmp_path / "berlin.dateline")
    formats.export(document, tmp_path / "page.html")
    document.close()
    return tmp_path / "page.html"


def test_the_keyboard_leads_to_an_event_its_words_and_back(browser, berlin):
    browser.open(berlin)
    browser.ask("document.getElementById('canvas').focus()")

    browser.press("ArrowDown")
    browser.press("ArrowDown")
    said = browser.ask("document.getElementById('said').textContent")
    browser.press("Enter")
    read = browser.ask("document.activeElement.querySelector('h3').textContent")
    browser.press("Escape")

    assert said == "30 Sep 1989: Refugees may leave the embassy in Prague"
    assert read == "Refugees may leave the embassy in Prague"
    assert browser.ask("document.activeElement.id") == "canvas"


def test_words_that_are_searched_for_leave_their_events(browser, berlin):
    browser.open(berlin)

    browser.press("/")
    browser.call("Input.insertText", text="krenz")
    browser.ask(f"new Promise((told) => setTimeout(told, 50)).then(() => {FRAME})")

    assert browser.ask("document.getElementById('found').textContent") == "4 of 21"
    assert browser.ask("document.querySelectorAll('article:not([hidden])').length") == 4


def test_the_page_asks_for_nothing_and_complains_of_nothing(browser, berlin):
    browser.open(berlin)
    browser.ask(FRAME)

    kinds = ("Network.requestWillBeSent", "Runtime.exceptionThrown", "Log.entryAdded")
    told = [one for one in browser.told if one.get("method") in kinds]
    asked = [one["params"].get("request", {}).get("url", one) for one in told]
    assert asked in ([], [berlin.as_uri()])


def test_five_thousand_events_follow_the_hand(browser, tmp_path):
    document = Document.create(tmp_path / "many.dateline", "Many")
    with document.step("Fill"):
        tracks = [document.add(Track(name=f"Track {n}")) for n in range(6)]
        document.add_all(
            [
                Event(
                    track=tracks[n % 6],
                    title=f"What came to pass as number {n}",
                    when=When(f"{2000 + n % 25}-{n % 12 + 1:02}-{n % 28 + 1:02}"),
                )
                for n in range(5_000)
            ]
        )
    formats.export(document, tmp_path / "many.html")
    document.close()
    browser.open(tmp_path / "many.html")

    cost = browser.ask(COST)

    assert cost < 16
