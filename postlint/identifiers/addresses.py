"""Telephone numbers, bank accounts and street addresses as people in Denmark write them.

Sources of the facts: "Den samlede danske nummerplan" (eight digits, closed, no area codes, country code 45; 70 shared
cost, 80 free, 90 premium); a registration number of four digits and an account of up to ten digits; addresses by
"Bekendtgørelse om vejnavne og adresser": street, number, letter, then floor and side ("st. tv.", "2. th.", "kl.").
"""

from __future__ import annotations

from postlint.patterns import lazy

# Eight digits in pairs, fours or a row, or a number with a country code.
PHONE = lazy(
    r"(?<![\w.,/#-])(?:(?P<country>(?:\+|00)\d{2,3})[ -]?\(?\d{1,4}\)?(?:[ -]?\d{2,4}){2,4}"
    r"|\d{2}(?: \d{2}){3}|\d{4} \d{4}|\d{8}"
    r"|07\d{3} ?\d{6}|\d{2}(?:[-.]\d{2}){3})(?![\w/]|[-.,]\d)"
)
# Registration number and account (Denmark), also with a word between; sort code and account (Britain).
ACCOUNT = lazy(
    r"(?<![\w.,/-])\d{4}[ -]{1,3}(?:\d{10}|\d{7,10}|\d{3,4}(?: \d{3,4}){1,2})(?![\w/-])"
    r"|(?<![\w.,/-])\d{4},? {1,2}(?:konto(?:nr|nummer)?|account|acc|no|nr)\.?:? ?\d{7,10}(?![\w/-])"
    r"|(?<![\w.,/-])\d\d-\d\d-\d\d(?:,? (?:account|acc|a/c)(?: number| no)?\.?:?)? \d{8}(?![\w/-])",
    2,
)
# Passports; national insurance numbers and driving licences (Britain), personal public service numbers (Ireland).
DOCUMENT = lazy(
    r"(?<![\w-])(?:[A-Z]{0,2}\d{7,9}|\d[A-Z]\d{7}|[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]|\d{7}[A-Z]{1,2}"
    r"|[A-Z9]{5}\d{6}[A-Z0-9]{5})(?![\w-])"
)
AMOUNT = lazy(
    r"(?:(?:kr\.?|dkk|usd|eur|gbp|[£$€])\s?)?(?<![\w,.])\d{1,3}(?:[.,  ]\d{3})+(?![\d])|(?<![\w,.])\d{4,7}(?![\w%])"
    r"|(?<![\w,.])\d{2,3}[,.]?\d? ?(?:k\b|t\.?kr|tusind|grand|thousand)"
    r"|[£$€]\s?\d{2,}|\d{3,} (?:kr|kroner|pounds|euros?|dollars)\b",
    2,
)
SHARED = ("70", "80", "90")
_STREET_END = (
    r"(?:vej|vejen|gade|gaden|all[eé]|alléen|stræde|strædet|plads|pladsen|torv|torvet|vænge|vænget|parken|bakke|bakken"
    r"|have|haven|haverne|toft|toften|krog|krogen|sving|svinget|sti|stien|eng|engen|lund|lunden|gård|gården|høj|højen"
    r"|ager|ageren|mark|marken|skrænten|stien|brink|brinken|kaj|kajen|boulevard|hegn|hegnet|vang|vangen|dal|dalen)"
)
_WORD = r"[A-ZÆØÅ][a-zæøåé'’]+"
_FLOOR = (
    r"(?:(?:st|kl|\d{1,2})\.?,? ?(?:sal)?,? ?(?:tv|th|mf|t\.v|t\.h|dør \d+|lejl\. ?\d+)\b\.?|(?:st|\d{1,2})\. ?sal)"
)
_ENGLISH_END = (
    r"(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Drive|Close|Court|Crescent|Terrace|Row|Way|Place|Square|Gardens"
    r"|Grove|Mews|Hill|Walk|Rise|View|Green|Wharf|Quay|Boulevard|Blvd)"
)
# Without this no street is named: a capital beside a number.
NUMBERED = lazy(r"[A-ZÆØÅ]\S*,? (?:number |no\. )?\d|\d\w?,? [A-ZÆØÅ]")
STREET = lazy(
    rf"(?P<danish>(?:{_WORD} ){{0,2}}[A-ZÆØÅ][a-zæøåé]*{_STREET_END} \d{{1,3}} ?[A-Za-z]?\b(?!\s?(?:%|kr|km|år))"
    rf"|(?:{_WORD} ){{1,2}}(?:All[eé]|Vej|Gade|Plads|Torv|Have|Boulevard) \d{{1,3}} ?[A-Z]?\b)(?P<floor>,? {_FLOOR})?"
    rf"|(?P<any>(?:{_WORD} ){{1,3}}\d{{1,3}} ?[A-Z]?, {_FLOOR})"
    rf"|(?P<english>(?:(?:Flat|Apartment|Apt) \d+\w?,? )?(?:\b(?:number|no\.) )?"
    rf"\b\d{{1,4}}[a-zA-Z]?,? (?:{_WORD} ){{1,3}}{_ENGLISH_END}\b"
    rf"|(?:{_WORD} ){{1,3}}{_ENGLISH_END},? (?:(?:number|no\.) )?\d{{1,4}}[A-Z]?\b)"
)
