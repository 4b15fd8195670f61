"""Marks that nobody owns, drawn at random: rings, boxes, bars and letters of boxes, in one or two colours."""

from __future__ import annotations

from random import Random

COLOURS = ("#b5651d", "#1f4e5f", "#8a1c3b", "#2d6a4f", "#33348e", "#c2185b", "#00838f", "#5d4037", "#222222")


def mark(number: int) -> str:
    """Return a mark as SVG, the same for the same number."""
    chance = Random(number)
    colours = chance.sample(COLOURS, 2)
    kind = chance.choice(["badge", "badge", "parts", "word"])
    if kind == "word":
        return _svg(220, "".join(_letter(chance, 55 * place, colours[0]) for place in range(4)))
    inner = "".join(_part(chance, colours[place % 2]) for place in range(chance.randint(3, 5)))
    return _svg(100, _frame(chance, colours[0]) + inner if kind == "badge" else inner)


def _svg(width: int, content: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 100">{content}</svg>'


def _frame(chance: Random, colour: str) -> str:
    breadth = chance.randint(5, 10)
    line = f'fill="none" stroke="{colour}" stroke-width="{breadth}"'
    if chance.random() < 0.5:
        return f'<circle cx="50" cy="50" r="{48 - breadth // 2}" {line}/>'
    return f'<rect x="6" y="6" width="88" height="88" rx="{chance.randint(0, 30)}" {line}/>'


def _part(chance: Random, colour: str) -> str:
    x, y, size = (chance.randint(low, high) for low, high in ((22, 60), (22, 60), (14, 34)))
    turned = f'transform="rotate({chance.choice([0, 0, 30, 45, 60])} {x} {y})" fill="{colour}"'
    return chance.choice(
        [
            f'<circle cx="{x}" cy="{y}" r="{size / 2}" {turned}/>',
            f'<rect x="{x - size / 2}" y="{y - size / 4}" width="{size}" height="{size / 2}" {turned}/>',
            f'<path d="M{x} {y - size / 2}l{size / 2} {size}h-{size}z" {turned}/>',
            f'<path d="M{x - size / 2} {y}a{size / 2} {size / 2} 0 0 1 {size} 0z" {turned}/>',
        ]
    )


def _letter(chance: Random, left: int, colour: str) -> str:
    """Return one of a word's letters: some of the seven bars of a digit's display."""
    bars = [
        (0, 0, 40, 12),
        (0, 44, 40, 12),
        (0, 88, 40, 12),
        (0, 0, 12, 50),
        (28, 0, 12, 50),
        (0, 50, 12, 50),
        (28, 50, 12, 50),
    ]
    chosen = chance.sample(bars, chance.randint(4, 5))
    return "".join(f'<rect x="{left + x}" y="{y}" width="{w}" height="{h}" fill="{colour}"/>' for x, y, w, h in chosen)
