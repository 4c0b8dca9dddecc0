"""Which parts of a sentence tell of an event of their own: each has a verb, and mostly a date."""

import re
from collections.abc import Sequence

from desktop.reading.suggest.pack import Pack

Bounds = tuple[int, int]

_JOINTS = re.compile(
    r";\s+|,?\s+(?:and|but|while|whereas|when|after|before|until|then)\s+(?:then\s+)?|,\s+|:\s+"
)
_WHOLE = re.compile(r";\s+|,\s+(?:when|while|but|whereas)\s")
_END = re.compile(
    r"(?:[,;:]?\s+(?:and|but|while|whereas|when|after|before|until|then)){0,3}[\s,;:]*$"
)
_SHORTEST = 40
_LONGEST = 2_000  # letters: what is longer is no sentence, and every cut would look at it all
_VERB = re.compile(r"\b(?:was|were|is|are|has|had|have|will|did|\w{2,}ed)\b", re.IGNORECASE)
_BARE_COMMA = re.compile(r"(?:was|were|\w{2,}ed)\b")


def clauses_of(pack: Pack, sentence: str, dates: Sequence[Bounds]) -> list[Bounds]:
    """The sentence, or its parts where each tells of something itself.

    `dates` are the bounds of its placed dates; a part that has none of its own stays with the part
    before it, unless both are long or a semicolon stands between them.
    """
    if '"' in sentence or "“" in sentence or len(sentence) > _LONGEST:
        return [(0, len(sentence))]
    cuts = [0]
    for joint in _JOINTS.finditer(sentence):
        if any(first < joint.end() and joint.start() < last for first, last in dates):
            continue
        if _may_cut(pack, sentence, (cuts[-1], joint.start(), joint.end()), dates):
            cuts.append(joint.end())
    ends = [*cuts[1:], len(sentence)]
    return [
        (start, start + len(_bare(sentence[start:stop])))
        for start, stop in zip(cuts, ends, strict=True)
    ]


def _bare(part: str) -> str:
    """The part without the joint that ends it."""
    return _END.sub("", part)


def has_verb(pack: Pack, words: str) -> bool:
    """True where something is told to happen in the words."""
    if _VERB.search(words):
        return True
    return any(word in pack.event_verbs for word in words.lower().split())


def _may_cut(
    pack: Pack, sentence: str, place: tuple[int, int, int], dates: Sequence[Bounds]
) -> bool:
    start, stop, begin = place
    left, right, joint = sentence[start:stop], sentence[begin:], sentence[stop:begin]
    if not (has_verb(pack, left) and has_verb(pack, right)):
        return False
    if ";" in joint:
        return True
    if _WHOLE.match(joint + " ") and min(len(left), len(right)) > _SHORTEST:
        return True
    if ":" in joint or (joint.strip() == "," and not _BARE_COMMA.match(right)):
        return False
    dated = any(start <= first and last <= stop for first, last in dates)
    return dated and any(first >= begin for first, _last in dates) and _tells_soon(pack, right)


def _tells_soon(pack: Pack, right: str) -> bool:
    """True where the verb comes before the next joint: «took it on the night of 11 June»."""
    return has_verb(pack, _JOINTS.split(right, maxsplit=1)[0])
