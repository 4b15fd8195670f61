"""Looking at a picture: all that the checks and ``postlint images`` want to know of it, found in one go.

Faces and logos need the extra ``postlint[images]``; without it a picture is opened, its metadata is read and it is
known again all the same, and what was not looked for is said.
"""

from __future__ import annotations

import os
from importlib import import_module

from postlint.pictures.metadata import Metadata
from postlint.problem import PostlintError
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from PIL import Image

    from postlint.pictures.opening import Opened
    from postlint.settings import Settings

NOT_OURS = ("picture-outside", "picture-kind")  # not opened, and nothing wrong with that
ENDINGS = (".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif")
EXTRA_MISSING = "faces-missing"
_SHAPE = 0.05  # by how much the sides of a logo may be stretched to be that logo


class Spot(NamedTuple):
    """A place in a picture as shares of its width and height, from 0 to 1, with what is there (empty: a face)."""

    left: float
    top: float
    right: float
    bottom: float
    name: str = ""

    def where(self) -> str:
        """Return the code of the part of the picture in which its middle lies: ``spot-upper-left``."""
        rows, columns = ("upper", "middle", "lower"), ("left", "centre", "right")
        across, down = (self.left + self.right) / 2, (self.top + self.bottom) / 2
        return f"spot-{rows[min(int(down * 3), 2)]}-{columns[min(int(across * 3), 2)]}"


class Seen(NamedTuple):
    """What was seen. Width and height in pixels, upright. ``faces`` and ``logos`` are ``None`` where they were not
    looked for, and ``faceless`` and ``logoless`` are the codes of why not (empty: there is no logo to look for).

    ``broken`` is the code of why the picture was not opened (see ``postlint.pictures.opening``), with its ``facts``;
    then nothing else is known. ``fingerprints`` are those of ``postlint.pictures.hashing``.
    """

    path: str
    format: str = ""
    width: int = 0
    height: int = 0
    fingerprints: tuple[str, ...] = ()
    metadata: Metadata = Metadata()
    faces: tuple[Spot, ...] | None = None
    faceless: str = ""
    logos: tuple[Spot, ...] | None = None
    logoless: str = ""
    broken: str = ""
    facts: tuple[tuple[str, str | int], ...] = ()

    @property
    def sha256(self) -> str:
        """Return the hash of the file, 64 hex digits."""
        return self.fingerprints[0].partition(":")[2] if self.fingerprints else ""

    @property
    def dhash(self) -> str:
        """Return the hash of the picture, 16 hex digits."""
        return self.fingerprints[1].partition(":")[2] if self.fingerprints else ""


