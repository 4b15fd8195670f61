"""The shipped table of weights: how much each trait speaks for the breach of each rule.

``scripts/fit_weights.py`` makes it from the labelled posts in ``training``. The file is mapped, and a trait that is
asked for costs one look; what a trait weighs for all rules is a byte each in the file and one whole number with a lane
for each once it is read, so that the weights of a sentence are one sum.
"""

from __future__ import annotations

import mmap
import os
from functools import cache
from zlib import crc32

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FILE = os.path.join(os.path.dirname(__file__), "weights.bin")
MAGIC = b"postlint weights 2\n"
LANE = 32  # bits: enough for the sum of as many traits as a text may have
MIDDLE = 64  # what stands for no weight in a lane; weights reach from 1 to 127
SLOTS = 2**17  # for at most 65,535 traits: few that are asked for meet another on the way
_REMEMBERED = 20_000


class Scale(NamedTuple):
    """A rule's own: one step of its lane weighs ``step``, from ``start`` on. At ``enough`` or more a text may break the
    rule, at ``clear`` or more nothing else explains it; where what is shown weighs less than ``least``, without the
    start, the rule is not broken, whatever construction was met."""

    lane: int
    step: float
    start: float
    enough: float
    clear: float
    least: float
    about: tuple[str, ...] = ()  # traits of which a stretch must show one for the rule to be about it


class Head(NamedTuple):
    """What a table says of itself: the form of its traits, the print of the posts it was made from, its rules."""

    form: int
    origin: str
    rules: Mapping[str, Scale]


class Weights:
    """A table of weights, read where it lies."""

    def __init__(self, data: memoryview, head: Head, start: int) -> None:
        self.head = head
        self.rules = head.rules
        self._width = len(self.rules)
        self._index = data[start : start + SLOTS * 4].cast("I")
        self._rows = data[start + SLOTS * 4 :]
        self._seen: dict[str, int] = {}

    def row(self, trait: str) -> int:
        """Return the weights of a trait in their lanes; 0 where it is not known."""
        row = self._seen.get(trait)
        if row is None:
            if len(self._seen) > _REMEMBERED:
                self._seen.clear()
            row = self._seen[trait] = self._looked_up(trait)
        return row

    def _looked_up(self, trait: str) -> int:
        number = crc32(trait.encode("utf-8", "surrogatepass"))
        at, print_ = number & (SLOTS - 1), number >> 16
        while entry := self._index[at]:
            if entry >> 16 == print_:
                start = ((entry & 0xFFFF) - 1) * self._width
                lanes = bytearray(self._width * LANE // 8)
                lanes[:: LANE // 8] = self._rows[start : start + self._width]
                return int.from_bytes(lanes, "little")
            at = (at + 1) & (SLOTS - 1)
        return 0

    def total(self, traits: Iterable[str]) -> tuple[int, int]:
        """Return the sum of the rows of known traits, and how many there were."""
        total = count = 0
        for trait in traits:
            row = self.row(trait)
            if row:
                total += row
                count += 1
        return total, count

    def of(self, rule: Scale, total: int, count: int) -> float:
        """Return what a sum weighs for a rule."""
        lane: int = (total >> LANE * rule.lane) & (2**LANE - 1)
        return rule.start + rule.step * (lane - MIDDLE * count)


@cache
def shipped() -> Weights:
    """Return the table that comes with postlint."""
    with open(FILE, "rb") as file:
        data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    size = len(MAGIC)
    length = int.from_bytes(data[size : size + 4], "little")
    head = _head(bytes(data[size + 4 : size + 4 + length]).decode())
    return Weights(data, head, size + 4 + length)


def _head(told: str) -> Head:
    """Return the head of a table from its lines: form and origin, then a rule a line."""
    first, *lines = told.split("\n")
    form, origin = first.split()
    rules: dict[str, Scale] = {}
    for line in filter(str.strip, lines):
        rule, step, start, enough, clear, least, *about = line.split(" ")
        limits = float(enough), float(clear), float(least)
        rules[rule] = Scale(len(rules), float(step), float(start), *limits, tuple(filter(None, about)))
    return Head(int(form), origin, rules)


def origin_of(folder: str) -> str:
    """Return the print of the labelled posts below a folder, which tells whether a table was made from them."""
    from hashlib import sha256

    whole = sha256()
    paths = [os.path.join(place, name) for place, _, names in os.walk(folder) for name in names]
    for path in sorted(path for path in paths if path.endswith(".jsonl")):
        whole.update(os.path.relpath(path, folder).replace(os.sep, "/").encode())
        with open(path, "rb") as file:
            whole.update(file.read())
    return whole.hexdigest()


def packed(head: Head, rows: Mapping[str, Sequence[int]]) -> bytes:
    """Return the file of a table: ``rows`` holds for each trait one weight a rule, each from -63 to 63.

    Two traits with one print in one row of slots cannot both be known; the one that comes first stays.
    """
    index = [0] * SLOTS
    body = bytearray()
    prints: set[tuple[int, int]] = set()
    for trait, weights in rows.items():
        number = crc32(trait.encode("utf-8", "surrogatepass"))
        at, print_ = number & (SLOTS - 1), number >> 16
        while index[at] and index[at] >> 16 != print_:
            at = (at + 1) & (SLOTS - 1)
        if index[at] or (at, print_) in prints or len(prints) == 0xFFFF:
            continue
        prints.add((at, print_))
        body += bytes(MIDDLE + weight for weight in weights)
        index[at] = print_ << 16 | len(prints)
    # The head ends where the slots may begin: at a multiple of four.
    lines = [f"{head.form} {head.origin}"]
    lines += [" ".join((rule, *map(repr, scale[1:6]), *scale.about)) for rule, scale in head.rules.items()]
    told = "\n".join(lines).encode()
    told += b" " * (-(len(MAGIC) + 4 + len(told)) % 4)
    slots = b"".join(entry.to_bytes(4, "little") for entry in index)
    return MAGIC + len(told).to_bytes(4, "little") + told + slots + bytes(body)
