"""What a user chooses for an article's dates is kept with the article and used everywhere."""

from desktop.edits.articles import add_article
from desktop.edits.events import place_event
from desktop.edits.readings import drop_pick, pick_reading, read_article
from desktop.edits.redating import find_redatings
from desktop.edits.suggestions import find_suggestions
from desktop.edits.texts import correct_text
from desktop.model import Article, Quote
from desktop.reading.governing import dates_of
from desktop.when import When

TEXT = """The ferry left the harbour on Friday. Soldiers attacked the bridge on Friday too.
Nobody came back."""


def add(document):
    return add_article(document, Article(title="A", text=TEXT, published=When("2024-11-29")))


def days(document, article):
    return [one.edtf for one in dates_of(read_article(document, article))]


def quoted(article, words):
    first = TEXT.index(words)
    return Quote(article, first, first + len(words), words)


def spans(document, article):
    return [(one.start, one.end) for one in dates_of(document.article(article))]


def test_a_chosen_reading_holds_for_its_words_alone(document):
    article = add(document)
    second = spans(document, article)[1]

    pick_reading(document, article, *second, "2024-11-22")

    assert days(document, article) == ["2024-11-29", "2024-11-22"]


def test_what_is_placed_takes_the_chosen_reading(document):
    article = add(document)
    pick_reading(document, article, *spans(document, article)[1], "2024-11-22")
    track = document.tracks()[0]

    event = place_event(document, track, quoted(article, "Soldiers attacked the bridge"))

    assert document.event(event).when == When("2024-11-22")


def test_what_is_suggested_takes_the_chosen_reading(document):
    article = add(document)

    def suggested():
        found = find_suggestions(document, article)
        return [one.governing.when.edtf for one in found if "bridge" in one.title]

    assert suggested() == ["2024-11-29"]

    pick_reading(document, article, *spans(document, article)[1], "2024-11-22")

    assert suggested() == ["2024-11-22"]


def test_words_said_to_be_no_date_date_nothing(document):
    article = add(document)
    first, last = spans(document, article)[0]

    pick_reading(document, article, first, last, "")

    assert days(document, article) == ["", "2024-11-29"]


def test_choosing_again_takes_the_place_of_the_choice_before_and_undo_brings_it_back(document):
    article = add(document)
    words = spans(document, article)[0]
    pick_reading(document, article, *words, "2024-11-22")

    pick_reading(document, article, *words, "2024-12-06")

    assert days(document, article)[0] == "2024-12-06"
    document.undo()
    assert days(document, article)[0] == "2024-11-22"


def test_a_choice_that_is_dropped_gives_back_what_was_found(document):
    article = add(document)
    words = spans(document, article)[0]
    pick_reading(document, article, *words, "2024-11-22")

    drop_pick(document, article, *words)

    assert days(document, article) == ["2024-11-29", "2024-11-29"]


def test_a_choice_follows_its_words_through_a_correction_of_the_text(document):
    article = add(document)
    pick_reading(document, article, *spans(document, article)[1], "2024-11-22")

    correct_text(document, article, "It rained.\n" + TEXT)

    assert days(document, article) == ["2024-11-29", "2024-11-22"]


def test_a_chosen_reading_does_not_follow_another_publication_date(document):
    article = add(document)
    pick_reading(document, article, *spans(document, article)[1], "2024-11-22")
    place_event(document, document.tracks()[0], quoted(article, "Soldiers attacked the bridge"))

    assert find_redatings(document, article, When("2024-12-06")) == []


def test_a_choice_that_others_wrote_badly_is_left_out(document):
    article = add(document)
    with document.step("x"):
        document.set_setting(f"readings {document.article(article).uid}", '[{"first": 3}]')

    assert days(document, article) == ["2024-11-29", "2024-11-29"]
