"""Spelling: which words two dictionaries know, and what they would suggest instead. Needs ``postlint[spell]``."""
