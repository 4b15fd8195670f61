"""Numbers of persons and money, found by shape and validated.

Sources of the facts:

- Personal number (CPR): ``DDMMYY-SSSS``; the seventh digit and the year give the century. The CPR office,
  "Opbygning af CPR-nummeret". Modulus 11 (weights 4 3 2 7 6 5 4 3 2 1) is no longer a test of validity: "Personnumre
  uden kontrolciffer (modulus 11 kontrol)". Administrative numbers add 60 to the day; hospitals' replacement numbers
  have letters among the last four signs ("erstatnings-CPR").
- Business number (CVR): eight digits, weights 2 7 6 5 4 3 2 1, modulus 11: Erhvervsstyrelsen, "modulus 11".
- IBAN: ISO 13616, check digits by ISO 7064 (modulus 97); lengths from SWIFT's IBAN registry.
- Payment cards: ISO/IEC 7812, check digit by Luhn; Danish Dankort begin with 5019 or 4571.
"""

from __future__ import annotations

from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_PERSONAL = lazy(
    r"(?<![\w.,+/-])(?P<day>\d\d)(?P<sep>[ ./-]?)(?P<month>\d\d)(?P=sep)(?P<year>\d\d)"
    r"(?P<hyphen> ?[-–—‐‑] ?| )?(?P<serial>\d{4}|(?=[A-Z\d]{0,3}[A-Z])(?=[A-Z\d]{0,3}\d)[A-Z\d]{4})(?![\w/]|[-–.,]\d)"
)
_IBAN = lazy(r"(?<![\w-])[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?(?![\w-])")
_CARD = lazy(r"(?<![\w.,+/-])\d(?:[ -]?\d){14,15}(?![\w/]|[-.,]\d)")
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_CVR_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# Lengths of the countries that people here meet; an unknown country is not taken for one.
_LENGTHS = {
    "DK": 18, "FO": 18, "GL": 18, "SE": 24, "NO": 15, "FI": 18, "IS": 26, "DE": 22, "NL": 18, "BE": 16, "FR": 27,
    "ES": 24, "IT": 27, "PT": 25, "GB": 22, "IE": 22, "PL": 28, "AT": 20, "CH": 21, "LU": 20, "EE": 20, "LV": 21,
    "LT": 20, "CZ": 24, "SK": 24, "HU": 28, "RO": 24, "BG": 22, "GR": 27, "HR": 21, "SI": 19, "MT": 31, "CY": 28,
    "TR": 26, "UA": 29,
}  # fmt: skip


class Number(NamedTuple):
    """A number at code points ``start`` to ``end``. ``sure``: its very shape says what it is (a personal number
    with its hyphen or letters). ``confirmed``: its check digit fits."""

    start: int
    end: int
    sure: bool
    confirmed: bool


def personal_numbers(text: str) -> Iterator[Number]:
    """Yield what may be a personal number: a real date, with the century that the seventh digit gives."""
    for found in _PERSONAL.finditer(text):
        serial = found["serial"]
        if not _is_birth(int(found["day"]), int(found["month"]), int(found["year"]), serial):
            continue
        lettered = not serial.isdigit()
        hyphen = bool(found["hyphen"] and found["hyphen"].strip())
        if lettered and not hyphen:
            continue
        digits = found["day"] + found["month"] + found["year"] + serial
        yield Number(found.start(), found.end(), hyphen, not lettered and _weighs(digits, _WEIGHTS))


def _is_birth(day: int, month: int, year: int, serial: str) -> bool:
    if day > 60:
        day -= 60
    if not (1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]):
        return False
    return month != 2 or day < 29 or _is_leap(_full_year(year, serial))


def _full_year(year: int, serial: str) -> int:
    """Return the year of birth by the seventh sign; a letter counts as this century's."""
    seventh = int(serial[0]) if serial[0].isdigit() else 4
    if seventh <= 3:
        return 1900 + year
    if seventh in (4, 9):
        return (2000 if year <= 36 else 1900) + year
    return (2000 if year <= 57 else 1800) + year


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _weighs(digits: str, weights: tuple[int, ...]) -> bool:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0


def is_business_number(digits: str) -> bool:
    """Say whether eight digits are a possible CVR number, which is public."""
    return len(digits) == 8 and digits[0] != "0" and _weighs(digits, _CVR_WEIGHTS)


def ibans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of international account numbers whose check digits fit."""
    for found in _IBAN.finditer(text):
        whole = found[0].replace(" ", "")
        length = _LENGTHS.get(whole[:2], 0)
        if length and len(whole) >= length and _is_iban(whole[:length]):
            yield found.start(), _end_of(found[0], length) + found.start()


def _is_iban(iban: str) -> bool:
    return int("".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])) % 97 == 1


def _end_of(written: str, signs: int) -> int:
    """Return where ``signs`` signs that are not blanks end in ``written``."""
    for at, sign in enumerate(written):
        signs -= sign != " "
        if not signs:
            return at + 1
    return len(written)


def cards(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of payment card numbers: an issuer's first digits, the length, and Luhn's check digit."""
    for found in _CARD.finditer(text):
        digits = "".join(sign for sign in found[0] if sign.isdigit())
        if _is_issued(digits) and _luhn(digits) and len(set(digits)) > 1:
            yield found.span()


def _is_issued(digits: str) -> bool:
    if len(digits) == 15:
        return digits.startswith(("34", "37"))
    return digits[0] == "4" or "51" <= digits[:2] <= "55" or "2221" <= digits[:4] <= "2720" or digits[:4] in (
        "5019", "6011", "3528", "6759",
    ) or digits[:2] == "65"  # fmt: skip


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
