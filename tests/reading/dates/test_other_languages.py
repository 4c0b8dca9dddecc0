"""Explicit dates and weekdays in six other languages, published on Friday 29 November 2024."""

from pathlib import Path

import pytest

from desktop.reading.dates import find_dates

SENTENCES = [
    ("es", "El puente se abrió el 5 de agosto de 2019.", "el 5 de agosto de 2019", "2019-08-05"),
    ("es", "Murió el miércoles en Madrid.", "miércoles", "2024-11-27"),
    ("es", "Llegó el lunes 5 de agosto.", "lunes 5 de agosto", "2024-08-05"),
    ("es", "Empezó en marzo de 2020.", "marzo de 2020", "2020-03"),
    ("es", "Nació en 1984 en Lima.", "1984", "1984"),
    ("es", "Ayer llovió.", "Ayer", "2024-11-28"),
    ("es", "Un castillo del siglo XIX.", "siglo XIX", "18XX"),
    (
        "es",
        "Fue del 5 al 7 de agosto de 2019.",
        "del 5 al 7 de agosto de 2019",
        "2019-08-05/2019-08-07",
    ),
    ("es", "A finales de 2016 cayó.", "finales de 2016", "2016-09~/2016-12"),
    ("es", "El próximo lunes será la reunión.", "El próximo lunes", "2024-12-02"),
    ("es", "La semana pasada ganó.", "La semana pasada", "2024-11-18/2024-11-24"),
    ("es", "Hace dos años cerró.", "Hace dos años", "2022"),
    ("fr", "Le pont a ouvert le 5 août 2019.", "le 5 août 2019", "2019-08-05"),
    ("fr", "Il est mort mercredi.", "mercredi", "2024-11-27"),
    ("fr", "C'était lundi 5 août 2019.", "lundi 5 août 2019", "2019-08-05"),
    ("fr", "En mars 2020, tout ferma.", "mars 2020", "2020-03"),
    ("fr", "Né en 1984 à Lyon.", "1984", "1984"),
    ("fr", "Le 1er mai, on défile.", "Le 1er mai", "2024-05-01"),
    ("fr", "Hier, il a plu.", "Hier", "2024-11-28"),
    ("fr", "Il y a deux ans il partait.", "Il y a deux ans", "2022"),
    ("fr", "Aujourd'hui il neige.", "Aujourd'hui", "2024-11-29"),
    ("fr", "Un château du XIXe siècle.", "du XIXe siècle", "18XX"),
    ("fr", "Du 5 au 7 août 2019, il plut.", "Du 5 au 7 août 2019", "2019-08-05/2019-08-07"),
    ("fr", "Fin 2016 la ville tomba.", "Fin 2016", "2016-09~/2016-12"),
    ("fr", "Lundi prochain il viendra.", "Lundi prochain", "2024-12-02"),
    ("de", "Die Brücke wurde am 5. August 2019 eröffnet.", "am 5. August 2019", "2019-08-05"),
    ("de", "Er starb am Mittwoch.", "Mittwoch", "2024-11-27"),
    ("de", "Es war Montag, der 5. August 2019.", "Montag, der 5. August 2019", "2019-08-05"),
    ("de", "Im März 2020 begann es.", "März 2020", "2020-03"),
    ("de", "Geboren 1984 in Bonn, seit 1990 in Kiel.", "1990", "1990"),
    ("de", "Gestern regnete es.", "Gestern", "2024-11-28"),
    ("de", "Ende 2016 fiel die Stadt.", "Ende 2016", "2016-09~/2016-12"),
    ("de", "Ein Schloss aus dem 19. Jahrhundert.", "dem 19. Jahrhundert", "18XX"),
    ("de", "Vor zwei Jahren schloss es.", "Vor zwei Jahren", "2022"),
    (
        "de",
        "Das Fest war vom 5. bis 7. August 2019.",
        "vom 5. bis 7. August 2019",
        "2019-08-05/2019-08-07",
    ),
    ("de", "In den 1980er Jahren war das Mode.", "den 1980er Jahren", "198X"),
    ("de", "Am 05.08.2019 war es heiß.", "05.08.2019", "2019-08-05"),
    ("ar", "افتتح الجسر في 5 أغسطس 2019.", "5 أغسطس 2019", "2019-08-05"),
    ("ar", "توفي يوم الأربعاء في دمشق.", "الأربعاء", "2024-11-27"),
    ("ar", "في مارس 2020 اتفق الجانبان.", "مارس 2020", "2020-03"),
    ("ar", "ولد عام 1984 في حلب.", "عام 1984", "1984"),
    ("ar", "قال أمس إن القصف توقف.", "أمس", "2024-11-28"),
    ("ar", "في ٢٧ نوفمبر ٢٠٢٤ بدأ الهجوم.", "٢٧ نوفمبر ٢٠٢٤", "2024-11-27"),
    ("ar", "في 29 تشرين الثاني 2024 دخلوا المدينة.", "29 تشرين الثاني 2024", "2024-11-29"),
    ("ar", "الأسبوع الماضي سقطت البلدة.", "الأسبوع الماضي", "2024-11-18/2024-11-24"),
    ("ru", "Мост открыли 5 августа 2019 года.", "5 августа 2019 года", "2019-08-05"),
    ("ru", "Он умер в среду.", "среду", "2024-11-27"),
    ("ru", "В марте 2020 года началось.", "марте 2020 года", "2020-03"),
    ("ru", "Родился в 1984 году.", "1984 году", "1984"),
    ("ru", "Вчера шёл дождь.", "Вчера", "2024-11-28"),
    ("ru", "В конце 2016 года город пал.", "конце 2016 года", "2016-09~/2016-12"),
    ("ru", "Замок XIX века.", "XIX века", "18XX"),
    (
        "ru",
        "С 5 по 7 августа 2019 года шли бои.",
        "С 5 по 7 августа 2019 года",
        "2019-08-05/2019-08-07",
    ),
    ("ru", "На прошлой неделе пал город.", "прошлой неделе", "2024-11-18/2024-11-24"),
    ("uk", "Міст відкрили 5 серпня 2019 року.", "5 серпня 2019 року", "2019-08-05"),
    ("uk", "Він помер у середу.", "середу", "2024-11-27"),
    ("uk", "У березні 2020 року почалося.", "березні 2020 року", "2020-03"),
    ("uk", "Народився в 1984 році.", "1984 році", "1984"),
    ("uk", "У п’ятницю обстріляли місто.", "п’ятницю", "2024-11-29"),
    ("uk", "Учора йшов дощ.", "Учора", "2024-11-28"),
    ("uk", "Наприкінці 2016 року місто впало.", "Наприкінці 2016 року", "2016-09~/2016-12"),
]

