"""UUIDs of version 7 (RFC 9562): they sort by the time they were made and clash with none."""

import os
import time


def make_uids(number: int) -> list[str]:
    """`number` new identifiers, as text of 36 characters, in rising order of milliseconds."""
    moment = f"{time.time_ns() // 1_000_000:012x}"
    head, noise = f"{moment[:8]}-{moment[8:]}-7", os.urandom(10 * number).hex()
    return [_uid(head, noise[20 * n : 20 * n + 20]) for n in range(number)]


def _uid(head: str, noise: str) -> str:
    variant = "89ab"[int(noise[3], 16) & 3]
    return f"{head}{noise[:3]}-{variant}{noise[4:7]}-{noise[8:]}"
