"""The tables of a consent register in SQLite, and the triggers that keep its log whole.

``log`` says what happened when, to which row of which person, by numbers only. What was recorded lies in
``detail``, apart, so that it can be erased; ``digest`` holds it fast (with a salt that is erased with it, so that
nothing can be guessed from the digest afterwards), and ``hash`` holds the whole log up to there.
"""

from __future__ import annotations

APPLICATION = 0x706C6372  # "plcr", as PRAGMA application_id
# What frees the detail of an entry: the person's erasure, or another one's whose name stood in this row.
_FREED = """EXISTS (
  SELECT 1 FROM log AS entry JOIN log AS later ON later.seq > entry.seq AND (
    (later.action = 'erase' AND later.person = entry.person) OR
    (later.action = 'redact' AND later.consent = entry.consent))
  WHERE entry.seq = OLD.seq)"""
_ERASED = "EXISTS (SELECT 1 FROM log WHERE action = 'erase' AND person = OLD.{column})"

_FIRST = (
    """CREATE TABLE person (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> '')
)""",
    """CREATE TABLE consent (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  ref TEXT NOT NULL UNIQUE CHECK (ref <> ''),
  person INTEGER NOT NULL,
  image TEXT NOT NULL,
  hashes TEXT NOT NULL,
  channels TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('consent', 'interest-assessment')),
  purpose TEXT NOT NULL,
  given TEXT NOT NULL,
  expires TEXT NOT NULL,
  withdrawn TEXT NOT NULL,
  guardian INTEGER,
  minor INTEGER NOT NULL CHECK (minor IN (0, 1)),
  evidence TEXT NOT NULL,
  recorded_by TEXT NOT NULL
)""",
    """CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  action TEXT NOT NULL,
  person INTEGER NOT NULL,
  consent INTEGER,
  digest TEXT NOT NULL,
  hash TEXT NOT NULL
)""",
    """CREATE TABLE detail (
  seq INTEGER PRIMARY KEY,
  salt TEXT NOT NULL,
  body TEXT NOT NULL
)""",
    """CREATE TRIGGER log_in_order BEFORE INSERT ON log
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM log)
BEGIN SELECT RAISE(ABORT, 'the log is written in order'); END""",
    """CREATE TRIGGER log_kept BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    """CREATE TRIGGER log_unchanged BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    """CREATE TRIGGER detail_in_order BEFORE INSERT ON detail
WHEN NEW.seq IS NOT (SELECT max(seq) FROM log) OR EXISTS (SELECT 1 FROM detail WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the log is written in order'); END""",
    """CREATE TRIGGER detail_unchanged BEFORE UPDATE ON detail
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    f"""CREATE TRIGGER detail_kept BEFORE DELETE ON detail
WHEN NOT {_FREED}
BEGIN SELECT RAISE(ABORT, 'the log is append-only, but for erasure'); END""",
    f"""CREATE TRIGGER consent_kept BEFORE DELETE ON consent
WHEN NOT {_ERASED.format(column="person")}
BEGIN SELECT RAISE(ABORT, 'rows are withdrawn, not deleted'); END""",
    """CREATE TRIGGER consent_withdrawn BEFORE UPDATE OF withdrawn ON consent
WHEN OLD.withdrawn <> '' AND NEW.withdrawn <> OLD.withdrawn
BEGIN SELECT RAISE(ABORT, 'a withdrawal stands'); END""",
    f"""CREATE TRIGGER person_kept BEFORE DELETE ON person
WHEN NOT {_ERASED.format(column="number")}
BEGIN SELECT RAISE(ABORT, 'people are erased, not deleted'); END""",
)
# One tuple of statements for each version of the tables; PRAGMA user_version counts those that were run.
STEPS: tuple[tuple[str, ...], ...] = (_FIRST,)
