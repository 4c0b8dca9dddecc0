"""Files that were once a timeline, harmed in every way that a stranger or a disk may harm them."""

import random

PAGE = 4096


def flip(content, chance):
    for _ in range(chance.choice((1, 1, 5, 50))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def noise(content, chance):
    at = chance.randrange(len(content))
    size = chance.choice((1, 4, 100, PAGE))
    content[at : at + size] = chance.randbytes(len(content[at : at + size]))


def zeros(content, chance):
    at = PAGE * chance.randrange(len(content) // PAGE)
    content[at : at + PAGE] = bytes(PAGE)


def ones(content, chance):
    at = chance.randrange(len(content) - 8)
    content[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\1"))


def cut(content, chance):
    del content[chance.randrange(len(content)) :]


def swap(content, chance):
    one, two = (PAGE * chance.randrange(len(content) // PAGE) for _ in range(2))
    first, second = content[one : one + PAGE], content[two : two + PAGE]
    content[one : one + PAGE], content[two : two + PAGE] = second, first


def head(content, chance):
    content[chance.randrange(100)] = chance.randrange(256)


def schema(content, chance):
    """Harm the first page, which says what tables there are."""
    content[chance.randrange(100, PAGE)] = chance.randrange(256)


def text(content, chance):
    """Put one word of the file in the place of another."""
    words = [b"CREATE TABLE", b"INTEGER", b"TEXT", b"events", b"tracks", b"STRICT", b"json", b"uid"]
    old, new = chance.sample(words, 2)
    at = content.find(old, chance.randrange(len(content)))
    if at >= 0:
        content[at : at + len(old)] = new.ljust(len(old))[: len(old)]


KINDS = (flip, noise, zeros, ones, cut, swap, head, schema, text)


def harmed(content, seed):
    """The file, harmed in one to three ways that only depend on `seed`."""
    chance, made = random.Random(seed), bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 3))):
        if len(made) >= PAGE:
            chance.choice(KINDS)(made, chance)
    return bytes(made)