class Looker:
    """Looks at each picture once per run. ``logos`` are the files of the organisation's logos, ``face_model`` is the
    file of a model of the organisation's own, or empty."""

    def __init__(self, logos: Sequence[str] = (), face_model: str = "") -> None:
        self.logos, self.face_model = tuple(path for path in logos if os.path.isfile(path)), face_model
        self._seen: dict[tuple[str, int, int, bool, bool], Seen] = {}
        self._references: Any = None
        self._own: list[tuple[str, float, tuple[str, ...]]] | None = None

    def look(self, file: str, folder: str, *, faces: bool = True, logos: bool = True) -> Seen | None:
        """Return what is seen in the picture that a post in ``folder`` names; ``None`` where there is no such file.
        Faces and logos are looked for where they are wanted.

        Raises PostlintError where the extra is there but cannot be used, such as a broken model.
        """
        from postlint.pictures.reaching import reach

        try:
            path = reach(file, folder)
            return self.at(path, faces=faces, logos=logos) if path else None
        except PostlintError as error:
            if error.problem.code != "picture-outside":
                raise
            return Seen(file, broken="picture-outside")

    def at(self, path: str, *, faces: bool = True, logos: bool = True) -> Seen | None:
        """Return what is seen in the picture at ``path``; ``None`` where there is no such file. Raises as above."""
        try:
            state = os.stat(path)
        except (OSError, ValueError):
            return None
        key = (path, state.st_mtime_ns, state.st_size, faces, logos)
        if key not in self._seen:
            self._seen[key] = self._look(path, faces=faces, logos=logos)
        return self._seen[key]

    def _look(self, path: str, *, faces: bool, logos: bool) -> Seen:
        from postlint.pictures.opening import open_picture

        try:
            opened = open_picture(path)
        except PostlintError as error:
            ours = path.lower().endswith(ENDINGS) or not os.path.splitext(path)[1]
            plain = error.problem.code == "picture-special" or ours
            return Seen(
                path, broken=error.problem.code if plain else "picture-kind", facts=tuple(error.problem.facts.items())
            )
        return self._all(opened, faces=faces, logos=logos)

    def _all(self, opened: Opened, *, faces: bool, logos: bool) -> Seen:
        from postlint.pictures.hashing import fingerprints

        own = fingerprints(opened.sha256, opened.pixels)
        shown = Seen(opened.path, opened.format, opened.width, opened.height, own, opened.metadata)
        if faces:
            found, why = _found(lambda: self._faces(opened.pixels))
            shown = shown._replace(faces=found, faceless=why)
        if logos:
            found, why = self._logos(opened, own)
            shown = shown._replace(logos=found, logoless=why)
        return shown

    def _faces(self, pixels: Image.Image) -> Iterable[Spot]:
        found = _extra("faces").find_faces(pixels, self.face_model)
        return [_spot(face, pixels) for face in found]

    def _logos(self, opened: Opened, own: Sequence[str]) -> tuple[tuple[Spot, ...] | None, str]:
        if not self.logos:
            return None, ""
        for path, shape, fingerprints in self._own_logos():
            if _is_logo(opened, own, shape, fingerprints):
                return (Spot(0, 0, 1, 1, os.path.basename(path)),), ""
        return _found(lambda: self._logo_spots(opened.pixels))

    def _logo_spots(self, pixels: Image.Image) -> Iterable[Spot]:
        module = _extra("logos")
        if self._references is None:
            self._references = module.references(self.logos)
        found = module.find_logos(pixels, self._references)
        return [_spot(hit, pixels, str(getattr(hit, "name", ""))) for hit in found]

    def _own_logos(self) -> list[tuple[str, float, tuple[str, ...]]]:
        """Return the logos that are pictures themselves: path, width by height, fingerprints."""
        if self._own is None:
            from postlint.pictures.hashing import fingerprints
            from postlint.pictures.opening import open_picture

            self._own = []
            for path in self.logos:
                try:
                    logo = open_picture(path)
                except PostlintError:
                    continue  # a drawing such as .svg, which is compared by its name alone
                own = fingerprints(logo.sha256, logo.pixels)[:2]
                self._own.append((path, logo.width / logo.height, own))
        return self._own


def looker_for(settings: Settings) -> Looker:
    """Return what looks at pictures as a configuration wants it; the files of logos stand beside it."""
    folder = os.path.dirname(settings.path)
    logos = settings.organisation.logos if settings.path else ()
    return Looker([os.path.join(folder, logo) for logo in logos], settings.face_model)


def _is_logo(opened: Opened, own: Sequence[str], shape: float, logo: Sequence[str]) -> bool:
    """Say whether a picture is nothing but a logo: the same file, or the same picture in the same shape."""
    from postlint.pictures.hashing import known_again

    if own[0] == logo[0]:
        return True
    alike = abs(opened.width / opened.height / shape - 1) <= _SHAPE
    return alike and known_again(logo, own[:2])


def _found(look: Callable[[], Iterable[Spot]]) -> tuple[tuple[Spot, ...] | None, str]:
    """Return what was found, or ``None`` and why it could not be looked for: the extra is not installed."""
    try:
        return tuple(look()), ""
    except ImportError:
        return None, EXTRA_MISSING
    except PostlintError as error:
        if not error.problem.code.endswith("-missing"):
            raise
        return None, EXTRA_MISSING


def _extra(name: str) -> Any:
    return import_module(f"postlint.pictures.{name}")


def _spot(box: Any, pixels: Image.Image, name: str = "") -> Spot:
    """Return the place of a box in pixels (``left``, ``top``, ``width``, ``height``)."""
    width, height = pixels.size
    return Spot(
        box.left / width, box.top / height, (box.left + box.width) / width, (box.top + box.height) / height, name
    )
