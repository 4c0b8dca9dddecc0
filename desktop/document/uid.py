"""UUIDs of version 7 (RFC 9562): they sort by the time they were made and clash with none."""

import os
import time


def make_uids(number: int) -> list[str]:
    """`number` new identifiers, as text of 36 characters, in rising order of milliseconds."""
    moment = time.time_ns() // 1_000_000
    noise = os.urandom(10 * number)
    return [_uid(moment, noise[10 * n : 10 * n + 10]) for n in range(number)]


def _uid(milliseconds: int, noise: bytes) -> str:
    head = (0x7 << 12) | int.from_bytes(noise[:2], "big") & 0xFFF
    tail = (0b10 << 62) | int.from_bytes(noise[2:], "big") & ((1 << 62) - 1)
    text = f"{milliseconds & 0xFFFFFFFFFFFF:012x}{head:04x}{tail:016x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
