"""How well logos are found on plates, slides and photographs, and how often one is claimed that is not there.

    python benchmarks/logos.py [--quick]

Half of the logos are drawn (``made_marks.py``), half are icons of ``simple-icons`` (npm), which is downloaded into a
temporary folder, as are the photographs behind them. Negatives show another icon or drawn mark, or none. Needs
``postlint[images]`` and npm.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tarfile
from collections import defaultdict
from pathlib import Path
from random import Random
from statistics import mean
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageStat
from resvg_py import svg_to_bytes

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import made_marks
import photographs

from postlint.pictures.logos import Logo, LogoHit, find_logos, references

ICONS = "python docker kubernetes mozilla ubuntu rust mastodon nasa gnome debian vlcmediaplayer fedora".split()
DRAWN = 12
KINDS = ("plate", "slide", "white", "jpeg40", "turned", "bent", "covered", "bare")
SHARES = (0.05, 0.1, 0.2, 0.4, 0.8)  # of the picture's width
GROUNDS = ("#ffffff", "#f5f0e6", "#141820", "#1e3c6e", "#ebebeb")


class Scene(NamedTuple):
    """A picture and where the logo is in it: left, top, width, height."""

    picture: Image.Image
    box: tuple[int, int, int, int]


class Source(NamedTuple):
    """The logos that are looked for, by name; other marks, as SVG; and photographs."""

    own: dict[str, str]
    others: list[str]
    pictures: photographs.Photographs


def fetched(folder: Path) -> Source:
    """Return marks and photographs; what is downloaded goes into ``folder``."""
    subprocess.run(["npm", "pack", "--silent", "simple-icons"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    icons = {}
    with tarfile.open(next(folder.glob("*.tgz"))) as package:
        for entry in package:
            file = package.extractfile(entry) if entry.name.endswith(".svg") else None
            if file:
                icons[Path(entry.name).stem] = file.read().decode()
    coloured = {name: _coloured(svg, number) for number, (name, svg) in enumerate(sorted(icons.items()))}
    own = {name: coloured[name] for name in ICONS} | {f"drawn{n}": made_marks.mark(n) for n in range(DRAWN)}
    others = [svg for name, svg in coloured.items() if not name.startswith(tuple(ICONS))]
    others += [made_marks.mark(1000 + number) for number in range(len(others) // 4)]
    return Source(own, others, photographs.fetched(folder))


def _coloured(svg: str, number: int) -> str:
    return svg.replace("<svg ", f'<svg fill="{made_marks.COLOURS[number % len(made_marks.COLOURS)]}" ', 1)


def rendered(svg: str) -> Image.Image:
    """Return a mark as a picture without a ground, cut to its edges."""
    with Image.open(io.BytesIO(svg_to_bytes(svg_string=svg, width=500, height=500))) as file:
        whole = file.convert("RGBA")
    return whole.crop(whole.getbbox())


def scene(pictures: photographs.Photographs, svg: str, kind: str, share: float, chance: Random) -> Scene:
    """Return a picture that shows a mark of a certain share of its width."""
    mark = rendered(svg)
    ink = "white" if kind == "white" else mark
    colour = chance.choice([ground for ground in GROUNDS if _differs(ground, ink)])
    ground = _slide(colour) if kind == "slide" else photographs.ground(pictures, chance)
    scale = min(share * ground.width / mark.width, 0.9 * ground.height / mark.height)
    mark = mark.resize((max(4, round(mark.width * scale)), max(4, round(mark.height * scale))))
    plate = _plate(mark, kind, colour, chance)
    rim = (plate.width - mark.width) // 2, (plate.height - mark.height) // 2
    room = max(0, ground.width - mark.width), max(0, ground.height - mark.height)
    left, top = chance.randint(0, room[0]) - rim[0], chance.randint(0, room[1]) - rim[1]
    ground.paste(plate, (left, top), plate)
    box = left + rim[0], top + rim[1], *mark.size
    return Scene(photographs.recompressed(ground, 40 if kind == "jpeg40" else chance.choice([60, 85])), box)


def _plate(mark: Image.Image, kind: str, colour: str, chance: Random) -> Image.Image:
    """Return a mark on its plate, as it stands on a banner or slide (RGBA)."""
    rim = 0 if kind == "bare" else round(chance.uniform(0.12, 0.5) * min(mark.size))
    size = mark.width + 2 * rim, mark.height + 2 * rim
    plate = Image.new("RGBA", size, (0, 0, 0, 0) if kind == "bare" else colour)
    ink = Image.new("RGBA", mark.size, "white") if kind == "white" else mark
    plate.paste(ink, (rim, rim), mark)
    if kind == "covered":
        ImageDraw.Draw(plate).rectangle((rim, rim, rim + mark.width // 2, rim + mark.height // 2), fill="#785a3c")
    if kind == "turned":
        plate = plate.rotate(chance.uniform(-8, 8), expand=True, resample=Image.Resampling.BICUBIC)
    if kind == "bent":
        lean = chance.uniform(-0.12, 0.12)
        plate = plate.transform(size, Image.Transform.AFFINE, (1, lean, -lean * size[1] / 2, 0, 1, 0))
    return plate


def _differs(ground: str, ink: Image.Image | str) -> bool:
    """Say whether a mark of some ink can be seen on a ground: one picks a banner that shows the logo."""
    shown = ImageStat.Stat(ink.convert("L"), ink.getchannel("A")).mean[0] if isinstance(ink, Image.Image) else 255
    return abs(Image.new("L", (1, 1), ground).getpixel((0, 0)) - shown) >= 60


def _slide(colour: str) -> Image.Image:
    picture = Image.new("RGB", (1000, 700), colour)
    draw = ImageDraw.Draw(picture)
    draw.text((60, 50), "Årets resultat", fill="gray", font_size=48)
    for line in range(6):
        draw.text((60, 140 + 40 * line), "· cykler, hjul og kæder", fill="gray", font_size=24)
        draw.rectangle((560 + 60 * line, 460 - 45 * line, 600 + 60 * line, 480), fill="steelblue")
    return picture


def is_right(hits: tuple[LogoHit, ...], box: tuple[int, int, int, int]) -> bool:
    """Say whether the one hit lies where the logo is."""
    off = [abs(seen - is_) for hit in hits[:1] for seen, is_ in zip(hit[1:5], box, strict=True)]
    return bool(off) and max(off) <= 4 + 0.2 * max(box[2:])


def found(source: Source, logos: list[Logo], rounds: int) -> dict[tuple[str, float], list[bool]]:
    """Return whether each logo was found in scenes of every kind and share; those too plain are left out."""
    said: dict[tuple[str, float], list[bool]] = defaultdict(list)
    looked_for = [logo for logo in logos if not logo.plain]
    for number in range(rounds):
        for kind in KINDS:
            for share in SHARES:
                chance = Random(f"{number} {kind} {share}")
                logo = chance.choice(looked_for)
                shown = scene(source.pictures, source.own[Path(logo.name).stem], kind, share, chance)
                said[kind, share].append(is_right(find_logos(shown.picture, [logo]), shown.box))
    return said


def false(source: Source, logos: list[Logo], count: int) -> tuple[list[tuple[LogoHit, ...]], float]:
    """Return what three logos were claimed in pictures that show none of them, and the CPU seconds of a picture."""
    claims, spent = [], 0.0
    for number in range(count):
        chance = Random(9000 + number)
        picture = photographs.without_people(source.pictures, number)
        if number % 3:
            kind, share = chance.choice(KINDS[:4]), chance.choice(SHARES[1:])
            picture = scene(source.pictures, chance.choice(source.others), kind, share, chance).picture
        start = process_time()
        hits = find_logos(picture, chance.sample(logos, 3))
        spent += process_time() - start
        if hits:
            claims.append(hits)
    return claims, spent / count


def main(rounds: int, negatives: int) -> None:
    """Print the tables."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        source = fetched(folder)
        paths = [folder / f"{mark}.svg" for mark in source.own]
        for path in paths:
            path.write_text(source.own[path.stem], encoding="utf-8")
        logos = list(references([str(path) for path in paths]))
    print("too plain to be looked for:", [logo.name for logo in logos if logo.plain] or "none")
    said = found(source, logos, rounds)
    print(f"{'found':8} " + " ".join(f"{share:5.0%}" for share in SHARES) + "  from 10%")
    for kind in KINDS:
        each = [mean(said[kind, share]) for share in SHARES]
        print(f"{kind:8} " + " ".join(f"{part:5.2f}" for part in each) + f"  {mean(each[1:]):8.3f}")
    claims, seconds = false(source, logos, negatives)
    print(
        f"false in {negatives} pictures with three logos looked for: {len(claims)}; {seconds:.2f} CPU s each", *claims
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="few pictures")
    main(*((2, 30) if parser.parse_args().quick else (6, 360)))
