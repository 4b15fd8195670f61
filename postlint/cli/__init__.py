"""The command line: ``postlint FILE…`` and its sub-commands."""