COUNTS = [
    ("es", "Mataron a 1500 personas."),
    ("ru", "Погибли 1500 человек."),
]


@pytest.mark.parametrize(("language", "sentence", "words", "edtf"), SENTENCES)
def test_the_words_mean_this_date(language, sentence, words, edtf):
    found = find_dates(sentence, "2024-11-29", language)

    assert (words, edtf) in [(one.text, one.edtf) for one in found]


@pytest.mark.parametrize(("language", "sentence"), COUNTS)
def test_a_count_of_people_is_no_year(language, sentence):
    assert find_dates(sentence, "2024-11-29", language) == []


@pytest.mark.parametrize(
    "row", Path(__file__).with_name("languages.tsv").read_text(encoding="utf-8").splitlines()
)
def test_explicit_dates_and_weekdays_are_found_in_every_pack(row):
    language, sentence, edtf = row.split("\t")

    found = find_dates(sentence, "2024-11-29", language)

    assert edtf in [one.edtf for one in found]


def test_every_pack_has_twenty_sentences_of_its_own():
    rows = Path(__file__).with_name("languages.tsv").read_text(encoding="utf-8").splitlines()
    languages = [row.split("\t")[0] for row in rows] + [row[0] for row in SENTENCES]

    assert all(languages.count(language) >= 20 for language in ("es", "fr", "de", "ar", "ru", "uk"))
