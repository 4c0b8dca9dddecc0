"""The language of a text, guessed from its letters and its commonest words."""

import re
import unicodedata
from collections import Counter

_WORDS_LOOKED_AT = 600
_LETTERS_LOOKED_AT = 20_000
_WORD = re.compile(r"[^\W\d_]+")

_COMMON = {
    "en": "the of and to in a is that was for on with as by at from it his have were had been "
    "which their has are this but not they said who after an be or",
    "es": "de la que el en y los se del las un por con una su para es al lo como más fue pero sus "
    "le ha este desde entre cuando muy sin sobre también hasta donde según",
    "fr": "de la le et les des en un du une que est pour qui dans par plus au sur pas ont se ce "
    "il sont avec aux son ses cette été selon mais leur après entre",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch "
    "es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über",
    "it": "di e il la che in un è per una del non sono della con si da le i nel alla dei al "
    "più anche gli ha come stato dal delle nella sul hanno ma",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das "
    "foi pela pelo são também entre até segundo após",
    "nl": "de het een en van in is dat op te zijn met voor niet die aan er om ook als bij door "
    "naar heeft uit maar over was werd nog wordt deze tegen",
    "tr": "ve bir bu da de için ile olarak çok daha gibi olan kadar sonra en ancak ise göre "
    "tarafından olduğu oldu dedi her ne",
    "pl": "w i na z się do nie że to jest o jak po co ale od za przez przy który są tym został "
    "oraz było dla ma już które",
    "ru": "и в не на что с по как это он к из у за от его для о но до также был после было их "
    "при она со которые который все ее только",
    "uk": "і в не на що з та у за до як від це про його для під час був але також після було є "
    "який які їх при вона із зі яка щоб",
    "bg": "на и в да за от се с не е че по са като до това който бе ще през след при беше",
    "sr": "и у је да на се за од су са не као што је био који али о из до по након",
    "ar": "في من على إلى أن عن التي الذي مع هذا هذه ما لا بعد قال كان كانت بين قد كما ذلك حيث "
    "أو ولم منذ خلال وقال وفي",
    "fa": "در به از که این را با است برای آن یک خود تا بر هم نیز شد می های گفت شده بود کرد اما",
    "he": "של את על לא הוא זה עם כי גם היא או אם כל בין אל אך אחרי יותר היה אמר",
}
_COMMON_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SCRIPTS = {"HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh", "GREEK": "el",
            "THAI": "th", "DEVANAGARI": "hi", "ARMENIAN": "hy", "GEORGIAN": "ka"}  # fmt: skip
_JAPANESE_SHARE = 0.1
_LEAST_SHARE = 0.06


def guess_language(text: str) -> str:
    """The two-letter code, or "" where the text is too short or too mixed to say."""
    sample = text[:_LETTERS_LOOKED_AT]
    script = _script_language(sample)
    if script:
        return script
    words = [word.casefold() for word in _WORD.findall(sample)][:_WORDS_LOOKED_AT]
    if len(words) < 5:
        return ""
    hits = {
        language: sum(word in common for word in words)
        for language, common in _COMMON_WORDS.items()
    }
    first, second = sorted(hits, key=lambda language: -hits[language])[:2]
    is_clear = hits[first] >= max(2, _LEAST_SHARE * len(words)) and hits[first] > hits[second]
    return first if is_clear else ""


def language_of(text: str, declared: str) -> str:
    """The language of `text`; templates declare wrong ones, but only a known one is doubted."""
    if declared and declared not in _COMMON_WORDS and declared not in _SCRIPTS.values():
        return declared
    return guess_language(text) or declared


def _script_language(sample: str) -> str:
    """The language that alone uses the script of most letters; "" for Latin and the like."""
    scripts: Counter[str] = Counter()
    for letter, number in Counter(sample).items():
        if letter.isalpha():
            scripts[unicodedata.name(letter, "").split(" ")[0].split("-")[0]] += number
    total = scripts.total()
    if not total:
        return ""
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > _JAPANESE_SHARE * total:
        return "ja"
    script, number = scripts.most_common(1)[0]
    return _SCRIPTS.get(script, "") if 2 * number > total else ""
