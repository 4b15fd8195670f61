"""postlint: a pre-publish linter for employees' social-media posts in Danish and English."""

from postlint.version import __version__

__all__ = ["__version__"]
