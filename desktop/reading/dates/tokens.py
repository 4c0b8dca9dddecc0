"""A text as words, numbers and signs, in one pass that is linear on any input."""

import re

_TOKEN = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\d-])"  # 2024-11-29
    r"|\d{1,2}/\d{1,2}/\d{2,4}(?![\d/])|\d{1,2}/\d{1,2}(?![\d/])"  # 29/11/2024, 9/11
    r"|\d{1,2}-\d{1,2}-\d{4}(?![\d-])"
    r"|\d+(?:[.,:]\d+)*"
    r"|(?:[^\W\d_]\.){2,}"  # p.m.
    r"|[^\W\d_]\w*"
    r"|['’]s\b"
    r"|\n\s*"
    r"|[^\w\s]"
)
_SIGNS = {"–": "-", "—": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "’s": "'s", "`": "'"}
BREAK = "\n"


class Tokens:
    """Parallel lists, one entry a token: lower-case words, spans in code points, what touches."""

    __slots__ = ("ends", "glued", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.glued: list[bool] = []

    def __len__(self) -> int:
        return len(self.words)

    def is_capital(self, index: int) -> bool:
        """True where the token begins with a capital letter."""
        return 0 <= index < len(self.words) and self.text[self.starts[index]].isupper()

    def word(self, index: int) -> str:
        """The lower-case word, a line break outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else BREAK


def read_tokens(text: str) -> Tokens:
    """The tokens of `text`; a break of a paragraph or heading is the token BREAK."""
    tokens = Tokens(text)
    words, starts, ends, glued = tokens.words, tokens.starts, tokens.ends, tokens.glued
    wrapped = _is_wrapped(text)
    before, line = -1, 0
    for match in _TOKEN.finditer(text):
        word, (start, end) = match[0], match.span()
        if word[0] == "\n":
            hard = not wrapped or word.count("\n") > 1 or start - line < 45
            line = text.rfind("\n", start, end) + 1
            if not hard:
                continue
            word = BREAK
        elif len(word) < 3 or word[-1] == ".":
            word = _SIGNS.get(word) or word.lower()
            if word[-1] == "." and len(word) > 1:
                word = word.replace(".", "")
        else:
            word = word.lower()
        words.append(word)
        starts.append(start)
        ends.append(end)
        glued.append(start == before)
        before = end
    return tokens


def _is_wrapped(text: str) -> bool:
    """True where lines seem to be broken at a margin, so that a newline ends no paragraph."""
    lines = text.split("\n")
    long = sum(45 < len(line) <= 100 for line in lines)
    return long > 5 and long * 2 > len(lines) and not any(len(line) > 110 for line in lines)
