#!/usr/bin/env python3
"""Make the table of weights (``postlint/document/weights.bin``) from the labelled posts in ``training``.

    pip install scikit-learn
    python scripts/fit_weights.py [--training FOLDER] [--out FILE] [--leave-out NAME ...] [--show RULE]

A logistic regression a rule, over what sentences show (``postlint.document.traits``). A post is as bad as its worst
three sentences, so after a first round each post that breaks a rule stands for the stretch that weighs most, and
every stretch of one that does not stands for itself. How much is enough is found by leaving out one writer's texts
at a time: the least weight that keeps the share of plain texts it would raise an alarm on below ``--alarms``, and
the share of alarms that are right, near misses of the rule counted in, above ``--precision``. What weighs so much that
hardly any plain text does (``--clear-alarms``) is clear; the rest is told as advice.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

import postlint
from postlint.document import Document, weighing
from postlint.document.traits import FORM, shown, traits
from postlint.document.weights import FILE, Head, Scale, origin_of, packed
from postlint.engine import Linter
from postlint.readers.records import read_record

ROOT = Path(__file__).parent.parent
RULES = (
    "personal-attack threat harassment discriminatory-language sexualised-language condescending-tone "
    "competitor-disparagement customer-disparagement employer-disparagement defamation comparative-claim "
    "undisclosed-affiliation unauthorised-statement impersonation personal-data client-information "
    "report-confidentiality sales-pitch troll-feeding"
).split()
CONDUCT = frozenset(RULES[:6])
# Rules that hold only where somebody of the organisation's world, or a workplace, is named.
ABOUT = {
    "competitor-disparagement": ("<competitor>", "<competitor-product>"),
    "undisclosed-affiliation": ("<organisation>", "<product>"),
    "employer-disparagement": (
        "<organisation>", "<product>", ":own-employer", ":employer-any", ":employer", ":employment", ":work-topic",
        ":workplace-word", ":person-role",
    ),
}
PLAIN = "none"  # what the lines that break nothing are labelled for
OTHERS = 2  # how many more texts on other matters there are beside a breach than in the training
SEEN = 4  # posts that must show a trait
LEAST = 3  # steps that a trait must weigh for some rule
STEPS = 63  # of a weight, up and down
FOLDS = 6
FLOOR = 2.5  # that is asked of any text, whatever the figures; odds of twelve to one
CLEARLY = 0.5  # above what is clear by the figures, for kinds of text that no writer had in mind
SLIGHT = -2.5  # the most that may be too little for a construction that is met
BATCH = 60  # neighbouring single texts that were written at one time


class Labelled(NamedTuple):
    """A post: who wrote it, for which rule (empty: for all), the stretches it is weighed by, what it breaks, what it
    may break, what it was judged for."""

    writer: str
    about: str
    stretches: list[Counter[str]]
    breaks: frozenset[str]
    arguable: frozenset[str]
    judged: frozenset[str]
    named: frozenset[str]  # what checks found by constructions they know


def main() -> None:
    """Read, fit, write."""
    options = _options()
    weighing.weighed = lambda document: {}  # what checks find by name alone
    posts = [*_posts(options.training, options.leave_out), *_lines(options.training, options.leave_out)]
    known = Counter(trait for post in posts for trait in {t for one in post.stretches for t in one})
    names = [trait for trait, count in known.most_common() if count >= SEEN]
    column = {trait: number for number, trait in enumerate(names)}
    matrices = [_matrix(post.stretches, column) for post in posts]
    folds = [_fold(post) for post in posts]
    learnt: dict[str, tuple[list[int], np.ndarray[Any, Any]]] = {}
    apart: dict[str, np.ndarray[Any, Any]] = {}
    shown_apart: dict[str, np.ndarray[Any, Any]] = {}
    for rule in RULES:
        chosen = [number for number, post in enumerate(posts) if _concerns(post, rule)]
        breaks = np.array([rule in posts[number].breaks for number in chosen])
        if breaks.sum() < 2 * FOLDS:
            print(f"{rule}: left out, since only {breaks.sum()} posts break it", file=sys.stderr)
            continue
        learnt[rule] = chosen, breaks
        apart[rule], shown_apart[rule] = _weighed_apart(matrices, chosen, breaks, folds, options.c)
    for rule in ABOUT:
        elsewhere = [number for number, post in enumerate(posts) if not _is_about(post, rule)]
        apart[rule][elsewhere] = weighing.NOTHING
    most = np.max(np.stack(list(apart.values())), axis=0)
    scales: dict[str, Scale] = {}
    columns: list[np.ndarray[Any, Any]] = []
    for rule, (chosen, breaks) in learnt.items():
        own = np.array([posts[number].about == rule for number in chosen])
        named = np.array([rule in posts[number].named for number in chosen])
        weight = apart[rule][chosen]
        foremost = np.where(weight >= most[chosen], weight, -99.0)
        plain = np.array([posts[number].about == PLAIN for number in chosen])
        enough, caught, alarms = _enough(foremost, breaks, own, plain, options.alarms, options.precision)
        clear = _enough(foremost, breaks, own, plain, options.clear_alarms, options.precision)[0] + CLEARLY
        least = _least(shown_apart[rule][chosen], breaks, named)
        weights, start = _fitted([matrices[number] for number in chosen], breaks, options.c)
        step = float(np.abs(weights).max()) / STEPS
        scales[rule] = Scale(len(scales), step, start, enough, clear, least, ABOUT.get(rule, ()))
        columns.append(np.rint(weights / step).astype(int))
        told = f"enough {enough:6.2f}  clear {clear:6.2f}  caught {caught:.2f}  alarms {alarms:2}  least {least:.2f}"
        print(f"{rule:26}{breaks.sum():5} of {len(chosen):5}  {told}")
        if rule == options.show:
            _show(names, weights)
    table = np.stack(columns, axis=1)
    rows = {name: row.tolist() for name, row in zip(names, table, strict=True) if np.abs(row).max() >= LEAST}
    head = Head(FORM, origin_of(str(options.training)), scales)
    Path(options.out).write_bytes(packed(head, rows))
    print(f"{len(posts)} posts, {len(rows)} traits, {Path(options.out).stat().st_size // 1024} KB")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--training", type=Path, default=ROOT / "training")
    parser.add_argument("--out", default=FILE)
    parser.add_argument("--leave-out", action="append", default=[], help="a set that is not to be learnt from")
    parser.add_argument("--alarms", type=float, default=0.0005, help="share of plain texts that may raise an alarm")
    parser.add_argument("--clear-alarms", type=float, default=0.0001, help="the same for more than advice")
    parser.add_argument("--precision", type=float, default=0.8, help="least share of alarms that are right")
    parser.add_argument("--c", type=float, default=0.3, help="how freely weights may grow")
    parser.add_argument("--show", default="", help="a rule whose heaviest traits are printed")
    return parser.parse_args()


def _posts(folder: Path, left_out: list[str]) -> list[Labelled]:
    """Read the sets of whole posts, each with its own organisation."""
    found: list[Labelled] = []
    for path in sorted((folder / "posts").iterdir()):
        if path.name in left_out:
            continue
        linter = postlint.linter(path / "postlint.toml")
        judged = frozenset((path / "rules.txt").read_text(encoding="utf-8").split())
        labels = {label["id"]: label for label in _records(path / "labels.jsonl")}
        for record in _records(path / "posts.jsonl"):
            label = labels[record["id"]]
            arguable = frozenset(label.get("allow", ()))
            stretches, named = _read(linter, record)
            found.append(Labelled(path.name, "", stretches, frozenset(label["expect"]), arguable, judged, named))
    return found


def _lines(folder: Path, left_out: list[str]) -> list[Labelled]:
    """Read the single texts for one rule each; one that breaks no rule of conduct breaks none of them."""
    linter = postlint.linter(folder / "lines" / "postlint.toml")
    found: list[Labelled] = []
    for path in sorted((folder / "lines").glob("*.jsonl")):
        if path.stem in left_out:
            continue
        for number, record in enumerate(_records(path)):
            rule, bad = record["rule"], record["label"] == 1
            judged = {rule} if bad else {rule, *(CONDUCT if rule in RULES and rule not in CONDUCT else RULES)}
            post = {key: record[key] for key in ("text", "role", "lang", "author", "channel") if key in record}
            broken = frozenset({rule} if bad else ())
            stretches, named = _read(linter, post)
            writer = path.stem if rule == PLAIN else f"{path.stem} {number // BATCH}"
            found.append(Labelled(writer, rule, stretches, broken, frozenset(), frozenset(judged), named))
    return found


def _records(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _read(linter: Linter, record: dict[str, Any]) -> tuple[list[Counter[str]], frozenset[str]]:
    """Return the traits of every stretch that is weighed as one, and the rules whose breach checks know by name."""
    post = read_record(record)
    return _stretches(linter.read(post).text), frozenset(finding.rule for finding in linter.check(post).findings)


def _stretches(document: Document) -> list[Counter[str]]:
    """Return the traits of every stretch of neighbouring sentences that is weighed as one."""
    seen = shown(document)
    shows = [traits(document, sentence, number, seen) for number, sentence in enumerate(document.sentences)]
    return [
        sum((Counter(dict.fromkeys(one, 1)) for one in shows[start : start + weighing.TOGETHER]), Counter())
        for start in range(max(1, len(shows) - weighing.TOGETHER + 1))
    ]


def _concerns(post: Labelled, rule: str) -> bool:
    """Say whether a post was judged for a rule beyond doubt, and is about those whom the rule is about."""
    return _is_about(post, rule) and rule in post.judged and rule not in post.arguable


def _is_about(post: Labelled, rule: str) -> bool:
    about = ABOUT.get(rule, ())
    return not about or any(name in stretch for stretch in post.stretches for name in about)


def _matrix(stretches: list[Counter[str]], column: dict[str, int]) -> csr_matrix:
    rows, columns, values = [], [], []
    for number, stretch in enumerate(stretches):
        for trait, count in stretch.items():
            if trait in column:
                rows.append(number)
                columns.append(column[trait])
                values.append(float(count))
    return csr_matrix((values, (rows, columns)), shape=(len(stretches), len(column)), dtype=np.float32)


def _fold(post: Labelled) -> int:
    """Return the fold of a post: what one hand wrote at one time stays together."""
    return int(sha256(post.writer.encode()).hexdigest(), 16) % FOLDS


def _fitted(posts: list[csr_matrix], breaks: np.ndarray[Any, Any], c: float) -> tuple[np.ndarray[Any, Any], float]:
    """Return the weights and the start for a rule."""
    worst = [0 if one.shape[0] == 1 else None for one in posts]
    weights, start = np.zeros(posts[0].shape[1]), 0.0
    for _ in range(2):
        parts: list[csr_matrix] = []
        truth: list[bool] = []
        for one, bad, at in zip(posts, breaks, worst, strict=True):
            part = one if at is None and not bad else one[0 if at is None else at]
            parts.append(part)
            truth.extend([bool(bad)] * part.shape[0])
        model = LogisticRegression(C=c, max_iter=400, class_weight="balanced").fit(vstack(parts), truth)
        weights, start = model.coef_[0], float(model.intercept_[0])
        worst = [int(np.argmax(one @ weights)) if bad else None for one, bad in zip(posts, breaks, strict=True)]
    return weights, start


def _weighed_apart(
    posts: list[csr_matrix], chosen: list[int], breaks: np.ndarray[Any, Any], folds: list[int], c: float
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return what every post weighs for a rule by the weights that were learnt without its fold, and how much of that
    it shows itself, without what everything weighs from the start."""
    weight, itself = np.full(len(posts), -99.0), np.zeros(len(posts))
    for fold in range(FOLDS):
        inside = [at for at, number in enumerate(chosen) if folds[number] != fold]
        weights, start = _fitted([posts[chosen[at]] for at in inside], breaks[inside], c)
        for number, mine in enumerate(folds):
            if mine == fold:
                itself[number] = float(np.max(posts[number] @ weights))
                weight[number] = itself[number] + start
    return weight, itself


