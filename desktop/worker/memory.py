"""How much memory another process holds, asked of each system in its own way."""

import os
import subprocess
import sys
from pathlib import Path


def resident_megabytes(number: int) -> int:
    """What the process `number` holds in memory now; 0 where the system does not say."""
    if sys.platform == "linux":
        return _linux_megabytes(number)
    if sys.platform == "win32":
        return _windows_megabytes(number)
    said = subprocess.run(
        ["/bin/ps", "-o", "rss=", "-p", str(number)], capture_output=True, text=True, check=False
    ).stdout.strip()
    return int(said) >> 10 if said.isdigit() else 0


def _linux_megabytes(number: int) -> int:
    try:
        pages = Path(f"/proc/{number}/statm").read_text("ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGESIZE") >> 20


def _windows_megabytes(number: int) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes  # there only, and only when something is being read

    counters = (ctypes.c_size_t * 10)()
    kernel = ctypes.WinDLL("kernel32")
    kernel.OpenProcess.restype = ctypes.c_void_p
    # PROCESS_QUERY_LIMITED_INFORMATION; WorkingSetSize is the third size in the counters, of
    # which the first holds two 32-bit numbers (cb, PageFaultCount).
    handle = ctypes.c_void_p(kernel.OpenProcess(0x1000, 0, number))
    known = kernel.K32GetProcessMemoryInfo(handle, counters, ctypes.sizeof(counters))
    kernel.CloseHandle(handle)
    return counters[2] >> 20 if known else 0
