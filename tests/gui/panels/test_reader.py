"""The article as it is read: its dates, its quotes, its own title, whatever is in its text."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.edits.articles import add_article, date_article, remove_articles
from desktop.edits.events import place_event
from desktop.gui.panels.date_chips import chip_words
from desktop.gui.panels.reader.find import places_of
from desktop.gui.panels.reader.marks import Paragraph
from desktop.gui.panels.reader.panel import ReaderPanel
from desktop.model import Article, Quote, Selection
from desktop.when import When


@pytest.fixture
def reader(shown):
    return shown(ReaderPanel, 800, 500)


@pytest.fixture
def read(document, session):
    """Show an article with this text: `read("They met on Friday.")`."""

    def do(text, title="A", published="2024-11-29", **fields):
        when = When(published) if published else None
        article = add_article(document, Article(title=title, text=text, published=when, **fields))
        session.select(Selection(article=article))
        return article

    return do


def test_every_date_has_a_chip_with_the_day_it_means(reader, session, news):
    session.select(Selection(article=news))

    assert [chip.words for chip in reader.page.chips] == ["29 Nov", "27 Nov", "2016-09/12"]


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-11-29", "29 Nov"),
        ("2016-09~/2016-12", "2016-09/12"),
        ("2013-08-05", "5 Aug 2013"),
        ("2024-11-29T18:00/2024-11-30T00:00", "29 Nov, evening"),
        ("2024-11-29T06:00/2024-11-29T12:00", "29 Nov, morning"),
    ],
)
def test_a_chip_leaves_out_the_year_of_the_article(edtf, words):
    assert chip_words(When(edtf), When("2024-11-29")) == words


def test_correcting_the_publication_date_moves_every_relative_date(reader, session, document, news):
    session.select(Selection(article=news))

    date_article(document, news, When("2024-12-06"))

    assert [chip.words for chip in reader.page.chips][:2] == ["6 Dec", "4 Dec"]


@pytest.mark.parametrize(
    "text",
    [
        "On Friday 🔥🔥 fire, then 👩‍🚀 left.",
        "حلب في يوم 29 November 2024 وصلت القوات",
        "Cafe\u0301 on Friday, naïve e\u0301te\u0301.",
        "One\r\nTwo on Friday\x00\r\nThree\u2028Four",
        "<b>bold</b> on Friday <img src='file:///dev/zero'> &amp;",
    ],
)
def test_selected_words_are_the_articles_own_code_points(reader, read, text):
    read(text)

    for first in range(len(text)):
        reader.page.select_words(first, len(text))
        quote = reader.quote()
        assert quote is None or text[quote.first : quote.last] == quote.text
        assert quote is None or quote.text == text[first:].strip()


def test_markup_in_an_article_is_shown_and_not_obeyed(reader, read):
    read("<h1>Big</h1><img src='file:///dev/zero'> text")

    assert "<img src=" in reader.page.toPlainText()


def test_a_title_that_begins_the_text_is_not_shown_twice(reader, read):
    read("Harbour reopens\nBoats left.", title="Harbour reopens")

    assert not reader.head._title.isVisible()
    title, head = reader.page.place_of(0), reader.head.geometry()
    text = reader.page.place_of(reader.page.offsets.start(len("Harbour reopens\nB")))
    assert title.bottom() <= head.top() < head.bottom() <= text.top()
    assert head.height() > 10


def test_an_arabic_article_is_laid_out_from_the_right(reader, read):
    read("وصلت القوات إلى مدينة حلب يوم الجمعة", title="حلب")

    block = reader.page.document().firstBlock()
    assert block.textDirection() == Qt.LayoutDirection.RightToLeft
    assert reader.head.layoutDirection() == Qt.LayoutDirection.RightToLeft
    reader.grab()


def test_a_quote_in_arabic_is_tinted_once(reader, read, document):
    text = "وصلت القوات إلى مدينة حلب يوم الجمعة بعد تقدم مفاجئ"
    article = read(text, title="حلب")
    place_event(document, document.track(1), Quote(article, 0, 30, text[:30]))

    page = reader.page
    block = page.document().findBlock(page.offsets.start(0))
    paragraph = Paragraph.of(block, block.layout().position(), 1_000)
    spans = sorted((rect.left(), rect.right()) for rect in paragraph.rects(0, 30))
    assert spans
    assert all(upper[1] < lower[0] for upper, lower in pairwise(spans))


def test_a_quote_stands_out_in_its_tracks_colour(reader, session, news, place):
    session.select(Selection(article=news))
    before = colours(reader)

    place("Waves had broken the outer wall", "1")

    reds = {rgb for rgb in colours(reader) - before if rgb[0] > 200 and rgb[2] < 120}
    assert reds


def colours(reader):
    QApplication.processEvents()
    picture = reader.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    points = ((x, y) for x in range(0, picture.width(), 2) for y in range(picture.height()))
    return {picture.pixelColor(x, y).getRgb()[:3] for x, y in points}


def test_selecting_an_event_elsewhere_shows_its_words(reader, session, read, place, document):
    event = place("Two boats sank")
    other = read("Another article altogether.\n" * 200, title="Other")
    assert reader.article == other

    session.select(Selection(events=(event,)))

    assert reader.article == document.claims(event)[0].article
    first = document.claims(event)[0].first
    place_on_page = reader.page.place_of(reader.page.offsets.start(first))
    assert reader.page.viewport().rect().contains(place_on_page.center())


def test_words_far_down_are_scrolled_into_view(reader, session, read):
    article = read("A line of text about nothing.\n" * 2_000 + "Here at the end.")
    first = len("A line of text about nothing.\n") * 2_000

    session.select(Selection(article=article, words=(first, first + 4)))

    place_on_page = reader.page.place_of(reader.page.offsets.start(first))
    assert reader.page.viewport().rect().contains(place_on_page.center())


def test_a_removed_article_leaves_a_calm_hint(reader, session, document, news):
    session.select(Selection(article=news))

    remove_articles(document, [news])

    assert reader.hint.isVisible()
    assert not reader.page.isVisible()
    assert reader.quote() is None


def test_find_steps_through_the_places_of_any_case(reader, session, news):
    session.select(Selection(article=news))

    QTest.keyClick(reader.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(reader.finder.line, "BOATS")
    first = reader.finder.current
    QTest.keyClick(reader.finder.line, Qt.Key.Key_Return)

    assert [first, reader.finder.current] == reader.finder.places
    QTest.keyClick(reader.finder.line, Qt.Key.Key_Escape)
    assert not reader.finder.isVisible()
    assert reader.page.hasFocus()


def test_find_crosses_the_ends_of_lines():
    assert places_of("outer  wall", "the Outer\nwall (of) outer wall") == [(4, 14), (20, 30)]
    assert places_of("(of", "the Outer\nwall (of) x") == [(15, 18)]


def test_a_date_may_be_picked_from_the_articles_others(reader, session, document, news):
    session.select(Selection(article=news))
    reader.page.select_words(0, 22)
    choice = reader.bar.choice

    menu = choice.make_menu()
    next(act for act in menu.actions() if "late 2016" in act.text()).trigger()
    QTest.keyClick(reader.page, Qt.Key.Key_4)

    (event,) = document.events()
    assert event.when == When("2016-09~/2016-12")


def test_a_long_article_stands_before_its_dates_are_found(reader, read, qtbot):
    read("On Friday the harbour was full of boats from the north.\n" * 2_000)
    reader.page.verticalScrollBar().setValue(500)

    assert reader.page.chips == []
    assert reader.page.document().blockCount() == 2_001
    qtbot.waitUntil(lambda: len(reader.page.chips) == 2_000, timeout=20_000)
    assert reader.page.verticalScrollBar().value() == 500
    reader.grab()


def test_a_run_without_blanks_does_not_hang(reader, read):
    read("a" * 200_000)

    reader.grab()
    reader.page.select_words(150_000, 150_004)

    assert reader.quote().first == 150_000


def test_next_and_previous_date_are_reached_by_step(reader, session, news):
    session.select(Selection(article=news))

    reader.step_date(1)
    reader.step_date(1)
    assert "Wednesday" in reader.quote().text
    reader.step_date(-1)

    assert "Friday" in reader.quote().text


def test_a_switch_of_theme_recolours_chips_and_quotes(reader, session, look, news, place):
    place("Two boats sank")
    session.select(Selection(article=news))

    look.choose("dark")
    QApplication.processEvents()

    ground = reader.palette().color(QPalette.ColorRole.Base).getRgb()[:3]
    assert ground in colours(reader)
    look.choose("light")


def test_words_that_fill_the_page_leave_the_bar_below_it(reader, read):
    article = read("Boats on Friday. " * 200)
    reader.resize(600, 200)

    reader.page.select_words(0, 3_000)
    QApplication.processEvents()

    assert article
    assert reader.bar.isVisible()
    assert reader.bar.is_docked
    assert reader.bar.y() > reader.page.geometry().bottom()
    assert reader.rect().contains(reader.bar.geometry())
    QTest.keyClick(reader.page, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not reader.bar.isVisible()
    assert reader.page.geometry().bottom() == reader.rect().bottom()