def _least(weight: np.ndarray[Any, Any], breaks: np.ndarray[Any, Any], named: np.ndarray[Any, Any]) -> float:
    """Return what a text must show at least, lest constructions were met by mistake: for each real breach that is
    then let go, at least three false alarms are, and hardly any breach is."""
    found, right, wrong = -99.0, 0, 0
    for number in np.argsort(weight):
        if weight[number] > SLIGHT:
            break
        right, wrong = right + int(named[number] and breaks[number]), wrong + int(named[number] and not breaks[number])
        if wrong >= 3 * right and wrong and right <= 0.01 * (named & breaks).sum():
            found = float(weight[number])
    return found


def _enough(
    weight: np.ndarray[Any, Any], breaks: np.ndarray[Any, Any], own: np.ndarray[Any, Any],
    plain: np.ndarray[Any, Any], share: float, precision: float,
) -> tuple[float, float, int]:
    """Return how much is enough for an alarm on at most a share of the plain texts and for the precision, the share
    of breaches that is then caught, and the plain texts alarmed on."""
    most = share * int(plain.sum())
    enough, caught, alarms = float(weight.max()) + 1.0, 0.0, 0
    good = near = other = 0
    for number in np.argsort(-weight):
        good += int(breaks[number])
        near += int(not breaks[number] and own[number])
        other += int(not breaks[number] and not own[number])
        alarms += int(plain[number])
        if alarms > most:
            return enough, caught, alarms - 1
        if weight[number] < FLOOR:
            return enough, caught, alarms - int(plain[number])
        if good >= precision * (good + near + OTHERS * other):
            enough, caught = float(weight[number]), good / breaks.sum()
    return enough, caught, alarms


def _show(names: list[str], weights: np.ndarray[Any, Any]) -> None:
    order = np.argsort(weights)
    for part in (order[::-1][:60], order[:40]):
        print("   ", "  ".join(f"{names[number]!r} {weights[number]:.2f}" for number in part))


if __name__ == "__main__":
    main()
