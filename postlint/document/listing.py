"""Finding a line in a sorted list of lines without cutting the list up, which costs more than a draft's questions."""

from __future__ import annotations


def line_at(text: str, key: str, low: int, high: int) -> int:
    """Return where the first line of ``text[low:high]`` begins that starts with ``key``, or -1.

    ``low`` must be the start of a line, ``high`` the end of one; the lines are sorted by code points.
    """
    width, stop = len(key), high
    while low < high:
        middle = text.rfind("\n", low, (low + high) // 2) + 1 or low
        if text[middle : middle + width] < key:
            end = text.find("\n", middle, high)
            low = high if end < 0 else end + 1
        else:
            high = middle
    return low if low < stop and text.startswith(key, low) else -1
