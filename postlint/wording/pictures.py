"""What looking at pictures says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # why a picture was not opened
    "picture-missing": ("billedet findes ikke.", "there is no such picture."),
    "picture-denied": ("billedet kan ikke åbnes: {reason}.", "the picture cannot be opened: {reason}."),
    "picture-special": ("det er ikke en almindelig fil.", "this is no regular file."),
    "picture-empty": ("filen er tom.", "the file is empty."),
    "picture-large": (
        "filen fylder mere end {limit} MB og bliver ikke åbnet.",
        "the file has more than {limit} MB and is not opened.",
    ),
    "picture-pixels": (
        "billedet har mere end {limit} millioner pixels og bliver ikke åbnet.",
        "the picture has more than {limit} million pixels and is not opened.",
    ),
    "picture-format": (
        "indholdet er hverken JPEG, PNG, WEBP eller GIF, hvad filen så end hedder.",
        "what it holds is neither JPEG, PNG, WEBP nor GIF, whatever the file is called.",
    ),
    "picture-kind": ("kun JPEG, PNG, WEBP og GIF bliver åbnet.", "only JPEG, PNG, WEBP and GIF are opened."),
    "picture-broken": (
        "filen er beskadiget, eller der mangler noget af den.",
        "the file is damaged, or a part of it is missing.",
    ),
    "picture-outside": (
        "billedet ligger uden for opslagets mappe og bliver ikke åbnet.",
        "the picture lies outside the post's folder and is not opened.",
    ),
    # what could not be evaluated
    "seen-picture-outside": (
        "{file}: billedet ligger uden for opslagets mappe, så det er ikke set efter.",
        "{file}: the picture lies outside the post's folder, so it was not looked at.",
    ),
    "seen-picture-kind": (
        "{file}: kun JPEG, PNG, WEBP og GIF bliver åbnet, så billedet er ikke set efter.",
        "{file}: only JPEG, PNG, WEBP and GIF are opened, so the picture was not looked at.",
    ),
    "seen-faces-missing": (
        '{file}: der er ikke ledt efter ansigter. Skriv: pip install "postlint[images]"',
        '{file}: no faces were looked for. Type: pip install "postlint[images]"',
    ),
    "seen-no-face": (
        "{file}: der er ikke fundet noget ansigt, men derfor kan der godt være nogen på billedet. "
        "Skriv people: [] hvis der ingen er.",
        "{file}: no face was found, which does not mean that nobody is there. Write people: [] if nobody is.",
    ),
    "maker-not-compared": (
        "{file}: filen siger, at {maker} har lavet billedet. Skriv, hvem du er (author.name), eller hvem billedet "
        "skal krediteres (credit).",
        "{file}: the file says that {maker} made the picture. Say who you are (author.name), or whom to credit "
        "(credit).",
    ),
    # where in a picture
    "spot-upper-left": ("øverst til venstre", "upper left"),
    "spot-upper-centre": ("øverst i midten", "upper centre"),
    "spot-upper-right": ("øverst til højre", "upper right"),
    "spot-middle-left": ("til venstre", "on the left"),
    "spot-middle-centre": ("i midten", "in the middle"),
    "spot-middle-right": ("til højre", "on the right"),
    "spot-lower-left": ("nederst til venstre", "lower left"),
    "spot-lower-centre": ("nederst i midten", "lower centre"),
    "spot-lower-right": ("nederst til højre", "lower right"),
}
