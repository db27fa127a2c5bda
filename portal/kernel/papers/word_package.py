"""A Word file from parts of our own: A4, TH Sarabun 16 pt also for complex scripts, our styles.

The parts stand in ``word_parts`` as they stand in the file; no file of anybody else is opened,
and the same parts make the same bytes.
"""

from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

PARTS = Path(__file__).parent / "word_parts"
BODY = "<!-- body -->"  # where in the main part the text goes
CENTIMETRE = 567  # in twentieths of a point
NO_CLOCK = (1980, 1, 1, 0, 0, 0)


def twips(centimetres: float) -> int:
    return round(centimetres * CENTIMETRE)


WIDTH = twips(16)  # between the margins


def package(body: str) -> bytes:
    """A whole Word file around the paragraphs and tables of ``body``."""
    return zipped({name: text.replace(BODY, body).encode() for name, text in _parts().items()})


def unnumbered(body: str) -> bytes:
    """The same without the numbers of pages: every page has the head of the first."""
    parts = {name: text.replace(BODY, body).encode() for name, text in _parts().items()}
    return zipped(parts | {"word/header1.xml": parts["word/header2.xml"]})


@cache
def _parts() -> dict[str, str]:
    """The list of what there is comes first, as Word wants it."""
    files = sorted(path for path in PARTS.rglob("*") if path.is_file())
    names = [path.relative_to(PARTS).as_posix() for path in files]
    # The file's own name begins with a dot, and such files are easily left behind.
    return {
        name.replace("package.rels", ".rels"): path.read_text()
        for name, path in zip(names, files, strict=True)
    }


def zipped(parts: dict[str, bytes]) -> bytes:
    """The parts as a file that does not say when it was made."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts):
            entry = ZipInfo(name, NO_CLOCK)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name])
    return written.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
