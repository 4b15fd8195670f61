"""The networks' weights: read from the installed packages that carry them, and checked to be the known ones."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    import cv2


class Weights(NamedTuple):
    """A file of weights: the requirement and the package that bring it, its name, and its SHA-256."""

    requirement: str
    package: str
    file: str
    sha256: str


def network(weights: Weights) -> cv2.dnn.Net:
    """Return the network of a weights file.

    Raises ``PostlintError``: "faces-missing" where the package is not installed, "face-weights-changed" where its
    file is another than the one that was measured.
    """
    import cv2
    import numpy as np

    path = _path(weights)
    data = path.read_bytes() if path else None
    if data is None:
        raise PostlintError(Problem("faces-missing", {}))
    if not _is_known(data, weights):
        raise PostlintError(Problem("face-weights-changed", {"package": weights.requirement, "file": weights.file}))
    with quiet():
        return cv2.dnn.readNetFromONNX(np.frombuffer(data, np.uint8))


@contextmanager
def quiet() -> Iterator[None]:
    """Keep OpenCV from writing to standard error what it thinks of a network: it is told by errors, or not at all."""
    from cv2.utils import logging

    before = logging.setLogLevel(logging.LOG_LEVEL_SILENT)
    try:
        yield
    finally:
        logging.setLogLevel(before)


def installed(weights: Weights) -> bool:
    """Say whether the very file is there: another release's is not what was measured."""
    path = _path(weights)
    return path is not None and _is_known(path.read_bytes(), weights)


def _is_known(data: bytes, weights: Weights) -> bool:
    return hashlib.sha256(data).hexdigest() == weights.sha256


def _path(weights: Weights) -> Path | None:
    """Return where the file stands, or ``None``. The package itself is not imported."""
    spec = find_spec(weights.package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder, weights.file)
        if path.is_file():
            return path
    return None
