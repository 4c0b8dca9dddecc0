"""Markdown as the plain words that it is written for."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from desktop.reading.extract.decode import decode
from desktop.reading.extract.findings import Findings, Sourced
from desktop.reading.extract.published import whole_date
from desktop.reading.extract.text import readable

# YAML between lines of dashes, TOML between lines of plus signs.
_FRONT = re.compile(
    r"\A(---|\+\+\+)[ \t]*\r?\n(.{0,20000}?)\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S
)
_FIELD = re.compile(r"(\w+)\s*[:=]\s*(.*)")


def read_markdown(content: bytes) -> Findings:
    """Markdown as its plain words; title, date, author and the like from the front matter."""
    text = readable(decode(content))
    front = _FRONT.match(text)
    told = _fields(front[2]) if front else {}
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    blocks, heading = _blocks(tokens)
    date = whole_date(told.get("date", "") or told.get("published", ""))
    return Findings(
        text="\n".join(blocks),
        title=Sourced(told.get("title", ""), "metadata", 0.95).or_else(
            Sourced(heading, "heading", 0.9)
        ),
        published=Sourced(date, "metadata", 0.95) if date else Sourced(),
        byline=told.get("author", "") or told.get("authors", ""),
        publisher=told.get("publisher", "") or told.get("source", ""),
        url=told.get("url", "") or told.get("link", ""),
        language=told.get("lang", "") or told.get("language", ""),
    )


def _fields(front: str) -> dict[str, str]:
    """The simple lines of YAML or TOML front matter; lists on one line become names."""
    found: dict[str, str] = {}
    for line in front.splitlines():
        match = _FIELD.fullmatch(line.strip())
        if match:
            value = match[2].strip().strip("[]")
            names = [part.strip().strip("\"'") for part in value.split('", "')]
            found.setdefault(match[1].lower(), ", ".join(names))
    return found


def _blocks(tokens: list[Token]) -> tuple[list[str], str]:
    """The text of each block with an empty one between paragraphs, and the first heading."""
    blocks: list[str] = []
    heading = ""
    mark, is_heading = "", False
    for token in tokens:
        if token.type == "heading_open":
            is_heading = True
        elif token.type == "list_item_open":
            mark = f"{token.info}. " if token.info else "• "
        elif token.type == "inline":
            text = mark + _inline(token)
            heading = heading or (text if is_heading else "")
            blocks.append(text)
            mark, is_heading = "", False
        elif token.type in ("fence", "code_block"):
            blocks += [token.content, ""]
        elif token.type == "html_block":
            blocks += [re.sub(r"<[^<>]*>", "", token.content).strip(), ""]
        elif token.type.endswith("_close") and token.type != "list_item_close" and not token.hidden:
            blocks.append("")
    return blocks, heading


def _inline(token: Token) -> str:
    said = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(
        said.get(part.type, "" if part.type == "html_inline" else part.content)
        for part in token.children or ()
    )
