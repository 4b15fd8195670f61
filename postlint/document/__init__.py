"""A post's text, read once: normalised, cut up, with a language, quotations, mentions and lexicon hits."""

from postlint.document.document import Document, Sentence

__all__ = ["Document", "Sentence"]
