"""Pictures for the benchmark of pictures: drawn anew, and the same in every run.

A composed picture is light and colour that change slowly, shapes of many sizes on it, some words, blur and noise. A
slide is white, with lines of text and boxes: the kind of picture that looks most like others from afar.
"""

from __future__ import annotations

import random

from PIL import Image, ImageDraw, ImageFilter

SIZES = ((1200, 900), (900, 1200), (1280, 720), (1080, 1080), (1080, 1350), (1000, 667))
WORDS = ("kajdag", "cykel", "åbent", "lørdag", "workshop", "2027")


def composed(seed: int, size: tuple[int, int] | None = None) -> Image.Image:
    """Return a picture with about as much going on as a photograph has."""
    chance = random.Random(seed)
    size = size or chance.choice(SIZES)
    picture = _light(chance, size)
    draw = ImageDraw.Draw(picture)
    for _ in range(chance.randrange(8, 40)):
        _shape(draw, chance, size)
    for _ in range(chance.randrange(4)):
        at = chance.uniform(0, 0.7) * size[0], chance.uniform(0, 0.9) * size[1]
        draw.text(at, " ".join(chance.choices(WORDS, k=3)), fill=_colour(chance), font_size=chance.randrange(20, 90))
    picture = picture.filter(ImageFilter.GaussianBlur(chance.uniform(0, 4)))
    noise = Image.effect_noise(size, chance.uniform(5, 40)).convert("RGB")
    return Image.blend(picture, noise, chance.uniform(0.02, 0.15))


def slide(seed: int) -> Image.Image:
    """Return a white page with lines of text and a few boxes."""
    chance = random.Random(seed)
    size = chance.choice(SIZES[:4])
    picture = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(picture)
    down = chance.randrange(20, 120)
    while down < size[1] - 60:
        height = chance.randrange(16, 50)
        words = ["".join(chance.choices("abcdefghijklmnoprstuvæøå", k=chance.randrange(2, 10))) for _ in range(14)]
        line = " ".join(words[: chance.randrange(2, 14)])
        draw.text((chance.randrange(20, 150), down), line, fill=_colour(chance, 120), font_size=height)
        down += height + chance.randrange(5, 40)
    for _ in range(chance.randrange(4)):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        draw.rectangle((x, y, x + chance.randrange(50, 400), y + chance.randrange(30, 300)), fill=_colour(chance))
    return picture


def _light(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    fading = Image.radial_gradient("L") if chance.random() < 0.5 else Image.linear_gradient("L")
    picture = Image.new("RGB", size, _colour(chance))
    picture.paste(Image.new("RGB", size, _colour(chance)), mask=fading.rotate(90 * chance.randrange(4)).resize(size))
    cells = chance.randrange(3, 7)
    slow = Image.frombytes("RGB", (cells, cells), chance.randbytes(cells * cells * 3))
    return Image.blend(picture, slow.resize(size, Image.Resampling.BICUBIC), chance.uniform(0.2, 0.6))


def _shape(draw: ImageDraw.ImageDraw, chance: random.Random, size: tuple[int, int]) -> None:
    x, y = chance.uniform(-0.1, 1) * size[0], chance.uniform(-0.1, 1) * size[1]
    length = chance.expovariate(4) * max(size) + 10
    box = (x, y, x + length, y + length * chance.uniform(0.3, 1.5))
    match chance.randrange(4):
        case 0:
            draw.ellipse(box, fill=_colour(chance))
        case 1:
            draw.rectangle(box, fill=_colour(chance))
        case 2:
            reach = [chance.uniform(-length, length) for _ in range(2 * chance.randrange(3, 7))]
            corners = [(x + dx, y + dy) for dx, dy in zip(reach[::2], reach[1::2], strict=True)]
            draw.polygon(corners, fill=_colour(chance))
        case _:
            draw.line(box, fill=_colour(chance), width=chance.randrange(2, 20))


def _colour(chance: random.Random, most: int = 256) -> tuple[int, int, int]:
    return chance.randrange(most), chance.randrange(most), chance.randrange(most)
