"""An article's events are proposed with date, track, speaker, status, place and dead."""

import pytest

from desktop.edits.tracks import default_tracks
from desktop.model import Article
from desktop.reading.suggest import Filed, Sorter, TrackWords, suggest
from desktop.reading.suggest.counts import killed_in
from desktop.reading.suggest.pack import pack_of
from desktop.reading.suggest.places import place_in
from desktop.reading.suggest.speech import find_speech
from desktop.when import When

NAMES = ("Offensives", "Airstrikes", "Statements", "Casualties", "Diplomacy", "Background")
TRACKS = [TrackWords(n, name) for n, name in enumerate(NAMES)]
PACK = pack_of("en")


def proposed(text):
    article = Article(title="A", text=text, published=When("2024-11-29"), language="en")
    return suggest(article, TRACKS)


@pytest.mark.parametrize(
    ("sentence", "track", "edtf", "status"),
    [
        ("Fighters seized the border town of Arlen on Wednesday.", 0, "2024-11-27", "reported"),
        ("Jets bombed a fuel depot near Arlen on Thursday.", 1, "2024-11-28", "reported"),
        ("The minister condemned the raid on Friday.", 2, "2024-11-29", "reported"),
        ("At least 12 people were killed on Thursday, doctors said.", 3, "2024-11-28", "claimed"),
        ("Both sides signed a ceasefire in March 2020.", 4, "2020-03", "reported"),
        ("Envoys will meet for talks in Vienna on Monday.", 4, "2024-12-02", "planned"),
    ],
)
def test_a_sentence_becomes_a_suggestion_on_its_track_and_day(sentence, track, edtf, status):
    (found,) = proposed(f"The war in the hills\n{sentence}")

    assert (NAMES[found.track], found.governing.when) == (NAMES[track], When(edtf))
    assert found.status == status


@pytest.mark.parametrize(
    "sentence",
    [
        "If the talks fail, the town could fall within days.",
        "The hills are known for their apples and their long winters.",
        "(Reporting by Ann Lee in Arlen; Editing by Tom Poe)",
        "Nobody should attack a hospital, and everybody must know it.",
    ],
)
def test_conditions_wishes_and_credits_are_not_proposed(sentence):
    assert proposed(f"The war in the hills\n{sentence}") == []


def test_the_quote_is_the_articles_own_words_at_their_place():
    text = "The war in the hills\nFighters seized the border town of Arlen on Wednesday."

    (found,) = suggest(Article(title="A", text=text, published=When("2024-11-29")), TRACKS)

    assert text[found.first : found.last].startswith("Fighters seized")


def test_words_that_tell_of_an_event_already_are_left_out():
    text = "The war in the hills\nFighters seized the border town of Arlen on Wednesday."
    article = Article(title="A", text=text, published=When("2024-11-29"))

    assert suggest(article, TRACKS, taken=[(25, 40)]) == []


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("The mayor, Ida Roe, said the bridge had fallen.", "The mayor"),
        ('"We are tired," farmer Jon Bell told reporters on Friday.', "farmer Jon Bell"),
        ("The bridge had fallen, said Ida Roe.", "Ida Roe"),
        ("The bridge had fallen, according to the mayor.", "the mayor"),
        ("On Friday, the mayor said the bridge had fallen.", "the mayor"),
        ("ARLEN - Army sources said on Friday the bridge had fallen.", "Army sources"),
        ("He said the bridge had fallen.", "Ida Roe"),
        ("The bridge fell in the night.", ""),
        ("The story was told again and again.", ""),
    ],
)
def test_who_says_so_is_named(sentence, by):
    assert find_speech(PACK, sentence, "Ida Roe").by == by


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Four miners including two boys were killed.", (4, 4)),
        ("The blast killed at least 27 people.", (27, None)),
        ("Up to 30 people were killed.", (None, 30)),
        ("Between 10 and 20 soldiers died.", (10, 20)),
        ("Dozens were killed in the market.", (24, None)),
        ("The raids claimed the lives of 1,200 civilians.", (1200, 1200)),
        ("Twenty-two sailors drowned.", (22, 22)),
        ("He died at 81 years of age.", None),
        ("The 3 towns were taken.", None),
        ("The fire wounded 14 people.", None),
    ],
)
def test_the_dead_are_counted_as_the_text_counts_them(sentence, count):
    assert killed_in(PACK, sentence) == count


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("A mine collapsed near the town of Port Ellery on Monday.", "Port Ellery"),
        ("In March the talks began in Vienna.", "Vienna"),
        ("It rained in June.", ""),
    ],
)
def test_the_place_is_a_name_and_no_month(sentence, place):
    assert place_in(PACK, sentence) == place


def test_any_tracks_work_by_their_names():
    tracks = [TrackWords(1, "Elections"), TrackWords(2, "Floods"), TrackWords(3, "Football")]
    sorter = Sorter(PACK, tracks)

    assert sorter.sort("Voters elected a new parliament.")[0].track == 1
    assert sorter.sort("The river flooded the lower town.")[0].track == 2


def test_a_tracks_own_words_count_and_their_weight_can_be_set():
    tracks = [TrackWords(1, "Red", "orchard\nharvest=4"), TrackWords(2, "Blue", "harbour")]
    sorter = Sorter(PACK, tracks)

    assert sorter.sort("The harbour was full after the harvest.")[0].track == 1
    assert sorter.sort("The harbour was full.")[0].because == ("harbour*",)


def test_what_was_filed_teaches_a_track_that_no_lexicon_knows():
    tracks = [TrackWords(1, "Red"), TrackWords(2, "Blue")]
    filed = [Filed(1, f"The orchard bore apples in year {n}.") for n in range(20)]
    filed += [Filed(2, f"The harbour froze in year {n}.") for n in range(20)]

    sorter = Sorter(PACK, tracks, filed)

    assert sorter.sort("Apples again from the orchard.")[0].track == 1
    assert sorter.sort("Ships could not leave the frozen harbour.")[0].track == 2


def test_few_examples_never_outvote_the_lexicon():
    filed = [Filed(2, "Jets bombed the depot."), Filed(0, "Talks began.")]

    sorter = Sorter(PACK, TRACKS, filed)

    assert NAMES[sorter.sort("Warplanes bombed the bridge.")[0].track] == "Airstrikes"


def test_the_words_of_a_new_timelines_tracks_never_weaken_the_lexicon():
    worded = [
        TrackWords(number, track.name, track.words) for number, track in enumerate(default_tracks())
    ]
    names = {track.id: track.name for track in worded}
    sentence = (
        "Warplanes bombed the ridge, trying to push back an offensive that captured territory."
    )

    (best, *_others) = Sorter(PACK, worded).sort(sentence)
    (plain, *_rest) = Sorter(PACK, TRACKS).sort(sentence)

    assert names[best.track] == NAMES[plain.track] == "Airstrikes"
