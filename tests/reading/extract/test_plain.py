import pytest

from desktop.errors import DatelineError
from desktop.reading.extract import article_from_text
from desktop.reading.extract.decode import decode
from desktop.reading.extract.language import guess_language, language_of
from desktop.reading.extract.published import published_in, whole_date

BODY = "\nWorkers finished the roof of the town hall on Tuesday, a week later than planned."


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2024-11-29T18:12:00Z", "2024-11-29"),
        ("29 November 2024", "2024-11-29"),
        ("Friday, Nov. 29th, 2024 6:03 PM", "2024-11-29"),
        ("November 29, 2024", "2024-11-29"),
        ("1st of May 1916", "1916-05-01"),
        ("29.11.2024", "2024-11-29"),
        ("29/11/2024", "2024-11-29"),
        ("11/29/2024", "2024-11-29"),
        ("05/05/2024", "2024-05-05"),
        ("29. Dezember 2024", "2024-12-29"),
        ("29 de noviembre de 2024", "2024-11-29"),
        ("1er août 2024", "2024-08-01"),
        ("29 ноября 2024", "2024-11-29"),
        ("29 листопада 2024", "2024-11-29"),
        ("٢٩ نوفمبر ٢٠٢٤", "2024-11-29"),
        ("29 تشرين الثاني 2024", "2024-11-29"),
        ("2024年11月29日", "2024-11-29"),
    ],
)
def test_whole_dates_are_read(words, edtf):
    assert whole_date(words) == edtf


@pytest.mark.parametrize(
    "words", ["03/04/2024", "31 February 2024", "November 2024", "1,500 troops", "24/7", "2024"]
)
def test_what_is_no_sure_day_is_no_date(words):
    assert whole_date(words) == ""


@pytest.mark.parametrize(
    ("top", "edtf", "source"),
    [
        ("Title\nPublished: 29 November 2024", "2024-11-29", "date line"),
        ("Title\nDecember 10, 2013", "2013-12-10", "date line"),
        ("Title\nUpdated 2 Dec 2024\nPublished 29 Nov 2024", "2024-11-29", "date line"),
        ("Title\nGENEVA, 29 November 2024 – The council met.", "2024-11-29", "dateline"),
        ("Title\nBy Jane Doe | 29 Nov 2024 14:03 GMT", "2024-11-29", "date line"),
        ("Title\nThe war ended on 11 November 1918 in a railway carriage.", "", ""),
        ("Title\nBody.\nFirst published: 29 Nov 2024", "2024-11-29", "date line"),
    ],
)
def test_the_publication_date_is_read_from_the_top_or_foot(top, edtf, source):
    found = published_in(top)

    assert (found.value, found.source) == (edtf, source)


@pytest.mark.parametrize(
    ("pasted", "title", "source"),
    [
        ("Town hall opens" + BODY, "Town hall opens", "first line"),
        ("BBC News\n29 Nov 2024\nTown hall opens" + BODY, "Town hall opens", "first line"),
        ("Title: Town hall opens\nSource: x" + BODY, "Town hall opens", "first line"),
        ("VALDERA - Workers finished the roof on Tuesday." + BODY, None, "first words"),
        (BODY, None, "first words"),
    ],
)
def test_a_title_is_proposed_for_a_pasted_text(pasted, title, source):
    draft = article_from_text(pasted)

    assert draft.title_from == source
    assert title is None or draft.article.title == title


def test_what_the_clipboard_told_is_kept():
    draft = article_from_text("Words." + BODY, url="https://courier.example/a", title="Given")

    assert (draft.article.title, draft.title_from) == ("Given", "given")
    assert draft.article.url == "https://courier.example/a"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "\\\\host\\share"])
def test_an_address_that_is_not_of_the_web_is_dropped(url):
    assert article_from_text("Words." + BODY, url=url).article.url == ""


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("VALDERA (AP) — The roof is finished.", "Associated Press"),
        ("VALDERA, Nov 29 (Reuters) - The roof is finished.", "Reuters"),
        ("“It is done,” the mayor told Reuters.", "Reuters"),
        ("He told Reuters this, and she told the BBC that.", ""),
        ("The BBC was closed.", ""),
        ("Source: The Valdera Courier\nText", "The Valdera Courier"),
        ("Words\n© 2024 Reuters", "Reuters"),
    ],
)
def test_the_outlet_is_known_by_its_credit(words, outlet):
    assert article_from_text("A title\n" + words).article.publisher == outlet


@pytest.mark.parametrize(
    ("words", "byline"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By Jane Doe and Tom Okoro, 29 Nov 2024", "Jane Doe and Tom Okoro"),
        ("By Jane Doe | Reuters", "Jane Doe"),
        ("Von Anna Groß", "Anna Groß"),
        ("By the time it opened, the hall was old.", ""),
        ("Text.\n(Reporting by Ana Lima in Lima; Writing by Li Wei; Editing by X)", "Ana Lima"),
    ],
)
def test_the_author_is_read_from_the_byline(words, byline):
    assert article_from_text("A title\n" + words + BODY).article.byline == byline


@pytest.mark.parametrize("nothing", ["", "  \n", "\0\0", "\u200b\ufeff"])
def test_nothing_pasted_is_told(nothing):
    with pytest.raises(DatelineError, match="no text"):
        article_from_text(nothing)


def test_too_much_pasted_is_told():
    with pytest.raises(DatelineError, match="longer than 5 million letters"):
        article_from_text("a" * 5_000_001)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council said that the roof of the hall was finished on Tuesday.", "en"),
        ("El ayuntamiento dijo que el techo de la sala se terminó el martes.", "es"),
        ("Le conseil a dit que le toit de la salle est fini depuis mardi pour les gens.", "fr"),
        ("Der Rat sagte, dass das Dach der Halle am Dienstag fertig war und nicht teuer.", "de"),
        ("Совет сообщил, что крыша ратуши была закончена во вторник, но не в срок.", "ru"),
        ("Рада повідомила, що дах ратуші був закінчений у вівторок, але це було не в строк.", "uk"),
        ("وقال المجلس إن سقف المبنى اكتمل يوم الثلاثاء بعد أسبوع من الموعد في المدينة.", "ar"),
        ("市庁舎の屋根は火曜日に完成した。", "ja"),
        ("Qwerty uiop asdf ghjk zxcv bnm.", ""),
    ],
)
def test_the_language_is_guessed_by_common_words(text, language):
    assert guess_language(text) == language


SENTENCE = "Мэр открыл ратушу после ремонта, сообщил во вторник совет города."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1251"]
)
def test_a_text_is_read_in_any_encoding(encoding):
    assert decode((SENTENCE * 3).encode(encoding)) == SENTENCE * 3


def test_a_declared_charset_is_believed_where_it_fits():
    assert (
        decode(b'<meta charset="windows-1250"><p>\x8atefan')
        == '<meta charset="windows-1250"><p>Štefan'
    )
    assert "é" in decode('<meta charset="ascii"><p>é'.encode())
    assert "words" in decode(b'<meta charset="zlib"><p>words')
    assert "words" in decode(b'<meta charset="utf-16"><p>words')


def test_a_language_that_the_words_contradict_is_not_believed():
    german = "Der Rat sagte, dass das Dach der Halle am Dienstag fertig war und nicht teuer."

    assert language_of(german, "en") == "de"
    assert language_of(german, "lb") == "lb"
    assert language_of("Qwerty.", "en") == "en"


def test_an_account_is_no_author():
    assert article_from_text("A title\nBy Admin" + BODY).article.byline == ""
